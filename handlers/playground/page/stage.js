// Holds the people who are shown side by side: opens, closes and changes panes, and keeps the address in step.

import { el, fill } from "./dom.js";
import { MOST_PANES, nextPane, paneFor, writeLayout } from "./layout.js";
import { Pane } from "./pane.js";

export class Stage {
  /** `app` is what a `Pane` needs, plus team and refresh(). */
  constructor(app) {
    this.app = app;
    this.panes = [];
    this.front = 0;
    this.grid = document.getElementById("panes");
    this.tabs = document.getElementById("tabs");
    this.more = document.getElementById("open-pane");
    this.more.addEventListener("click", () => this.open());
  }

  /** Starts anew with these panes: [{user, place, thread}]. */
  set(specs) {
    this.panes = specs.map((spec) => new Pane(this.app, spec));
    this.front = 0;
    this.draw();
  }

  draw() {
    this.front = Math.min(this.front, this.panes.length - 1);
    this.place();
    this.toFront(this.front);
    this.more.hidden = this.panes.length >= MOST_PANES || !nextPane(this.app.people, this.users());
    this.writeAddress();
  }

  // A pane that stays is not taken out and put back: it would lose the focus and its place in the messages.
  place() {
    const wanted = this.panes.map((pane) => pane.node);
    for (const node of [...this.grid.children]) if (!wanted.includes(node)) node.remove();
    wanted.forEach((node, at) => {
      const there = this.grid.children[at];
      if (there !== node) this.grid.insertBefore(node, there ?? null);
    });
  }

  /** On a narrow page only this pane is seen. */
  toFront(at) {
    this.front = at;
    this.panes.forEach((pane, index) => pane.node.classList.toggle("is-front", index === at));
    const tab = (pane, index) => {
      const props = { type: "button", class: "tab", "aria-pressed": String(index === at) };
      return el("button", { ...props, on: { click: () => this.toFront(index) } }, pane.person.name.split(" ")[0]);
    };
    fill(this.tabs, this.panes.map(tab));
  }

  users() {
    return this.panes.map((pane) => pane.user);
  }

  open() {
    const spec = nextPane(this.app.people, this.users());
    if (!spec) return;
    this.panes = [...this.panes, new Pane(this.app, spec)];
    this.front = this.panes.length - 1;
    this.draw();
    this.app.refresh();
    this.panes.at(-1).node.querySelector(".person-picker").focus();
  }

  close(pane) {
    if (this.panes.length < 2) {
      this.app.warn("One person stays, so that there is something to see.");
      return;
    }
    this.panes = this.panes.filter((one) => one !== pane);
    this.draw();
    this.panes[0].node.querySelector(".person-picker").focus();
  }

  /** Shows `user` in `pane`; somebody who is shown elsewhere changes places. */
  async pick(pane, user, spec = paneFor(user)) {
    const other = this.panes.find((one) => one.user === user);
    const before = pane.spec;
    pane.become(other ? other.spec : spec);
    other?.become(before);
    this.draw();
    pane.node.querySelector(".person-picker").focus();
    await this.app.refresh();
  }

  /** The pane of `user`, on the stage and in front; the last pane becomes theirs when they had none. */
  async paneOf(user) {
    let pane = this.panes.find((one) => one.user === user);
    if (!pane) {
      pane = this.panes.at(-1);
      await this.pick(pane, user);
    }
    this.toFront(this.panes.indexOf(pane));
    return pane;
  }

  writeAddress() {
    const specs = this.panes.map((pane) => pane.spec);
    const words = writeLayout(this.app.team, specs);
    if (words !== location.hash) history.replaceState(null, "", words);
  }
}
