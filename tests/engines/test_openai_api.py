"""The brain elsewhere: its words as they come, and what is said when they do not."""

import gc
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import pytest

from rotom.domain.engines import EngineError
from rotom.domain.sampling import Sampling
from rotom.domain.servers import checked_address, is_near, privacy, stays_here
from rotom.domain.speech import Message
from rotom.engines.falling_back import ASK_AGAIN_S, FallingBack
from rotom.engines.openai_api import ServerAway, ServerBrain
from rotom.engines.scripted import ScriptedBrain
from tests.engines.chat_server import Script, llama_cpp_server, scripted_server
from tests.patience import PATIENCE_S

SAID = [Message("system", "You are Rotom."), Message("user", "Hello!")]


@pytest.fixture
def server() -> Iterator[Script]:
    with scripted_server() as script:
        yield script
        gc.collect()


def never() -> bool:
    return False


def replied(brain: ServerBrain | FallingBack, messages: Sequence[Message] = SAID) -> str:
    return "".join(brain.reply(messages, never))


def test_a_reply_comes_in_pieces_with_the_key_and_the_whole_conversation(server: Script) -> None:
    brain = ServerBrain(server.address, "some-model", "sk-secret")
    assert list(brain.reply(SAID, never)) == ["Hello", " there", "."]
    (asked,) = server.asked
    assert asked["model"] == "some-model"
    assert asked["messages"] == [
        {"role": "system", "content": "You are Rotom."},
        {"role": "user", "content": "Hello!"},
    ]
    assert asked["stream"] is True
    assert server.keys == ["Bearer sk-secret"]
    assert brain.name == f"some-model on {server.address.removeprefix('http://')}"


def test_without_a_name_the_servers_first_model_answers(server: Script) -> None:
    server.models = ["first", "second"]
    brain = ServerBrain(server.address)
    brain.warm(SAID)
    assert brain.name.startswith("first on ")
    assert brain.models() == ("first", "second")


def test_what_a_model_thinks_aloud_is_no_part_of_its_reply(server: Script) -> None:
    server.pieces = ["<thi", "nk>hm, ", "hello?</thi", "nk>\n\nHello", "!"]
    assert replied(ServerBrain(server.address)) == "Hello!"


def test_a_cancelled_reply_ends_though_the_server_says_nothing_more(server: Script) -> None:
    server.gate = threading.Event()
    brain = ServerBrain(server.address)
    cancelled = threading.Event()
    pieces = brain.reply(SAID, cancelled.is_set)
    assert next(pieces) == "Hello"
    cancelled.set()
    assert list(pieces) == [], "the server never ends it"
    assert server.left_early.wait(PATIENCE_S), "the server went on for nobody"
    server.gate = None
    assert replied(brain) == "Hello there."


def test_a_reply_that_stops_without_a_finish_reason_is_noticed(server: Script) -> None:
    server.finish = None
    with pytest.raises(ServerAway, match="in the middle of its reply"):
        replied(ServerBrain(server.address))


def test_a_server_that_dies_in_the_middle_is_noticed(server: Script) -> None:
    server.drop_after = 2
    pieces = ServerBrain(server.address).reply(SAID, never)
    assert [next(pieces), next(pieces)] == ["Hello", " there"]
    with pytest.raises(ServerAway, match=r"lost|cannot be reached|middle"):
        list(pieces)


