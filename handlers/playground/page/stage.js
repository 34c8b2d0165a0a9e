// Holds the people who are shown side by side: opens, closes and changes panes, and keeps the address in step.

import { el, fill } from "./dom.js";
import { MOST_PANES, nextPane, paneFor, writeLayout } from "./layout.js";
import { Pane } from "./pane.js";

export class Stage {
  /** `app` is what a `Pane` needs, plus team, workspaces and refresh(). */
  constructor(app) {
    this.app = app;
    this.panes = [];
    this.front = 0;
    this.grid = document.getElementById("panes");
    this.tabs = document.getElementById("tabs");
    this.more = document.getElementById("open-pane");
    this.more.addEventListener("click", () => this.open());
  }

  /** Starts anew with these panes: [{team, user, place, thread}]. */
  set(specs) {
    this.panes = specs.map((spec) => new Pane(this.app, spec));
    this.front = 0;
    this.draw();
  }

  draw() {
    this.front = Math.min(this.front, this.panes.length - 1);
    this.place();
    this.toFront(this.front);
    this.more.hidden = this.panes.length >= MOST_PANES || !this.next();
    this.writeAddress();
    this.app.drawTeams();
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
      const where = pane.team === this.app.team ? "" : ` on ${pane.platform.name}`;
      const words = `${pane.person.name.split(" ")[0]}${where}`;
      return el("button", { ...props, on: { click: () => this.toFront(index) } }, words);
    };
    fill(this.tabs, this.panes.map(tab));
  }

  next() {
    const { team, workspaces } = this.app;
    return nextPane(
      team,
      workspaces.people(team),
      this.panes.map((pane) => pane.user),
    );
  }

  open(spec = this.next()) {
    if (!spec) return;
    const { activeElement } = document;
    this.panes = [...this.panes, new Pane(this.app, spec)];
    this.front = this.panes.length - 1;
    this.draw();
    this.app.refresh();
    if (activeElement === this.more) this.panes.at(-1).focusHead();
  }

  close(pane) {
    if (this.panes.length < 2) {
      this.app.warn("One person stays, so that there is something to see.");
      return;
    }
    this.panes = this.panes.filter((one) => one !== pane);
    this.draw();
    this.panes[0].focusHead();
  }

  find(team, user) {
    return this.panes.find((one) => one.team === team && one.user === user);
  }

  /** Shows in `pane` what `spec` says; somebody who is shown elsewhere changes places. */
  async show(pane, spec) {
    const other = this.find(spec.team, spec.user);
    const before = pane.spec;
    if (other === pane) return;
    pane.become(other ? other.spec : spec);
    other?.become(before);
    this.draw();
    await this.app.refresh();
  }

  /**
   * The pane of `user`, on the stage and in front. Where they had none in this workspace: their pane in another one,
   * a new one, or the last that doesn't show `kept` becomes theirs.
   */
  async paneOf(team, user, kept = "") {
    let pane = this.find(team, user);
    const sameUser = this.panes.find((one) => one.user === user);
    if (!pane && !sameUser && this.panes.length < MOST_PANES) {
      this.open(paneFor(team, user));
      pane = this.panes.at(-1);
    } else if (!pane) {
      pane = sameUser ?? this.panes.filter((one) => one.user !== kept).at(-1);
      await this.show(pane, paneFor(team, user));
    }
    this.toFront(this.panes.indexOf(pane));
    return pane;
  }

  /** The workspaces that are on the stage. */
  get teams() {
    return new Set(this.panes.map((pane) => pane.team));
  }

  writeAddress() {
    const specs = this.panes.map((pane) => ({ ...pane.spec, platform: pane.platform.id }));
    const words = writeLayout(this.app.team, specs);
    if (words !== location.hash) history.replaceState(null, "", words);
  }
}
