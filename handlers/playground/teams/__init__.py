"""The same pretend workspaces behind Microsoft Teams' door: a Bot Connector, its keys and its signed deliveries."""