@pytest.mark.parametrize(
    ("status", "kind", "says"),
    [
        (401, EngineError, "does not accept the key"),
        (403, EngineError, "does not accept the key"),
        (404, EngineError, "does not know this model"),
        (400, EngineError, "refused the message"),
        (429, ServerAway, "too busy"),
        (500, ServerAway, "trouble of its own"),
    ],
)
def test_each_refusal_is_one_sentence_that_keeps_the_key(
    server: Script,
    status: int,
    kind: type[EngineError],
    says: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.status = [status] * 5
    with caplog.at_level("INFO"), pytest.raises(kind, match=says) as caught:
        replied(ServerBrain(server.address, key="sk-secret"))
    assert "\n" not in str(caught.value)
    assert "sk-secret" not in str(caught.value) + caplog.text
    assert "Hello" not in caplog.text


def test_a_server_that_was_busy_for_a_moment_is_asked_again(server: Script) -> None:
    server.status = [503]
    assert replied(ServerBrain(server.address)) == "Hello there."


def test_a_server_is_told_how_to_choose_words_and_whether_to_think(server: Script) -> None:
    brain = ServerBrain(server.address)
    replied(brain)
    brain.tune = lambda own: replace(own, temperature=0.25, thinks=True)
    replied(brain)
    first, second = server.asked
    assert first["chat_template_kwargs"] == {"enable_thinking": False}
    assert second["chat_template_kwargs"] == {"enable_thinking": True}
    assert second["temperature"] == 0.25
    assert second["max_tokens"] > first["max_tokens"]


def test_a_server_that_knows_no_switch_for_thinking_is_asked_without(server: Script) -> None:
    server.status = [400]
    brain = ServerBrain(server.address)
    assert replied(brain) == "Hello there."
    assert replied(brain) == "Hello there."
    assert ["chat_template_kwargs" in each for each in server.asked] == [True, False, False]


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(ServerAway, match="cannot be reached"):
        replied(ServerBrain("http://127.0.0.1:9", "m"))


def test_a_probe_tells_the_models_and_how_long_a_word_took(server: Script) -> None:
    probe = ServerBrain(server.address).probe()
    assert probe.models == ("some-model",)
    assert 0 < probe.seconds < 20


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_the_brain_here_answers_while_the_server_is_away_and_the_server_when_it_is_back(
    server: Script,
) -> None:
    clock, near, said = Clock(), ScriptedBrain(["I am near."]), []
    brain = FallingBack(ServerBrain(server.address), lambda: near, clock)
    brain.tell_to(said.append)
    assert replied(brain) == "Hello there."
    server.status = [500] * 3
    assert replied(brain) == "I am near."
    assert brain.name == near.name
    (gone,) = said
    assert "trouble" in gone
    assert "The brain on this machine answers until it is back." in gone
    assert replied(brain) == "I am near."
    assert len(server.asked) == 4, "it was asked again too soon"
    clock.now_s += ASK_AGAIN_S
    assert replied(brain) == "Hello there."
    assert said[1].endswith("is back and thinks again.")
    assert brain.name.startswith("some-model on")


def test_a_server_that_dies_in_the_middle_leaves_the_answer_to_the_brain_here(
    server: Script,
) -> None:
    server.drop_after = 1
    brain = FallingBack(ServerBrain(server.address), lambda: ScriptedBrain(["I am near."]))
    assert replied(brain) == "HelloI am near."


def test_the_brain_here_takes_no_more_cores_than_it_may(server: Script) -> None:
    near = ScriptedBrain(["I am near."])
    brain = FallingBack(ServerBrain(server.address), lambda: near)
    brain.limit_threads(1)
    server.status = [500] * 3
    assert replied(brain) == "I am near."
    assert near.most_threads == 1
    brain.limit_threads(2)
    assert near.most_threads == 2


def test_a_wrong_key_is_no_reason_to_fall_back(server: Script) -> None:
    server.status = [401]
    brain = FallingBack(ServerBrain(server.address), lambda: ScriptedBrain(["I am near."]))
    with pytest.raises(EngineError, match="key"):
        replied(brain)


def test_the_brain_here_is_not_loaded_before_it_is_needed(server: Script) -> None:
    def no_brain() -> ScriptedBrain:
        raise AssertionError("it was loaded")

    brain = FallingBack(ServerBrain(server.address), no_brain)
    brain.warm(SAID)
    assert replied(brain) == "Hello there."
    assert brain.context_tokens >= 4096


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("192.168.1.20:8080", "http://192.168.1.20:8080/v1"),
        ("http://pc.local:11434/v1/", "http://pc.local:11434/v1"),
        ("api.example.org", "https://api.example.org/v1"),
        ("https://x.example.org/openai/v1", "https://x.example.org/openai/v1"),
        ("localhost:1234", "http://localhost:1234/v1"),
        ("[::1]:8080", "http://[::1]:8080/v1"),
    ],
)
def test_an_address_is_completed(given: str, address: str) -> None:
    assert checked_address(given) == address
    assert checked_address(address) == address


@pytest.mark.parametrize(
    "given",
    [
        "",
        "http://",
        "ftp://x.local",
        "http://api.example.org",
        "http://a b",
        "http://me:k@x.local",
        "http://x.local:99999",
        "https://x.example.org/?key=1",
        "http://8.8.8.8",
        "http://[::1",
    ],
)
def test_what_is_no_address_or_not_safe_is_one_sentence(given: str) -> None:
    with pytest.raises(EngineError) as caught:
        checked_address(given)
    assert "\n" not in str(caught.value)


def test_words_stay_here_with_a_server_of_this_machine_alone() -> None:
    assert stays_here("http://127.0.0.1:8080/v1")
    assert stays_here("localhost:1234")
    assert not stays_here("http://192.168.1.20:8080")
    assert is_near("http://192.168.1.20:8080")
    assert not is_near("https://api.example.org")
    assert "example.org" in privacy("example.org")


def test_a_real_server_answers_and_its_death_in_mid_reply_is_noticed() -> None:
    with llama_cpp_server() as (address, process):
        brain = FallingBack(ServerBrain(address), lambda: ScriptedBrain(["I am near."]))
        said: list[str] = []
        brain.tell_to(said.append)
        assert brain.name.endswith(address.removeprefix("http://"))
        brain.warm(SAID)
        assert brain.name.startswith("starter on")
        assert replied(brain).strip()
        pieces = brain.reply(SAID, never)
        first = next(pieces)
        process.kill()
        rest = "".join(pieces)
    assert first
    assert rest.endswith("I am near.") or not said
    gc.collect()


@pytest.mark.timeout(300)  # the server answers one after the other
def test_many_companions_share_one_real_server(capsys: pytest.CaptureFixture[str]) -> None:
    companions, waits_s, failures = 50, [], []
    lock = threading.Lock()

    def ask(number: int) -> None:
        brain = ServerBrain(address, "starter", sampling=Sampling(max_tokens=8))
        began_s = time.monotonic()
        try:
            pieces = brain.reply([Message("user", f"Hi, I am number {number}.")], never)
            next(pieces)
            with lock:
                waits_s.append(time.monotonic() - began_s)
            list(pieces)
        except EngineError as error:
            failures.append(str(error))

    with llama_cpp_server() as (address, _):
        threads = [threading.Thread(target=ask, args=(n,)) for n in range(companions)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    waits_s.sort()
    with capsys.disabled():
        print(
            f"\nfirst words of {companions} companions at one server: median "
            f"{median(waits_s):.1f} s, 9 of 10 within {waits_s[-6]:.1f} s, last {waits_s[-1]:.1f} s"
        )
    assert failures == []
    assert len(waits_s) == companions
    gc.collect()
