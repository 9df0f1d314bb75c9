"""Stands where faster-whisper looks for PyAV to read files: Rotom gives it samples."""
