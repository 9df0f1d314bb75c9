"""The three stages of a conversation, named after what the agent does."""
