"""How long a test waits for what must come: it costs nothing, and no busy machine needs longer."""

PATIENCE_S = 60.0
PATIENCE_MS = 60_000
