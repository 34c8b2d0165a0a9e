// The head of a pane: whose view this is, the menu to see somebody else's, and on which platform they are shown.

import { el, fill, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { avatar, roleWords } from "./people.js";

/**
 * Draws `person` into `head`. `platforms` are the company's: [{id, name, isShown}]; `does` has pick(user id),
 * move(platform id) and close().
 */
export function drawPaneHead(head, person, people, platforms, does) {
  const items = people.humans.map((one) => ({
    label: one.name,
    hint: roleWords(one),
    isChosen: one.id === person.id,
    data: { user: one.id },
    pick: () => one.id !== person.id && does.pick(one.id),
  }));
  const picker = el(
    "button",
    {
      type: "button",
      class: "person-picker",
      "aria-haspopup": "menu",
      "aria-label": `Shown here: ${person.name}, ${roleWords(person)}. Choose somebody else`,
      data: { testid: "person-picker" },
      on: { click: () => openMenu(picker, items, { label: "Who is shown here" }) },
    },
    avatar(person),
    el("span", { class: "person-name" }, person.name),
    el("span", { class: "role" }, roleWords(person)),
    icon("down"),
  );
  const props = { class: "close-pane", data: { testid: "close-pane" } };
  const close = iconButton("close", `Close ${person.name}'s pane`, does.close, props);
  fill(head, picker, platforms.length > 1 && platformSwitch(person, platforms, does.move), close);
}

function platformSwitch(person, platforms, move) {
  const button = (one) => {
    const props = { type: "button", "aria-pressed": String(one.isShown), data: { testid: `on-${one.id}` } };
    return el("button", { ...props, on: { click: () => !one.isShown && move(one.id) } }, one.name);
  };
  const props = { class: "switch is-small", role: "group", "aria-label": `Where ${person.name} is shown` };
  return el("div", props, platforms.map(button));
}
