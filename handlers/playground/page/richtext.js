// Draws the two text blocks that are not mrkdwn: rich_text, and the markdown block (standard Markdown, the basic part).

import { append, el } from "./dom.js";
import { emoji } from "./emoji.js";
import { safeLink } from "./mrkdwn.js";

const STYLES = [
  ["code", "code"],
  ["strike", "s"],
  ["italic", "em"],
  ["bold", "strong"],
];

/** A rich_text block. */
export function richText(block, names) {
  return el(
    "div",
    { class: "rich-text" },
    (block.elements ?? []).map((part) => richPart(part, names)),
  );
}

function richPart(part, names) {
  const inside = () => (part.elements ?? []).map((piece) => richPiece(piece, names));
  if (part.type === "rich_text_preformatted") return el("pre", {}, inside());
  if (part.type === "rich_text_quote") return el("blockquote", {}, inside());
  if (part.type === "rich_text_list") {
    const items = (part.elements ?? []).map((item) =>
      el(
        "li",
        {},
        (item.elements ?? []).map((piece) => richPiece(piece, names)),
      ),
    );
    return el(part.style === "ordered" ? "ol" : "ul", {}, items);
  }
  return el("p", {}, inside());
}

function richPiece(piece, names) {
  const words = {
    text: () => piece.text,
    emoji: () => emoji(piece.name) ?? `:${piece.name}:`,
    user: () => el("span", { class: "mention" }, `@${names.person(piece.user_id)}`),
    channel: () => el("span", { class: "mention" }, `#${names.channel(piece.channel_id)}`),
    broadcast: () => el("span", { class: "mention is-loud" }, `@${piece.range}`),
    link: () => safeLink(piece.url ?? "", piece.text || piece.url),
    date: () => piece.fallback ?? "a moment",
  };
  let node = (words[piece.type] ?? (() => piece.text ?? ""))();
  for (const [style, tag] of STYLES) if (piece.style?.[style]) node = el(tag, {}, node);
  return node;
}

/** A markdown block: headings, lists, quotes, code, and bold, italic, strike, code and links within a line. */
export function markdown(text) {
  const root = el("div", { class: "rich-text" });
  const pieces = String(text ?? "").split(/```[a-z]*\n?([\s\S]*?)\n?```/);
  pieces.forEach((piece, at) => {
    if (at % 2) root.append(el("pre", {}, piece));
    else
      for (const group of piece.split(/\n{2,}/))
        if (group.trim()) append(root, markdownGroup(group.trim().split("\n")));
  });
  return root;
}

const KINDS = [
  ["heading", /^#{1,6}\s+(.*)$/],
  ["ul", /^\s*[-*+]\s+(.*)$/],
  ["ol", /^\s*\d+[.)]\s+(.*)$/],
  ["blockquote", /^>\s?(.*)$/],
];

function markdownGroup(lines) {
  const nodes = [];
  for (const line of lines) {
    const [kind, match] = KINDS.map(([name, shape]) => [name, line.match(shape)]).find(([, found]) => found) ?? [
      "p",
      null,
    ];
    const words = markdownLine(match ? match[1] : line);
    const last = nodes.at(-1);
    const joins = last && last.dataset.kind === kind && kind !== "heading";
    const tag = kind === "heading" ? "h4" : kind;
    const target = joins ? last : el(tag, { data: { kind } });
    if (!joins) nodes.push(target);
    if (kind === "ul" || kind === "ol") target.append(el("li", {}, words));
    else append(target, [joins && el("br"), words]);
  }
  return nodes;
}

const MARKDOWN = new RegExp(
  [
    /(`[^`\n]{1,500}`)/, // Code.
    /\*\*([^*\n]{1,1000})\*\*/, // Bold.
    /~~([^~\n]{1,1000})~~/, // Strike.
    /(?<![\w*])[*_]([^*_\n]{1,1000})[*_](?![\w*])/, // Italic.
    /\[([^\]\n]{1,500})\]\(([^)\s]{1,2000})\)/, // A link.
  ]
    .map((part) => part.source)
    .join("|"),
  "g",
);

function markdownLine(line) {
  const nodes = [];
  let at = 0;
  for (const found of line.matchAll(MARKDOWN)) {
    nodes.push(line.slice(at, found.index));
    const [whole, code, bold, strike, italic, label, url] = found;
    if (code) nodes.push(el("code", {}, code.slice(1, -1)));
    else if (bold) nodes.push(el("strong", {}, bold));
    else if (strike) nodes.push(el("s", {}, strike));
    else if (italic) nodes.push(el("em", {}, italic));
    else nodes.push(safeLink(url, label));
    at = found.index + whole.length;
  }
  return [...nodes, line.slice(at)];
}
