// Sorts what one person can see into places (channels, direct messages, Home) and threads.

import { KINDLINE } from "./people.js";
import { fromTs } from "./time.js";

export const HOME = "home";

/** The `ts` part of a message id ("C0HELP/1795000000.000100"). */
export const tsOf = (message) => String(message.id).split("/").pop();

/** When a message was written: as the playground says, or as its id tells (Slack's `ts`: seconds). */
export const atOf = (message) => (message.at ? new Date(message.at) : fromTs(tsOf(message)));

/** The `ts` of the thread that a message replies in, or null when it stands in the channel itself. */
export function threadOf(message) {
  const thread = message.thread ? String(message.thread).split("/").pop() : null;
  return thread && thread !== tsOf(message) ? thread : null;
}

const byTime = (one, other) =>
  Number.parseFloat(tsOf(one)) - Number.parseFloat(tsOf(other)) || (tsOf(one) < tsOf(other) ? -1 : 1);

/**
 * Every place of a person: {key, kind, id (what `say` wants), name, messages (oldest first)}. `hasApp` is false for
 * another company's people: they have neither Kindline's messages nor its Home. `hasHome`: whether apps have one here.
 */
export function placesOf(state, people, hasApp = true, hasHome = true) {
  const private_ = state.ephemerals ?? [];
  const withPrivate = (id, messages) => [...messages, ...private_.filter((one) => one.channel === id)].sort(byTime);
  const channels = (state.channels ?? []).map((one) => ({
    key: one.id,
    kind: "channel",
    id: one.id,
    name: one.name,
    members: one.members ?? [],
    isShared: Boolean(one.is_ext_shared),
    messages: withPrivate(one.id, one.messages ?? []),
  }));
  const dms = (state.dms ?? []).map((one) => {
    const other = one.with?.id ?? one.with;
    const id = one.id ?? one.channel ?? one.messages?.[0]?.channel ?? other;
    return {
      key: `dm-${other}`,
      kind: "dm",
      id,
      other,
      name: people.name(other),
      messages: withPrivate(id, one.messages ?? []),
    };
  });
  if (hasApp && !dms.some((one) => one.other === KINDLINE)) {
    dms.unshift({
      key: `dm-${KINDLINE}`,
      kind: "dm",
      id: KINDLINE,
      other: KINDLINE,
      name: people.name(KINDLINE),
      messages: [],
    });
  }
  const home = { key: HOME, kind: "home", id: HOME, name: "Home", messages: [] };
  return [...channels, ...dms, ...(hasApp && hasHome ? [home] : [])];
}

/** What stands in a place itself: [{root, replies}]. A deleted root that still has replies keeps its place. */
export function rootsOf(place) {
  const roots = new Map();
  const replies = place.messages.filter((one) => threadOf(one));
  for (const one of place.messages) if (!threadOf(one)) roots.set(tsOf(one), { root: one, replies: [] });
  for (const reply of replies) {
    const ts = threadOf(reply);
    if (!roots.has(ts)) roots.set(ts, { root: gone(place, ts), replies: [] });
    roots.get(ts).replies.push(reply);
  }
  return [...roots.values()].sort((one, other) => byTime(one.root, other.root));
}

/** One thread: {root, replies}; null when there is no such thread here. */
export function threadIn(place, ts) {
  return rootsOf(place).find((one) => tsOf(one.root) === ts) ?? null;
}

const gone = (place, ts) => ({ id: `${place.id}/${ts}`, channel: place.id, user: null, text: "", isGone: true });

/** Remembers, for this page, up to where each person has read each place and thread. */
export class Seen {
  constructor() {
    this.until = new Map();
    this.begun = new Set();
  }

  /** The first look at a person's places counts everything as read, except where the playground says otherwise. */
  begin(person, places, unread) {
    if (this.begun.has(person)) return;
    this.begun.add(person);
    for (const place of places) {
      const waiting = unreadCount(unread, place);
      const lastRead = place.messages.at(-1 - waiting);
      if (lastRead) this.mark(person, place.key, tsOf(lastRead));
      for (const { root, replies } of rootsOf(place))
        if (replies.length) this.mark(person, `${place.key}/${tsOf(root)}`, tsOf(replies.at(-1)));
    }
  }

  mark(person, key, ts) {
    const before = this.until.get(`${person} ${key}`) ?? "0";
    if (Number.parseFloat(ts) > Number.parseFloat(before)) this.until.set(`${person} ${key}`, ts);
  }

  /** How many of `messages` came after the last look, not counting one's own. */
  fresh(person, key, messages) {
    const until = Number.parseFloat(this.until.get(`${person} ${key}`) ?? "0");
    return messages.filter((one) => one.user !== person.split(" ").pop() && Number.parseFloat(tsOf(one)) > until)
      .length;
  }

  forget() {
    this.until.clear();
    this.begun.clear();
  }
}

function unreadCount(unread, place) {
  const told = unread?.[place.id] ?? unread?.[place.key];
  return typeof told === "number" ? told : 0;
}
