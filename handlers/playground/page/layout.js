// Keeps who is shown where in the address, so that a link or a test opens a certain layout.

import { TEAMS } from "./people.js";

/** At most this many people side by side. */
export const MOST_PANES = 3;

const FIRST = {
  T0MARIGOLD: ["U0ANNELIE", "U0FRIEDA"],
  T0NORTH: ["U0NORTHCUST", "U0FRIEDA"],
};

/**
 * Reads `#panes=U0ANNELIE:C0HELP,U0FRIEDA:C0HELP:1795000000.000100&team=T0MARIGOLD`; a place is a channel id, `dm-U…`
 * or `home`, and a thread's `ts` may follow it.
 */
export function readLayout(hash, otherTeam = null) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const team = params.get("team") || otherTeam || TEAMS[0].id;
  const specs = (params.get("panes") ?? "").split(",").filter(Boolean).map(readPane);
  const once = specs.filter((one, at) => specs.findIndex((other) => other.user === one.user) === at);
  return { team, panes: once.slice(0, MOST_PANES) };
}

function readPane(words) {
  const [user, place = "", thread = null] = words.split(":");
  return { user, place, thread };
}

/** The address's part after "#" for this layout. */
export function writeLayout(team, panes) {
  const words = panes.map(({ user, place, thread }) => [user, place, thread].filter(Boolean).join(":"));
  const suffix = team === TEAMS[0].id ? "" : `&team=${team}`;
  return `#panes=${words.join(",")}${suffix}`;
}

/** What a newcomer sees first: the customer and the agent, or the first two people where nobody was planned. */
export function firstLayout(team, people) {
  const planned = (FIRST[team] ?? []).filter((user) => people.all.has(user));
  return (planned.length ? planned : people.humans.slice(0, 2).map((one) => one.id)).map(paneFor);
}

const NEXT = ["U0MILO", "U0NADINE", "U0JONAS", "U0FRIEDA", "U0ANNELIE"];
const PLACE = { U0MILO: "C0MKT", U0ANNELIE: "C0HELP", U0HENDRIK: "C0HELP" };

/** The person who is most worth seeing next, or null when everybody is shown. */
export function nextPane(people, shown) {
  const waiting = people.humans.filter((one) => !shown.includes(one.id));
  const user = NEXT.find((id) => waiting.some((one) => one.id === id)) ?? waiting[0]?.id;
  return user ? paneFor(user) : null;
}

/** Where a person is most at home. */
export const paneFor = (user) => ({ user, place: PLACE[user] ?? "C0HELP", thread: null });
