"""What every door shares: how a delivery is taken in, whose it is, and what may stand in it."""
