// How each platform names its places and what is written there, so that a pane speaks the words of the real thing.

const SLACK = {
  id: "slack",
  name: "Slack",
  hasSlash: true,
  hasHome: true,
  hasFieldErrors: true,
  keepsTyped: true,
  hasChatThreads: true,
  tellsLinks: true,
  linksOpenThreads: false,
  groups: [
    ["channel", "Channels"],
    ["dm", "Direct messages"],
    ["home", "Kindline"],
  ],
  sign: "#",
  channel: (name) => `#${name}`,
  chat: (name) => name,
  thread: "Thread",
  openThread: "Reply in thread",
  writeIn: (place) => (place.kind === "dm" ? `Message ${place.name}` : `Message #${place.name}`),
  writeReply: "Reply in this thread",
  offers: "Shortcuts",
};

const TEAMS = {
  id: "teams",
  name: "Teams",
  hasSlash: false,
  hasHome: false,
  hasFieldErrors: false,
  keepsTyped: false,
  hasChatThreads: false,
  tellsLinks: false,
  linksOpenThreads: true,
  groups: [
    ["dm", "Chat"],
    ["channel", "Teams and channels"],
  ],
  sign: "",
  channel: (name) => name,
  chat: (name) => `Chat with ${name}`,
  thread: "Post",
  openThread: "Reply",
  writeIn: (place) => (place.kind === "dm" ? "Type a message" : `Start a post in ${place.name}`),
  writeReply: "Reply to this post",
  offers: "View prompts",
};

export const PLATFORMS = { slack: SLACK, teams: TEAMS };

/** A place's own name, as its platform writes it. */
export const placeName = (platform, place) =>
  place.kind === "channel" ? platform.channel(place.name) : place.kind === "dm" ? platform.chat(place.name) : place.name;
