"""Python as it is run: compiled once, and with its sources only where Rotom's makers wrote it."""

import subprocess
from pathlib import Path

# It runs in the bundle's own Python. One process with a fixed order and seed: the same sources
# give the same bytes. Words for programmers go, but those that are looked at by the program itself
# (numpy's); assertions stay.
_COMPILE = """
import ast, sys
from importlib import util
from importlib._bootstrap_external import _code_to_hash_pyc
from pathlib import Path

def bare(tree):
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            if ast.get_docstring(node, clean=False) is not None:
                node.body[0] = ast.copy_location(ast.Pass(), node.body[0])
    return tree

root, library, own = map(Path, sys.argv[1:])
wordy = {own, own.parent / "numpy"}
for source in sorted(library.rglob("*.py")):
    is_own = own in source.parents
    words = source.read_bytes()
    try:
        tree = ast.parse(words)
        name = "/rotom/" + source.relative_to(root).as_posix()
        kept = not wordy.isdisjoint(source.parents)
        code = compile(tree if kept else bare(tree), name, "exec", dont_inherit=True)
    except SyntaxError:
        continue
    told = _code_to_hash_pyc(code, util.source_hash(words), checked=False)
    if is_own:
        target = Path(util.cache_from_source(source))
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(told)
    else:
        source.with_suffix(".pyc").write_bytes(told)
        source.unlink()
"""


def compile_all(python: Path, library: Path, own: Path) -> None:
    """Compiles all Python under `library` and takes the sources away, but those under `own`.

    Those are kept for the lines of tracebacks, and because they are what the GPL asks for.
    """
    command = [str(python), "-s", "-B", "-c", _COMPILE]
    folders = [str(library.parents[1]), str(library), str(own)]
    subprocess.run([*command, *folders], check=True, env={"PYTHONHASHSEED": "0"})
