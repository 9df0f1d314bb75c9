"""Settings made into engines: which library, from which files, and who stands in on failure."""

import logging
import math
from functools import cached_property
from pathlib import Path

from rotom import files
from rotom.conversation.session import Engines
from rotom.conversation.speaking import Voices
from rotom.domain.catalog import Kind, Use
from rotom.domain.engines import (
    EchoCanceller,
    EngineError,
    LanguageModel,
    Loudspeaker,
    Microphone,
    NameSpotter,
    SpeechToText,
    VoiceActivity,
)
from rotom.domain.sampling import Sampling, Tune, tuned
from rotom.domain.servers import checked_address, host_of, stays_here
from rotom.domain.settings import Settings
from rotom.domain.speech import Language
from rotom.domain.wording import worded
from rotom.engines.standing_in import stand_in
from rotom.fitting import Fitting
from rotom.making_voices import own_path, voices
from rotom.storage.model_folder import ModelFolder
from rotom.storage.tuning import SERVER, STARTER, Tuning
from rotom.system import machine
from rotom.system.games import running_game

log = logging.getLogger(__name__)

STARTER_BRAIN = Path("starter/brain/rotom-starter.gguf")


def real_engines(
    folders: files.UserFolders,
    settings: Settings,
    microphone: Microphone | None = None,
    loudspeaker: Loudspeaker | None = None,
) -> Engines:
    """The engines of the settings; nothing is loaded before each is called on its own thread."""
    from rotom.engines.sounddevice_io import SounddeviceLoudspeaker, SounddeviceMicrophone

    making = _Making(folders, settings)

    def canceller() -> EchoCanceller:
        from rotom.engines.echo_canceller import EchoCanceller as Canceller

        return Canceller()

    return Engines(
        vad=_vad,
        canceller=canceller,
        spotter=_spotter,
        ears=making.ears,
        brain=making.brain,
        voices=making.voices,
        microphone=microphone or SounddeviceMicrophone(settings.microphone),
        loudspeaker=loudspeaker or SounddeviceLoudspeaker(settings.loudspeaker),
    )


def model_folder(folders: files.UserFolders) -> ModelFolder:
    """The models in the user's folder, and the catalogue that is shipped."""
    return ModelFolder(folders.models, files.models() / "catalog.toml")


def tuning(folders: files.UserFolders, models: ModelFolder) -> Tuning:
    """How brains choose their words, as the user changed it."""
    return Tuning(folders.tuning_file, models, files.models() / STARTER_BRAIN)


def gpu_verdicts(folders: files.UserFolders) -> Path:
    """Where it is kept how the graphics card did in its trials."""
    return folders.cache / "gpu.json"


MOST_THREADS = 8
"""More do not make language models of this size faster: the memory is the limit then."""


MOST_EARS_THREADS = 4
"""More hardly make Whisper faster (SYSTRAN/faster-whisper #1073)."""


def thinking_threads(settings: Settings, cores: int) -> int:
    """As many as the user wants; by itself one core is left to the game and the face.

    How many of these are used is tried, as more need not be faster.
    """
    return settings.threads or max(1, min(MOST_THREADS, cores - 1))


def may_leave(settings: Settings) -> bool:
    """Whether words may go to the server of the settings: it was agreed to, or is here."""
    return stays_here(settings.server) or settings.server_agreed == settings.server


