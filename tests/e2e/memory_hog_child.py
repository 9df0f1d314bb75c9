"""Rotom beside a program that takes more and more memory, both within one control group.

Prints one line of JSON: what was free and which brain was there, before, at the worst and behind
it, and how much the other program held. It goes a step only after Rotom has looked around, so no
step depends on who is quicker.
"""

import json
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

from rotom.app import App
from rotom.conversation.events import EngineReady
from rotom.conversation.session import Engines
from rotom.domain.budget import Brain, Reading
from rotom.domain.settings import Settings
from rotom.engines.scripted import ScriptedBrain
from rotom.files import user_folders
from rotom.system.watcher import Machine
from tests.cast import Cast
from tests.patience import PATIENCE_S

MB = 1_000_000
BRAIN_BYTES = 300 * MB
STEP_BYTES = 100 * MB
MOST_LOOKS = 5000

HOG = """
import sys
held = []
for line in sys.stdin:
    held.append(b"x" * int(line)) if int(line) else held.clear()
    print(sum(map(len, held)), flush=True)
"""


class LargeBrain(ScriptedBrain):
    """Holds as much memory as a small real one."""

    def __init__(self) -> None:
        super().__init__(["Hello."])
        self.weights = b"w" * BRAIN_BYTES


class Trial:
    """Rotom, and what its looks at the machine told."""

    def __init__(self, folder: Path) -> None:
        self._machine = Machine()
        self._looked = threading.Condition()
        self._looks = self._loads = 0
        self.free_bytes = 0
        self.app = App(user_folders(folder), self._engines, False, list, self._read, 0.01)
        self.app.session.subscribe(self._note)

    def until(self, brain: Brain, loads: int) -> None:
        """Looks pass until that is allowed and a brain was loaded so often."""
        for _ in range(MOST_LOOKS):
            if self.app.standing_back.budget.brain is brain and self._loads >= loads:
                return
            self.let_look()
        raise TimeoutError(f"{brain} never was: {self.free_bytes} bytes are free")

    def let_look(self) -> None:
        """Two looks later, what the first of them told is done."""
        with self._looked:
            goal = self._looks + 2
            assert self._looked.wait_for(lambda: self._looks >= goal, PATIENCE_S)

    def now(self, hog_bytes: int) -> dict[str, object]:
        brain = str(self.app.standing_back.budget.brain)
        return {"brain": brain, "free": self.free_bytes, "hog": hog_bytes}

    def _engines(self, settings: Settings) -> Engines:
        return replace(Cast().engines(settings), brain=LargeBrain)

    def _read(self, idle_s: float, brain_bytes: int) -> Reading:
        """As the machine is, but for other programs that wait for memory, and for games."""
        read = replace(self._machine.read(idle_s, brain_bytes), stalled=None, beside_game=False)
        with self._looked:
            self._looks += 1
            self.free_bytes = read.free_bytes or 0
            self._looked.notify_all()
        return read

    def _note(self, event: object) -> None:
        if isinstance(event, EngineReady) and event.kind == "brain":
            self._loads += 1


def main(folder: Path, wanted_bytes: int) -> None:
    trial = Trial(folder)
    trial.app.session.start()
    trial.app.standing_back.start()
    trial.until(Brain.CHOSEN, loads=1)
    told = [trial.now(0)]
    hog = subprocess.Popen(
        [sys.executable, "-c", HOG], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert hog.stdin is not None
    assert hog.stdout is not None

    def take(step_bytes: int) -> int:
        print(step_bytes, file=hog.stdin, flush=True)
        held = int(hog.stdout.readline())  # type: ignore[union-attr]
        trial.let_look()
        return held

    held = 0
    while held < wanted_bytes:
        held = take(STEP_BYTES)
    told.append(trial.now(held))
    take(0)
    trial.until(Brain.CHOSEN, loads=2)
    told.append(trial.now(0))
    hog.stdin.close()
    hog.wait()
    trial.app.close()
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
