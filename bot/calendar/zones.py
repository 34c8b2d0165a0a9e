"""Time zones as people name them in a message: "ET", "GMT", "Berlin time", "your time"."""

from functools import cache
from zoneinfo import available_timezones

# A summer or winter name is read as the place's own time: people write "EST" all year and mean New York.
SHORT_NAMES = {
    **dict.fromkeys(("et", "est", "edt", "eastern"), "America/New_York"),
    **dict.fromkeys(("ct", "cst", "cdt", "central"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt", "mountain"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt", "pacific"), "America/Los_Angeles"),
    **dict.fromkeys(("gmt", "utc", "zulu"), "UTC"),
    "bst": "Europe/London",
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), "Europe/Berlin"),
    **dict.fromkeys(("eet", "eest"), "Europe/Athens"),
    "ist": "Asia/Kolkata",
    **dict.fromkeys(("aest", "aedt", "aet"), "Australia/Sydney"),
    **dict.fromkeys(("acst", "acdt"), "Australia/Adelaide"),
    "awst": "Australia/Perth",
    **dict.fromkeys(("nzst", "nzdt", "nzt"), "Pacific/Auckland"),
    "jst": "Asia/Tokyo",
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "sast": "Africa/Johannesburg",
    "eat": "Africa/Nairobi",
    "wat": "Africa/Lagos",
    "pkt": "Asia/Karachi",
    "brt": "America/Sao_Paulo",
}
PLACES = {
    **dict.fromkeys(("uk", "british", "england", "english", "scottish", "britain"), "Europe/London"),
    **dict.fromkeys(("irish", "ireland"), "Europe/Dublin"),
    **dict.fromkeys(("german", "germany", "munich", "hamburg", "frankfurt", "cologne"), "Europe/Berlin"),
    **dict.fromkeys(("french", "france"), "Europe/Paris"),
    **dict.fromkeys(("spanish", "spain", "barcelona"), "Europe/Madrid"),
    **dict.fromkeys(("italian", "italy", "milan"), "Europe/Rome"),
    **dict.fromkeys(("dutch", "swiss"), "Europe/Amsterdam"),
    **dict.fromkeys(("indian", "india", "mumbai", "delhi", "bangalore"), "Asia/Kolkata"),
    **dict.fromkeys(("japan", "japanese"), "Asia/Tokyo"),
    **dict.fromkeys(("east coast", "ny", "nyc", "boston", "miami", "atlanta", "washington"), "America/New_York"),
    **dict.fromkeys(("west coast", "la", "california", "san francisco", "sf", "seattle"), "America/Los_Angeles"),
    **dict.fromkeys(("texas", "dallas", "houston", "austin"), "America/Chicago"),
    **dict.fromkeys(("brazil", "brasilia", "rio"), "America/Sao_Paulo"),
}

# These are words as well, so they name a zone only in capitals.
_WORDS_TOO = ("eat", "wat")
_SHORT = "|".join(
    f"(?-i:{name.upper()})" if name in _WORDS_TOO else name for name in sorted(SHORT_NAMES, key=len, reverse=True)
)
# The last form (capitalised words before "time") is checked against the places, so "Long time" is no zone.
ZONE_PATTERN = (
    rf"\(?(?:(?P<short>{_SHORT})(?:\s+(?:standard\s+|daylight\s+)?time)?|(?P<whose>your|my|our)(?:\s+local)?\s+time"
    r"|(?P<place>(?-i:[A-Z][A-Za-z]+(?:\s+[A-Z][a-z]+)?))\s+time)(?!\w)\)?"
)


@cache
def _cities() -> dict[str, str]:
    """Each city of the zone database, in small letters; the regional names win over old links of the same city."""
    names = sorted(available_timezones(), key=lambda name: name.count("/"))
    return {name.rsplit("/", 1)[-1].replace("_", " ").lower(): name for name in names if "/" in name}


def zone_of_place(words: str) -> str | None:
    """The zone of a city or country as written before the word "time"; None when it is no place we know."""
    name = " ".join(words.lower().split())
    return PLACES.get(name) or SHORT_NAMES.get(name) or _cities().get(name)


def zone_of_short_name(name: str, nearby: str) -> str:
    """The zone of an abbreviation. `nearby` settles IST, which Ireland and India share."""
    if name.lower() == "ist" and nearby == "Europe/Dublin":
        return nearby
    return SHORT_NAMES[name.lower()]
