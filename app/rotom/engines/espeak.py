"""espeak-ng: a plain voice for every language, out of the library that Piper carries."""

import ctypes
import os
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from rotom.domain.character import Prosody
from rotom.domain.engines import EngineError
from rotom.domain.speech import AudioChunk, Language, Samples, SpokenPhrase
from rotom.domain.text import speakable
from rotom.domain.wording import worded
from rotom.engines.mouth import TimedPhoneme, mouth_of_phonemes, moved
from rotom.engines.timbre import finished, pitch_factor
from rotom.engines.words import word_ends

_VOICES = {Language.ENGLISH: b"en-us", Language.KOREAN: b"ko"}
_NAMES = {Language.ENGLISH: "espeak-ng (English)", Language.KOREAN: "espeak-ng (Korean)"}

_WORDS_A_MINUTE = 160
_SLOWEST, _FASTEST = 80, 450
_RATE_EXPONENT = 0.87
"""Its sentences are as long as 1 / rate ** 1.15, measured from 100 to 240 words a minute."""

_INTONATION = 50

# The numbers of speak_lib.h, in its names.
_RETRIEVAL_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS
_PHONEME_EVENTS, _PHONEME_IPA, _DONT_EXIT = 0x0001, 0x0002, 0x8000  # espeakINITIALIZE_...
_IPA = 0x02  # the phoneme mode of espeak_TextToPhonemes
_RATE, _RANGE = 1, 4  # espeakRATE, espeakRANGE
_POS_CHARACTER, _CHARS_UTF8 = 1, 1
_LIST_TERMINATED, _WORD, _PHONEME = 0, 1, 7  # espeakEVENT_...


class _Identifier(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    )


class _Event(ctypes.Structure):
    """espeak_EVENT; `audio_position` is in milliseconds."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Identifier),
    )


_OnSound = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class EspeakSpeech:
    """The espeak-ng voice of a language; a sentence takes a few milliseconds."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._library, self._rate_hz = _load()
        self._sound: list[Samples] = []
        self._phonemes: list[TimedPhoneme] = []
        self._on_sound = _OnSound(self._take)

    @property
    def name(self) -> str:
        return _NAMES[self._language]

    @property
    def speaks(self) -> frozenset[Language]:
        return frozenset({self._language})

    def synthesise(self, text: str, language: Language, prosody: Prosody) -> SpokenPhrase:
        if language not in self.speaks:
            raise EngineError(
                worded(
                    "The voice {name} does not speak this language. Choose another voice.",
                    name=self.name,
                )
            )
        spoken = speakable(text)
        self._sound, self._phonemes = [], []
        if spoken:
            with _one_at_a_time:
                self._speak(spoken, prosody)
        sound = np.concatenate([np.zeros(0, np.float32), *self._sound])
        heard, lead_s = finished(sound, self._rate_hz, prosody)
        factor = pitch_factor(prosody)
        end_s = lead_s + len(heard) / self._rate_hz * factor
        mouth = moved(mouth_of_phonemes(self._phonemes, end_s), lead_s, 1 / factor)
        ends = word_ends(text, self._phonemes, lead_s, end_s)
        return SpokenPhrase(AudioChunk(heard, self._rate_hz), mouth, ends)

    def _speak(self, text: str, prosody: Prosody) -> None:
        speed = min(2.0, max(0.5, prosody.speed)) / pitch_factor(prosody)
        rate = round(min(_FASTEST, max(_SLOWEST, _WORDS_A_MINUTE * speed**_RATE_EXPONENT)))
        intonation = round(min(100.0, max(0.0, _INTONATION * prosody.liveliness)))
        self._library.espeak_SetSynthCallback(self._on_sound)
        failed = self._library.espeak_SetVoiceByName(_VOICES[self._language])
        failed |= self._library.espeak_SetParameter(_RATE, rate, 0)
        failed |= self._library.espeak_SetParameter(_RANGE, intonation, 0)
        encoded = text.encode("utf-8", "ignore") + b"\0"
        failed |= self._library.espeak_Synth(
            encoded, len(encoded), 0, _POS_CHARACTER, 0, _CHARS_UTF8, None, None
        )
        if failed:
            raise EngineError(
                worded(
                    "The voice {name} could not say a sentence. Choose another voice.",
                    name=self.name,
                )
            )

    def _take(self, sound: Any, count: int, events: Any) -> int:
        if count > 0:
            pcm = np.ctypeslib.as_array(sound, (count,))
            self._sound.append(pcm.astype(np.float32) / 32768.0)
        index = 0
        while events and events[index].type != _LIST_TERMINATED:
            if events[index].type == _WORD:
                self._phonemes.append(TimedPhoneme(" ", events[index].audio_position / 1000))
            elif events[index].type == _PHONEME:
                ipa = bytes(events[index].id.string).decode("utf-8", "ignore")
                self._phonemes.append(TimedPhoneme(ipa, events[index].audio_position / 1000))
            index += 1
        return 0


def phonemes(text: str) -> str:
    """How English says `text`, in international phonetic signs."""
    library, _ = _load()
    told = []
    with _one_at_a_time:
        library.espeak_SetVoiceByName(_VOICES[Language.ENGLISH])
        rest = ctypes.c_char_p(text.encode("utf-8", "ignore"))
        while rest.value:  # a clause at a time
            clause = library.espeak_TextToPhonemes(ctypes.byref(rest), _CHARS_UTF8, _IPA)
            told.append((clause or b"").decode("utf-8", "ignore"))
    return " ".join(told)


_loaded: list[tuple[ctypes.CDLL, int]] = []
"""The library and its rate: one for the process, as its state is."""

_one_at_a_time = threading.Lock()


def _load() -> tuple[ctypes.CDLL, int]:
    """A copy of the library that Piper carries, so that Piper's own state stays its own."""
    if _loaded:
        return _loaded[0]
    package = find_spec("piper")
    folder = Path(next(iter((package and package.submodule_search_locations) or [""])))
    try:
        copy = os.memfd_create("espeak")
        try:
            with os.fdopen(os.dup(copy), "wb") as file:
                file.write((folder / "espeakbridge.so").read_bytes())
            library = ctypes.CDLL(f"/proc/self/fd/{copy}")
        finally:
            os.close(copy)
        rate_hz = library.espeak_Initialize(
            _RETRIEVAL_SYNCHRONOUS,
            0,
            os.fsencode(folder / "espeak-ng-data"),
            _PHONEME_EVENTS | _PHONEME_IPA | _DONT_EXIT,
        )
    except (OSError, AttributeError) as error:
        raise EngineError(
            "The voice espeak-ng cannot be loaded: it comes with piper-tts. "
            "Install Rotom again, for instance with 'make run'."
        ) from error
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    if rate_hz <= 0:
        raise EngineError("The data of the voice espeak-ng is missing. Install Rotom again.")
    _loaded.append((library, rate_hz))
    return _loaded[0]
