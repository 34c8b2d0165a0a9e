// Asks before something that matters is done; the browser's own dialog keeps the focus inside and answers to Escape.

import { el } from "./dom.js";

/** Resolves to true when the person agreed. `text` may be a string or page nodes. */
export function confirmed({ title, text, yes = "Yes", no = "Cancel", isDanger = false }) {
  return new Promise((resolve) => {
    const agree = el(
      "button",
      { class: isDanger ? "button danger" : "button primary", value: "yes", data: { testid: "confirm-yes" } },
      yes,
    );
    const refuse = el("button", { class: "button", value: "no", data: { testid: "confirm-no" } }, no);
    const form = el(
      "form",
      { method: "dialog" },
      el("h2", { id: "confirm-title" }, title),
      el("div", {}, text),
      el("div", { class: "row-end" }, refuse, agree),
    );
    const dialog = el(
      "dialog",
      { class: "confirm", "aria-labelledby": "confirm-title", data: { testid: "confirm" } },
      form,
    );
    const before = document.activeElement;
    dialog.addEventListener("close", () => {
      dialog.remove();
      before?.focus?.();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
    (isDanger ? refuse : agree).focus();
  });
}
