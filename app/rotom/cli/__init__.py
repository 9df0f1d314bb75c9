"""The command `rotom`: everything the window does in words, for terminals and scripts."""

from rotom.cli.main import main

__all__ = ["main"]
