"""Hears a name in what is said: PocketSphinx looking for nothing else."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from rotom.domain.engines import EngineError
from rotom.domain.pronouncing import FEWEST_PHONEMES, KNOWN, arpabet, is_latin, words_of
from rotom.domain.speech import HEARING_RATE_HZ, Samples, Spotted
from rotom.domain.wording import worded
from rotom.engines.live_decoder import LiveDecoder
from rotom.engines.pocketsphinx import bundled_models, decoder

_FRAMES_PER_S = 100

_AS_LIKELY = 1e-30
"""How likely the name has to be beside any other phonemes. At 1e-40 a fan 15 dB below the voice
hides 7 of 36 calls from it instead of 14, but three times as many other words are taken for it;
at 1e-20 half of the soft calls of flite's slt were missed."""

_SHORTEST_PHONEME_S = 0.06
"""What goes by quicker than this a phoneme, on average, is a part of other words."""


class PocketSphinxSpotter:
    """Takes about 4 % of a core for what it is fed."""

    def __init__(self, name: str, say: Callable[[str], str], models: Path | None = None) -> None:
        """`say` tells in phonetic signs how English says a name that no dictionary has.

        EngineError where it has no sounds of English, or too few.
        """
        models = models or bundled_models()
        phonemes = pronunciation(name, say, models / "cmudict-en-us.dict")
        if len(phonemes.split()) < FEWEST_PHONEMES:
            raise EngineError(
                worded(
                    "Rotom cannot wait for the name {name}: too much sounds like it. It listens "
                    "all the time instead. Give the persona a longer name.",
                    name=name,
                )
            )
        self._shortest_s = _SHORTEST_PHONEME_S * len(phonemes.split())
        with tempfile.TemporaryDirectory() as folder:
            words, wanted = Path(folder, "words"), Path(folder, "wanted")
            words.write_text(f"name {phonemes}\n")
            wanted.write_text(f"name /{_AS_LIKELY:g}/\n")
            self._live = LiveDecoder(decoder(hmm=models / "en-us", dict=words, kws=wanted))
        self._fed_samples = 0

    def start(self) -> None:
        self._live.start()
        self._fed_samples = 0

    def feed(self, samples: Samples) -> Spotted | None:
        if not self._live.is_open:
            return None
        self._fed_samples += len(samples)
        self._live.feed(samples)
        spotted = self._live.decoder
        times = [
            (found.end_frame, found.start_frame, found.prob)
            for found in (spotted.seg() if spotted.hyp() else ())
            if found.end_frame - found.start_frame >= self._shortest_s * _FRAMES_PER_S
        ]
        if not times:
            return None
        ended, began, likeness = max(times)
        fed_s = self._fed_samples / HEARING_RATE_HZ
        return Spotted(fed_s - began / _FRAMES_PER_S, fed_s - ended / _FRAMES_PER_S, likeness)


def pronunciation(name: str, say: Callable[[str], str], dictionary: Path) -> str:
    """The phonemes of a name: its words as the dictionary says them, else as `say` does."""
    if not is_latin(name):
        raise EngineError(
            worded(
                "Rotom cannot wait for the name {name}: it knows the sounds of English only. It "
                "listens all the time instead. Give the persona a name in English letters.",
                name=name,
            )
        )
    words = words_of(name)
    found = dict(KNOWN)
    with dictionary.open(encoding="utf-8") as lines:
        for line in lines:
            word, _, phonemes = line.partition(" ")
            if word in words:
                found[word] = phonemes.strip()
    return " ".join(found.get(word) or arpabet(say(word)) for word in words)
