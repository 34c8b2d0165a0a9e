// Turns instants into the words of a place, and local wishes ("tomorrow, 9:00") back into instants.

export const ZONE = "Europe/Berlin";

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }));
  return formats.get(key);
}

function parts(instant, zone) {
  const options = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  };
  return Object.fromEntries(
    format(zone, options)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
}

/** "Wed 18 Nov 2026, 10:30" */
export function longMoment(instant, zone = ZONE) {
  const named = format(zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).formatToParts(
    instant,
  );
  const word = (type) => named.find((part) => part.type === type).value;
  return `${word("weekday")} ${word("day")} ${word("month")} ${word("year")}, ${clockTime(instant, zone)}`;
}

/** "10:30" */
export function clockTime(instant, zone = ZONE) {
  const local = parts(instant, zone);
  return `${local.hour}:${local.minute}`;
}

/** "2026-11-18", the local day. */
export function dayKey(instant, zone = ZONE) {
  const local = parts(instant, zone);
  return `${local.year}-${local.month}-${local.day}`;
}

/** "Today", "Yesterday" or "Wednesday 18 November". */
export function dayName(instant, now, zone = ZONE) {
  const key = dayKey(instant, zone);
  if (key === dayKey(now, zone)) return "Today";
  if (key === dayKey(new Date(now.getTime() - 86_400_000), zone)) return "Yesterday";
  return format(zone, { weekday: "long", day: "numeric", month: "long" }).format(instant).replace(",", "");
}

/** Local `YYYY-MM-DDTHH:MM` in a zone, as the browser's date field wants it. */
export function toLocalField(instant, zone = ZONE) {
  return `${dayKey(instant, zone)}T${clockTime(instant, zone)}`;
}

/** The instant of a local `YYYY-MM-DDTHH:MM`; an hour that the clocks skip becomes the first valid instant after it. */
export function fromLocalField(local, zone = ZONE) {
  const asIfUtc = new Date(`${local}:00Z`).getTime();
  let guess = asIfUtc;
  for (let round = 0; round < 2; round += 1) guess = asIfUtc - offsetMs(new Date(guess), zone);
  return new Date(guess);
}

function offsetMs(instant, zone) {
  const local = parts(instant, zone);
  const asUtc = Date.UTC(+local.year, +local.month - 1, +local.day, +local.hour, +local.minute, +local.second);
  return asUtc - Math.floor(instant.getTime() / 1000) * 1000;
}

/** Tomorrow at 9:00, local. */
export function tomorrowAtNine(now, zone = ZONE) {
  const noon = fromLocalField(`${dayKey(now, zone)}T12:00`, zone);
  return fromLocalField(`${dayKey(new Date(noon.getTime() + 86_400_000), zone)}T09:00`, zone);
}

/** Slack's `ts` ("1795000000.000100") as an instant. */
export const fromTs = (ts) => new Date(Number.parseFloat(ts) * 1000);
