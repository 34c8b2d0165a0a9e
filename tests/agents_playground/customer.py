"""A customer writes in the channel, without a mention: the Agents Playground has only Frieda's keyboard, so such a
message goes in as what it calls a custom activity."""

import json
from datetime import UTC, datetime
from urllib.request import Request, urlopen

from tests.agents_playground.house import HERE, TENANT, WRITTEN

PLACE = WRITTEN["workspaces"][TENANT]
ANNELIE = PLACE["people"]["annelie"]
CHANNEL = PLACE["channels"]["help"]["channel_id"]
BOT = {"id": WRITTEN["app"]["bot_user"], "name": "Kindline"}


def customer_says(port: int, text: str, thread_id: str = "") -> str:
    """Annelie writes a new post, or in a thread. Returns the thread's id. Raises `OSError` when nothing runs there."""
    now = datetime.now(UTC)
    message_id = str(int(now.timestamp() * 1000))
    team = {"id": PLACE["channels"]["help"]["team_id"], "name": "Marigold"}
    activity = {
        "type": "message",
        "id": message_id,
        "text": text,
        "textFormat": "plain",
        "channelId": "msteams",
        "timestamp": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "localTimezone": "Europe/Berlin",
        "locale": "en-GB",
        "serviceUrl": f"http://localhost:{port}/_connector",
        "from": {"id": ANNELIE["user_id"], "name": ANNELIE["real_name"], "aadObjectId": ANNELIE["person_id"]},
        "recipient": BOT,
        "conversation": {
            "id": f"{CHANNEL};messageid={thread_id or message_id}",
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": TENANT,
        },
        "channelData": {"tenant": {"id": TENANT}, "team": team, "channel": {"id": CHANNEL}},
    }
    address = f"http://127.0.0.1:{port}/_internal/v1/customActivities"
    asked = Request(address, json.dumps(activity).encode(), {"Content-Type": "application/json"})
    with urlopen(asked, timeout=15) as answer:
        assert answer.status == 200, f"{HERE.name}: the custom activity was not taken"
    return thread_id or message_id
