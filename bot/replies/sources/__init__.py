"""Sources: what a workspace gave a draft to stand on, read from its pages, stock replies and customer records."""
