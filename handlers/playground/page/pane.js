// One person's view of the workspace: their places and what they can see there.

import { Composer } from "./composer.js";
import { Doing } from "./doing.js";
import { el, fill, iconButton } from "./dom.js";
import { Home } from "./home.js";
import { Listing } from "./listing.js";
import { Modal } from "./modal.js";
import { HOME, placesOf, rootsOf, threadIn, threadOf, tsOf } from "./places.js";
import { drawPaneHead } from "./panehead.js";
import { Sidebar } from "./sidebar.js";

export class Pane {
  /**
   * `app` is what main.js offers: people, info, zone, now(), act(call, body) → answer or null, seen, changed(),
   * pick(pane, user), closePane(pane), announce(message, where), warn(sentence). `spec` is {user, place, thread}.
   */
  constructor(app, spec) {
    this.app = app;
    this.spec = spec;
    this.state = null;
    this.hidden = new Set();
    this.heard = null;
    this.hasBegun = false;
    this.sidebar = new Sidebar((key) => this.go(key));
    this.listing = new Listing();
    this.home = new Home();
    this.doing = new Doing(this);
    this.composer = new Composer(this.doing);
    this.modal = new Modal(this);
    this.head = el("header", { class: "pane-head" });
    this.title = el("div", { class: "view-head" });
    this.trouble = el("p", { class: "trouble", role: "status", hidden: true });
    this.view = el(
      "div",
      { class: "view" },
      this.title,
      this.trouble,
      this.listing.node,
      this.home.node,
      this.composer.node,
    );
    this.inside = el("div", { class: "pane-inside" }, this.sidebar.node, this.view);
    this.node = el(
      "section",
      { class: "pane" },
      this.head,
      el("div", { class: "pane-body" }, this.inside, this.modal.node),
    );
    this.node.addEventListener(
      "keydown",
      (event) => event.key === "Escape" && this.spec.thread && this.go(this.spec.place),
    );
    this.node.addEventListener("click", (event) => this.onLink(event));
    this.drawHead();
  }

  get user() {
    return this.spec.user;
  }

  get person() {
    return this.app.people.get(this.user);
  }

  get people() {
    return this.app.people;
  }

  get seenAs() {
    return `${this.app.team} ${this.user}`;
  }

  /** Shows the message with this id ("C0HELP/ts"), if this person can see it; answers whether they can. */
  goToMessage(id) {
    const place = this.places().find((one) => one.id === id.split("/")[0]);
    const message = place?.messages.find((one) => one.id === id);
    if (!message) return false;
    const hasReplies = rootsOf(place).some(({ root, replies }) => root.id === id && replies.length);
    this.go(place.key, threadOf(message) ?? (hasReplies ? tsOf(message) : null));
    this.listing.focusOn(id);
    return true;
  }

  // A link to a message of this workspace opens in the pane where it was pressed, as it would in Slack.
  onLink(event) {
    const link = event.target.closest?.("a[href]");
    const found = link && new URL(link.href).pathname.match(/^\/archives\/(\w+)\/p(\d+)(\d{6})$/);
    if (!found || new URL(link.href).host !== location.host) return;
    event.preventDefault();
    const isShown = this.goToMessage(`${found[1]}/${found[2]}.${found[3]}`);
    if (!isShown) this.app.warn(`${this.person.name} can't see that message, or it is gone.`);
  }

  /** Becomes another person's pane. */
  become(spec) {
    this.spec = spec;
    this.state = null;
    this.heard = null;
    this.hasBegun = false;
    this.hidden.clear();
    this.modal.hide();
    this.drawHead();
  }

  drawHead() {
    const { person } = this;
    this.node.dataset.testid = `pane-${this.user}`;
    this.node.dataset.user = this.user;
    this.node.setAttribute("aria-label", `What ${person.name} sees`);
    const pick = (user) => this.app.pick(this, user);
    drawPaneHead(this.head, person, this.people, { pick, close: () => this.app.closePane(this) });
  }

  /** Goes to a place, or to a thread of it. */
  go(place, thread = null) {
    const isLeavingThread = this.spec.thread && !thread && this.spec.place === place;
    this.spec = { ...this.spec, place, thread };
    this.app.changed();
    this.draw();
    if (place === HOME) this.doing.openHome();
    else if (thread || isLeavingThread) this.composer.area.focus({ preventScroll: true });
  }

  update(state) {
    this.state = state;
    this.trouble.hidden = true;
    this.app.seen.begin(this.seenAs, this.places(), state.unread);
    this.draw();
    this.modal.show(state.modal);
    this.inside.inert = Boolean(state.modal);
    if (!this.hasBegun && this.spec.place === HOME) this.doing.openHome();
    this.hasBegun = true;
  }

  /** Shows why nothing newer can be shown. */
  fail(sentence) {
    this.trouble.hidden = false;
    this.trouble.textContent = sentence;
  }

  places() {
    return this.state ? placesOf(this.state, this.people, !this.person.is_external) : [];
  }

