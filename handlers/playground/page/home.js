// Kindline's App Home, as one person sees it.

import { blockNodes } from "./blocks.js";
import { el } from "./dom.js";
import { keyed } from "./keyed.js";

export class Home {
  constructor() {
    this.inner = el("div", { class: "home-inner" });
    this.node = el(
      "div",
      {
        class: "home scroll",
        tabindex: "0",
        role: "region",
        "aria-label": "Kindline Home",
        data: { testid: "home" },
        hidden: true,
      },
      this.inner,
    );
  }

  draw(home, env, stamp) {
    const blocks = home?.blocks ?? [];
    const empty = {
      key: "empty",
      print: "empty",
      build: () => el("p", { class: "empty soft" }, "Kindline hasn't drawn a home page for this person yet."),
    };
    const full = {
      key: home?.id ?? "home",
      print: JSON.stringify([blocks, stamp]),
      build: () => el("div", {}, blockNodes(blocks, env)),
    };
    keyed(this.inner, [blocks.length ? full : empty]);
  }
}
