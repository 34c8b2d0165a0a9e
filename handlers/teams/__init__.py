"""Where people meet Kindline in Microsoft Teams: translation between Teams' wire and the bot's own words, and nothing
else."""
