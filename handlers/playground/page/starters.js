// The strip "Try this": three beginnings that fill a composer and leave the sending to the person.

import { el, fill, iconButton } from "./dom.js";

const KEPT = "kindline-playground-strip";

const STARTERS = [
  {
    id: "customer",
    user: "U0ANNELIE",
    place: "C0HELP",
    title: "A worried customer writes",
    hint: "Annelie, #help-marigold",
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
    hint: "Frieda, in the customer's thread",
    text: "I'm asking the warehouse right now, and I'll call you back by Friday noon with a date.",
  },
  {
    id: "insight",
    user: "U0FRIEDA",
    place: "C0HELP",
    title: "Pass on what customers say",
    hint: "Frieda, to marketing",
    text: [
      '/insight Two customers thought "pay in autumn" means that the bike is delivered in autumn',
      "#spring-ride customer:Annelie heard:confusion",
    ].join(" "),
  },
];

/** `start(starter)` opens the right place and fills the composer. */
export function drawStarters(start, people) {
  const strip = document.getElementById("starters");
  const isHidden = localStorage.getItem(KEPT) === "closed" || !STARTERS.every((one) => people.all.has(one.user));
  strip.hidden = isHidden;
  if (isHidden) return;
  const close = () => {
    localStorage.setItem(KEPT, "closed");
    strip.hidden = true;
  };
  const buttons = STARTERS.map((one, at) =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "starter", data: { testid: `starter-${one.id}` }, on: { click: () => start(one) } },
        el("span", { class: "step", "aria-hidden": "true" }, String(at + 1)),
        el("span", {}, el("strong", {}, one.title), el("span", { class: "soft" }, one.hint)),
      ),
    ),
  );
  fill(
    strip,
    el("h2", {}, "Try this"),
    el("ol", {}, buttons),
    el(
      "p",
      { class: "soft strip-note" },
      "Each fills the box; you press Enter. Then skip the clock to see the reminder.",
    ),
    iconButton("close", "Hide these suggestions", close, { data: { testid: "starters-close" } }),
  );
}
