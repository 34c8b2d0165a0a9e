// Keeps who is shown where in the address, so that a link or a test opens a certain layout.

import { TEAMS } from "./people.js";

/** At most this many people side by side. */
export const MOST_PANES = 3;

const FIRST = ["U0ANNELIE", "U0NORTHCUST", "U0FRIEDA"];

/**
 * Reads `#panes=U0ANNELIE:C0HELP,U0FRIEDA@teams:C0HELP:1795000000.000100&team=T0MARIGOLD`: who, on Slack where nothing
 * else is said, in which place (a channel's id, `dm-U…` or `home`) and, where one is open, in which thread.
 */
export function readLayout(hash, otherTeam = null) {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const team = params.get("team") || otherTeam || TEAMS[0].id;
  const panes = (params.get("panes") ?? "").split(",").filter(Boolean).map(readPane);
  const isFirst = (one, at) => panes.findIndex((other) => whoIn(other) === whoIn(one)) === at;
  return { team, panes: panes.filter(isFirst).slice(0, MOST_PANES) };
}

function readPane(words) {
  const [who, place = "", thread = null] = words.split(":");
  const [user, platform = "slack"] = who.split("@");
  return { user, platform, place, thread };
}

const whoIn = ({ user, platform }) => (platform === "slack" ? user : `${user}@${platform}`);

/** The address's part after "#" for these panes of the company that is known by `team`. */
export function writeLayout(team, panes) {
  const words = panes.map((one) => [whoIn(one), one.place, one.thread].filter(Boolean).join(":"));
  const suffix = team === TEAMS[0].id ? "" : `&team=${team}`;
  return `#panes=${words.join(",")}${suffix}`;
}

/** What a newcomer sees first: the customer and the agent, or the first two people where nobody was planned. */
export function firstLayout(team, people) {
  const planned = FIRST.filter((user) => people.all.has(user));
  const shown = planned.length ? planned : people.humans.slice(0, 2).map((one) => one.id);
  return shown.map((user) => paneFor(team, user));
}

const NEXT = ["U0MILO", "U0NADINE", "U0JONAS", "U0FRIEDA", "U0ANNELIE"];
const PLACE = { U0MILO: "C0MKT", U0ANNELIE: "C0HELP", U0HENDRIK: "C0HELP" };

/** The person of `team` who is most worth seeing next, or null when everybody is in `shown`. */
export function nextPane(team, people, shown) {
  const waiting = people.humans.filter((one) => !shown.includes(one.id));
  const user = NEXT.find((id) => waiting.some((one) => one.id === id)) ?? waiting[0]?.id;
  return user ? paneFor(team, user) : null;
}

/** Where a person is most at home. */
export const paneFor = (team, user) => ({ team, user, place: PLACE[user] ?? "C0HELP", thread: null });
