// One person's view of the workspace: their places and what they can see there.

import { Composer } from "./composer.js";
import { Doing } from "./doing.js";
import { el, fill, iconButton } from "./dom.js";
import { Home } from "./home.js";
import { paneFor } from "./layout.js";
import { messageOfLink } from "./links.js";
import { Listing } from "./listing.js";
import { messageView } from "./messageview.js";
import { Modal } from "./modal.js";
import { drawPaneHead } from "./panehead.js";
import { HOME, placesOf, rootsOf, threadIn, threadOf, tsOf } from "./places.js";
import { placeName } from "./platforms.js";
import { Sidebar } from "./sidebar.js";

export class Pane {
  /**
   * `app` is what main.js offers: workspaces, zone, now(), act(call, body) → answer or null, seen, changed(),
   * show(pane, spec), closePane(pane), announce(message, where), warn(sentence). `spec` is {team, user, place, thread}.
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
    this.composer.node.hidden = true; // Until it is known where the words would go.
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

  get team() {
    return this.spec.team;
  }

  get platform() {
    return this.app.workspaces.platform(this.team);
  }

  get info() {
    return this.app.workspaces.info(this.team);
  }

  get people() {
    return this.app.workspaces.people(this.team);
  }

  get person() {
    return this.people.get(this.user);
  }

  get seenAs() {
    return `${this.team} ${this.user}`;
  }

  /** Shows the message with this id ("C0HELP/ts"), if this person can see it; answers whether they can. */
  goToMessage(id) {
    const place = this.places().find((one) => one.id === id.split("/")[0]);
    const message = place?.messages.find((one) => one.id === id);
    if (!message) return false;
    const { linksOpenThreads } = this.platform;
    const isThread = rootsOf(place).some(({ root, replies }) => root.id === id && (replies.length || linksOpenThreads));
    this.go(place.key, threadOf(message) ?? (isThread ? tsOf(message) : null));
    this.listing.focusOn(id);
    return true;
  }

  // A link to a message of this workspace opens in the pane where it was pressed, as it would in the real client.
  onLink(event) {
    const link = event.target.closest?.("a[href]");
    const id = link && messageOfLink(link.href);
    if (!id) return;
    event.preventDefault();
    if (!this.goToMessage(id)) this.app.warn(`${this.person.name} can't see that message, or it is gone.`);
  }

  /** Becomes another person's pane. */
  become(spec) {
    this.spec = spec;
    this.state = null;
    this.heard = null;
    this.hasBegun = false;
    this.hidden.clear();
    this.modal.hide();
    this.composer.node.hidden = true;
    this.drawHead();
  }

  drawHead() {
    const { person, platform } = this;
    const isTeams = platform.id === "teams";
    this.node.classList.toggle("is-teams", isTeams);
    this.node.dataset.testid = `pane-${this.user}${isTeams ? "-teams" : ""}`;
    this.node.dataset.user = this.user;
    this.node.setAttribute("aria-label", `What ${person.name} sees${isTeams ? " on Teams" : ""}`);
    drawPaneHead(this.head, person, this.people, this.platforms(), {
      pick: (user) => this.pick(paneFor(this.team, user)),
      move: (platformId) => this.move(platformId),
      close: () => this.app.closePane(this),
    });
  }

  platforms() {
    const { workspaces } = this.app;
    const all = workspaces.ofCompany(this.team).filter((one) => workspaces.people(one.id).all.has(this.user));
    return all.map((one) => ({ ...workspaces.platform(one.id), isShown: one.id === this.team }));
  }

  async pick(spec) {
    await this.app.show(this, spec);
    this.focusHead();
  }

  /** The same person on another platform, where possible at the same place. */
  async move(platformId) {
    const team = this.app.workspaces.on(this.team, platformId);
    await this.app.show(this, { ...this.spec, team, thread: null });
    this.head.querySelector(`[data-testid="on-${platformId}"]`)?.focus();
  }

  focusHead() {
    this.head.querySelector(".person-picker").focus();
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
    return this.state ? placesOf(this.state, this.people, !this.person.is_external, this.platform.hasHome) : [];
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
    this.sidebar.draw(places, place.key, this, (one) => this.app.seen.fresh(this.seenAs, one.key, one.messages));
    this.drawTitle(place, thread);
    this.view.dataset.kind = thread ? "thread" : place.kind;
    this.listing.node.hidden = isHome;
    this.composer.node.hidden = isHome;
    this.home.node.hidden = !isHome;
    if (isHome)
      return this.home.draw(this.state.home, this.env({ view: this.state.home?.id ?? HOME }), this.people.stamp);
    this.listing.draw(place, thread, messageView(this, place, thread));
    this.composer.aim(
      `${this.seenAs} ${place.key} ${thread ?? ""}`,
      thread ? this.platform.writeReply : this.platform.writeIn(place),
      this.doing.offers().length ? this.platform.offers : "",
    );
  }

  drawTitle(place, thread) {
    const name = placeName(this.platform, place);
    const print = JSON.stringify([name, thread, place.isShared]);
    if (this.title.print === print) return;
    this.title.print = print;
    const back =
      thread && iconButton("back", `Back to ${name}`, () => this.go(place.key), { data: { testid: "thread-back" } });
    fill(
      this.title,
      back,
      el("h2", {}, thread ? this.platform.thread : name),
      thread && el("span", { class: "soft" }, `in ${name}`),
      place.isShared && !thread && el("span", { class: "badge is-customer" }, "shared with customers"),
    );
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
      tellsLinks: this.platform.tellsLinks,
      press: (action) => this.doing.press(target, action),
    };
  }

  // Messages that arrived where this person is looking are read aloud once; their own and those from before are not.
  hear(place) {
    const ids = new Set(place.messages.map((one) => one.id));
    const where = place.kind === "channel" ? placeName(this.platform, place) : `messages with ${place.name}`;
    if (this.heard?.key === place.key) {
      for (const one of place.messages)
        if (!this.heard.ids.has(one.id) && one.user !== this.user) this.app.announce(this, one, where);
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
