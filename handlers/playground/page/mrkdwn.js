// Reads Slack's own markup (mrkdwn) into page nodes; hostile text can only ever become text.

import { el } from "./dom.js";
import { emoji } from "./emoji.js";

const MARKS = { "*": "strong", _: "em", "~": "s" };
const WORD = /[\p{L}\p{N}]/u;
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:)/i;

export const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** A link that opens outside the playground, or only its words where the address is of an unsafe kind. */
export function safeLink(url, label = url) {
  if (!SAFE_LINK.test(url)) return el("span", {}, label);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, label);
}

/** `names` has person(id) and channel(id); both always answer with words. */
export function mrkdwn(text, names) {
  const pieces = String(text ?? "").split(/\n?```\n?([\s\S]*?)\n?```\n?/);
  return pieces.flatMap((piece, at) => (at % 2 ? [el("pre", {}, unescape(piece))] : lines(piece, names)));
}

/** Only names, emoji and escapes are read: for text that Slack would show without formatting. */
export function plainText(text) {
  return unescape(String(text ?? "")).replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name) ?? whole);
}

function lines(text, names) {
  const nodes = [];
  let quote = null;
  const all = text.split("\n");
  all.forEach((line, at) => {
    const quoted = line.match(/^(?:&gt;|>)(?!>)\s?(.*)$/);
    if (quoted) {
      if (quote) quote.append(el("br"));
      else nodes.push((quote = el("blockquote")));
      quote.append(...inline(quoted[1], names));
      return;
    }
    if (at > 0 && !quote) nodes.push(el("br"));
    quote = null;
    nodes.push(...inline(line, names));
  });
  return nodes;
}

function inline(text, names, open = "") {
  const nodes = [];
  const unclosed = new Set(open);
  let words = "";
  let at = 0;
  const flush = () => {
    if (words) nodes.push(...withBareLinks(words));
    words = "";
  };
  while (at < text.length) {
    const found = special(text, at, names, open, unclosed);
    if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      words += text[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

function special(text, at, names, open, unclosed) {
  const sign = text[at];
  if (sign === "`" && !unclosed.has("`")) return code(text, at, unclosed);
  if (sign === "<" && !unclosed.has("<")) return angle(text, at, names, unclosed);
  if (sign === ":") return named(text, at);
  if (Object.hasOwn(MARKS, sign) && !unclosed.has(sign)) return marked(text, at, names, open, unclosed);
  return null;
}

// A sign that has no partner further on is remembered, so that a line of 40,000 of them is read once and not squared.
function code(text, at, unclosed) {
  const end = text.indexOf("`", at + 1);
  if (end < 0) unclosed.add("`");
  if (end <= at + 1) return null;
  return { node: el("code", {}, unescape(text.slice(at + 1, end))), end: end + 1 };
}

function angle(text, at, names, unclosed) {
  const end = text.indexOf(">", at + 1);
  if (end < 0) unclosed.add("<");
  const inside = end > at + 1 ? text.slice(at + 1, end) : "";
  const node = inside && !inside.includes("<") ? reference(inside, names) : null;
  return node && { node, end: end + 1 };
}

function reference(inside, names) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : unescape(inside.slice(bar + 1));
  if (/^@[UWB]\w+$/.test(target)) return el("span", { class: "mention" }, `@${names.person(target.slice(1))}`);
  if (/^#[CDG]\w+$/.test(target))
    return el("span", { class: "mention" }, `#${label || names.channel(target.slice(1))}`);
  if (/^!(here|channel|everyone)$/.test(target)) return el("span", { class: "mention is-loud" }, `@${target.slice(1)}`);
  if (target.startsWith("!date^")) return el("span", {}, label || "a moment");
  if (target.startsWith("!")) return el("span", { class: "mention" }, label || target.slice(1));
  const url = unescape(target);
  return SAFE_LINK.test(url) ? safeLink(url, label || url.replace(/^(mailto|tel):/i, "")) : null;
}

function named(text, at) {
  const found = /^:([a-z0-9_+-]{1,40}):/.exec(text.slice(at, at + 42));
  const picture = found && emoji(found[1]);
  return picture ? { node: el("span", { class: "emoji", title: found[0] }, picture), end: at + found[0].length } : null;
}

function marked(text, at, names, open, unclosed) {
  const sign = text[at];
  if ((at > 0 && WORD.test(text[at - 1])) || /\s|^$/.test(text[at + 1] ?? "")) return null;
  for (let end = text.indexOf(sign, at + 2); end > 0; end = text.indexOf(sign, end + 1)) {
    const closes = !/\s/.test(text[end - 1]) && !WORD.test(text[end + 1] ?? " ") && text[end - 1] !== sign;
    if (!closes) continue;
    const inner = inline(text.slice(at + 1, end), names, open + sign);
    return { node: el(MARKS[sign], {}, inner), end: end + 1 };
  }
  unclosed.add(sign);
  return null;
}

function withBareLinks(words) {
  return unescape(words)
    .split(/(https?:\/\/[^\s<>"|]+[^\s<>"|.,;:!?)\]}'])/)
    .map((piece, at) => (at % 2 ? safeLink(piece) : piece));
}
