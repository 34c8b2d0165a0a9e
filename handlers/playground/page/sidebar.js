// The narrow list of one person's places: channels, direct messages, Home, with a mark where something is unread.

import { arrowKeys, el, icon } from "./dom.js";
import { keyed } from "./keyed.js";
import { avatar } from "./people.js";
import { placeName } from "./platforms.js";

export class Sidebar {
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.list = el("div", { class: "places-list" });
    this.node = el("nav", { class: "places", data: { testid: "places" } }, this.list);
    arrowKeys(this.list, "button");
  }

  /** `pane` says who looks (person), at whom (people) and on which platform; `fresh(place)` how much waits unread. */
  draw(places, current, { person, people, platform }, fresh) {
    this.node.setAttribute("aria-label", `${person.name}'s places`);
    const entries = [];
    for (const [kind, title] of platform.groups) {
      const inside = places.filter((one) => one.kind === kind);
      if (!inside.length) continue;
      entries.push({ key: `title-${kind}`, print: title, build: () => el("p", { class: "places-title" }, title) });
      for (const place of inside) {
        const count = place.key === current ? 0 : fresh(place);
        const shown = { isCurrent: place.key === current, count, platform };
        const print = JSON.stringify([place.name, shown, people.get(place.other).name]);
        entries.push({ key: place.key, print, build: () => this.row(place, shown, people) });
      }
    }
    keyed(this.list, entries);
  }

  row(place, { isCurrent, count, platform }, people) {
    const sign = {
      channel: () => platform.sign && el("span", { class: "sign", "aria-hidden": "true" }, platform.sign),
      dm: () => avatar(people.get(place.other)),
      home: () => icon("house"),
    };
    const props = {
      type: "button",
      class: `place${count ? " is-unread" : ""}`,
      "aria-current": isCurrent ? "page" : null,
      title: placeName(platform, place),
    };
    return el(
      "button",
      {
        ...props,
        data: { place: place.key, testid: `place-${place.key}` },
        on: { click: () => this.onChoose(place.key) },
      },
      sign[place.kind](),
      el("span", { class: "place-name" }, place.name),
      count > 0 &&
        el(
          "span",
          { class: "pill", data: { testid: "unread" } },
          String(count),
          el("span", { class: "only-read" }, " unread"),
        ),
    );
  }
}
