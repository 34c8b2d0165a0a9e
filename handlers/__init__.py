"""Where people meet the bot: translation between a platform's wire and the bot's words, and nothing else."""
