// Puts the page together: what the playground says about the people who are shown, and when to ask again.

import { ask, tell, watch } from "./api.js";
import { Clock } from "./clock.js";
import { el, fill } from "./dom.js";
import { appInfo } from "./info.js";
import { firstLayout, readLayout } from "./layout.js";
import { People } from "./people.js";
import { placesOf, rootsOf, Seen, tsOf } from "./places.js";
import { Stage } from "./stage.js";
import { drawStarters } from "./starters.js";
import { ZONE } from "./time.js";
import { announce, toast } from "./toast.js";

class App {
  constructor() {
    this.zone = ZONE;
    this.seen = new Seen();
    this.read = new Set();
    this.isLoading = false;
    this.isAskedAgain = false;
    this.stage = new Stage(this);
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

  async setTeam(team, panes = []) {
    this.team = team;
    await this.loadInfo();
    const known = panes.filter((one) => this.people.all.has(one.user));
    this.stage.set(known.length ? known : firstLayout(team, this.people));
    this.drawTeams();
    drawStarters((starter) => this.start(starter), this.people);
    document.getElementById("nobody").hidden = this.stage.panes.length > 0;
    await this.refresh();
  }

  /** Who is here and what the app offers; true when that differs from what was known. */
  async loadInfo() {
    const { team } = this;
    let told = {};
    try {
      told = await ask("app", { team });
    } catch (error) {
      if (error.status !== 404) this.warn(error.message);
    }
    const stamp = JSON.stringify([team, told]);
    if (team !== this.team || this.people?.stamp === stamp) return false;
    this.info = appInfo(told);
    this.people = new People(team, told.people ?? []);
    this.people.stamp = stamp;
    return true;
  }

  async catchUp() {
    const isNew = await this.loadInfo();
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

  pick(pane, user) {
    return this.stage.pick(pane, user);
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
    const { team } = this;
    const { user } = pane;
    let state;
    try {
      state = await ask("state", { viewer: user, team, seen: pane.channel });
    } catch (error) {
      pane.fail(error.message);
      return;
    }
    if (pane.user !== user || this.team !== team) return;
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
    const known = wanted.panes.filter((one) => this.people.all.has(one.user));
    if (known.length) this.stage.set(known);
    return this.refresh();
  }

  drawTeams() {
    const button = (one) => {
      const props = {
        type: "button",
        "aria-pressed": String(one.id === this.team),
        data: { testid: `team-${one.id}` },
      };
      return el("button", { ...props, on: { click: () => this.switchTeam(one.id) } }, one.name);
    };
    fill(document.getElementById("teams"), this.info.teams.map(button));
  }

  async switchTeam(team) {
    if (team === this.team) return;
    await this.setTeam(team);
    document.querySelector(`[data-testid="team-${team}"]`).focus();
  }

  /** Reads a new message aloud for screen readers, once. */
  announce(message, where) {
    if (this.read.has(message.id)) return;
    this.read.add(message.id);
    const words = (message.plain ?? message.text ?? "").slice(0, 300);
    const privately = message.ephemeral_for ? ", only visible to you" : "";
    announce(`${this.people.name(message.user)} in ${where}${privately}: ${words}`);
  }

  async afterReset() {
    this.seen.forget();
    await this.loadInfo();
    this.stage.set(firstLayout(this.team, this.people));
    await this.refresh();
    toast("The scene starts again.", "note");
  }

  /** Opens the starter's place (a thread: the latest that a customer began) and fills the composer. */
  async start(starter) {
    const pane = await this.stage.paneOf(starter.user);
    pane.go(starter.place, starter.inThread ? this.latestThread(pane, starter.place) : null);
    pane.composer.write(starter.text);
    pane.composer.area.focus();
  }

  latestThread(pane, key) {
    const place = pane.state && placesOf(pane.state, this.people).find((one) => one.key === key);
    const asked = place ? rootsOf(place).filter(({ root }) => /customer/.test(this.people.get(root.user).role)) : [];
    return asked.length ? tsOf(asked.at(-1).root) : null;
  }
}

new App().begin();