class _Making:
    """Makes each engine when it is asked to, on the thread that asks.

    A model of the catalogue that cannot be used is stood in for by what comes with Rotom; a file
    that the user named is used or said to be unusable.
    """

    def __init__(self, folders: files.UserFolders, settings: Settings) -> None:
        self._folders = folders
        self._settings = settings
        processor = machine.processor()
        self._machine = f"{processor.model}, {processor.threads} threads"
        cores = min(processor.cores, processor.threads)
        self._threads = thinking_threads(settings, cores)
        self._ears_threads = settings.threads or min(MOST_EARS_THREADS, self._threads)

    @cached_property
    def _models(self) -> ModelFolder:
        return model_folder(self._folders)

    @cached_property
    def _fitting(self) -> Fitting:
        return Fitting(self._models, self._settings)

    def brain(self) -> LanguageModel:
        """The server that was agreed to, with the brain of this machine behind it, or that one."""
        server = self._settings.server
        if not server:
            return self.local_brain()
        try:
            return self._far_brain(server)
        except EngineError as error:
            why = worded("{why} Until then Rotom thinks on this machine.", why=error)
            return stand_in(self.local_brain(), why)

    def _far_brain(self, server: str) -> LanguageModel:
        address = checked_address(server)
        if not may_leave(self._settings):
            raise EngineError(
                worded(
                    "Your words would go to {address}, and you have not agreed to that "
                    "yet. Do so under Models, or with `rotom server use`.",
                    address=host_of(address),
                )
            )
        from rotom.engines.falling_back import FallingBack
        from rotom.engines.openai_api import ServerBrain
        from rotom.system.keys import key_for

        far = ServerBrain(address, self._settings.server_model, key_for(address))
        far.tune = self._tune(SERVER)
        return FallingBack(far, self.local_brain)

    def local_brain(self) -> LanguageModel:
        named = self._settings.brain
        if not named:
            return self._starter_brain()
        model = self._models.known(Kind.BRAIN, named)
        if model is None:
            path = own_path(named, "brain")
            return self._llama(path, None, named)
        try:
            path = self._models.whole_path(model)
            sampling = None if model.use == Use.OWN else model.sampling
            return self._llama(path, sampling, named)
        except EngineError as error:
            why = worded("{why} Until then the small starter brain answers.", why=error)
            return stand_in(self._starter_brain(), why)

    def _starter_brain(self) -> LanguageModel:
        return self._on_processor(files.models() / STARTER_BRAIN, None, STARTER)

    def _llama(self, path: Path, sampling: Sampling | None, named: str) -> LanguageModel:
        if path.is_file():
            self._fitting.check_brain(path)

        def here() -> LanguageModel:
            return self._on_processor(path, sampling, named)

        if not self._settings.gpu or running_game() is not None:
            return here()
        from rotom.engines.falling_back import FallingBack
        from rotom.engines.gpu import on_gpu

        try:
            far = on_gpu(path, self._threads, sampling, gpu_verdicts(self._folders))
            far.tune = self._tune(named)
        except EngineError as error:
            return stand_in(here(), worded("{why} The processor thinks.", why=error))
        return FallingBack(far, here, again_s=math.inf)

    def _on_processor(self, path: Path, sampling: Sampling | None, named: str) -> LanguageModel:
        """With the threads that make it fastest here, unless the user chose their number."""
        from rotom.engines.llama_cpp import LlamaBrain
        from rotom.engines.thread_count import settle

        brain = LlamaBrain(path, self._threads, sampling=sampling)
        brain.tune = self._tune(named)
        if not self._settings.threads:
            stat = path.stat()
            key = f"{path.name}, {stat.st_size}, {stat.st_mtime_ns} on {self._machine}"
            settle(brain, self._threads, key, self._folders.cache / "threads.json")
        return brain

    def _tune(self, brain: str) -> Tune:
        """What the user changed, as it is at the moment of each reply."""
        kept = tuning(self._folders, self._models)

        def tune(own: Sampling) -> Sampling:
            try:
                return tuned(own, kept.values(brain))
            except EngineError as error:  # told where it is shown and changed
                log.warning("%s", error)
                return own

        return tune

    def ears(self) -> SpeechToText:
        named = self._settings.ears
        if not named:
            return self._shipped_ears()
        from rotom.engines.faster_whisper import WhisperEars

        model = self._models.known(Kind.EARS, named)
        if model is None:
            path = own_path(named, "ears")
            self._fitting.check_ears(path.name)
            return WhisperEars(path, self._ears_threads, self._settings.short_context)
        try:
            path = self._models.whole_path(model)
            self._fitting.check_ears(model.title, model)
            return WhisperEars(path, self._ears_threads, self._settings.short_context)
        except EngineError as error:
            if self._settings.language != Language.ENGLISH:
                raise
            why = worded("{why} Until then the ears that come with Rotom listen.", why=error)
            return stand_in(self._shipped_ears(), why)

    def _shipped_ears(self) -> SpeechToText:
        if self._settings.language != Language.ENGLISH:
            raise EngineError(
                "The ears that come with Rotom hear English only. For Korean, fetch Whisper small "
                "under Models and choose it under Listening, Ears; typing works in any language."
            )
        from rotom.engines.pocketsphinx import PocketSphinxEars

        return PocketSphinxEars(_vad())

    def voices(self) -> Voices:
        return voices(self._settings, self._models)


def _vad() -> VoiceActivity:
    from rotom.engines.silero import SileroVad

    return SileroVad()


def _spotter(name: str) -> NameSpotter:
    from rotom.engines.espeak import phonemes
    from rotom.engines.name_spotter import PocketSphinxSpotter

    return PocketSphinxSpotter(name, phonemes)
