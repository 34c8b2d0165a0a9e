"""What drafts learn: from how an agent writes, from what became of drafts, and from replies saved as examples."""
