"""The shape of the program in figures: values travel instead of their ingredients."""

import ast
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PARAMETERS = 5
TRAINS = 8
"""How many functions may take more than `PARAMETERS`: commands with an option for each fact."""
LINES = 350


def parameters(function: ast.FunctionDef) -> int:
    """How many it takes, without `self` and `cls`."""
    given = function.args
    names = [arg.arg for arg in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def test_values_travel_not_their_ingredients() -> None:
    """Functions with many parameters are few."""
    trains = [
        f"{path.relative_to(PROJECT)}: {node.name} takes {parameters(node)}"
        for path in sorted((PROJECT / "meso_cli").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and parameters(node) > PARAMETERS
    ]
    assert len(trains) <= TRAINS, "\n".join(trains)


def test_a_module_has_one_subject() -> None:
    """None is so long that it must have two, what is generated among them."""
    lengths = {
        str(path.relative_to(PROJECT)): len(path.read_text("utf-8").splitlines())
        for path in (PROJECT / "meso_cli").rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > LINES} == {}
