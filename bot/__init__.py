"""What Kindline understands and decides: no platform, no HTTP, no SQL text."""
