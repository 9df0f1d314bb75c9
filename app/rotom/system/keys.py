"""The keys of servers: in the keyring of the system or in the environment, never in our files."""

import os
from collections.abc import Mapping

from rotom.domain.engines import EngineError
from rotom.domain.wording import worded

SERVICE = "rotom"
VARIABLE = "ROTOM_SERVER_KEY"


def key_for(address: str, environment: Mapping[str, str] = os.environ) -> str:
    """The key of a server; '' where there is none, or no keyring that is unlocked."""
    if given := environment.get(VARIABLE, "").strip():
        return given
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, address) or ""
    except (KeyringError, OSError, RuntimeError):
        return ""


def keep_key(address: str, key: str) -> None:
    """Keeps the key in the keyring, or forgets it where it is ''; EngineError without a keyring."""
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        if key:
            keyring.set_password(SERVICE, address, key)
        else:
            keyring.delete_password(SERVICE, address)
    except PasswordDeleteError:
        return
    except (KeyringError, OSError, RuntimeError) as error:
        raise EngineError(
            worded(
                "There is no keyring here that is unlocked, so the key cannot be kept. "
                "Unlock it, or start Rotom with the key in {variable}.",
                variable=VARIABLE,
            )
        ) from error


def forgotten(address: str) -> bool:
    """Forgets the key of a server; False where there is no keyring to forget it."""
    try:
        keep_key(address, "")
    except EngineError:
        return False
    return True
