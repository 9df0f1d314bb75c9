"""Which sound devices are offered, and how a saved one is found again."""

from rotom.domain.devices import NOT_THERE, SYSTEM, Device, loudspeakers, microphones, same_device

HEADSET = "USB Headset: Audio (hw:2,0)"
MOVED = "USB Headset: Audio (hw:1,0)"
INSIDE = "HDA Intel PCH: ALC257 Analog (hw:0,0)"


def device(name: str, inputs: int = 1, outputs: int = 2) -> Device:
    return Device(name, inputs, outputs, 48_000, is_default=False)


FOUND = [device(INSIDE), device(HEADSET), device("Screen: HDMI (hw:0,3)", inputs=0)]


def ids(choices: tuple[object, ...]) -> list[str]:
    return [getattr(choice, "id") for choice in choices]  # noqa: B009


def test_the_systems_own_comes_first_and_says_so() -> None:
    assert microphones(FOUND, "")[0] == SYSTEM
    assert SYSTEM.id == ""


def test_each_is_offered_for_what_it_can_do() -> None:
    assert ids(microphones(FOUND, "")) == ["", INSIDE, HEADSET]
    assert ids(loudspeakers(FOUND, "")) == ["", INSIDE, HEADSET, "Screen: HDMI (hw:0,3)"]


def test_the_ways_of_alsa_to_a_device_are_not_devices() -> None:
    ways = ("default", "sysdefault", "front", "surround40", "surround71", "dmix", "dsnoop", "hdmi")
    ways += ("iec958", "null", "samplerate", "upmix", "/dev/dsp", "oss")
    assert ids(loudspeakers([*map(device, ways), device(HEADSET)], "")) == ["", HEADSET]


def test_a_sound_server_is_called_by_its_name() -> None:
    server = loudspeakers([device("pulse"), device("pipewire")], "")[1:]
    assert [(c.id, c.title) for c in server] == [("pulse", "PulseAudio"), ("pipewire", "PipeWire")]


TELEVISION = Device("server:tv", 0, 2, 48_000, is_default=False, title="Television")
HANDSET = Device("server:mic", 1, 0, 48_000, is_default=True, title="Handset")


def test_what_a_sound_server_has_is_offered_by_its_description_and_no_way_around_it() -> None:
    found = [TELEVISION, HANDSET, *FOUND, device("pulse")]
    there = [(c.id, c.title) for c in loudspeakers(found, "")[1:]]
    assert there == [("server:tv", "Television")]
    assert [(c.id, c.title) for c in microphones(found, "")[1:]] == [("server:mic", "Handset")]


def test_a_way_around_the_sound_server_that_was_chosen_is_still_offered() -> None:
    found = [HANDSET, *FOUND]
    assert ids(microphones(found, HEADSET)) == ["", "server:mic", HEADSET]
    gone = microphones(found, "server:nowhere")[-1]
    assert (gone.id, gone.title, gone.help) == ("server:nowhere", "nowhere", NOT_THERE)


def test_the_number_of_a_device_is_shown_only_where_two_have_one_name() -> None:
    assert [c.title for c in microphones([device(HEADSET)], "")[1:]] == ["USB Headset: Audio"]
    two = microphones([device(HEADSET), device(MOVED)], "")[1:]
    assert [c.title for c in two] == [HEADSET, MOVED]


def test_a_device_listed_twice_is_offered_once() -> None:
    assert ids(microphones([device(HEADSET), device(HEADSET)], "")) == ["", HEADSET]


def test_a_saved_device_that_is_gone_stays_and_says_so() -> None:
    gone = microphones([device(INSIDE)], HEADSET)[-1]
    assert (gone.id, gone.title, gone.help) == (HEADSET, "USB Headset: Audio", NOT_THERE)


def test_before_anybody_looked_nothing_is_said_to_be_gone() -> None:
    assert [(c.id, c.help) for c in microphones(None, HEADSET)[1:]] == [(HEADSET, "")]
    assert microphones(None, "") == (SYSTEM,)


def test_a_saved_device_that_was_numbered_anew_is_the_same_and_stays_chosen() -> None:
    choices = microphones([device(INSIDE), device(MOVED)], HEADSET)
    assert ids(choices) == ["", INSIDE, HEADSET]
    assert choices[-1].help == ""
    assert same_device(HEADSET, [INSIDE, MOVED]) == 1


def test_of_two_that_are_alike_none_is_taken_for_the_saved_one() -> None:
    alike = ["USB Headset: Audio (hw:3,0)", "USB Headset: Audio (hw:4,0)"]
    assert same_device(HEADSET, alike) is None
    assert same_device(alike[1], alike) == 1


def test_a_name_within_a_longer_name_is_not_that_device() -> None:
    assert same_device("HDMI 1", ["HDMI 10", "HDMI 11"]) is None
