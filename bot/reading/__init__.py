"""One customer turn understood: what is asked, what was given, how it feels, what it risks."""
