"""Makes the folder that runs without anything installed: `python -m bundling` (make bundle)."""
