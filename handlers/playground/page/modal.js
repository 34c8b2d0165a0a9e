// Shows a form over the pane it belongs to: fields, what is wrong beside each, Escape to leave.

import { blockNodes } from "./blocks.js";
import { el, fill, iconButton } from "./dom.js";
import { keepFocus } from "./keyed.js";
import { plainText } from "./mrkdwn.js";

const words = (object) => plainText(typeof object === "object" ? object?.text : object);

let serial = 0;

export class Modal {
  /** `pane` has env(), platform, focusAfterModal() and doing: submit(view, values) → errors or null, close(view). */
  constructor(pane) {
    this.pane = pane;
    this.view = null;
    this.print = "";
    this.errors = {};
    this.fields = new Map();
    this.titleId = `modal-title-${(serial += 1)}`;
    this.box = el("form", {
      class: "modal",
      role: "dialog",
      "aria-labelledby": this.titleId,
      novalidate: true,
      tabindex: "-1",
      data: { testid: "modal" },
    });
    this.node = el("div", { class: "overlay", hidden: true });
    this.box.addEventListener("submit", (event) => this.onSubmit(event));
    this.box.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Shows `view` and goes away for null. Slack keeps what was typed when the same form comes back changed; a Teams
   *  dialog shows what the new card holds. */
  show(view) {
    if (!view) return this.hide();
    const print = JSON.stringify(view);
    if (print === this.print) return;
    const isSame = this.view?.id === view.id;
    const isKept = isSame && (this.pane.platform.keepsTyped || this.view.hash === view.hash);
    if (!isSame) this.errors = {};
    this.view = view;
    this.print = print;
    this.draw(isKept);
    if (!isSame) this.begin();
  }

  begin() {
    const active = document.activeElement;
    const isHere = !active || active === document.body || this.pane.node.contains(active);
    this.node.append(this.box);
    this.node.hidden = false;
    this.box.querySelector(".modal-body")?.scrollTo(0, 0);
    if (isHere) (this.firstControl() ?? this.box).focus();
  }

  firstControl() {
    return [...this.fields.values()][0]?.control ?? this.box.querySelector(".modal-foot .primary");
  }

  hide() {
    if (!this.view) return;
    const hadFocus = this.node.contains(document.activeElement);
    this.view = null;
    this.print = "";
    this.node.hidden = true;
    this.box.remove();
    if (hadFocus) this.pane.focusAfterModal();
  }

  draw(isKept) {
    const typed = isKept ? this.raw() : new Map();
    const scrolled = this.box.querySelector(".modal-body")?.scrollTop ?? 0;
    this.fields = new Map();
    const press = (action) => this.pane.doing.press({ view: this.view.id }, { ...action, values: this.values() });
    const { hasFieldErrors } = this.pane.platform;
    const form = { press, fields: this.fields, errors: this.errors, hasSaidErrors: !hasFieldErrors };
    const env = { ...this.pane.env({ view: this.view.id }), ...form };
    const { title, close } = this.view;
    const submit = words(this.view.submit);
    const parts = [
      el(
        "header",
        { class: "modal-head" },
        el("h2", { id: this.titleId }, words(title)),
        iconButton("close", "Close", () => this.close()),
      ),
      el("div", { class: "modal-body" }, blockNodes(this.view.blocks, env)),
      el(
        "footer",
        { class: "modal-foot" },
        el(
          "button",
          { type: "button", class: "button", data: { testid: "modal-close" }, on: { click: () => this.close() } },
          words(close) || (submit ? "Cancel" : "Close"),
        ),
        submit && el("button", { type: "submit", class: "button primary", data: { testid: "modal-submit" } }, submit),
      ),
    ];
    keepFocus(this.box, this.box, () => fill(this.box, parts));
    this.restore(typed);
    this.box.querySelector(".modal-body").scrollTop = scrolled;
  }

  raw() {
    const value = (field) => (field.node.matches(".checks") ? field.read() : field.control.value);
    return new Map([...this.fields].map(([key, field]) => [key, { action_id: field.action_id, value: value(field) }]));
  }

  restore(typed) {
    for (const [key, field] of this.fields) {
      const before = typed.get(key);
      if (!before || before.action_id !== field.action_id) continue;
      if (!field.node.matches(".checks")) field.control.value = before.value;
      else
        for (const box of field.node.querySelectorAll("input")) box.checked = [before.value].flat().includes(box.value);
    }
  }

  values() {
    const values = {};
    for (const [key, field] of this.fields) {
      const block = field.block_id ?? key;
      values[block] = { ...values[block], [field.action_id]: field.read() };
    }
    return values;
  }

  async onSubmit(event) {
    event.preventDefault();
    const view = this.view;
    const button = this.box.querySelector("[type=submit]");
    if (!button || button.hasAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    const errors = await this.pane.doing.submit(view, this.values());
    button.removeAttribute("aria-busy");
    this.errors = errors ?? {};
    if (!errors || this.view?.id !== view.id) return;
    this.draw(true);
    const wrong = this.box.querySelector("[aria-invalid=true]");
    (wrong?.matches(".checks") ? wrong.querySelector("input") : wrong)?.focus();
  }

  onKey(event) {
    const isSend = event.key === "Enter" && (event.metaKey || event.ctrlKey);
    if (isSend) this.box.requestSubmit();
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.close();
  }

  close() {
    return this.view && this.pane.doing.close(this.view);
  }
}
