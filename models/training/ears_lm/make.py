"""Makes the language model of the ears from nothing: `python -m ears_lm.make [--people TABLE]`."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import pocketsphinx

from ears_lm.companion import companion_lines, counted
from ears_lm.general import read_general
from ears_lm.judge import report
from ears_lm.ngrams import Ngrams, mixed, thinned, write_arpa
from rotom.engines.pocketsphinx import bundled_models

STARTER = Path(__file__).parents[2] / "starter" / "ears" / "companion.lm.bin"
SHARE = 0.4
"""How much of the mixture is companion talk."""

PAIRS, TRIPLES = 250_000, 400_000
"""How many n-grams are kept."""


def make() -> Ngrams:
    """Companion talk mixed with general English, over the words of the dictionary, thinned."""
    folder = bundled_models()
    lines = list(companion_lines())
    entries = (folder / "cmudict-en-us.dict").read_text("utf-8").splitlines()
    known = {entry.split()[0] for entry in entries}
    said = {word for line in lines for word in line.split()}
    general = read_general(folder / "en-us.lm.bin", sorted(said & known))
    return thinned(mixed(counted(lines, general.words), general, SHARE), PAIRS, TRIPLES)


def write(model: Ngrams, path: Path) -> None:
    """The model as the packed file that PocketSphinx reads quickest."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "lm.arpa"
        write_arpa(model, text)
        packed = pocketsphinx.NGramModel.readfile(str(text))
        packed.write(str(path), packed.str_to_type("bin"))


def main() -> None:
    """The model, and what it does to the words that are heard."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=STARTER)
    parser.add_argument("--people", type=Path, help="lines of sound, tab, words")
    parser.add_argument("--only-judge", action="store_true", help="of what is there")
    options = parser.parse_args()
    if not options.only_judge:
        write(make(), options.out)
    ours = {"companion and general": options.out} if options.out.is_file() else {}
    report({"general": None, **ours}, options.people)


if __name__ == "__main__":
    main()