  current(places) {
    return (
      places.find((one) => one.key === this.spec.place) ?? places.find((one) => one.kind === "channel") ?? places[0]
    );
  }

  draw() {
    if (!this.state) return;
    const places = this.places().map((one) => ({
      ...one,
      messages: one.messages.filter((message) => !this.hidden.has(message.id)),
    }));
    const place = this.current(places);
    if (!place) return this.fail(`${this.person.name} isn't in any channel.`);
    const thread = place.key === this.spec.place ? this.spec.thread : null;
    const isHome = place.key === HOME;
    this.hear(place);
    this.app.seen.mark(this.seenAs, place.key, place.messages.at(-1) ? tsOf(place.messages.at(-1)) : "0");
    const replies = thread ? (threadIn(place, thread)?.replies ?? []) : [];
    if (replies.length) this.app.seen.mark(this.seenAs, `${place.key}/${thread}`, tsOf(replies.at(-1)));
    this.sidebar.draw(places, place.key, this.person, this.people, (one) =>
      this.app.seen.fresh(this.seenAs, one.key, one.messages),
    );
    this.drawTitle(place, thread);
    this.listing.node.hidden = isHome;
    this.composer.node.hidden = isHome;
    this.home.node.hidden = !isHome;
    if (isHome)
      return this.home.draw(this.state.home, this.env({ view: this.state.home?.id ?? HOME }), this.app.people.stamp);
    this.listing.draw(place, thread, this.messageView(place, thread));
    this.composer.aim(
      `${this.user} ${place.key} ${thread ?? ""}`,
      this.composerLabel(place, thread),
      this.doing.shortcuts("global").length + this.doing.relays().length > 0,
    );
  }

  composerLabel(place, thread) {
    if (thread) return "Reply in this thread";
    return place.kind === "dm" ? `Message ${place.name}` : `Message #${place.name}`;
  }

  drawTitle(place, thread) {
    const name = place.kind === "channel" ? `#${place.name}` : place.name;
    const print = JSON.stringify([name, thread, place.isShared]);
    if (this.title.print === print) return;
    this.title.print = print;
    const back =
      thread && iconButton("back", `Back to ${name}`, () => this.go(place.key), { data: { testid: "thread-back" } });
    fill(
      this.title,
      back,
      el("h2", {}, thread ? "Thread" : name),
      thread && el("span", { class: "soft" }, `in ${name}`),
      place.isShared && !thread && el("span", { class: "badge is-customer" }, "shared with customers"),
    );
  }

  messageView(place, thread) {
    const shortcuts = this.doing.shortcuts("message");
    return {
      user: this.user,
      people: this.people,
      names: this.names(),
      zone: this.app.zone,
      team: this.app.team,
      stamp: this.people.stamp,
      now: this.app.now(),
      env: (message) => this.env({ message: message.id }),
      shortcuts,
      does: this.messageDoings(place),
      canThread: !thread,
      fresh: (ts, replies) => this.app.seen.fresh(this.seenAs, `${place.key}/${ts}`, replies),
    };
  }

  messageDoings(place) {
    return {
      openThread: (ts) => this.go(place.key, ts),
      edit: (message) => this.composer.startEdit(message),
      dismiss: (message) => this.dismiss(message),
      react: (message, name, remove) => this.doing.react(message, name, remove),
      remove: (message) => this.doing.remove(message),
      shortcut: (message, one) => this.doing.shortcut(one, message),
    };
  }

  dismiss(message) {
    this.hidden.add(message.id);
    this.draw();
  }

  names() {
    const channels = this.state?.channels ?? [];
    return {
      person: (id) => this.people.name(id),
      channel: (id) => channels.find((one) => one.id === id)?.name ?? "a channel you can't see",
    };
  }

  /** What blocks need to draw themselves and to send a press of `target` ({message} or {view}). */
  env(target) {
    return {
      names: this.names(),
      people: () => this.people.humans,
      channels: () => this.state?.channels ?? [],
      zone: this.app.zone,
      press: (action) => this.doing.press(target, action),
    };
  }

  // Messages that arrived where this person is looking are read aloud once; their own and those from before are not.
  hear(place) {
    const ids = new Set(place.messages.map((one) => one.id));
    const where = place.kind === "channel" ? `#${place.name}` : `messages with ${place.name}`;
    if (this.heard?.key === place.key) {
      for (const one of place.messages)
        if (!this.heard.ids.has(one.id) && one.user !== this.user) this.app.announce(one, where);
    }
    this.heard = { key: place.key, ids };
  }

  /** The channel that the composer writes into. */
  get channel() {
    return this.place?.id;
  }

  get place() {
    return this.current(this.places());
  }

  focusAfterModal() {
    if (this.state && !this.state.modal) this.inside.inert = false;
    if (!this.composer.node.hidden) this.composer.area.focus({ preventScroll: true });
    else this.home.node.focus({ preventScroll: true });
  }
}
