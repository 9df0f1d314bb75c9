"""Short answers that are one press away: the user's own, or a few in the language spoken."""

from collections.abc import Iterable, Mapping

from rotom.domain.speech import Language

SEPARATOR = " / "

MOST = 6
"""How many are offered at most."""

_READY: Mapping[Language, str] = {
    Language.ENGLISH: "Yes / No / Go on / Shorter, please / How are you?",
    Language.KOREAN: "응 / 아니 / 계속해 줘 / 더 짧게 말해 줘 / 기분이 어때?",
}


def quick_replies(written: str, language: Language) -> list[str]:
    """The replies of the setting; those of the language where it is empty."""
    parts = (written or _READY[language]).split("/" if written == "/" else SEPARATOR)
    return [part.strip() for part in parts if part.strip()][:MOST]


def written(replies: Iterable[str]) -> str:
    """Replies as the setting keeps them."""
    return SEPARATOR.join(reply.strip() for reply in replies if reply.strip())
