"""The command `rotom` in words: for terminals, pipes and scripts."""
