"""Whether words were heard at all, or made up by ears that must always say something."""

import re
from dataclasses import dataclass

_NO_SPEECH = 0.6
_DOUBTFUL_LOGPROB = -1.0
_INVENTED_LOGPROB = -1.5
_REPETITIVE = 2.4
"""Text that zips better than this runs in a loop (the limits of OpenAI's reference decoder)."""

_SOMEWHAT = 0.5
"""Half of a doubt: enough against words that ears are known to make up."""

_FASTEST_PER_S = 30.0
"""More letters in a second than this nobody says; Korean has a third of that."""

_NEVER_SAID_HERE = re.compile(
    r"thank(s| you)( so much| all)? for (watching|listening|viewing)|"
    r"(please |don't forget to )?(like and )?subscribe|subtitles? by|amara\.?org|see you next time|"
    r"see you in the next video|시청해 ?주셔서 감사합니다|"
    r"구독과? ?(과 )?좋아요|다음 영상에서 만나요|"
    r"(한글)? ?자막 ?(제공|by)|[a-z]{3} ?뉴스 .{1,12}입니다|오늘도 시청해"
)
"""Words of the films that Whisper learned from, which nobody says to a companion."""

_SAID_RARELY = frozenset(
    (
        *("you", "bye", "bye bye", "thank you", "thanks", "okay", "oh", "hmm", "uh", "so", "the"),
        *("감사합니다", "고맙습니다", "네", "아", "음", "어"),
    )
)
"""Words that it makes of noise, and that people say too."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What ears know of their words: mean log probability of a token, the probability that there
    was no speech, how well the text zips, and how long the sound was.
    """

    logprob: float
    no_speech: float
    compression: float
    seconds: float


def is_doubtful(evidence: Evidence) -> bool:
    """Whether to listen again, where there is another way to."""
    return evidence.logprob < _DOUBTFUL_LOGPROB or evidence.compression > _REPETITIVE


def was_invented(text: str, evidence: Evidence) -> bool:
    """Whether the words are better dropped than answered."""
    silent = evidence.logprob < _DOUBTFUL_LOGPROB and evidence.no_speech > _NO_SPEECH
    too_fast = len(re.findall(r"\w", text)) > _FASTEST_PER_S * max(0.3, evidence.seconds)
    if silent or too_fast or evidence.compression > _REPETITIVE:
        return True
    return evidence.logprob < _INVENTED_LOGPROB or _is_phantom(text, evidence)


def _is_phantom(text: str, evidence: Evidence) -> bool:
    words = " ".join(re.findall(r"[\w'.]+", text.lower().replace("’", "'"))).strip(". ")
    unsure = evidence.no_speech > _SOMEWHAT * _NO_SPEECH
    if _NEVER_SAID_HERE.search(words):
        return unsure or evidence.logprob < _SOMEWHAT * _DOUBTFUL_LOGPROB
    return words in _SAID_RARELY and unsure and evidence.logprob < _SOMEWHAT * _DOUBTFUL_LOGPROB
