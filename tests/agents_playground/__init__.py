"""Kindline beside Microsoft's Agents Playground, a Teams client without a tenant: `make demo-teams` and its tests."""
