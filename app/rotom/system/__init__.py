"""The machine Rotom lives in: gamepads, one instance at a time."""
