"""Sound files of every kind, good and bad."""

import struct
import wave
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from rotom.domain.engines import EngineError
from rotom.domain.speech import HEARING_RATE_HZ, AudioChunk
from rotom.engines.sound_files import (
    FileLoudspeaker,
    iter_sound,
    read_sound,
    sound_seconds,
    write_wav,
)

TONE_HZ = 440.0


def tone(rate: int = 16_000, seconds: float = 1.0, hz: float = TONE_HZ) -> np.ndarray:
    time_s = np.arange(round(rate * seconds)) / rate
    return (0.5 * np.sin(2 * np.pi * hz * time_s)).astype(np.float32)


def pitch_hz(sound: AudioChunk) -> float:
    spectrum = np.abs(np.fft.rfft(sound.samples * np.hanning(len(sound.samples))))
    return float(np.argmax(spectrum) * sound.rate_hz / len(sound.samples))


def float_wav(path: Path, samples: np.ndarray, rate: int = 16_000, declared: int = -1) -> Path:
    """A WAV file of 32-bit floats; `declared` is another length in bytes than the true one."""
    raw = samples.astype("<f4").tobytes()
    size = len(raw) if declared < 0 else declared
    header = struct.pack("<IHHIIHH", 16, 3, 1, rate, rate * 4, 4, 32)
    riff = b"RIFF" + struct.pack("<I", min(0xFFFFFFFF, 36 + size)) + b"WAVEfmt " + header
    path.write_bytes(riff + b"data" + struct.pack("<I", size) + raw)
    return path


