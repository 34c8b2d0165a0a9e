"""A pretend workspace on your own machine that speaks Slack's wire, so that the bot needs no account."""
