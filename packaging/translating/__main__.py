"""Brings the files of Qt Linguist up to date: `python -m translating`."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from rotom.domain.wording import CONTEXT, PERSONA
from translating.gathering import gather, persona_words

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "app" / "rotom"
PERSONAS = ROOT / "assets" / "personas"
FILES = tuple(sorted((ROOT / "assets" / "translations").glob("*.ts")))


def update(ts: Path) -> None:
    """Has lupdate write what the program says now into a file; what is translated stays so."""
    gathered = gather(SOURCES.rglob("*.py"))
    if gathered.faults:
        raise SystemExit("\n".join(gathered.faults))
    with tempfile.TemporaryDirectory() as folder:
        # lupdate reads no template of ours, so it is shown them as what it knows.
        worded = Path(folder) / "worded.js"
        said = {CONTEXT: gathered.sentences, PERSONA: persona_words(PERSONAS.glob("*.toml"))}
        noted = (_noted(context, each) for context, all_ in said.items() for each in all_)
        worded.write_text("\n".join(noted), "utf-8")
        tool = Path(sys.executable).parent / "pyside6-lupdate"
        options = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages"]
        sources = [str(SOURCES / "ui" / "qml"), str(worded)]
        subprocess.run([tool, *options, *sources, "-ts", str(ts)], check=True)


def _noted(context: str, sentence: str) -> str:
    said = json.dumps(sentence, ensure_ascii=False)
    return f"QT_TRANSLATE_NOOP({json.dumps(context)}, {said});"


def main() -> None:
    for ts in FILES:
        update(ts)
        print(ts.relative_to(ROOT))


if __name__ == "__main__":
    main()
