"""Who works here and how: roles, channels, linked accounts, working hours."""