def encoded(path: Path, codec: str, rate: int = 48_000) -> Path:
    """The tone in a file of another kind, written by FFmpeg."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, layout="mono")
        pcm = (tone(rate) * 32767).astype(np.int16)[None]
        frame = av.AudioFrame.from_ndarray(pcm, format="s16", layout="mono")
        frame.sample_rate = rate
        resampler = av.AudioResampler(stream.format, "mono", rate, stream.frame_size or 1024)
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("a.flac", "flac"),
        ("a.mp3", "libmp3lame"),
        ("a.opus", "libopus"),
        ("a.wav", "pcm_s24le"),
        ("b.wav", "pcm_u8"),
    ],
)
def test_every_kind_of_file_is_heard_at_the_same_pitch(
    tmp_path: Path, name: str, codec: str
) -> None:
    sound = read_sound(encoded(tmp_path / name, codec))
    assert sound.rate_hz == HEARING_RATE_HZ
    assert sound.samples.dtype == np.float32
    assert sound.seconds == pytest.approx(1.0, abs=0.06)
    assert pitch_hz(sound) == pytest.approx(TONE_HZ, abs=2)
    assert np.abs(sound.samples).max() == pytest.approx(0.5, abs=0.06)


def test_ogg_vorbis_is_heard(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.ogg", tone(48_000), 48_000, format="OGG", subtype="VORBIS")
    sound = read_sound(tmp_path / "a.ogg")
    assert sound.seconds == pytest.approx(1.0)
    assert pitch_hz(sound) == pytest.approx(TONE_HZ, abs=2)


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 96_000])
@pytest.mark.parametrize("channels", [1, 2, 8])
def test_any_rate_and_number_of_channels_becomes_mono_at_16_khz(
    tmp_path: Path, rate: int, channels: int
) -> None:
    path = tmp_path / "many.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        pcm = (tone(rate) * 32767).astype("<i2")
        file.writeframes(np.repeat(pcm, channels).tobytes())
    sound = read_sound(path)
    assert sound.seconds == pytest.approx(1.0, abs=0.001)
    assert pitch_hz(sound) == pytest.approx(TONE_HZ, abs=2)


def test_what_is_not_a_number_becomes_silence(tmp_path: Path) -> None:
    samples = tone(48_000)
    samples[1000:2000] = np.nan
    samples[30_000] = np.inf
    samples[40_000] = 1e30
    sound = read_sound(float_wav(tmp_path / "nan.wav", samples, 48_000))
    assert np.isfinite(sound.samples).all()
    assert np.abs(sound.samples).max() < 1.5
    assert pitch_hz(sound) == pytest.approx(TONE_HZ, abs=2)


@pytest.mark.parametrize("declared", [0, 0x7FFFFFFF, 0xFFFFFFFF])
def test_a_wav_whose_length_was_never_filled_in_is_read(tmp_path: Path, declared: int) -> None:
    sound = read_sound(float_wav(tmp_path / "open.wav", tone(), declared=declared))
    assert sound.seconds == pytest.approx(1.0)


def text_file(path: Path) -> Path:
    path.write_text("This is no sound. " * 100)
    return path


def noise_file(path: Path) -> Path:
    path.write_bytes(np.random.default_rng(3).bytes(5000))
    return path


def empty_file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def cut(path: Path, keep: float) -> Path:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    return path


def silent_video(path: Path) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 16
        stream.pix_fmt = "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), format="rgb24")
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda d: d / "none.wav", "no file"),
        (lambda d: d, "folder"),
        (lambda d: empty_file(d / "a.wav"), "empty"),
        (lambda d: float_wav(d / "a.wav", np.zeros(0)), "click"),
        (lambda d: float_wav(d / "a.wav", np.ones(1)), "click"),
        (lambda d: cut(float_wav(d / "a.wav", tone()), 0.5), "cut off"),
        (lambda d: cut(float_wav(d / "a.wav", tone()), 0.0005), "damaged"),
        (lambda d: cut(encoded(d / "a.ogg", "libopus"), 0.6), "(damaged|cut off)"),
        (lambda d: cut(encoded(d / "a.flac", "flac"), 0.5), "(damaged|cut off)"),
        (lambda d: text_file(d / "a.wav"), "(no sound|damaged)"),
        (lambda d: noise_file(d / "a.mp3"), "damaged"),
        (lambda d: noise_file(d / "a.raw"), "damaged"),
        (lambda d: cut(encoded(d / "a.wav", "pcm_u8"), 0.0005), "damaged"),
        (lambda d: silent_video(d / "a.mp4"), "no sound"),
    ],
)
def test_a_file_that_cannot_be_heard_is_refused_with_a_sentence(
    tmp_path: Path, make: Callable[[Path], Path], says: str
) -> None:
    path = make(tmp_path)
    with pytest.raises(EngineError, match=says) as refused:
        read_sound(path)
    assert str(path) in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_ten_hour_file_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(1000)
        file.writeframes(b"\x80" * (10 * 3600 * 1000))
    assert sound_seconds(path) == pytest.approx(36_000)
    with pytest.raises(EngineError, match="600 minutes"):
        read_sound(path)
    first = next(iter_sound(path, block_s=30.0))
    assert len(first) == 30 * HEARING_RATE_HZ


def test_a_file_that_hides_its_length_is_refused_once_it_is_too_long(tmp_path: Path) -> None:
    path = float_wav(tmp_path / "open.wav", tone(seconds=3.0), declared=0xFFFFFFFF)
    with pytest.raises(EngineError, match="minutes"):
        read_sound(path, limit_s=2.0)


def test_blocks_are_the_whole_sound_in_order(tmp_path: Path) -> None:
    path = float_wav(tmp_path / "a.wav", tone(44_100, 2.3), 44_100)
    blocks = list(iter_sound(path, block_s=0.5))
    assert [len(block) for block in blocks[:-1]] == [8000] * 4
    assert np.array_equal(np.concatenate(blocks), read_sound(path).samples)


def test_a_written_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "out.wav"
    write_wav(path, AudioChunk(tone(22_050), 22_050))
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
    assert pitch_hz(read_sound(path)) == pytest.approx(TONE_HZ, abs=2)


def test_samples_that_are_no_numbers_or_too_loud_are_written_safely(tmp_path: Path) -> None:
    path = tmp_path / "out.wav"
    write_wav(path, AudioChunk(np.array([np.nan, 3.0, -3.0, np.inf], np.float32), 16_000))
    with wave.open(str(path)) as file:
        written = np.frombuffer(file.readframes(4), "<i2")
    assert written.tolist() == [0, 32767, -32767, 0]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "out.wav"
    target.mkdir()
    with pytest.raises(EngineError, match="cannot be written"):
        write_wav(target, AudioChunk(tone(), 16_000))
    with pytest.raises(EngineError, match="cannot be written"):
        write_wav(tmp_path / "nowhere" / "out.wav", AudioChunk(tone(), 16_000))
    assert [path.name for path in tmp_path.iterdir()] == ["out.wav"]


def test_a_file_loudspeaker_joins_sounds_of_several_rates() -> None:
    loudspeaker = FileLoudspeaker()
    assert len(loudspeaker.sound.samples) == 0
    for rate in (22_050, 16_000):
        loudspeaker.play(AudioChunk(tone(rate), rate), lambda: None, lambda _: None)
    assert loudspeaker.sound.rate_hz == 22_050
    assert loudspeaker.sound.seconds == pytest.approx(2.0, abs=0.001)
    assert pitch_hz(loudspeaker.sound) == pytest.approx(TONE_HZ, abs=2)
