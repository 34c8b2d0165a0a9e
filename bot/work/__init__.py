"""How work is carried out: claimed, decided, sent, tried again, and never lost."""
