// What one person may do: write, react, press, fill in forms. Each goes to the control interface in their name.

import { confirmed } from "./confirm.js";
import { openMenu } from "./menu.js";
import { KINDLINE, roleWords } from "./people.js";

export class Doing {
  /** `pane` says who (user, person), where (channel, spec) and has app, people, names() and listing. */
  constructor(pane) {
    this.pane = pane;
  }

  get people() {
    return this.pane.people;
  }

  names() {
    return this.pane.names();
  }

  act(call, body, isQuiet = false) {
    return this.pane.app.act(call, { team: this.pane.team, user: this.pane.user, ...body }, isQuiet);
  }

  /** True when the playground accepted, as all sending functions below answer. */
  async did(call, body) {
    return Boolean(await this.act(call, body));
  }

  /** Another company's people don't have the app, so they have no shortcuts and no commands of it. */
  shortcuts(type) {
    if (this.pane.person.is_external) return [];
    return this.pane.info.shortcuts.filter((one) => one.type === type);
  }

  /** Slash commands where the platform has them; else words to type, in the app's own chat only. */
  commands() {
    const { info, place, platform, person } = this.pane;
    if (person.is_external) return [];
    if (platform.hasSlash) return info.commands;
    return place?.other === KINDLINE ? info.typed : [];
  }

  get hasSlash() {
    return this.pane.platform.hasSlash;
  }

  mentionable() {
    const others = this.people.humans.filter((one) => one.id !== this.pane.user);
    return [this.people.get(KINDLINE), ...others].map((one) => ({ ...one, role: one.is_bot ? "app" : roleWords(one) }));
  }

  shortcut(one, message = null) {
    return this.act("shortcut", { callback_id: one.callback_id, message: message?.id });
  }

  openOffers(anchor) {
    openMenu(anchor, this.offers(), { label: this.pane.platform.offers });
  }

  /** What the button beside the box offers: shortcuts, words to type in the app's chat, and a help desk's voice. */
  offers() {
    const shortcuts = this.shortcuts("global").map((one) => ({
      label: one.name,
      hint: "Kindline",
      data: { "callback-id": one.callback_id },
      pick: () => this.shortcut(one),
    }));
    const relays = this.relays().map((one) => ({
      label: `Send what is written as ${one.name}`,
      data: { "send-as": one.id },
      pick: () => this.pane.composer.send(one.id),
    }));
    const words = this.hasSlash ? [] : this.commands();
    const typed = words.map(({ command, description }) => ({
      label: command,
      hint: description,
      data: { word: command },
      pick: () => this.pane.composer.begin(`${command} `),
    }));
    return [...shortcuts, ...typed, ...relays];
  }

  /** Help-desk apps that post customers' mails into the channel that is open. */
  relays() {
    const members = this.pane.place?.members ?? [];
    return members.filter((id) => /^B/.test(id)).map((id) => this.people.get(id));
  }

  openHome() {
    return this.act("open_home", {});
  }

  /** `user` may be a help-desk app's id; otherwise the pane's person writes. */
  send({ text, files, user = this.pane.user }) {
    const { channel, spec, listing } = this.pane;
    listing.isAtEnd = true;
    const thread = spec.thread ? `${channel}/${spec.thread}` : undefined;
    return this.did("say", { user, channel, text, thread, files: files.length ? files : undefined });
  }

  command(command, text) {
    if (this.pane.spec.thread) {
      const way = "Use the message's menu, or mention @Kindline.";
      this.pane.app.warn(`Slash commands don't work inside threads, as in Slack. ${way}`);
      return false;
    }
    this.pane.listing.isAtEnd = true;
    return this.did("command", { channel: this.pane.channel, command, text });
  }

  edit(message, text) {
    return this.did("edit", { message: message.id, text });
  }

  react(message, name, remove) {
    return this.did("react", { message: message.id, name, remove: remove || undefined });
  }

  async remove(message) {
    const isSure = await confirmed({
      title: "Delete this message?",
      text: "Everyone stops seeing it. This can't be undone.",
      yes: "Delete",
      isDanger: true,
    });
    return isSure && this.did("delete", { message: message.id });
  }

  /** Presses or chooses something of `target` ({message} or {view}). */
  press(target, { isQuiet, ...action }) {
    return this.act("press", { ...target, ...action }, isQuiet);
  }

  /** Answers the errors beside the fields; null when there are none, or when the playground refused and it was said. */
  async submit(view, values) {
    const answer = await this.act("submit", { view: view.id, values });
    return answer?.errors && Object.keys(answer.errors).length ? answer.errors : null;
  }

  close(view) {
    return this.act("close", { view: view.id });
  }
}
