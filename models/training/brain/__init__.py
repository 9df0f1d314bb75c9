"""The starter brain: its corpus, its training, its export, its judging."""
