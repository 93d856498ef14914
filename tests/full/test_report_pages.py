"""The pages in a browser: printed, looked at by an accessibility checker, watched for requests and scripts.

Needs Chromium, poppler's pdftotext, and npm for axe-core.
"""

import datetime as dt
import html
import json
import os
import random
import re
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from meso_cli.guide.files import data_folder
from meso_cli.model.records import Observation
from meso_cli.store.edits import Seen, add_entry
from meso_cli.store.writing import writing
from tests.conftest import PATIENCE, TREATED, World

SHEET = str(data_folder() / "plans" / "example.toml")
STATEMENT = "The patient logged all of this"
AXE = """
<script>%s</script>
<script>
axe.run().then(found => document.documentElement.setAttribute("data-axe", JSON.stringify(
  found.violations.map(row => row.id + ": " + row.nodes.map(node => node.html).join(" ")))));
</script></body>
"""
NOTES = (
    "<script>document.title='OWNED'</script>",
    "</style><img src=https://example.org/x onerror=\"document.title='OWNED'\">",
    "<svg onload=\"document.title='OWNED'\">",
    "<iframe src=https://example.org></iframe><meta http-equiv=refresh content='0;url=https://example.org'>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "\" autofocus onfocus=\"document.title='OWNED'",
    "\u202e\u2066 \x1b[31m {{ 7 * 7 }} =cmd|' /C calc'!A0",
)


def browse(page: Path, *words: str) -> str:
    """One call of the browser, with a profile of its own; what it writes."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    profile = f"--user-data-dir={page.parent / 'profile'}"
    done = subprocess.run(
        ["chromium", *options, profile, *words, page.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout


def pages_of(page: Path, size: str) -> list[str]:
    """The text of each page, printed on paper of this size; the page itself names none."""
    sized = page.with_name(f"{page.stem}-{size}.html")
    sized.write_text(
        page.read_text("utf-8").replace("</style>", f"@page {{ size: {size} }}</style>"), "utf-8"
    )
    printed = sized.with_suffix(".pdf")
    browse(sized, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    done = subprocess.run(["pdftotext", printed, "-"], capture_output=True, text=True, check=True)
    return done.stdout.removesuffix("\f").split("\f")


@cache
def axe() -> str:
    """The accessibility checker's own script, from npm."""
    home = Path(os.environ.get("MESO_OUTSIDE") or mkdtemp(prefix="meso-outside-")) / "axe"
    script = home / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        home.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--silent", "--prefix", str(home), "axe-core@4"]
        subprocess.run(npm, check=True, capture_output=True)
    return script.read_text("utf-8")


def logged_for(world: World, days: int, *, scare: bool = False) -> World:
    """A recovery as people log one: most days, most symptoms, some signs, notes, a plan."""
    words = ("--device", "pen", "--depth", "1.5", "--skin-type", "4", "--history", "cold-sores")
    who = (
        "--practitioner",
        'Dr "Quote" O\'Lee',
        "--phone",
        "020 7946 0000",
        "--out-of-hours",
        "020 7946 0999",
    )
    assert (
        world.meso("start", *words, *who, "--product", "hyaluronic serum", "--note", "first session").code
        == 0
    )
    for plan in (("makeup", "12h"), ("sauna", "10d"), ("exercise", "open")):
        world.meso("plan", "set", *plan, "--by", "Dr O'Lee", "--note", "steam rooms too")
    courses = {
        "redness": (3, 2, 2, 1, 1, 1, 0), "swelling": (2, 1, 1, 0), "warmth": (2, 1, 0), "pain": (2, 1, 1, 0),
        "flaking": (0, 0, 1, 2, 2, 2, 1, 1, 1, 0), "itching": (0, 1, 1, 1, 1, 0), "bruising": (1, 1, 0),
        "scabs": (0, 0, 0, 1, 1, 1, 1, 0), "tightness": (1, 1, 1, 1, 1, 0), "breakouts": (0, 0, 1, 1, 0),
        "bleeding": (1, 0), "sensitivity": (1, 1, 0), "glands": (0, 1, 0),
    }  # fmt: skip  # one or two lines per course
    for day in range(days):
        if day % 5 == 4:
            continue
        up = 1 if scare and day >= days - 2 else 0
        said = [
            f"{item}={min(4, grades[min(day, len(grades) - 1)] + up)}" for item, grades in courses.items()
        ]
        said += ["fever=38.6" if up else "fever=no", "pus=no", "spf", "cleanse=2", "moisturise=2", "water=5"]
        note = ("--note", f"is this normal on day {day}?") if day % 4 == 0 else ()
        assert world.at(hours=24 * day + 6).meso("log", *said, *note).code == 0
    return world.at(hours=24 * days - 8)


