"""What Kindline asks a model; every job works without one."""
