// Shows the messages of a channel, a direct message or a thread by days, and keeps the reader's place.

import { el } from "./dom.js";
import { keyed } from "./keyed.js";
import { messageNode } from "./message.js";
import { atOf, rootsOf, threadIn, threadOf, tsOf } from "./places.js";
import { placeName } from "./platforms.js";
import { dayKey, dayName } from "./time.js";

export class Listing {
  constructor() {
    this.list = el("ol", { class: "messages" });
    this.node = el("div", { class: "scroll", data: { testid: "messages" } }, this.list);
    this.shown = "";
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("focusin", (event) => this.onFocus(event));
    new ResizeObserver(() => this.isAtEnd && this.toEnd()).observe(this.node);
    this.node.addEventListener("scroll", () => (this.isAtEnd = this.distance() < 60));
    this.isAtEnd = true;
  }

  distance() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight;
  }

  toEnd() {
    this.node.scrollTop = this.node.scrollHeight;
  }

  /** Draws `place`, or one `thread` of it; `view` is what `messageNode` needs, plus now and fresh(ts, replies). */
  draw(place, thread, view) {
    const where = `${view.team} ${view.user} ${place.key} ${thread ?? ""}`;
    const isNew = where !== this.shown;
    if (isNew) this.list.replaceChildren();
    this.shown = where;
    this.list.setAttribute("aria-label", thread ? "Thread" : `Messages in ${place.name}`);
    const entries = thread ? threadEntries(place, thread, view) : placeEntries(place, view);
    keyed(this.list, entries.length ? entries : [empty(place, view)]);
    this.keepOneTabStop();
    if (isNew || this.isAtEnd) this.toEnd();
    this.isAtEnd = isNew ? true : this.isAtEnd;
  }

  focusOn(id) {
    const item = [...this.list.querySelectorAll(".message")].find((one) => one.dataset.messageId === id);
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: "center" });
    this.isAtEnd = false;
  }

  keepOneTabStop() {
    const items = [...this.list.querySelectorAll(".message")];
    if (!items.some((one) => one.tabIndex === 0)) items.at(-1)?.setAttribute("tabindex", "0");
  }

  onFocus(event) {
    const item = event.target.closest?.(".message");
    if (!item) return;
    for (const one of this.list.querySelectorAll(".message[tabindex='0']")) one.setAttribute("tabindex", "-1");
    item.setAttribute("tabindex", "0");
  }

  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -1e6, End: 1e6 }[event.key];
    if (!step || !event.target.matches(".message")) return;
    event.preventDefault();
    const items = [...this.list.querySelectorAll(".message")];
    const next = items.indexOf(event.target) + step;
    items[Math.max(0, Math.min(items.length - 1, next))].focus();
  }
}

function empty(place, view) {
  const words =
    place.kind === "dm" ? `Nothing from ${place.name} yet.` : `Nothing in ${placeName(view.platform, place)} yet.`;
  return { key: "empty", print: words, build: () => el("li", { class: "empty soft" }, words) };
}

function placeEntries(place, view) {
  const entries = [];
  let day = "";
  for (const { root, replies } of rootsOf(place)) {
    day = withDay(entries, root, day, view);
    const thread = replies.length ? summary(root, replies, view) : null;
    entries.push(entry(root, view, thread));
  }
  return entries;
}

function threadEntries(place, ts, view) {
  const found = threadIn(place, ts);
  if (!found)
    return [
      {
        key: "gone",
        print: "gone",
        build: () => el("li", { class: "empty soft" }, `This ${view.platform.thread.toLowerCase()} isn't here any more.`),
      },
    ];
  const entries = [];
  withDay(entries, found.root, "", view);
  entries.push(entry(found.root, view, null));
  const visible = found.replies.filter((one) => !one.ephemeral_for).length;
  const words = visible === 0 ? "" : visible === 1 ? "1 reply" : `${visible} replies`;
  if (found.replies.length)
    entries.push({ key: "rule", print: words, build: () => el("li", { class: "rule soft" }, words) });
  let day = dayKey(atOf(found.root), view.zone);
  for (const reply of found.replies) {
    day = withDay(entries, reply, day, view);
    entries.push(entry(reply, view, null));
  }
  return entries;
}

function withDay(entries, message, day, view) {
  const at = atOf(message);
  const key = dayKey(at, view.zone);
  if (key === day) return day;
  const words = dayName(at, view.now, view.zone);
  entries.push({
    key: `day-${key}-${tsOf(message)}`,
    print: words,
    build: () => el("li", { class: "day" }, el("span", {}, words)),
  });
  return key;
}

function summary(root, replies, view) {
  const open = replies.filter((one) => !one.ephemeral_for);
  const authors = [...new Set(replies.map((one) => one.user))].slice(0, 3);
  return { count: open.length, hidden: replies.length - open.length, authors, fresh: view.fresh(tsOf(root), replies) };
}

function entry(message, view, thread) {
  const print = JSON.stringify([message, thread, view.team, view.stamp, threadOf(message)]);
  return {
    key: message.id + (message.ephemeral_for ? "!" : ""),
    print,
    build: () => messageNode(message, view, thread),
  };
}
