"""Words and rules of a conversation: no Qt, no threads, no files, no engines."""
