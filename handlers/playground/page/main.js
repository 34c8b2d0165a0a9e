// Puts the page together: what the playground says about the people who are shown, and when to ask again.

import { ask, tell, watch } from "./api.js";
import { Clock } from "./clock.js";
import { el, fill } from "./dom.js";
import { firstLayout, readLayout } from "./layout.js";
import { Seen } from "./places.js";
import { Stage } from "./stage.js";
import { Starters } from "./starters.js";
import { ZONE } from "./time.js";
import { announce, toast } from "./toast.js";
import { Workspaces } from "./workspaces.js";

class App {
  constructor() {
    this.zone = ZONE;
    this.seen = new Seen();
    this.read = new Set();
    this.isLoading = false;
    this.isAskedAgain = false;
    this.workspaces = new Workspaces((sentence) => this.warn(sentence));
    this.stage = new Stage(this);
    this.starters = new Starters(this);
    this.clock = new Clock({
      act: (call, body) => this.act(call, body),
      say: (words) => toast(words, "note"),
      onReset: () => this.afterReset(),
    });
  }

  async begin() {
    const query = new URLSearchParams(location.search);
    const wanted = readLayout(location.hash, query.get("team"));
    history.replaceState(null, "", location.pathname + location.hash);
    await this.setTeam(wanted.team, wanted.panes);
    if (query.get("message")) for (const pane of this.stage.panes) pane.goToMessage(query.get("message"));
    document.querySelector(".skip").addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById("panes").focus();
    });
    window.addEventListener("hashchange", () => this.onAddress());
    const away = document.getElementById("away");
    watch(
      () => this.catchUp(),
      (isReachable) => (away.hidden = isReachable),
    );
  }

  /** Shows the company of `team`; without panes its first layout, in this very workspace. */
  async setTeam(team, panes = []) {
    await this.workspaces.look(team);
    this.team = this.workspaces.main(team);
    const known = this.known(panes);
    this.stage.set(known.length ? known : firstLayout(team, this.workspaces.people(team)));
    this.starters.draw();
    document.getElementById("nobody").hidden = this.stage.panes.length > 0;
    await this.refresh();
  }

  /** The panes that can be shown here, each with its workspace. */
  known(panes) {
    const placed = panes.map(({ platform, ...one }) => ({ ...one, team: this.workspaces.on(this.team, platform) }));
    return placed.filter((one) => one.team && this.workspaces.people(one.team).all.has(one.user));
  }

  /** The people of the company's main workspace. */
  get people() {
    return this.workspaces.people(this.team);
  }

  async catchUp() {
    const isNew = await this.workspaces.look(this.team);
    if (isNew) for (const pane of this.stage.panes) pane.drawHead();
    await this.refresh();
  }

  now() {
    return this.clock.now();
  }

  warn(sentence) {
    toast(sentence);
  }

  changed() {
    this.stage.writeAddress();
  }

  show(pane, spec) {
    return this.stage.show(pane, spec);
  }

  closePane(pane) {
    this.stage.close(pane);
  }

  /** Asks the playground to do something; says so when it refuses. Answers null then. */
  async act(call, body, isQuiet = false) {
    try {
      const answer = await tell(call, { team: this.team, ...body });
      await this.refresh();
      return answer;
    } catch (error) {
      if (!isQuiet) this.warn(error.message);
      return null;
    }
  }

  /** Asks for everything that is shown; calls that come meanwhile lead to one more round. */
  async refresh() {
    if (this.isLoading) {
      this.isAskedAgain = true;
      return this.loading;
    }
    this.isLoading = true;
    this.loading = this.rounds();
    return this.loading;
  }

  async rounds() {
    do {
      this.isAskedAgain = false;
      await Promise.all(this.stage.panes.map((pane) => this.load(pane)));
    } while (this.isAskedAgain);
    this.isLoading = false;
  }

  async load(pane) {
    const { user, team } = pane;
    let state;
    try {
      state = await ask("state", { viewer: user, team, seen: pane.channel });
    } catch (error) {
      pane.fail(error.message);
      return;
    }
    if (pane.user !== user || pane.team !== team) return;
    this.clock.set(state.now);
    try {
      pane.update(state);
    } catch (error) {
      console.error(error);
      pane.fail("Something here can't be drawn. The browser's console says what.");
    }
  }

  onAddress() {
    const wanted = readLayout(location.hash);
    if (wanted.team !== this.team) return this.setTeam(wanted.team, wanted.panes);
    const known = this.known(wanted.panes);
    if (known.length) this.stage.set(known);
    return this.refresh();
  }

  drawTeams() {
    const { teams } = this.stage;
    const button = (one) => {
      const isSecond = one.id !== this.workspaces.main(one.id);
      const props = {
        type: "button",
        "aria-pressed": String(teams.has(one.id)),
        "aria-label": isSecond ? one.name : null,
        data: { testid: `team-${one.id}` },
      };
      const words = isSecond ? `on ${this.workspaces.platform(one.id).name}` : one.name;
      return el("button", { ...props, on: { click: () => this.switchTeam(one.id) } }, words);
    };
    fill(document.getElementById("teams"), this.workspaces.all.map(button));
  }

  /** Everybody on the stage goes there; to another company, its own people come. */
  async switchTeam(team) {
    const { panes, teams } = this.stage;
    if (teams.size === 1 && teams.has(team)) return;
    const isSame = this.workspaces.main(team) === this.team;
    const platform = this.workspaces.platform(team).id;
    const stay = isSame ? panes.map(({ spec }) => ({ ...spec, platform, thread: null })) : [];
    await this.setTeam(team, stay.filter((one, at) => stay.findIndex(({ user }) => user === one.user) === at));
    document.querySelector(`[data-testid="team-${team}"]`).focus();
  }

  /** Reads a new message aloud for screen readers, once. */
  announce(pane, message, where) {
    const key = `${pane.team} ${message.id}`;
    if (this.read.has(key)) return;
    this.read.add(key);
    const words = (message.plain ?? message.text ?? "").slice(0, 300);
    const privately = message.ephemeral_for ? ", only visible to you" : "";
    announce(`${pane.people.name(message.user)} in ${where}${privately}: ${words}`);
  }

  async afterReset() {
    this.seen.forget();
    await this.workspaces.look(this.team);
    const [team] = this.stage.teams.size === 1 ? this.stage.teams : [this.team];
    this.stage.set(firstLayout(team, this.workspaces.people(team)));
    await this.refresh();
    toast("The scene starts again.", "note");
  }
}

new App().begin();
