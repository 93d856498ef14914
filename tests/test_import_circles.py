"""No two modules need each other, wherever the import stands: at the top, in a function, for types alone."""

import ast
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
Sources = Mapping[str, str]


def sources(root: Path) -> dict[str, str]:
    """The text of every module below the folder of a package, by dotted name."""
    return {_dotted(path.relative_to(root.parent)): path.read_text("utf-8") for path in root.rglob("*.py")}


def _dotted(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(text: str, modules: Iterable[str]) -> set[str]:
    """Which of `modules` a text imports: every import statement counts, as deep as it may stand."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            known = whole.intersection(modules)
            found.update(known, {node.module or ""} if whole - known else ())
    return found.intersection(modules)


def circle(texts: Sources) -> list[str]:
    """The modules of one import circle, each importing the one before it; none: an empty list."""
    try:
        TopologicalSorter({name: imports(text, texts) for name, text in texts.items()}).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_the_package_has_no_import_circle() -> None:
    """Each module can be read, moved and tested after those that it imports."""
    assert circle(sources(PROJECT / "meso_cli")) == []


@pytest.mark.parametrize(
    "back",
    [
        "import a.one",
        "from a import one",
        "from a.one import value",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a.one import value",
        "def late() -> None:\n    from a.one import value",
    ],
)
def test_a_circle_is_found_wherever_it_is_closed(back: str) -> None:
    """An import for types alone, or one inside a function, closes a circle like any other."""
    assert set(circle({"a": "", "a.one": "from a import two", "a.two": back})) == {"a.one", "a.two"}


def test_a_package_is_not_imported_by_importing_a_module_of_it() -> None:
    """`from a import two` in `a.one` is no way back through the package `a`."""
    assert circle({"a": "from a.one import value", "a.one": "from a import two", "a.two": ""}) == []
