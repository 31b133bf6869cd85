"""Witnesses that share no code with the program."""
