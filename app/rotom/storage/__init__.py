"""What outlives a run: settings, history, mood, log."""
