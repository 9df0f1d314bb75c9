"""Makes the language model of the ears: companion talk mixed with general English."""
