// Draws everything that a person can fill in, and reads it back in the form that the control interface expects.

import { el } from "./dom.js";
import { plainText } from "./mrkdwn.js";
import { fromLocalField, toLocalField } from "./time.js";

const words = (object) => plainText(object?.text ?? "");
const options = (element) => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap((group) => group.options ?? []),
];

/**
 * A field: {node, control, read()}. `control` takes the focus and carries `name`; `read()` answers the value to submit,
 * null when nothing was filled in. `env` has people() and zone.
 */
export function field(element, env, props = {}) {
  const build = KINDS[element.type];
  return build ? build(element, env, { ...props, data: { "action-id": element.action_id } }) : null;
}

function typed(type, initialKey) {
  return (element, env, props) => {
    const isLong = element.multiline || element.type === "rich_text_input";
    const limits = {
      maxlength: element.max_length,
      minlength: element.min_length,
      min: element.min_value,
      max: element.max_value,
    };
    const control = el(isLong ? "textarea" : "input", {
      ...props,
      ...limits,
      type: isLong ? null : type,
      placeholder: words(element.placeholder) || null,
      autocomplete: "off",
    });
    if (isLong) control.rows = 5;
    control.value = element[initialKey] ?? "";
    return { node: control, control, read: () => control.value || null };
  };
}

function moment(element, env, props) {
  const control = el("input", { ...props, type: "datetime-local" });
  if (element.initial_date_time) control.value = toLocalField(new Date(element.initial_date_time * 1000), env.zone);
  const read = () =>
    control.value ? Math.round(fromLocalField(control.value.slice(0, 16), env.zone).getTime() / 1000) : null;
  return { node: control, control, read };
}

function oneOf(choices) {
  return (element, env, props) => {
    const offered = choices(element, env);
    const control = el("select", props, el("option", { value: "" }, words(element.placeholder) || "Choose…"));
    for (const group of offered) {
      const inside = group.options.map(([value, label]) => el("option", { value }, label));
      control.append(...(group.label ? [el("optgroup", { label: group.label }, inside)] : inside));
    }
    control.value =
      element.initial_option?.value ??
      element.initial_user ??
      element.initial_channel ??
      element.initial_conversation ??
      "";
    if (control.selectedIndex < 0) control.value = "";
    return { node: control, control, read: () => control.value || null };
  };
}

function manyOf(choices) {
  return (element, env, props) => {
    const chosen = new Set([
      ...(element.initial_options ?? []).map((one) => one.value),
      ...(element.initial_users ?? []),
      ...(element.initial_channels ?? []),
    ]);
    const offered = choices(element, env).flatMap((group) => group.options);
    return checks(offered, chosen, "checkbox", props);
  };
}

function checks(offered, chosen, type, props) {
  const { data, ...rest } = props;
  const name = `choice-${Math.random().toString(36).slice(2)}`;
  const boxes = offered.map(([value, label, hint]) => {
    const box = el("input", { type, name, value, checked: chosen.has(value) });
    return {
      box,
      node: el("label", { class: "check" }, box, el("span", {}, label, hint && el("span", { class: "soft" }, hint))),
    };
  });
  const node = el(
    "div",
    { ...rest, class: "checks", role: type === "radio" ? "radiogroup" : "group", data },
    boxes.map((one) => one.node),
  );
  const picked = () => boxes.filter((one) => one.box.checked).map((one) => one.box.value);
  const read = type === "radio" ? () => picked()[0] ?? null : picked;
  return { node, control: boxes[0]?.box ?? node, read };
}

const optionRows = (list) => list.map((one) => [one.value, words(one.text), words(one.description)]);
const listed = (element) =>
  element.option_groups?.length
    ? element.option_groups.map((group) => ({ label: words(group.label), options: optionRows(group.options ?? []) }))
    : [{ label: "", options: optionRows(element.options ?? []) }];
const persons = (element, env) => [{ label: "", options: env.people().map((one) => [one.id, one.name]) }];
const channels = (element, env) => [{ label: "", options: env.channels().map((one) => [one.id, `#${one.name}`]) }];

const KINDS = {
  plain_text_input: typed("text", "initial_value"),
  rich_text_input: typed("text", "initial_plain"),
  email_text_input: typed("email", "initial_value"),
  url_text_input: typed("url", "initial_value"),
  number_input: typed("number", "initial_value"),
  datepicker: typed("date", "initial_date"),
  timepicker: typed("time", "initial_time"),
  datetimepicker: moment,
  static_select: oneOf(listed),
  external_select: oneOf(listed),
  users_select: oneOf(persons),
  channels_select: oneOf(channels),
  conversations_select: oneOf(channels),
  multi_static_select: manyOf(listed),
  multi_external_select: manyOf(listed),
  multi_users_select: manyOf(persons),
  multi_channels_select: manyOf(channels),
  multi_conversations_select: manyOf(channels),
  checkboxes: (element, env, props) =>
    checks(
      optionRows(options(element)),
      new Set((element.initial_options ?? []).map((one) => one.value)),
      "checkbox",
      props,
    ),
  radio_buttons: (element, env, props) =>
    checks(optionRows(options(element)), new Set([element.initial_option?.value]), "radio", props),
};
