// The head of a pane: whose view this is, and the menu to see somebody else's.

import { el, fill, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { avatar, roleWords } from "./people.js";

/** Draws `person` into `head`; `does` has pick(user id) and close(). */
export function drawPaneHead(head, person, people, does) {
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
  fill(head, picker, iconButton("close", `Close ${person.name}'s pane`, does.close, props));
}
