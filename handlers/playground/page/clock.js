// The product clock in the top bar: what time it is in the scene, and the buttons that skip ahead.

import { confirmed } from "./confirm.js";
import { longMoment, tomorrowAtNine, ZONE } from "./time.js";

const TICK_MS = 5000;

export class Clock {
  /** `act(call, body)` answers null when the playground refused; `onReset` is called after a new start. */
  constructor({ act, say, onReset }) {
    this.act = act;
    this.say = say;
    this.onReset = onReset;
    this.base = null;
    this.read = 0;
    this.face = document.getElementById("clock");
    const on = (id, does) => document.getElementById(id).addEventListener("click", () => this.during(id, does));
    on("clock-plus10", () => this.skip({ advance_s: 600 }));
    on("clock-tomorrow", () => this.skip({ to: tomorrowAtNine(this.now()).toISOString().replace(".000Z", "Z") }));
    on("clock-next", () => this.next());
    on("clock-reset", () => this.reset());
    setInterval(() => this.draw(), TICK_MS);
  }

  /** Product time now: the playground's last word plus what passed since. */
  now() {
    if (!this.base) return new Date("2026-11-18T09:30:00Z");
    return new Date(this.base.getTime() + performance.now() - this.read);
  }

  /** Takes the playground's word for what time it is (ISO text, or seconds). */
  set(told) {
    const moment = typeof told === "number" ? new Date(told * 1000) : new Date(told);
    if (Number.isNaN(moment.getTime())) return;
    this.base = moment;
    this.read = performance.now();
    this.draw();
  }

  draw() {
    const now = this.now();
    const words = `${longMoment(now, ZONE)} Berlin`;
    if (this.face.textContent !== words) this.face.textContent = words;
    this.face.dateTime = now.toISOString();
  }

  async during(id, does) {
    const buttons = [...document.querySelectorAll("#clock-buttons button")];
    if (buttons.some((one) => one.hasAttribute("aria-busy"))) return;
    const button = document.getElementById(id);
    button.setAttribute("aria-busy", "true");
    try {
      await does();
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  async skip(body) {
    const answer = await this.act("clock", body);
    if (answer?.now !== undefined) this.set(answer.now);
    if (answer?.note) this.say(answer.note);
    return answer;
  }

  async next() {
    const before = this.now();
    const answer = await this.skip({ to_next: true });
    if (!answer || answer.note) return;
    const hasMoved = this.now() - before > 5000;
    this.say(
      hasMoved
        ? `It is now ${longMoment(this.now(), ZONE)} in Berlin.`
        : "Nothing is planned, so the clock stays where it is.",
    );
  }

  async reset() {
    const isSure = await confirmed({
      title: "Start the scene again?",
      text: "Every message, promise and insight of this playground is forgotten, and the clock goes back to its start.",
      yes: "Start again",
      isDanger: true,
    });
    if (!isSure) return;
    const answer = await this.act("reset", {});
    if (answer) await this.onReset();
  }
}
