"""The window: the only room with Qt. It shows what the core found, and asks the core to clean."""
