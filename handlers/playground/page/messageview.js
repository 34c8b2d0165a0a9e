// Says how one person sees the messages of a place: in whose eyes they are drawn, and what may be done with each.

/** What `Listing` and `messageNode` need to know of `pane`. */
export function messageView(pane, place, thread) {
  const { app, doing, people, platform, team, user } = pane;
  return {
    user,
    team,
    people,
    platform,
    names: pane.names(),
    zone: app.zone,
    stamp: people.stamp,
    now: app.now(),
    env: (message) => pane.env({ message: message.id }),
    shortcuts: doing.shortcuts("message"),
    does: doings(pane, place),
    canThread: !thread && (place.kind === "channel" || platform.hasChatThreads),
    fresh: (ts, replies) => app.seen.fresh(pane.seenAs, `${place.key}/${ts}`, replies),
  };
}

function doings(pane, place) {
  const { composer, doing } = pane;
  return {
    openThread: (ts) => pane.go(place.key, ts),
    edit: (message) => composer.startEdit(message),
    dismiss: (message) => pane.dismiss(message),
    react: (message, name, remove) => doing.react(message, name, remove),
    remove: (message) => doing.remove(message),
    shortcut: (message, one) => doing.shortcut(one, message),
  };
}
