// Redraws only what changed, so that focus, half-chosen menus and the reader's place survive a refresh.

/** Makes the children of `list` match `entries` [{key, print, build()}]; one is rebuilt when its `print` differs. */
export function keyed(list, entries) {
  const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
  let before = null;
  for (const entry of entries) {
    let node = old.get(entry.key);
    old.delete(entry.key);
    if (!node || node.print !== entry.print) {
      const fresh = entry.build();
      fresh.dataset.key = entry.key;
      fresh.print = entry.print;
      if (node) keepFocus(node, fresh, () => node.replaceWith(fresh));
      node = fresh;
    }
    const wanted = before ? before.nextSibling : list.firstChild;
    if (node !== wanted) list.insertBefore(node, wanted);
    before = node;
  }
  for (const node of old.values()) node.remove();
}

/** Does `swap()`, then gives the focus to the same control in `fresh` as had it in `old`. */
export function keepFocus(old, fresh, swap) {
  const active = document.activeElement;
  const had = active && old.contains(active);
  const mark = had ? signature(active) : "";
  swap();
  if (!had) return;
  const twin = [...fresh.querySelectorAll("button, a, input, textarea, select")].find((one) => signature(one) === mark);
  const target = twin ?? (fresh.tabIndex >= -1 && fresh.hasAttribute("tabindex") ? fresh : null);
  target?.focus({ preventScroll: true });
}

const signature = (node) =>
  [node.tagName, node.dataset.actionId, node.dataset.value, node.dataset.key, node.getAttribute("aria-label")].join(
    "|",
  );
