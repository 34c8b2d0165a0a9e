// Short notes at the edge of the page, and the quiet voice that reads new messages aloud for screen readers.

import { el, iconButton } from "./dom.js";

const SHOWN_MS = 8000;

/** Shows one sentence; it leaves by itself, or at once by its button. */
export function toast(message, kind = "error") {
  const box = document.getElementById("toasts");
  const isOld = (one) => one.dataset.message === message || (kind === "note" && one.matches(".is-note"));
  for (const one of [...box.children]) if (isOld(one)) one.remove();
  const note = el(
    "div",
    { class: `toast is-${kind}`, role: kind === "error" ? "alert" : "status", data: { testid: "toast", message } },
    el("p", {}, message),
  );
  const leave = () => note.remove();
  note.append(iconButton("close", "Dismiss", leave));
  box.append(note);
  while (box.children.length > 3) box.firstChild.remove();
  setTimeout(leave, SHOWN_MS);
}

/** Read aloud after whatever is being read now; not shown. */
export function announce(words) {
  const voice = document.getElementById("voice");
  voice.append(el("p", {}, words));
  while (voice.children.length > 5) voice.firstChild.remove();
}
