"""`rotom say`: a text spoken into a sound file."""

import json
from pathlib import Path

from rotom.app import App
from rotom.cli.telling import say as tell
from rotom.domain.engines import EngineError
from rotom.domain.mood import awake, coloured
from rotom.domain.text import cleaned, language_of, sentences, speakable
from rotom.domain.wording import worded
from rotom.engines.sound_files import FileLoudspeaker, write_wav
from rotom.files import UserFolders
from rotom.manners import speaking_manner

LONGEST_TEXT = 20_000


def run(folders: UserFolders, text: str, out: Path, voice: str | None, as_json: bool) -> int:
    app = App(folders, keep=False)
    if voice is not None:
        known = [choice.id for choice in app.choices("voice")]
        if voice not in known:
            raise EngineError(
                worded(
                    "There is no voice {voice!r}. There are: {known}.",
                    voice=voice,
                    known=", ".join(known),
                )
            )
        app.change({"voice": voice})
    words = cleaned(text, LONGEST_TEXT)
    if not speakable(words):
        raise EngineError("There is nothing in this text that can be spoken.")
    voices = app.engines().voices()
    manner = speaking_manner(app.settings)
    prosody = coloured(manner.prosody, awake(app.persona.baseline, 0.0))
    collected = FileLoudspeaker()
    for sentence in sentences([words]):
        language = language_of(sentence.text, manner.language)
        if language in voices:
            phrase = voices[language].synthesise(sentence.text, language, prosody)
            collected.play(phrase.audio, lambda: None, lambda _fraction: None)
    sound = collected.sound
    write_wav(out, sound)
    name = voices[language_of(words, manner.language)].name
    if as_json:
        print(json.dumps({"out": str(out), "seconds": round(sound.seconds, 3), "voice": name}))
    else:
        tell(
            worded(
                "{out}: {seconds:.1f} s, spoken by {name}",
                out=out,
                seconds=sound.seconds,
                name=name,
            ),
            folders,
        )
    return 0
