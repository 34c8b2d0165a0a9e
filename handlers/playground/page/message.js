// Draws one message: who, when, what, who else may see it, and what can be done with it.

import { blockNodes } from "./blocks.js";
import { el, icon, iconButton } from "./dom.js";
import { emoji, QUICK } from "./emoji.js";
import { openMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { avatar, roleWords } from "./people.js";
import { atOf, tsOf } from "./places.js";
import { clockTime } from "./time.js";

/**
 * A list item. `view` is what messageview.js makes; `thread` is {count, hidden, fresh, authors} when replies stand
 * under the message.
 */
export function messageNode(message, view, thread) {
  const known = view.people.get(message.user);
  const author = { ...known, name: message.name ?? known.name };
  const isPrivate = Boolean(message.ephemeral_for);
  const isMine = message.user === view.user;
  const kind = `message${isPrivate ? " is-private" : ""}${author.is_bot ? " is-bot" : ""}${isMine ? " is-mine" : ""}`;
  const item = el("li", {
    class: kind,
    tabindex: "-1",
    data: { "message-id": message.id, private: isPrivate || null },
  });
  if (message.isGone || message.user === "USLACKBOT") return fillGone(item, message, thread, view);
  item.append(
    avatar(author),
    el(
      "div",
      { class: "message-body" },
      isPrivate && el("p", { class: "private-mark" }, icon("eye"), "Only visible to you"),
      head(message, author, view),
      message.subject && el("h3", { class: "subject", dir: "auto" }, message.subject),
      el("div", { class: "message-content" }, content(message, view)),
      files(message),
      reactions(message, view),
      thread && threadLink(message, thread, view),
    ),
  );
  item.append(toolbar(message, view, isPrivate));
  item.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === item && !isPrivate && view.canThread) view.does.openThread(tsOf(message));
  });
  return item;
}

function fillGone(item, message, thread, view) {
  item.append(
    el("span", { class: "avatar is-gone" }),
    el(
      "div",
      { class: "message-body" },
      el("p", { class: "soft" }, "This message was deleted."),
      thread && threadLink(message, thread, view),
    ),
  );
  return item;
}

function head(message, author, view) {
  const at = atOf(message);
  const badge = author.is_bot ? "App" : /customer/.test(author.role) ? "Customer" : "";
  return el(
    "div",
    { class: "message-head" },
    el("span", { class: "message-author", title: roleWords(author) || null }, author.name),
    message.is_app && !author.is_bot && el("span", { class: "badge" }, "sent with Kindline"),
    badge && el("span", { class: `badge is-${badge.toLowerCase()}` }, badge),
    el("time", { class: "soft", datetime: at.toISOString() }, clockTime(at, view.zone)),
  );
}

function content(message, view) {
  const edited = message.edited && el("span", { class: "soft edited" }, "(edited)");
  if (message.blocks?.length) return [blockNodes(message.blocks, view.env(message)), edited];
  return el("div", { class: "plain", dir: "auto" }, mrkdwn(message.text, view.names), edited);
}

function files(message) {
  const name = (file) => (typeof file === "string" ? file : (file.name ?? file.title ?? "a file"));
  const chips = (message.files ?? []).map((file) => el("span", { class: "file" }, icon("file"), name(file)));
  return chips.length > 0 && el("div", { class: "files" }, chips);
}

function reactions(message, view) {
  const chips = (message.reactions ?? []).map((one) => {
    const users = one.users ?? [];
    const isMine = users.includes(view.user);
    const who = users.map((id) => view.people.name(id)).join(", ");
    const label = `${one.name}, ${one.count ?? users.length}${who ? `: ${who}` : ""}`;
    const props = {
      type: "button",
      class: `reaction${isMine ? " is-mine" : ""}`,
      "aria-pressed": String(isMine),
      "aria-label": label,
      title: label,
    };
    return el(
      "button",
      { ...props, on: { click: () => view.does.react(message, one.name, isMine) } },
      emoji(one.name) ?? `:${one.name}:`,
      ` ${one.count ?? users.length}`,
    );
  });
  return chips.length > 0 && el("div", { class: "reactions" }, chips);
}

function threadLink(message, thread, view) {
  const words = [];
  if (thread.count) words.push(thread.count === 1 ? "1 reply" : `${thread.count} replies`);
  if (thread.hidden) words.push(`${thread.hidden} ${thread.hidden === 1 ? "note" : "notes"} only you can see`);
  const props = {
    type: "button",
    class: `thread-link${thread.fresh ? " is-fresh" : ""}`,
    data: { testid: "thread-link", thread: tsOf(message) },
  };
  const faces = thread.authors.map((id) => avatar(view.people.get(id)));
  return el(
    "button",
    { ...props, on: { click: () => view.does.openThread(tsOf(message)) } },
    el("span", { class: "faces" }, faces),
    words.join(" · "),
    thread.fresh > 0 && el("span", { class: "pill" }, `${thread.fresh} new`),
  );
}

function toolbar(message, view, isPrivate) {
  const { does } = view;
  if (isPrivate)
    return el(
      "div",
      { class: "toolbar" },
      iconButton("close", "Hide this note", () => does.dismiss(message)),
    );
  const react = iconButton(
    "smile",
    "React",
    () => openMenu(react, picks(message, does), { label: "Reactions", isGrid: true }),
    { "aria-haspopup": "menu" },
  );
  const reply =
    view.canThread &&
    iconButton("thread", view.platform.openThread, () => does.openThread(tsOf(message)), {
      data: { testid: "reply-in-thread" },
    });
  const items = moreItems(message, view);
  const open = () => openMenu(more, items, { label: "More about this message" });
  const more =
    items.length > 0 &&
    iconButton("more", "More actions", open, { "aria-haspopup": "menu", data: { testid: "message-menu" } });
  return el("div", { class: "toolbar", role: "group", "aria-label": "Message actions" }, react, reply, more);
}

function picks(message, does) {
  return QUICK.map((name) => ({
    label: emoji(name),
    title: name.replaceAll("_", " "),
    data: { reaction: name },
    pick: () => does.react(message, name, false),
  }));
}

function moreItems(message, view) {
  const { does, user, shortcuts } = view;
  const items = shortcuts.map((one) => ({
    label: one.name,
    hint: "Kindline",
    data: { "callback-id": one.callback_id },
    pick: () => does.shortcut(message, one),
  }));
  if (items.length) items.unshift({ heading: "Ask Kindline" });
  if (message.user !== user) return items;
  return [
    ...items,
    { heading: "Your message" },
    { label: "Edit", data: { "menu-item": "edit" }, pick: () => does.edit(message) },
    { label: "Delete", isDanger: true, data: { "menu-item": "delete" }, pick: () => does.remove(message) },
  ];
}
