"""Everything the bot shows, on every platform: played from real rows, compared with reviewed pictures in JSON."""