def written(world: World, *words: str) -> Path:
    file = world.folder / "report.html"
    answer = world.meso("report", "-o", str(file), *words)
    assert answer.code == 0, answer.err
    return file


@pytest.mark.parametrize("size", ["A4", "letter"])
@pytest.mark.parametrize(("days", "scare"), [(14, False), (28, False), (5, True), (14, True)])
def test_the_first_page_stands_alone(world: World, size: str, days: int, scare: bool) -> None:
    """Two weeks and four, calm and in a scare: the whole summary, to its statement, on the first page."""
    first, *others = pages_of(written(logged_for(world, days, scare=scare)), size)
    assert STATEMENT in first
    assert "Questions" in first
    assert others
    assert not any(STATEMENT in page for page in others)
    assert "The log" not in first


def test_nothing_logged_yet(world: World) -> None:
    """The first page of an empty log."""
    world.meso("start", "--device", "pen")
    first, *_ = pages_of(written(world.at(hours=20)), "A4")
    assert "Nothing is logged, so nothing is known about warning signs." in first


def test_ten_thousand_entries(world: World) -> None:
    """Every symptom, most signs, a value each few minutes: it opens, and prints one first page."""
    world.meso("start", "--device", "pen", "--practitioner", "Dr Lee", "--history", "diabetes")
    chance = random.Random(10)
    items = ("redness", "swelling", "warmth", "pain", "flaking", "itching", "scabs", "bruising", "glands")
    signs = (
        "fever",
        "pus",
        "hives",
        "rash",
        "cold-sore",
        "bad-smell",
        "vision",
        "faint",
        "collapse",
        "burns",
    )
    with writing(world.database, command="log", now=TREATED) as store:
        for number in range(10_000):
            seen = [Observation(item, chance.randint(0, 4)) for item in chance.sample(items, 3)]
            seen.append(Observation(chance.choice(signs), chance.randint(0, 1)))
            at = TREATED + dt.timedelta(minutes=4 * number)
            add_entry(store, 1, at, None, Seen(seen, f"note {number}"))
    page = written(world.at(days=28))
    assert "note 9999" in browse(page, "--dump-dom")
    first, second, *_ = pages_of(page, "letter")
    assert STATEMENT in first
    assert STATEMENT not in second


def test_the_sheet_is_one_page(world: World) -> None:
    """On either paper, with dates and without."""
    for at in ((), ("--at", "today 09:00")):
        file = world.folder / "sheet.html"
        assert world.meso("plan", "sheet", SHEET, "-o", str(file), "--force", *at).code == 0
        for size in ("A4", "letter"):
            (page,) = pages_of(file, size)
            assert "it does not diagnose" in page


@pytest.mark.parametrize("look", [(), ("--force-dark-mode",), ("--window-size=390,900",)])
def test_no_barrier_is_found(world: World, look: tuple[str, ...]) -> None:
    """axe-core on a copy, light, dark and on a phone: no violation."""
    report = written(logged_for(world, 6, scare=True))
    sheet = world.folder / "sheet.html"
    assert world.meso("plan", "sheet", SHEET, "-o", str(sheet)).code == 0
    for page in (report, sheet):
        copy = page.with_name(f"{page.stem}-axe.html")
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text("utf-8"))
        copy.write_text(text.replace("</body>", AXE % axe()), "utf-8")
        found = re.search(
            r'data-axe="([^"]*)"', browse(copy, "--virtual-time-budget=30000", "--dump-dom", *look)
        )
        assert found is not None
        assert json.loads(html.unescape(found[1])) == []


def test_hostile_notes_do_nothing(world: World) -> None:
    """In a browser: no script runs, nothing is asked for, and each note is there to read."""
    world.meso(
        "start", "--device", "pen", "--note", NOTES[0], "--practitioner", NOTES[1], "--product", NOTES[2]
    )
    for hour, note in enumerate(NOTES, start=1):
        assert world.at(hours=hour).meso("log", "pus", "--note", note).code == 0
    world.meso("log", "--told", NOTES[0], "--about", "pus")
    world.meso("plan", "set", "makeup", "12h", "--by", NOTES[3], "--note", NOTES[4])
    page = written(world)
    log = world.folder / "net.json"
    shown = browse(page, f"--log-net-log={log}", "--virtual-time-budget=5000", "--dump-dom")
    assert "<title>Recovery after microneedling: day 0</title>" in shown
    assert "example.org" not in log.read_text("utf-8", "replace").replace(page.name, "")
    text = html.unescape(re.sub(r"<[^>]*>", "", shown))
    for note in NOTES[:6]:
        assert note in text
