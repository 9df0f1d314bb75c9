"""How the test ears are made: a tiny Whisper that hears our own voice and other synthetic ones."""
