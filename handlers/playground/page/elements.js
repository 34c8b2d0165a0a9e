// Draws what can be pressed in a message, a home page or a form: buttons, menus, overflow menus, and small fields.

import { el, icon } from "./dom.js";
import { textNodes } from "./blocks.js";
import { confirmed } from "./confirm.js";
import { field } from "./fields.js";
import { openMenu } from "./menu.js";
import { plainText, safeLink } from "./mrkdwn.js";

/** One element of an actions block, or the accessory of a section. */
export function elementNode(element, block, env) {
  if (element.type === "button") return button(element, block, env);
  if (element.type === "overflow") return chooser(element, block, env, { isOverflow: true });
  if (MENUS.has(element.type)) return chooser(element, block, env, {});
  if (element.type === "image")
    return el("img", { class: "accessory-image", src: nearOnly(element.image_url), alt: element.alt_text ?? "" });
  return pressingField(element, block, env);
}

const MENUS = new Set(["static_select", "external_select", "users_select", "channels_select", "conversations_select"]);
const nearOnly = (url = "") => (/^(https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/|\/(?!\/))/.test(url) ? url : "data:,");

/** Asks first where the element wants it, then sends the press; `node` shows that it is on its way. */
async function press(element, block, env, node, more) {
  if (node.hasAttribute("aria-busy")) return;
  if (element.confirm && !(await agreed(element.confirm, env))) return;
  node.setAttribute("aria-busy", "true");
  await env.press({ action_id: element.action_id, block_id: block.block_id, ...more });
  node.removeAttribute("aria-busy");
}

function agreed(question, env) {
  const say = (object, otherwise) => (object ? plainText(object.text) : otherwise);
  return confirmed({
    title: say(question.title, "Are you sure?"),
    text: textNodes(question.text, env.names),
    yes: say(question.confirm, "Yes"),
    no: say(question.deny, "Cancel"),
    isDanger: question.style === "danger",
  });
}

function button(element, block, env) {
  const props = {
    class: `button ${element.style ?? ""}`.trim(),
    "aria-label": element.accessibility_label,
    data: hooks(element, { value: element.value }),
  };
  if (element.url) return linkButton(element, block, env, props);
  const node = el("button", { type: "button", ...props }, textNodes(element.text, env.names));
  node.addEventListener("click", () => press(element, block, env, node, { value: element.value }));
  return node;
}

function linkButton(element, block, env, props) {
  const link = safeLink(element.url, plainText(element.text?.text ?? "Open"));
  link.className = props.class;
  for (const [name, value] of Object.entries(props.data))
    if (value !== undefined) link.setAttribute(`data-${name}`, value);
  if (element.action_id && env.tellsLinks)
    link.addEventListener("click", () =>
      env.press({ action_id: element.action_id, block_id: block.block_id, value: element.value, isQuiet: true }),
    );
  return link;
}

const hooks = (element, more = {}) => ({ "action-id": element.action_id, ...more });

function offered(element, env) {
  if (element.type === "users_select") return env.people().map((one) => ({ value: one.id, label: one.name }));
  if (/^(channels|conversations)_select$/.test(element.type))
    return env.channels().map((one) => ({ value: one.id, label: `#${one.name}` }));
  const one = (option) => ({
    value: option.value,
    label: plainText(option.text?.text),
    hint: plainText(option.description?.text),
    url: option.url,
  });
  const groups = (element.option_groups ?? []).flatMap((group) => [
    { heading: plainText(group.label?.text) },
    ...(group.options ?? []).map(one),
  ]);
  return [...(element.options ?? []).map(one), ...groups];
}

// A menu button instead of a native select: there, walking through the choices by arrow key would already send one.
function chooser(element, block, env, { isOverflow = false }) {
  const choices = offered(element, env);
  const initial =
    element.initial_option?.value ?? element.initial_user ?? element.initial_channel ?? element.initial_conversation;
  const chosen = choices.find((one) => one.value !== undefined && one.value === initial);
  const title = plainText(element.placeholder?.text) || (isOverflow ? "More" : "Choose…");
  const caption = el("span", {}, isOverflow ? "" : (chosen?.label ?? title));
  const props = {
    type: "button",
    class: isOverflow ? "button is-overflow" : "button is-select",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
    "aria-label": isOverflow ? title : null,
  };
  const node = el("button", { ...props, data: hooks(element) }, caption, icon(isOverflow ? "more" : "down"));
  const pick = (one) => {
    if (one.url) window.open(one.url, "_blank", "noopener");
    if (!isOverflow) caption.textContent = one.label;
    return press(element, block, env, node, { value: one.value, selected: one.value });
  };
  const entry = (one) =>
    one.heading
      ? one
      : {
          ...one,
          isChosen: isOverflow ? undefined : one === chosen,
          data: { "option-value": one.value },
          pick: () => pick(one),
        };
  node.addEventListener("click", () => openMenu(node, choices.map(entry), { label: title }));
  return node;
}

function pressingField(element, block, env) {
  const label = plainText(element.placeholder?.text) || "Choose";
  const made = field(element, env, { "aria-label": label });
  if (!made) return el("span", { class: "soft" }, `(A "${element.type}", which this playground doesn't draw.)`);
  env.fields?.set(`${block.block_id}/${element.action_id}`, {
    block_id: block.block_id,
    action_id: element.action_id,
    ...made,
  });
  const send = () => press(element, block, env, made.control, { selected: made.read(), value: made.read() });
  made.node.addEventListener("change", send);
  return made.node;
}
