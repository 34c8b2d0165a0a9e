"""What Kindline asks a model; nothing yet, since every job works without one."""
