"""Rotom: a little electric ghost to talk with, on the device, beside a game."""

__version__ = "0.1.0"
