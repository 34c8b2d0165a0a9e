"""Hours, holidays, zones and the date grammar: the time that replies, promises and reminders share."""
