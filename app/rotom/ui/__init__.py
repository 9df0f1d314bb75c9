"""The window: the only folder that imports PySide6; `window.open_window` begins it."""
