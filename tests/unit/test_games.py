"""The game that runs: its title, how long it has run, and what Rotom says of it by itself."""

import os
import time
from pathlib import Path

import pytest

from rotom.by_itself import ByItself
from rotom.domain import binary_key_values as kv
from rotom.domain.remarks import Moment, Said, Sitting, played_words, remark
from rotom.domain.running import Focus, app_of, the_game
from rotom.domain.settings import Settings
from rotom.domain.speech import Language
from rotom.domain.steam import Launch, add_shortcut
from rotom.engines.scripted import ScriptedLoudspeaker
from rotom.system import gamescope
from rotom.system.games import Game, game_now, running_game, title_of
from rotom.system.surroundings import Surroundings
from rotom.system.x11 import Display, NoDisplay
from tests.cast import Cast
from tests.conftest import MakeStand
from tests.patience import PATIENCE_S
from tests.x_display import display

__all__ = ["display"]

EN, KO = Language.ENGLISH, Language.KOREAN


@pytest.fixture
def home(tmp_path: Path) -> Path:
    steam = tmp_path / ".local/share/Steam"
    (steam / "userdata/77/config").mkdir(parents=True)
    (steam / "steamapps").mkdir()
    card = tmp_path / "card"
    (card / "steamapps").mkdir(parents=True)
    (steam / "steamapps/libraryfolders.vdf").write_text(
        f'"libraryfolders"\n{{\n"1"\n{{\n"path" "{card}"\n}}\n}}\n'
    )
    (card / "steamapps/appmanifest_504230.acf").write_text(
        '"AppState"\n{\n\t"appid"\t\t"504230"\n\t"name"\t\t"Celeste: 눈의 산"\n}\n'
    )
    return tmp_path


def put_process(
    proc: Path, number: int, parent: int, began_s: float, *arguments: str, **environment: str
) -> None:
    folder = proc / str(number)
    folder.mkdir(parents=True)
    ticks = int((time.clock_gettime(time.CLOCK_BOOTTIME) - began_s) * os.sysconf("SC_CLK_TCK"))
    rest = " ".join(["0"] * 17)
    (folder / "stat").write_text(f"{number} (a name) S {parent} {rest} {ticks} 0 0")
    (folder / "cmdline").write_text("\0".join(arguments))
    (folder / "environ").write_text("".join(f"{k}={v}\0" for k, v in environment.items()))


def test_the_game_is_known_by_its_manifest_on_whichever_disk_it_is(
    home: Path, tmp_path: Path
) -> None:
    proc = tmp_path / "proc"
    put_process(proc, 10, 1, 50, "/usr/bin/rotom")
    assert game_now(home, proc, own=10) is None
    put_process(proc, 20, 1, 30, "/home/deck/reaper", "SteamLaunch", "AppId=504230", "--", "x")
    game = game_now(home, proc, own=10)
    assert game is not None
    assert (game.app, game.title) == (504230, "Celeste: 눈의 산")
    assert game.played_s == pytest.approx(30, abs=5)


def test_a_program_that_steam_does_not_sell_is_known_by_its_shortcut(home: Path) -> None:
    entries: list[kv.Entry] = []
    app = add_shortcut(entries, Launch("/home/deck/rotom"))
    shortcuts = home / ".local/share/Steam/userdata/77/config/shortcuts.vdf"
    shortcuts.write_bytes(kv.written(entries))
    assert title_of(app, home) == "Rotom"
    assert title_of(1, home) == ""
    shortcuts.write_bytes(b"broken")
    assert title_of(app, home) == ""


@pytest.mark.parametrize(
    ("seconds", "words"), [(20, ""), (90, "1 min"), (3599, "59 min"), (7300, "2 h")]
)
def test_how_long_was_played_is_told_as_the_prompt_names_it(seconds: float, words: str) -> None:
    assert played_words(seconds) == words


def test_the_facts_name_the_game_unless_the_user_does_not_want_that(tmp_path: Path) -> None:
    looks: list[Path] = []

    def look(home: Path) -> Game:
        looks.append(home)
        return Game(1, "Celeste", 7300)

    around = Surroundings(tmp_path, look)
    assert (around.facts().game, around.facts().played) == ("Celeste", "2 h")
    assert around.facts(with_game=False).game == ""
    assert around.moment().played_s == 7300
    assert len(looks) == 1, "the list of programs is not read for every word"


def test_the_one_in_front_is_the_game_and_steams_menus_and_rotom_are_none() -> None:
    assert the_game([], None, ()) is None
    assert the_game([20, 10], None, ()) == 20, "the first that was started"
    assert the_game([20, 10], Focus(10, (769, 20, 10)), ()) == 10
    assert the_game([20, 10], Focus(769, (769, 10, 20)), ()) == 10, "Steam's menu is over it"
    assert the_game([20], Focus(99, (99, 20)), {99}) == 20, "Rotom is in front"
    assert the_game([], Focus(99, (769, 99)), {99}) is None
    assert the_game([], Focus(7, (7,)), {99}) == 7, "a sandbox sees no programs"


