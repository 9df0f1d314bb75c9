"""What of a text can be spoken: without pictures, marks and characters that nobody says."""

import re
import unicodedata

_UNSPOKEN = {"So", "Sk", "Cc", "Cf", "Cs", "Co", "Cn"}
_MARKUP = re.compile(r"[*_`#~|<>\\{}\[\]]+")


def speakable(text: str) -> str:
    """The text with unspoken characters replaced by spaces; '' where no letter or digit is left."""
    plain = _MARKUP.sub(" ", unicodedata.normalize("NFC", text))
    kept = "".join(" " if unicodedata.category(sign) in _UNSPOKEN else sign for sign in plain)
    words = " ".join(kept.split())
    return words if any(sign.isalnum() for sign in words) else ""
