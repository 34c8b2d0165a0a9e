// The strip "Try this": a few beginnings that fill a composer and leave the sending to the person.

import { el, fill, iconButton } from "./dom.js";
import { paneFor } from "./layout.js";
import { KINDLINE } from "./people.js";
import { placesOf, rootsOf, tsOf } from "./places.js";

const KEPT = "kindline-playground-strip";
const CHAT = `dm-${KINDLINE}`;
const INSIGHT = [
  'Two customers thought "pay in autumn" means that the bike is delivered in autumn',
  "#spring-ride customer:Annelie heard:confusion",
].join(" ");

/** `platform`: only there; else where the person is shown. `beside`: who should be on the stage to see it arrive. */
const STARTERS = [
  {
    id: "customer",
    user: "U0ANNELIE",
    place: "C0HELP",
    title: "A worried customer writes",
    hint: "Annelie, help-marigold",
    text: [
      "Hi, the rain cover for Mila's child seat (order MB-44120) should have been here last week,",
      "and the tracking hasn't moved since. We're off on a trip on Saturday.",
      "Where is it, and can I still add a second one to the order?",
    ].join(" "),
  },
  {
    id: "promise",
    user: "U0FRIEDA",
    place: "C0HELP",
    inThread: true,
    title: "An agent makes a promise",
    hint: "Frieda; then skip the clock",
    text: "I'm asking the warehouse right now, and I'll call you back by Friday noon with a date.",
  },
  {
    id: "insight",
    user: "U0FRIEDA",
    place: "C0HELP",
    platform: "slack",
    title: "Pass on what customers say",
    hint: "Frieda, to Milo in marketing",
    beside: { user: "U0MILO", platform: "slack" },
    text: `/insight ${INSIGHT}`,
  },
  {
    id: "crossing",
    user: "U0FRIEDA",
    place: CHAT,
    platform: "teams",
    title: "From Teams to Slack, and back",
    hint: "Frieda on Teams, Milo on Slack",
    beside: { user: "U0MILO", platform: "slack" },
    text: "insight Three customers asked whether the child seat fits the new e-bike #child-seats heard:confusion",
  },
];

export class Starters {
  /** `app` has team, workspaces, stage and people (of its main workspace). */
  constructor(app) {
    this.app = app;
  }

  draw() {
    const { people, team, workspaces } = this.app;
    const strip = document.getElementById("starters");
    const isFitting = (one) => people.all.has(one.user) && (!one.platform || workspaces.on(team, one.platform));
    const fitting = STARTERS.filter(isFitting);
    strip.hidden = localStorage.getItem(KEPT) === "closed" || fitting.length < 3;
    if (strip.hidden) return;
    const close = () => {
      localStorage.setItem(KEPT, "closed");
      strip.hidden = true;
    };
    fill(
      strip,
      el("div", {}, el("h2", {}, "Try this"), el("p", { class: "soft strip-note" }, "It fills the box; press Enter.")),
      el("ol", {}, fitting.map((one, at) => el("li", {}, this.button(one, at + 1)))),
      iconButton("close", "Hide these suggestions", close, { data: { testid: "starters-close" } }),
    );
  }

  button(starter, step) {
    const props = { type: "button", class: "starter", data: { testid: `starter-${starter.id}` } };
    return el(
      "button",
      { ...props, on: { click: () => this.start(starter) } },
      el("span", { class: "step", "aria-hidden": "true" }, String(step)),
      el("span", {}, el("strong", {}, starter.title), el("span", { class: "soft" }, starter.hint)),
    );
  }

  /** Opens the starter's place (a thread: the latest that a customer began) and fills the composer. */
  async start(starter) {
    const { stage } = this.app;
    if (starter.beside) await stage.paneOf(this.teamOf(starter.beside), starter.beside.user, starter.user);
    const pane = await stage.paneOf(this.teamOf(starter), starter.user, starter.beside?.user);
    if (!pane.state) await this.app.refresh();
    pane.go(starter.place, starter.inThread ? latestThread(pane, starter.place) : null);
    pane.composer.begin(starter.text);
  }

  teamOf({ user, platform }) {
    const { stage, team, workspaces } = this.app;
    if (platform) return workspaces.on(team, platform);
    const shown = stage.panes.find((one) => one.user === user) ?? stage.panes[0];
    return shown?.team ?? paneFor(team, user).team;
  }
}

function latestThread(pane, key) {
  const place = pane.state && placesOf(pane.state, pane.people).find((one) => one.key === key);
  const asked = place ? rootsOf(place).filter(({ root }) => /customer/.test(pane.people.get(root.user).role)) : [];
  return asked.length ? tsOf(asked.at(-1).root) : null;
}
