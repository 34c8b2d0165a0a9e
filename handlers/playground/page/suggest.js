// Offers commands and people while somebody types; arrow keys choose, Enter or Tab takes one.

import { el, fill } from "./dom.js";

let serial = 0;

export class Suggest {
  /**
   * `sources` has commands() → [{command, description, usage_hint}], mentionable() → [{id, name, role}] and hasSlash:
   * whether commands begin with "/". Where they don't, a message may begin with the same letters: there Enter sends
   * what was typed until an arrow key has chosen.
   */
  constructor(area, sources) {
    this.area = area;
    this.sources = sources;
    this.id = `suggest-${(serial += 1)}`;
    this.node = el("div", {
      class: "suggest",
      role: "listbox",
      id: this.id,
      "aria-label": "Suggestions",
      hidden: true,
    });
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", this.id);
    this.offers = [];
    this.at = 0;
    this.isChosen = false;
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** Looks at what stands before the caret and shows what fits. */
  look() {
    const before = this.area.value.slice(0, this.area.selectionStart);
    const word = before.match(this.sources.hasSlash ? /^\/\S*$/ : /^\/?(\p{L}+)$/u);
    const mention = before.match(/(?:^|\s)@([\p{L}\p{N}]*)$/u);
    if (word) this.show(this.commands(word[1] ?? word[0]), this.sources.hasSlash);
    else if (mention) this.show(this.people(mention[1]));
    else this.hide();
  }

  commands(word) {
    const fitting = this.sources.commands().filter((one) => one.command.startsWith(word.toLowerCase()));
    return fitting.map((one) => ({
      label: one.command,
      hint: one.description,
      more: one.usage_hint,
      whole: one.command,
      from: 0,
    }));
  }

  people(word) {
    const from = this.area.selectionStart - word.length - 1;
    const fits = (name) =>
      name
        .toLowerCase()
        .split(/\s+/)
        .some((part) => part.startsWith(word.toLowerCase()));
    const fitting = this.sources
      .mentionable()
      .filter((one) => fits(one.name))
      .slice(0, 7);
    return fitting.map((one) => ({ label: `@${one.name}`, hint: one.role, whole: `@${one.name}`, from }));
  }

  show(offers, isChosen = true) {
    this.offers = offers;
    this.at = 0;
    this.isChosen = isChosen;
    this.node.hidden = offers.length === 0;
    this.draw();
  }

  hide() {
    this.show([]);
  }

  draw() {
    fill(
      this.node,
      this.offers.map((one, at) => {
        const props = {
          class: "suggestion",
          role: "option",
          id: `${this.id}-${at}`,
          "aria-selected": String(at === this.at),
        };
        const take = (event) => {
          event.preventDefault();
          this.at = at;
          this.take();
        };
        return el(
          "div",
          { ...props, on: { pointerdown: take } },
          el("strong", {}, one.label),
          el("span", { class: "soft" }, one.hint),
          one.more && el("code", {}, one.more),
        );
      }),
    );
    if (this.isOpen) this.area.setAttribute("aria-activedescendant", `${this.id}-${this.at}`);
    else this.area.removeAttribute("aria-activedescendant");
  }

  /** True when the key was meant for the suggestions. */
  onKey(event) {
    if (!this.isOpen) return false;
    const before = this.area.value.slice(0, this.area.selectionStart).toLowerCase();
    const isWhole = before.endsWith(this.offers[this.at].whole.toLowerCase());
    if (event.key === "Escape") this.hide();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Tab" || (event.key === "Enter" && !isWhole && this.isChosen)) this.take();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  move(step) {
    this.at = (this.at + step + this.offers.length) % this.offers.length;
    this.isChosen = true;
    this.draw();
    this.node.children[this.at].scrollIntoView({ block: "nearest" });
  }

  take() {
    const { whole, from } = this.offers[this.at];
    const rest = this.area.value.slice(this.area.selectionStart).replace(/^\S*\s?/, from === 0 ? "" : "$&");
    this.area.value = `${this.area.value.slice(0, from)}${whole} ${rest}`;
    this.area.selectionStart = this.area.selectionEnd = from + whole.length + 1;
    this.hide();
    this.area.dispatchEvent(new Event("input"));
  }
}
