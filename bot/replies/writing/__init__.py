"""Writing: from all that a draft may be made of to its words, pure and without a clock."""
