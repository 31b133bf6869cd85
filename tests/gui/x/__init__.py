"""The window on a real X server, moved by a pointer and keys that the server sends."""
