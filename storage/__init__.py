"""What Kindline remembers."""
