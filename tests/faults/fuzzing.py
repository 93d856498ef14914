"""Command lines of nonsense: an exit code of the table, one sentence, nothing changed on an error."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from meso_cli.cli.catalogue import CATALOGUE
from meso_cli.errors import Exit

CODES = {value for name, value in vars(Exit).items() if name.isupper()} - {Exit.BUG}
# On these nothing may have been written; 3 is also an answer (`can`), 10-13 are `--check`.
ERRORS = (Exit.USAGE, Exit.NOTHING_FOUND, Exit.DAMAGED, Exit.NEEDS_INPUT, Exit.SYSTEM)

ITEMS = "redness swelling itch itching pain fever pus breathing water spf moisturise scabs ups rednes tattoo"
VALUES = "0 1 2 4 5 -1 1_0 +2 ٢ yes no mild severe lots 38.5 38,5 101 38.5c nan inf 1e9 = \x1b[31m"
MOMENTS = """now|now|1h ago|3 hours ago|18:00|25:61|6pm|today 9am|yesterday 20:15|yesterday|
fri 18:00|20 min ago|30m|03/04|10|day 3|day 3 18:00|in 2 days|tomorrow 9am|2026-03-29T02:30|
2026-11-23T10:00+01:00|20 nov 18:00|0001-01-01|9999-12-31T23:59|99999999 days ago|day -1|
1.12.2026|last moon||''"""
NAMES = "1 #1 2 99 t1 t9 T1 #0 -1 ١ 1e3 9223372036854775808 makeup sauna redness fever nonsense hot\ttub"
NOTES = (
    "note|[bold]x[/]|'); DROP TABLE entries; --|\x1b]0;x\x07|\u202egnp|=1+1||-|\udcff|\N{ZERO WIDTH SPACE}"
)
FILES = "export.json missing.json . export.json/x hostile.db /dev/null"
OPTIONS = """--at --note --none --json --brief --check --all --plain --no-color --no-input --debug
--help --version --treatment --depth --area --device --skin-type --history --another --week --day --yes
--item --since --format --for-spreadsheet --dry-run --force --fix --ingredients --phone --product
--nonsense -h -x -- ="""


class Line(NamedTuple):
    """One command line and what became of it."""

    words: tuple[str, ...]
    code: int
    err: str


class Fuzzed(NamedTuple):
    """How many lines ran, the codes they ended in, and every line that did wrong, with why."""

    lines: int
    codes: dict[int, int]
    wrong: tuple[tuple[Line, str], ...]


PLAUSIBLE: dict[str, tuple[str, ...]] = {
    "log": (
        "redness=2",
        "itch:mild",
        "fever=38.5",
        "pus=no",
        "water=2",
        "--none",
        "--note {note}",
        "--at {moment}",
    ),
    "start": ("{moment}", "--depth 1.0", "--device rf", "--area neck", "--note {note}", "--another"),
    "edit": ("{name}", "redness=1", "fever=", "--at {moment}", "--note {note}", "--depth 2", "--area face"),
    "delete": ("{name}", "--yes"),
    "end": ("{name}", "--yes"),
    "history": ("{name}", "--item redness", "--since {moment}", "--json"),
    "status": ("--at {moment}", "--brief", "--check", "--json", "--all", "--treatment {name}"),
    "can": ("swim", "retinol", "hot tub", "--at {moment}", "--json"),
    "why": ("{name}",),
    "export": ("--format csv", "-o {file}", "--force", "--for-spreadsheet"),
    "import": ("{file}", "--dry-run"),
    "restore": ("{name}", "--yes"),
    "doctor": ("--fix", "--json"),
}
"""What makes sense after a command; a braced word stands for one that may make none."""


def nonsense(chance: random.Random) -> list[str]:
    """A command line that a person, a cat or an attacker might type: half of them nearly right."""
    if chance.random() < 0.5:
        return [_a_command(chance), *(_a_word(chance) for _ in range(chance.randrange(6)))]
    command = chance.choice((*PLAUSIBLE, "log", "log", "undo", "redo"))
    pieces = chance.sample(PLAUSIBLE.get(command, ("",)), k=1)
    pieces += [
        piece for piece in PLAUSIBLE.get(command, ()) if chance.random() < 0.25 and piece not in pieces
    ]
    words = [command, *(word for piece in pieces for word in piece.split(" ") if word)]
    if chance.random() < 0.2:
        words.insert(chance.randrange(len(words) + 1), _a_word(chance))
    return [_filled(word, chance) for word in words]


def _filled(word: str, chance: random.Random) -> str:
    kinds = {
        "{note}": NOTES.split("|"),
        "{moment}": MOMENTS.split("|"),
        "{name}": NAMES.split(" "),
        "{file}": FILES.split(),
    }
    return chance.choice(kinds[word]) if word in kinds else word


def fuzz(
    run: Callable[[list[str]], tuple[int, str]], database: Path, lines: int, seed: int = 20261123
) -> Fuzzed:
    """Run so many lines through `run`, which gives an exit code and stderr."""
    chance = random.Random(seed)
    codes: dict[int, int] = {}
    wrong: list[tuple[Line, str]] = []
    for _ in range(lines):
        words = nonsense(chance)
        before = _bytes(database)
        code, err = run(words)
        codes[code] = codes.get(code, 0) + 1
        why = _wrong(code, err, before == _bytes(database))
        if why:
            wrong.append((Line(tuple(words), code, err), why))
    return Fuzzed(lines, codes, tuple(wrong))


def _bytes(file: Path) -> bytes:
    """What the file holds; nothing where `wipe` has done its work."""
    return file.read_bytes() if file.exists() else b""


def _wrong(code: int, err: str, unchanged: bool) -> str:
    """What a command line did that none may; empty where it behaved."""
    if code not in CODES:
        return "an exit code that is not in the table"
    if "Traceback" in err:
        return "a traceback"
    if code in ERRORS and not unchanged:
        return "the database was changed on an error"
    if code in ERRORS and not err.startswith("meso: ") and code != Exit.NOTHING_FOUND:
        return "an error without a sentence"
    return ""


def _a_command(chance: random.Random) -> str:
    often = ("log", "start", "edit", "status", "can", "delete", "undo", "import", "export")
    return chance.choice((*CATALOGUE, *often, *often, "staus", "--json", ""))


def _a_word(chance: random.Random) -> str:
    item = chance.choice(ITEMS.split())
    return chance.choice(
        (
            item,
            f"{item}{chance.choice('=:')}{chance.choice(VALUES.split(' '))}",
            chance.choice(OPTIONS.split()),
            chance.choice(MOMENTS.split("|")),
            chance.choice(NAMES.split(" ")),
            chance.choice(NOTES.split("|")),
            chance.choice(FILES.split()),
            "".join(chr(chance.randrange(1, 0x250)) for _ in range(chance.randrange(9))).replace("/", ""),
        )
    )
