"""What stands between the bot and a model: the day's budget, memory for equal questions, and the log."""