@pytest.mark.parametrize(
    ("game_id", "app_id", "app"),
    [
        ("504230", "504230", 504230),
        (str((3000000000 << 32) | 0x02000000), "0", 3000000000),
        ("", "504230", 504230),
        ("0", "", 0),
        ("what", "", 0),
        ("9" * 5000, "", 0),
    ],
)
def test_steams_own_variables_name_the_app(game_id: str, app_id: str, app: int) -> None:
    assert app_of(game_id, app_id) == app


def test_a_game_that_outlived_steams_launcher_is_known_by_its_environment(
    home: Path, tmp_path: Path
) -> None:
    proc = tmp_path / "proc"
    put_process(proc, 10, 1, 50, "/usr/bin/rotom", SteamGameId="77", PATH="/bin")
    put_process(proc, 11, 10, 50, "/usr/bin/a-child-of-rotom", SteamGameId="77")
    assert running_game(proc, own=10) is None
    put_process(proc, 30, 1, 40, "Celeste.exe", PATH="/bin", SteamGameId="504230")
    put_process(proc, 31, 30, 30, "a child", SteamAppId="504230")
    game = game_now(home, proc, own=10)
    assert game is not None
    assert (game.title, round(game.played_s, -1)) == ("Celeste: 눈의 산", 40)


def test_a_game_that_only_gamescope_sees_is_named_too(home: Path, tmp_path: Path) -> None:
    game = game_now(home, tmp_path / "proc", own=10, shown=lambda: Focus(504230))
    assert game == Game(504230, "Celeste: 눈의 산", 0.0)


def test_gamescope_is_asked_on_the_server_where_it_tells(display: str) -> None:
    gaming = {"XDG_CURRENT_DESKTOP": "gamescope"}
    assert gamescope.focus({**gaming, "DISPLAY": display}) is None
    with Display(display) as server:
        server.put(server.root, "GAMESCOPE_XWAYLAND_SERVER_ID", 0)
        assert gamescope.focus({**gaming, "DISPLAY": display}) == Focus()
        server.put(server.root, "GAMESCOPE_FOCUSABLE_APPS", 769, 3000000000)
        server.put(server.root, "GAMESCOPE_FOCUSED_APP", 769)
        assert gamescope.focus({**gaming, "DISPLAY": display}) == Focus(769, (769, 3000000000))
        server.put(server.root, "GAMESCOPE_FOCUSED_APP_GFX", 3000000000)
        elsewhere = gamescope.focus({**gaming, "DISPLAY": ":9876"})
        assert elsewhere is not None, "games are on another server than the one that tells"
        assert elsewhere.in_front == 3000000000
    assert gamescope.focus({"DISPLAY": display}) is None, "a desktop is no gamescope"


def test_without_an_x_server_nothing_is_told(tmp_path: Path) -> None:
    gaming = {"XDG_CURRENT_DESKTOP": "gamescope", "DISPLAY": ":9876"}
    assert gamescope.focus(gaming, tmp_path) is None
    with pytest.raises(NoDisplay):
        Display(":9876")


LOW = Moment(battery_percent=15, on_battery=True)
LONG = Moment(game="Celeste", played_s=7300)


def test_a_low_battery_is_worth_one_remark_until_it_was_charged() -> None:
    words, said = remark(LOW, Said(), 10, 0, EN)
    assert "15 percent" in words
    assert remark(LOW, said, 10, 9999, EN)[0] == ""
    _, charged = remark(Moment(battery_percent=80), said, 10, 9999, EN)
    assert remark(LOW, charged, 10, 9999, EN)[0]
    assert remark(Moment(battery_percent=10), Said(), 10, 0, EN)[0] == ""
    assert remark(Moment(battery_percent=16, on_battery=True), Said(), 10, 0, EN)[0] == ""


def test_heat_and_the_middle_of_the_night_are_worth_a_remark_while_they_last() -> None:
    hot = Moment(temperature_c=93)
    words, said = remark(hot, Said(), 10, 0, EN)
    assert "93 degrees" in words
    assert remark(Moment(temperature_c=91), Said(), 10, 0, EN)[0] == ""
    _, still = remark(Moment(temperature_c=85), said, 10, 9999, EN)
    assert remark(hot, still, 10, 9999, EN)[0] == "", "it did not cool down"
    _, cool = remark(Moment(temperature_c=70), said, 10, 9999, EN)
    assert remark(hot, cool, 10, 9999, EN)[0]
    night = Moment(game="Celeste", hour=2)
    words, said = remark(night, Said(), 10, 0, KO)
    assert "한밤중" in words
    assert remark(night, said, 10, 9999, KO)[0] == ""
    assert remark(Moment(hour=2), Said(), 10, 0, EN)[0] == "", "nobody plays"


