// Loaded before Microsoft's Agents Playground, which listens on every interface, writes where it stands, and outlives
// whoever started it: this keeps it on loopback, in its own folder, and only as long as its standard input is open.
"use strict";
const net = require("node:net");
const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === "number" && typeof args[1] !== "string") args.splice(1, 0, "127.0.0.1");
  return listen.apply(this, args);
};
process.chdir(process.env.AGENTS_PLAYGROUND_FOLDER);
process.stdin.resume().on("end", () => process.exit(0));
