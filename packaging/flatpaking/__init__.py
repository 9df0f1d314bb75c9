"""Gathers what the Flatpak is built from: `python -m flatpaking` (make flatpak)."""
