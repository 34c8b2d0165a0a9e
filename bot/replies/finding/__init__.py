"""Finding: what the playbook says to an ask, by meaning and by words, and how likely it is the answer."""
