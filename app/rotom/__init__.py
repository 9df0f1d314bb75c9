"""Rotom: a little electric ghost to talk with, on the device, beside a game."""

import os

# Once it is imported, onnxruntime tells its maker's server about the machine, unless this stands.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.1.0"
