"""Runs that are killed, starved and crowded, on purpose."""
