"""How the starter voice is made: a small neural Piper voice that learns from flite's rms."""
