// Who is in the scene and how they are shown; used until the playground itself says more.

import { el, icon } from "./dom.js";

/** The workspaces of the scene, until the playground tells its own: {id, name, platform?, company_id?}. */
export const TEAMS = [
  { id: "T0MARIGOLD", name: "Marigold Bikes" },
  { id: "T0NORTH", name: "North Post" },
];

export const KINDLINE = "U0KINDLINE";

const SCENE = {
  T0MARIGOLD: [
    { id: "U0ANNELIE", name: "Annelie Voss", role: "customer", is_external: true },
    { id: "U0HENDRIK", name: "Hendrik de Boer", role: "customer, guest" },
    { id: "U0FRIEDA", name: "Frieda Maas", role: "agent", is_linked: true },
    { id: "U0JONAS", name: "Jonas Keller", role: "agent", is_linked: false },
    { id: "U0NADINE", name: "Nadine Rupp", role: "lead" },
    { id: "U0MILO", name: "Milo Brandt", role: "marketer" },
  ],
  T0NORTH: [
    { id: "U0NORTHCUST", name: "Nils Vang", role: "customer", is_external: true },
    { id: "U0FRIEDA", name: "Frida North", role: "agent, lead" },
  ],
};

const BOTS = [
  { id: KINDLINE, name: "Kindline", is_bot: true },
  { id: "B0KINDLINE", name: "Kindline", is_bot: true },
  { id: "B0DESK", name: "Help desk", is_bot: true },
];

/** The people and bots of a workspace: {id, name, role, is_linked?, is_external?, is_bot?}. */
export class People {
  /** `stamp` changes when what was told changes. */
  constructor(team, told = [], stamp = "") {
    this.stamp = stamp;
    const known = told.filter((one) => !one.team || one.team === team);
    const order = new Map((SCENE[team] ?? SCENE.T0MARIGOLD).map((one, at) => [one.id, at]));
    const place = (one) => order.get(one.id) ?? order.size;
    const here = known.length ? [...known].sort((one, other) => place(one) - place(other)) : (SCENE[team] ?? []);
    const named = here.map((one) => ({ ...one, name: one.real_name || one.name || one.id }));
    this.all = new Map([...BOTS, ...named].map((one) => [one.id, one]));
  }

  /** People only, in the order of the scene. */
  get humans() {
    return [...this.all.values()].filter((one) => !one.is_bot && !/^B/.test(one.id));
  }

  get(id) {
    return this.all.get(id) ?? { id, name: id ?? "Somebody", role: "" };
  }

  name(id) {
    return this.get(id).name;
  }
}

/** "agent, account linked": what a newcomer needs to know to choose whom to be. */
export function roleWords(person) {
  if (person.deleted) return "deactivated";
  if (person.is_linked === undefined || !/agent/.test(person.role)) return person.role ?? "";
  return `${person.role}, ${person.is_linked ? "account linked" : "not linked"}`;
}

/** A round picture with initials; the colour follows from the id, so a person keeps it everywhere. */
export function avatar(person) {
  if (person.id === KINDLINE || person.id === "B0KINDLINE")
    return el("span", { class: "avatar is-kindline", "aria-hidden": "true" }, icon("thread"));
  const initials = String(person.name)
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();
  let hash = 0;
  for (const letter of person.id ?? "") hash = (hash * 24 + letter.codePointAt(0)) % 997;
  return el(
    "span",
    { class: `avatar hue-${hash % 8}${person.is_bot ? " is-bot" : ""}`, "aria-hidden": "true" },
    initials,
  );
}
