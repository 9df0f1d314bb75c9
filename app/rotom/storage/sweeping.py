"""What was removed a day ago is taken away for good."""

import sqlite3
import time

from rotom.storage.database import transaction

KEPT_AFTER_REMOVAL_S = 24 * 3600.0
"""How long what was removed can be brought back."""


def sweep(connection: sqlite3.Connection, now_s: float | None = None) -> None:
    """Writes only where there is something to take away; sqlite3.Error where it cannot."""
    before = {"before_s": (time.time() if now_s is None else now_s) - KEPT_AFTER_REMOVAL_S}
    (anything,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM conversations WHERE deleted_at_s < :before_s)"
        " OR EXISTS (SELECT 1 FROM turns WHERE said_removed_s < :before_s)"
        " OR EXISTS (SELECT 1 FROM turns WHERE heard_removed_s < :before_s)",
        before,
    ).fetchone()
    if not anything:
        return
    with transaction(connection):
        connection.execute(
            "DELETE FROM turns WHERE conversation IN"
            " (SELECT id FROM conversations WHERE deleted_at_s < :before_s)",
            before,
        )
        connection.execute("DELETE FROM conversations WHERE deleted_at_s < :before_s", before)
        for words in ("said", "heard"):
            connection.execute(
                f"UPDATE turns SET {words} = NULL, {words}_removed_s = NULL"
                f" WHERE {words}_removed_s < :before_s",
                before,
            )
