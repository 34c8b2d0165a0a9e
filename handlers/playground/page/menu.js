// One small pop-up menu for every list of choices: arrow keys, first letters, Enter, and Escape back to its button.

import { el } from "./dom.js";

let close = () => {};

/**
 * Opens a menu under `anchor`. Items: {label, hint?, heading?, isChosen?, isDanger?, data?, pick()}.
 * An item with `heading` is a title and can't be chosen.
 */
export function openMenu(anchor, items, { label, isGrid = false, onClose } = {}) {
  close();
  const list = el("div", {
    class: `menu${isGrid ? " is-grid" : ""}${anchor.closest(".is-teams") ? " is-teams" : ""}`,
    role: "menu",
    "aria-label": label,
    data: { testid: "menu" },
  });
  for (const item of items)
    list.append(item.heading ? el("div", { class: "menu-heading", role: "presentation" }, item.heading) : entry(item));
  document.body.append(list);
  place(list, anchor);
  anchor.setAttribute("aria-expanded", "true");
  const outside = (event) => {
    if (!list.contains(event.target) && !anchor.contains(event.target)) close();
  };
  close = (toAnchor = false) => {
    close = () => {};
    document.removeEventListener("pointerdown", outside, true);
    list.remove();
    anchor.setAttribute("aria-expanded", "false");
    onClose?.();
    if (toAnchor) anchor.focus();
  };
  const shut = close;
  document.addEventListener("pointerdown", outside, true);
  list.addEventListener("keydown", (event) => onKey(event, list, shut));
  list.addEventListener("focusout", (event) => event.relatedTarget && !list.contains(event.relatedTarget) && shut());
  (list.querySelector("[aria-checked=true]") ?? list.querySelector("[role^=menuitem]"))?.focus();
}

function entry(item) {
  const isChoice = item.isChosen !== undefined;
  const props = {
    type: "button",
    tabindex: "-1",
    role: isChoice ? "menuitemradio" : "menuitem",
    "aria-checked": isChoice ? String(item.isChosen) : null,
  };
  const pick = () => {
    close(true);
    item.pick();
  };
  const button = el("button", {
    ...props,
    class: item.isDanger ? "menu-item is-danger" : "menu-item",
    data: item.data,
    on: { click: pick },
  });
  button.append(el("span", {}, item.label));
  if (item.hint) button.append(el("span", { class: "menu-hint" }, item.hint));
  if (item.title) button.setAttribute("aria-label", item.title);
  return button;
}

function onKey(event, list, shut) {
  const entries = [...list.querySelectorAll("[role^=menuitem]")];
  const at = entries.indexOf(document.activeElement);
  const steps = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: entries.length - 1,
  };
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    shut(true);
  } else if (steps[event.key] !== undefined) {
    event.preventDefault();
    entries[(steps[event.key] + entries.length) % entries.length]?.focus();
  } else if (event.key.length === 1 && event.key !== " ") {
    const rest = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
    rest.find((one) => one.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  }
}

function place(list, anchor) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8));
  const isBelow = box.bottom + height + 8 < window.innerHeight || box.top < height + 8;
  list.style.left = `${left}px`;
  list.style.top = isBelow
    ? `${Math.min(box.bottom + 4, window.innerHeight - height - 8)}px`
    : `${box.top - height - 4}px`;
}
