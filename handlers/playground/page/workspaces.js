// The workspaces of the scene: who is in each, what the app offers there, and which of them are one company's.

import { ask } from "./api.js";
import { appInfo } from "./info.js";
import { People, TEAMS } from "./people.js";
import { PLATFORMS } from "./platforms.js";

export class Workspaces {
  /** `warn(sentence)` hears when the playground refuses to tell. */
  constructor(warn) {
    this.warn = warn;
    this.list = TEAMS;
    this.known = new Map();
  }

  /** Asks about `team` and its company's other workspaces; true when something differs from what was known. */
  async look(team) {
    let isNew = await this.ask(team);
    for (const one of this.ofCompany(team)) if (one.id !== team) isNew = (await this.ask(one.id)) || isNew;
    return isNew;
  }

  async ask(team) {
    let told = {};
    try {
      told = await ask("app", { team });
    } catch (error) {
      if (error.status !== 404) this.warn(error.message);
    }
    const stamp = JSON.stringify([team, told]);
    if (this.known.get(team)?.stamp === stamp) return false;
    if (told.teams?.length) this.list = told.teams;
    this.known.set(team, { stamp, info: appInfo(told), people: new People(team, told.people ?? [], stamp) });
    return true;
  }

  /** Every workspace, those of one company beside each other. */
  get all() {
    const mains = this.list.filter((one) => one.id === this.main(one.id));
    return mains.flatMap((one) => this.ofCompany(one.id));
  }

  info(team) {
    return this.known.get(team).info;
  }

  people(team) {
    return this.known.get(team).people;
  }

  platform(team) {
    return PLATFORMS[this.get(team).platform ?? "slack"] ?? PLATFORMS.slack;
  }

  get(team) {
    return this.list.find((one) => one.id === team) ?? { id: team, name: team };
  }

  /** The workspaces of the same company, the one on Slack first: [{id, name, platform}]. */
  ofCompany(team) {
    const { company_id: company } = this.get(team);
    const all = company ? this.list.filter((one) => one.company_id === company) : [this.get(team)];
    return [...all].sort((one, other) => isSecond(one) - isSecond(other));
  }

  /** The workspace by which a company is known on this page. */
  main(team) {
    return this.ofCompany(team)[0].id;
  }

  /** The company's workspace on this platform, or null. */
  on(team, platform) {
    return this.ofCompany(team).find((one) => (one.platform ?? "slack") === platform)?.id ?? null;
  }
}

const isSecond = (one) => Number((one.platform ?? "slack") !== "slack");
