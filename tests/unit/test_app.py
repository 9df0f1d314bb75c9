"""The composition root: settings change a running conversation, and last."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rotom.app import App
from rotom.conversation.session import Engines
from rotom.domain.engines import EngineError
from rotom.domain.settings import SettingError, Settings
from rotom.engines.scripted import (
    ScriptedBrain,
)
from rotom.files import user_folders
from rotom.making import thinking_threads
from tests.cast import Cast
from tests.conftest import Watch
from tests.patience import PATIENCE_S
from tests.without_root import permissions_hold

MakeApp = Callable[[], App]


@pytest.fixture
def cast() -> Cast:
    return Cast(brain=ScriptedBrain(["Hello you."]))


@pytest.fixture
def make_app(tmp_path: Path, cast: Cast) -> Iterator[MakeApp]:
    """Makes apps that share one data folder, one after the other."""
    made: list[App] = []

    def make() -> App:
        if made:
            made.pop().close()
        app = App(user_folders(tmp_path), cast.engines)
        app.session.start()
        made.append(app)
        return app

    yield make
    for app in made:
        app.close()


def said(app: App, text: str) -> str:
    outcome = app.session.say(text).wait_ended(PATIENCE_S)
    assert outcome is not None
    return outcome.heard


def test_four_personas_come_with_rotom_and_one_is_chosen(make_app: MakeApp) -> None:
    app = make_app()
    assert {p.id for p in app.shelf.personas} >= {"cheerful", "calm", "mischievous", "grumpy"}
    assert app.persona.id == "cheerful"


def test_a_persona_that_ships_greets_in_the_language_spoken_and_an_edited_one_as_it_was_written(
    make_app: MakeApp,
) -> None:
    app = make_app()
    english = {persona.id: app.meet(persona).greeting for persona in app.shelf.personas}
    app.change({"language": "ko"})
    korean = {persona.id: app.meet(persona).greeting for persona in app.shelf.personas}
    assert all(english[each] != korean[each] for each in english)
    assert app.persona.greeting.startswith("찌릿!")
    app.shelf.keep(replace(app.shelf.find("cheerful"), greeting="Hello, {{user}}!"))
    app.change({"user_name": "Mina"})
    assert app.persona.greeting == "Hello, Mina!"


def test_the_conversation_is_there_after_a_restart(make_app: MakeApp) -> None:
    assert said(make_app(), "hi there") == "Hello you."
    app = make_app()
    assert [m.text for m in app.recent(9)] == ["hi there", "Hello you."]


def test_the_brain_is_told_what_was_said_before_the_restart(make_app: MakeApp, cast: Cast) -> None:
    said(make_app(), "first")
    said(make_app(), "second")
    assert [m.text for m in cast.brain.asked[-1]][1:3] == ["first", "Hello you."]


def test_another_persona_has_another_prompt_and_its_own_conversation(
    make_app: MakeApp, cast: Cast
) -> None:
    app = make_app()
    said(app, "only for cheerful ears")
    app.change({"persona": "calm"})
    assert app.persona.id == "calm"
    said(app, "hello calm one")
    prompt = cast.brain.asked[-1]
    assert "You are calm." in prompt[0].text
    assert all("cheerful ears" not in message.text for message in prompt)
    assert [m.text for m in app.recent(9)] == ["hello calm one", "Hello you."]
    app.change({"persona": "cheerful"})
    assert app.recent(9)[0].text == "only for cheerful ears"
    assert make_app().persona.id == "cheerful"


def test_an_edited_persona_speaks_by_its_new_words_at_once_and_after_a_restart(
    make_app: MakeApp, cast: Cast
) -> None:
    app = make_app()
    app.shelf.keep(replace(app.persona, name="Sparky", instructions="{{user}} loves trains."))
    app.personas_changed()
    said(app, "hello")
    assert "You are Sparky" in cast.brain.asked[-1][0].text
    assert "the user loves trains." in cast.brain.asked[-1][0].text
    assert make_app().persona.name == "Sparky"


def test_a_removed_persona_is_again_as_it_was_shipped(make_app: MakeApp) -> None:
    app = make_app()
    app.shelf.keep(replace(app.persona, name="Sparky"))
    app.shelf.remove("cheerful")
    assert app.persona.name == "Rotom"


def test_the_users_name_reaches_the_prompt(make_app: MakeApp, cast: Cast) -> None:
    app = make_app()
    app.change({"user_name": "Mina"})
    said(app, "hello")
    assert "Their name is Mina." in cast.brain.asked[-1][0].text


def test_speed_and_pitch_reach_the_voice_at_once(make_app: MakeApp, cast: Cast) -> None:
    app = make_app()
    said(app, "hello")
    app.change({"speed": 1.5, "pitch": 6.0})
    said(app, "hello")
    (_, before), (_, after) = cast.voice.spoken
    assert after.speed / before.speed == pytest.approx(1.5, rel=0.1)
    assert after.pitch_semitones - before.pitch_semitones == pytest.approx(4, abs=0.5)


def test_volume_reaches_the_loudspeaker_and_the_voice_off_means_silence(
    make_app: MakeApp, cast: Cast
) -> None:
    app = make_app()
    app.change({"volume": 0.25})
    assert cast.loudspeaker.volumes[-1] == 0.25
    app.change({"speak_replies": False})
    assert said(app, "hello") == "Hello you."
    assert cast.voice.spoken == []


def test_a_changed_engine_is_loaded_anew_and_the_conversation_goes_on(
    make_app: MakeApp, cast: Cast
) -> None:
    app = make_app()
    said(app, "before")
    cast.brain = ScriptedBrain(["I am new."])
    app.change({"brain": "/some/where.gguf"})
    assert said(app, "after") == "I am new."
    assert cast.made_for[-1].brain == "/some/where.gguf"
    assert [m.text for m in cast.brain.asked[0]][1:3] == ["before", "Hello you."]


def test_a_change_that_concerns_no_engine_makes_none(make_app: MakeApp, cast: Cast) -> None:
    app = make_app()
    app.change({"volume": 0.5, "hands_free": True, "reduced_motion": True})
    assert len(cast.made_for) == 1


def test_a_value_that_cannot_be_changes_nothing(make_app: MakeApp) -> None:
    app = make_app()
    with pytest.raises(SettingError, match="between"):
        app.change({"speed": 40.0})
    assert app.settings == Settings()


def test_conversations_that_are_not_to_be_kept_are_not(make_app: MakeApp) -> None:
    app = make_app()
    said(app, "keep this")
    app.change({"keep_history": False})
    said(app, "forget this")
    app = make_app()
    app.change({"keep_history": True})
    assert "forget this" not in [m.text for m in app.recent(9)]
    assert "keep this" in [m.text for m in app.recent(9)]


def test_a_brain_that_cannot_be_loaded_is_said_and_the_rest_goes_on(
    tmp_path: Path, cast: Cast
) -> None:
    def broken(settings: Settings) -> Engines:
        def no_brain() -> ScriptedBrain:
            raise EngineError("There is no brain here. Choose another.")

        return replace(cast.engines(settings), brain=no_brain)

    app = App(user_folders(tmp_path), broken)
    watch = Watch()
    app.session.subscribe(watch)
    app.session.start()
    outcome = app.session.say("hi").wait_ended(PATIENCE_S)
    app.close()
    assert outcome is not None
    assert "no brain" in outcome.failure


def test_in_a_read_only_folder_it_says_so_and_talks_all_the_same(
    tmp_path: Path, cast: Cast
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    with permissions_hold():
        app = App(user_folders(folder), cast.engines)
        app.session.start()
        assert any(str(folder) in notice for notice in app.notices)
        assert said(app, "hello") == "Hello you."
        with pytest.raises(EngineError, match="locked"):
            app.change({"volume": 0.5})
        assert app.settings.volume == 0.5, "it holds until Rotom ends"
        app.close()


@pytest.mark.parametrize(
    ("cores", "wanted", "threads"), [(1, 0, 1), (2, 0, 1), (8, 0, 7), (32, 0, 8), (8, 6, 6)]
)
def test_one_core_is_left_to_the_game(cores: int, wanted: int, threads: int) -> None:
    assert thinking_threads(replace(Settings(), threads=wanted), cores) == threads