def test_two_hours_of_play_are_worth_a_remark_and_two_more_another() -> None:
    words, said = remark(LONG, Said(), 10, 0, KO)
    assert "Celeste" in words
    assert "2시간" in words
    assert remark(LONG, said, 10, 9999, KO)[0] == ""
    assert "4 hours" in remark(Moment(game="Celeste", played_s=4 * 3600), said, 10, 9999, EN)[0]
    assert remark(Moment(game="Other", played_s=7300), said, 10, 9999, EN)[0]


def test_two_hours_of_talk_without_a_game_are_worth_a_remark_once_in_a_sitting() -> None:
    words, said = remark(Moment(talked_s=7300), Said(), 10, 0, EN)
    assert "2 hours" in words
    assert remark(Moment(talked_s=9000), said, 10, 9999, EN)[0] == ""
    assert "4시간" in remark(Moment(talked_s=4 * 3600), said, 10, 9999, KO)[0]
    _, another = remark(Moment(talked_s=60), said, 10, 9999, EN)
    assert remark(Moment(talked_s=7300), another, 10, 9999, EN)[0]
    beside = Moment(game="Celeste", played_s=60, talked_s=7300)
    assert remark(beside, Said(), 10, 0, EN)[0] == "", "it is the game that counts"


def test_a_sitting_lasts_from_its_first_word_to_its_newest_and_ends_with_a_long_break() -> None:
    sitting = Sitting()
    assert sitting.seconds == 0
    for now_s in (100, 1800, 3500):
        sitting = sitting.heard(now_s)
    assert sitting.seconds == 3400
    assert sitting.heard(3500 + 1801).seconds == 0


class Around(Surroundings):
    """Nothing to remark on, and a game where the test wants one."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.title = ""

    def moment(self) -> Moment:
        return Moment(game=self.title)


class Hearer:
    """Somebody to remark to, who is always free."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def remark(self, words: str) -> object:
        self.told.append(words)
        return words

    def wake(self, *_: object) -> None:
        """It was asleep too."""


def test_rotom_says_how_long_one_has_talked_and_begins_anew_after_a_game_or_a_sleep() -> None:
    around, hearer, now_s = Around(), Hearer(), [0.0]
    settings = Settings(remark_every_min=1)
    by_itself = ByItself(
        lambda: settings, lambda: Cast().engines(settings), around, lambda: now_s[0]
    )

    def talk(minutes: int) -> list[str]:
        hearer.told.clear()
        for _ in range(0, minutes, 10):
            now_s[0] += 600
            by_itself.heard()
            by_itself.look(hearer)  # type: ignore[arg-type]
        return hearer.told

    (told,) = talk(140)
    assert "2 hours" in told
    around.title = "Celeste"
    assert talk(140) == []
    around.title = ""
    assert talk(110) == []
    by_itself.resume(hearer)  # type: ignore[arg-type]
    assert talk(110) == []
    assert len(talk(30)) == 1


def test_remarks_come_at_most_as_often_as_the_user_wants() -> None:
    assert remark(LOW, Said(), 0, 0, EN)[0] == ""
    _, said = remark(LOW, Said(), 30, 1000, EN)
    both = Moment(15, True, "Celeste", 7300)
    assert remark(both, said, 30, 1000 + 29 * 60, EN)[0] == ""
    assert "Celeste" in remark(both, said, 30, 1000 + 30 * 60, EN)[0]


def test_a_remark_sounds_and_leaves_nothing_in_the_history(stand: MakeStand) -> None:
    parts = stand()
    parts.session.say("hi").wait_ended(PATIENCE_S)
    turn = None
    while turn is None:  # the end of a turn is told before Rotom rests
        turn = parts.session.remark("The battery is low.")
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.heard == "The battery is low."
    assert parts.voice.spoken[-1][0] == "The battery is low."
    assert [m.text for m in parts.journal.recent(9)] == ["hi", "Hi! How are you?"]


def test_rotom_does_not_remark_over_a_reply_nor_before_it_is_awake(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(loudspeaker=loudspeaker)
    turn = parts.session.say("hi")
    assert parts.session.remark("Not now.") is None
    loudspeaker.wait_for_plays(1)
    assert parts.session.remark("Not now.") is None
    turn.cancel()
    assert turn.wait_ended(PATIENCE_S) is not None
    assert all(text != "Not now." for text, _ in parts.voice.spoken)


def test_talking_stops_a_remark(stand: MakeStand) -> None:
    loudspeaker = ScriptedLoudspeaker()
    parts = stand(loudspeaker=loudspeaker)
    turn = None
    while turn is None:
        turn = parts.session.remark("A remark that is long enough to be interrupted.")
    loudspeaker.wait_for_plays(1)
    parts.session.press_talk()
    outcome = turn.wait_ended(PATIENCE_S)
    assert outcome is not None
    assert outcome.interrupted
    parts.session.release_talk()
