"""Numbers out of bytes that may lie."""
