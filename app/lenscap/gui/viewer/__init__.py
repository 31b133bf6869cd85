"""One photo, large: what is found in it, what a copy will show, and the person's own decisions about it."""
