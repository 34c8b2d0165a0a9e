// What the app offers in this workspace: its commands and shortcuts, as the playground tells them.

const OTHERWISE = {
  shortcuts: [
    { callback_id: "help_me_reply", name: "Help me reply", type: "message" },
    { callback_id: "log_insight", name: "Log insight", type: "message" },
    { callback_id: "check_my_words", name: "Check my words", type: "message" },
    { callback_id: "track_a_promise", name: "Track a promise", type: "message" },
  ],
  commands: ["/kindline", "/reply", "/promises", "/insight", "/check"].map((command) => ({ command })),
};

// Slack shows a command's words from the app's own configuration; these are used where the playground has none.
const WORDS = {
  "/kindline": ["Set Kindline up, or ask what it can do", "help | here | team | link"],
  "/reply": ["The threads that wait for you here", ""],
  "/promise": ["Keep a promise on your list", "what, to whom, by when"],
  "/promises": ["Your open promises", ""],
  "/insight": ["Pass on what a customer said", "text #theme customer:Name heard:praise"],
  "/check": ["Hold your words against the service standard", "your words"],
  "/thanks": ["Thank somebody for something", "@person for …"],
};

/**
 * {shortcuts: [{callback_id, name, type}], commands: [{command, description, usage_hint}], typed: the same for words
 * that are typed to the app in its own chat}.
 */
export function appInfo(told) {
  const commands = (told.commands ?? OTHERWISE.commands).map((one) =>
    typeof one === "string" ? { command: one } : one,
  );
  const typed = (told.typed ?? []).map((one) => ({ ...one, command: one.command.replace(/^\//, "") }));
  return { shortcuts: told.shortcuts ?? OTHERWISE.shortcuts, commands: commands.map(withWords), typed };
}

function withWords(one) {
  const [description = "", hint = ""] = WORDS[one.command] ?? [];
  return { command: one.command, description: one.description || description, usage_hint: one.usage_hint || hint };
}
