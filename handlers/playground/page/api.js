// Talks to the playground's control interface; every refusal arrives here as one kind sentence.

class ControlError extends Error {
  /** `code` is the control interface's word, "unreachable" when no answer came; `message` may be shown to a person. */
  constructor(code, message, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

async function answered(request) {
  let response;
  try {
    response = await request;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ControlError("unreachable", "The playground isn't answering. Is it still running?");
  }
  let body = null;
  try {
    body = await response.json();
  } catch {
    throw new ControlError("unreadable", "The playground gave an answer that can't be read.", response.status);
  }
  if (body && body.ok) return body;
  const message = (body && body.message) || "That didn't work, and the playground didn't say why.";
  throw new ControlError((body && body.error) || "refused", message, response.status);
}

/** GET `/_control/{name}`; values that are undefined are left out. */
export function ask(name, query = {}, signal = undefined) {
  const known = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const params = new URLSearchParams(known).toString();
  return answered(fetch(`/_control/${name}${params ? `?${params}` : ""}`, { signal, cache: "no-store" }));
}

/** POST `/_control/{name}`. */
export function tell(name, body = {}) {
  const headers = { "content-type": "application/json" };
  return answered(fetch(`/_control/${name}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Calls `onChange()` whenever something changed in the playground, for as long as the page is open.
 * `onReachable(bool)` hears when the playground goes away and comes back.
 */
export async function watch(onChange, onReachable) {
  let version = 0;
  for (;;) {
    try {
      const answer = await ask("changes", { since: version, timeout: 25 });
      onReachable(true);
      if (answer.version !== version) {
        version = answer.version;
        await onChange();
      }
    } catch (error) {
      const isMissing = error.status === 404;
      onReachable(isMissing || error.code !== "unreachable");
      await wait(isMissing ? 2 : 1.5);
      if (isMissing) await onChange();
      else version = 0;
    }
  }
}
