// Turns Slack's stored text back into what was typed, for editing one's own message.

import { unescape } from "./mrkdwn.js";

/** The way there is the playground's: it reads "@Frieda Maas" as a mention and "<" as a sign. */
export function toTyped(text, names) {
  const withNames = text.replace(/<@([UW]\w+)(?:\|[^>]*)?>/g, (whole, id) => `@${names.person(id)}`);
  const withChannels = withNames.replace(
    /<#([CDG]\w+)(?:\|([^>]*))?>/g,
    (whole, id, label) => `#${label || names.channel(id)}`,
  );
  const withCalls = withChannels.replace(/<!(here|channel|everyone)>/g, "@$1");
  const withLinks = withCalls.replace(/<(?:mailto:|tel:)?([^|>]+)(?:\|[^>]*)?>/g, "$1");
  return unescape(withLinks);
}
