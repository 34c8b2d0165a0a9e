"""Where people meet Kindline in Slack: translation between Slack's wire and the bot's own words, and nothing else."""
