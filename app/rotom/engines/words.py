"""When each word of a sentence has been said, from the times of its phonemes."""

from collections.abc import Sequence

from rotom.domain.text import speakable
from rotom.engines.mouth import TimedPhoneme


def word_ends(
    text: str, phonemes: Sequence[TimedPhoneme], lead_s: float, end_s: float
) -> tuple[float, ...]:
    """The end of each word of `text` as a share of its sound, which goes from `lead_s` to `end_s`.

    Empty where the phonemes have more or fewer words, as they do for numbers that are read out.
    """
    length_s = end_s - lead_s
    words = [bool(speakable(word)) for word in text.split()]
    ends = _ends(phonemes, end_s)
    if length_s <= 0 or len(ends) != sum(words):
        return ()
    shares = iter([min(1.0, max(0.0, (at_s - lead_s) / length_s)) for at_s in ends])
    told: list[float] = []
    for is_said in words:  # what is not said, such as an emoji, ends with the word before it
        told.append(next(shares) if is_said else (told[-1] if told else 0.0))
    return tuple(told)


def _ends(phonemes: Sequence[TimedPhoneme], end_s: float) -> list[float]:
    """Where the stretches of phonemes between spaces end."""
    ends: list[float] = []
    in_word = False
    for ipa, at_s in phonemes:
        sounds = any(sign.isalpha() for sign in ipa)
        if in_word and not ipa.strip():
            ends.append(at_s)
        in_word = (in_word or sounds) and bool(ipa.strip())
    return [*ends, end_s] if in_word else ends
