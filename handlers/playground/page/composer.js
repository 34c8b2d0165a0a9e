// Where a person writes: messages, replies, slash commands, mentions and pretend attachments.

import { el, fill, icon, iconButton } from "./dom.js";
import { Suggest } from "./suggest.js";
import { toTyped } from "./typed.js";

export class Composer {
  /** `doing` sends what is written; its functions answer true when the playground accepted. */
  constructor(doing) {
    this.doing = doing;
    this.drafts = new Map();
    this.key = "";
    this.files = [];
    this.editing = null;
    this.area = el("textarea", {
      rows: "1",
      data: { testid: "composer" },
      on: { input: () => this.onInput(), keydown: (event) => this.onKey(event) },
    });
    this.suggest = new Suggest(this.area, doing);
    this.area.addEventListener("blur", () => this.suggest.hide());
    this.notes = el("div", { class: "composer-notes" });
    this.usage = el("p", { class: "usage soft", hidden: true });
    this.sendButton = iconButton("send", "Send", () => this.send(), { class: "send", data: { testid: "send" } });
    this.attachButton = iconButton("clip", "Attach a pretend file", () => this.askForFile(), {
      data: { testid: "attach" },
    });
    this.shortcutButton = iconButton("bolt", "Shortcuts", () => doing.openOffers(this.shortcutButton), {
      "aria-haspopup": "menu",
      data: { testid: "shortcuts" },
    });
    const tools = el(
      "div",
      { class: "composer-tools" },
      this.attachButton,
      this.shortcutButton,
      el("span", { class: "composer-hint soft" }, "Enter sends · Shift+Enter for a new line"),
      this.sendButton,
    );
    this.node = el(
      "div",
      { class: "composer" },
      this.suggest.node,
      this.usage,
      el("div", { class: "composer-box" }, this.notes, this.area, tools),
    );
  }

  /** Points the composer at a place or thread; what was typed elsewhere waits there. `offers` names their button. */
  aim(key, label, offers) {
    this.area.setAttribute("aria-label", label);
    this.area.placeholder = label;
    this.shortcutButton.hidden = !offers;
    this.shortcutButton.title = offers;
    this.shortcutButton.setAttribute("aria-label", offers);
    if (key === this.key) return;
    this.drafts.set(this.key, this.area.value);
    this.key = key;
    this.editing = null;
    this.files = [];
    this.write(this.drafts.get(key) ?? "");
  }

  /** Puts words into the box, without sending. */
  write(text) {
    this.area.value = text;
    this.area.selectionStart = this.area.selectionEnd = text.length;
    this.onInput();
    this.suggest.hide();
    this.drawNotes();
  }

  /** The same, for somebody who goes on typing. */
  begin(text) {
    this.write(text);
    this.area.focus();
  }

  startEdit(message) {
    this.editing = message;
    this.write(toTyped(message.text ?? "", this.doing.names()));
    this.area.focus();
  }

  stopEdit() {
    this.editing = null;
    this.write("");
  }

  onInput() {
    this.area.style.height = "auto";
    this.area.style.height = `${Math.min(this.area.scrollHeight, 160)}px`;
    this.sendButton.classList.toggle("is-ready", Boolean(this.area.value.trim() || this.files.length));
    this.suggest.look();
    const word = this.area.value.match(/^(\S+)\s/)?.[1];
    const command = word && this.doing.commands().find((one) => one.command === word);
    this.usage.hidden = !command?.usage_hint;
    this.usage.textContent = command ? `${command.command} ${command.usage_hint ?? ""}` : "";
  }

  onKey(event) {
    if (event.isComposing || this.suggest.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.editing) {
      event.stopPropagation();
      this.stopEdit();
    }
  }

  /** Sends what is written; `user` is somebody else in whose name that happens. */
  async send(user = undefined) {
    const { editing, files, key } = this;
    const typed = this.area.value;
    const text = typed.trim();
    if (!text && !files.length) {
      this.area.focus();
      return;
    }
    this.editing = null;
    this.files = [];
    this.write("");
    const isAccepted = await this.deliver({ text, files, editing, user });
    if (isAccepted || this.area.value) return;
    if (this.key !== key) this.drafts.set(key, typed);
    else {
      this.editing = editing;
      this.files = files;
      this.write(typed);
    }
  }

  deliver({ text, files, editing, user }) {
    if (editing) return this.doing.edit(editing, text);
    const command = this.doing.hasSlash && text.match(/^(\/[a-z][\w-]*)(?:\s+([\s\S]*))?$/i);
    if (command) return this.doing.command(command[1], command[2] ?? "");
    return this.doing.send({ text, files, user });
  }

  drawNotes(extra = null) {
    const chips = this.files.map((name, at) =>
      el(
        "span",
        { class: "file" },
        icon("file"),
        name,
        iconButton("close", `Remove ${name}`, () => this.removeFile(at)),
      ),
    );
    const edit =
      this.editing &&
      el(
        "p",
        { class: "soft" },
        "Editing your message. ",
        el("button", { type: "button", class: "link", on: { click: () => this.stopEdit() } }, "Cancel"),
      );
    fill(this.notes, edit, chips, extra);
  }

  removeFile(at) {
    this.files = this.files.filter((name, index) => index !== at);
    this.drawNotes();
    this.area.focus();
  }

  askForFile() {
    const name = el("input", {
      type: "text",
      value: "photo-of-the-box.jpg",
      "aria-label": "Name of the pretend file",
      data: { testid: "file-name" },
    });
    const add = () => {
      if (name.value.trim()) this.files = [...this.files, name.value.trim()];
      this.drawNotes();
      this.sendButton.classList.add("is-ready");
      this.area.focus();
    };
    name.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") name.value = "";
      add();
    });
    this.drawNotes(
      el(
        "span",
        { class: "file-name" },
        name,
        el(
          "button",
          { type: "button", class: "button small", on: { click: add }, data: { testid: "file-add" } },
          "Attach",
        ),
      ),
    );
    name.select();
  }
}
