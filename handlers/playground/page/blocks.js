// Draws Block Kit: what a message, a form or a home page is made of.

import { el } from "./dom.js";
import { elementNode } from "./elements.js";
import { field } from "./fields.js";
import { mrkdwn, plainText, safeLink } from "./mrkdwn.js";
import { markdown, richText } from "./richtext.js";

/** A text object (or a plain string) as page nodes. */
export function textNodes(object, names) {
  if (!object) return [];
  if (typeof object === "string") return [plainText(object)];
  return object.type === "mrkdwn" ? mrkdwn(object.text, names) : [plainText(object.text)];
}

/**
 * All blocks in order. `env`: {names, people(), channels(), zone, press(action), fields?, errors?}. In a form
 * `fields` is a Map that receives `block_id` → {action_id, read, control}. `hasSaidErrors`: what is wrong stands in
 * the blocks already, so that a field with one of `errors` is only marked.
 */
export function blockNodes(blocks, env) {
  return (blocks ?? []).map((block) => (DRAW[block.type] ?? unknown)(block, env));
}

function unknown(block) {
  return el("p", { class: "soft block" }, `(A "${block.type}" block, which this playground doesn't draw.)`);
}

// Adaptive Cards colour whole texts; Block Kit has nothing of the kind.
const tone = (block) => (block.tone ? ` is-${block.tone}` : "");

function section(block, env) {
  const text = el("div", { class: "section-text" }, el("div", { dir: "auto" }, textNodes(block.text, env.names)));
  if (block.fields?.length)
    text.append(
      el(
        "div",
        { class: "section-fields" },
        block.fields.map((one) => el("div", {}, textNodes(one, env.names))),
      ),
    );
  const side = block.accessory && elementNode(block.accessory, block, env);
  return el(
    "div",
    { class: `block section${tone(block)}`, data: { "block-id": block.block_id } },
    text,
    side && el("div", { class: "accessory" }, side),
  );
}

function actions(block, env) {
  const nodes = (block.elements ?? []).map((one) => elementNode(one, block, env));
  return el(
    "div",
    { class: "block actions", role: "group", "aria-label": "Actions", data: { "block-id": block.block_id } },
    nodes,
  );
}

function context(block, env) {
  const nodes = (block.elements ?? []).map((one) =>
    one.type === "image" ? picture(one, "context-image") : el("span", {}, textNodes(one, env.names)),
  );
  return el("div", { class: `block context${tone(block)}`, data: { "block-id": block.block_id } }, nodes);
}

// Pictures come only from this machine: a message must not be able to call out to an address of its choosing.
const NEAR = /^(data:image\/(png|jpeg|gif|webp);|https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/|\/(?!\/))/;

function picture(image, kind) {
  const alt = image.alt_text ?? "";
  if (NEAR.test(image.image_url ?? "")) return el("img", { class: kind, src: image.image_url, alt, loading: "lazy" });
  return el("span", { class: "picture-away" }, "Picture: ", safeLink(image.image_url ?? "", alt || "open"));
}

function imageBlock(block, env) {
  const title = block.title && el("figcaption", { class: "soft" }, textNodes(block.title, env.names));
  return el("figure", { class: "block" }, title, picture(block, "block-image"));
}

let serial = 0;

function input(block, env) {
  const id = `field-${(serial += 1)}`;
  const error = env.errors?.[block.block_id];
  const isSaidHere = error && !env.hasSaidErrors;
  const described = [block.hint && `${id}-hint`, isSaidHere && `${id}-error`].filter(Boolean).join(" ");
  const props = {
    id,
    "aria-describedby": described || null,
    "aria-invalid": error ? "true" : null,
    "aria-required": block.optional ? null : "true",
  };
  const made = field(block.element ?? {}, env, props);
  if (!made) return unknown({ type: `input: ${block.element?.type}` });
  env.fields?.set(block.block_id, { action_id: block.element.action_id, ...made });
  if (block.dispatch_action) {
    made.node.addEventListener("change", () =>
      env.press({ action_id: block.element.action_id, block_id: block.block_id, selected: made.read() }),
    );
  }
  const isGroup = made.node.classList.contains("checks");
  const label = el(
    isGroup ? "div" : "label",
    { class: "field-label", for: isGroup ? null : id, id: `${id}-label` },
    textNodes(block.label, env.names),
  );
  if (block.optional) label.append(el("span", { class: "soft" }, " (optional)"));
  if (isGroup) made.node.setAttribute("aria-labelledby", `${id}-label`);
  return el(
    "div",
    { class: `block field${error ? " has-error" : ""}`, data: { "block-id": block.block_id } },
    label,
    made.node,
    block.hint && el("p", { class: "soft hint", id: `${id}-hint` }, textNodes(block.hint, env.names)),
    isSaidHere && el("p", { class: "field-error", id: `${id}-error`, data: { testid: "field-error" } }, error),
  );
}

const DRAW = {
  section,
  actions,
  context,
  input,
  image: imageBlock,
  header: (block, env) => el("h3", { class: "block header" }, textNodes(block.text, env.names)),
  divider: () => el("hr", { class: "block" }),
  markdown: (block) => el("div", { class: "block" }, markdown(block.text)),
  rich_text: (block, env) => el("div", { class: "block" }, richText(block, env.names)),
};
