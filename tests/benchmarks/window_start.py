"""How much of the processor's time passes until the window has been drawn, in seconds: the best of five starts.

python tests/benchmarks/window_start.py
"""

from __future__ import annotations

import os
import subprocess
import sys

STARTS = 5
START = """
import time
from PySide6.QtWidgets import QApplication
app = QApplication([])
from lenscap import settings
from lenscap.gui import theme
from lenscap.gui.window import Window
theme.apply(app, "light")
window = Window(settings.Settings())
window.show()
while not window.isVisible() or not window.windowHandle().isExposed():
    app.processEvents()
window.repaint()
app.processEvents()
print(time.process_time())
"""


def main() -> None:
    """Start the window a few times, each in a process of its own."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", START]
    seconds = [
        float(subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout)
        for _ in range(STARTS)
    ]
    print(f"the window is up after {min(seconds):.2f} s of the processor's time (slowest {max(seconds):.2f} s)")


if __name__ == "__main__":
    main()
