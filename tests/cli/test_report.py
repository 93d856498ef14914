"""The practitioner's page: what it answers, what it never does, what becomes of hostile words."""

import csv
import datetime as dt
import io
import json
import random
import re
import stat
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest

from meso_cli.guide.files import data_folder
from meso_cli.model.records import Observation
from meso_cli.store.edits import Seen, add_entry
from meso_cli.store.writing import writing
from meso_cli.text import is_unfit, visible_lines
from tests.conftest import TREATED, World

TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "div", "header", "h1", "h2", "p", "section",
    "dl", "dt", "dd", "span", "ul", "li", "strong", "figure", "figcaption", "svg", "desc", "path", "line",
    "text", "rect", "circle", "table", "caption", "thead", "tbody", "tr", "th", "td", "br",
}  # fmt: skip  # one list


class Read(HTMLParser):
    """A page as a browser takes it: its tags with their attributes, and its text a paragraph."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.own: list[str] = []
        self._depth = 0
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self.text += " "
        if tag == "span" and given.get("class") == "own":
            self.own.append("")
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        self.text += " "
        if tag == "span":
            self._depth = 0

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._depth:
            self.own[-1] += data


@pytest.fixture
def followed(treated: World) -> World:
    """Four days: redness that comes back, a fever, days without a log, a plan."""
    treated.meso(
        "edit", "t1", "--history", "cold-sores", "--practitioner", "Dr Lee", "--phone", "020 7946 0000"
    )
    treated.meso("plan", "set", "makeup", "12h", "--by", "Dr Lee", "--note", "mineral powder only")
    treated.meso("plan", "set", "exercise", "open", "--by", "Dr Lee")
    days: tuple[tuple[float, tuple[str, ...]], ...] = (
        (3, ("redness=3", "swelling=2", "fever=no", "pus=no", "water=3")),
        (27, ("redness=2", "swelling=1", "fever=no", "cleanse=2", "--note", "is it normal that it itches?")),
        (75, ("redness=3", "swelling=2", "warmth=2", "pain=2", "fever=38.6")),
    )
    for hours, words in days:
        assert treated.at(hours=hours).meso("log", *words).code == 0
    return treated.at(hours=80)


def page_of(world: World, *words: str) -> Read:
    answer = world.meso("report", *words)
    assert answer.code == 0, answer.err
    return Read(answer.out)


def test_what_a_practitioner_asks(followed: World) -> None:
    """Which day, what stands and since when, what was never asked, what was done about it: in order."""
    page = page_of(followed)
    text = " ".join(page.text.split())
    answers = (
        "Recovery after microneedling: day 3",
        "Self-reported, not a diagnosis",
        "pen, 1 mm",
        "cold sores before",
        "Logged on 3 of 4 days; fever asked on 3",
        "Not logged: day 2",
        "Present urgent fever, 38.6 °C: yes on day 3; last answer yes (day 3, Thu 5 Mar 17:00)",
        "Answered no pus (on day 0)",
        "Never asked Red flags: trouble breathing,",
        "Fever since day 3, Thu 5 Mar 17:00. Advice given: see a doctor today.",
        "Because of fever, 38.6 °C (day 3, #3): reported. Told: not recorded.",
        "3 to 3 over 4 days, lowest 2 on day 1; above on day 3",
        "Never logged: pinpoint bleeding,",
        "Said by Dr Lee, 2 Mar",
        "Makeup 12 h (looser)",
        "Cleanse gently 1 of 4 days, 2 of 8 times",
        "is it normal that it itches? (day 1, #2)",
        "Hard exercise: until when? It is recorded as open.",
        "Self-reported, not a diagnosis. The patient logged all of this",
        "The charts in numbers",
        "The log, days 0 to 3",
    )
    places = [text.find(answer) for answer in answers]
    assert -1 not in places, [answer for answer, place in zip(answers, places, strict=True) if place == -1]
    assert places == sorted(places)


def test_the_same_band_as_everywhere(followed: World) -> None:
    """What lies above its course is a square in its chart, marked in the numbers, and above in `trend`."""
    page = page_of(followed)
    squares = [given for tag, given in page.tags if tag == "rect" and given.get("class") == "above"]
    marked = [given for tag, given in page.tags if tag == "td" and given.get("class") == "high"]
    items = [row for row in followed.as_json("trend")["items"] if row["kind"] == "symptom"]
    above = [day for item in items for day in item["days"] if day["state"] == "above"]
    assert len(above) == 4
    assert len(squares) == len(above) + 1  # the legend's own
    assert len(marked) == len(above) + 1  # the fever, which has no chart


def test_it_loads_and_runs_nothing(followed: World) -> None:
    """No script, no address, no attribute that a browser would act on; each chart has its words."""
    answer = followed.meso("report").out
    page = Read(answer)
    assert {tag for tag, _ in page.tags} <= TAGS
    names = {name for _, given in page.tags for name in given}
    assert not {name for name in names if name.startswith("on") or name in ("src", "href", "action", "style")}
    assert not re.search(r"url\(|@import|https?:", answer)
    ids = [given["id"] for _, given in page.tags if "id" in given]
    assert len(ids) == len(set(ids))
    charts = [given for tag, given in page.tags if tag == "svg" and "aria-hidden" not in given]
    assert charts
    for chart in charts:
        assert chart["role"] == "img"
        assert set(str(chart["aria-labelledby"]).split()) <= set(ids)


def test_nothing_logged_yet(treated: World) -> None:
    """The page says so; what was never asked is unknown, never absent."""
    answer = treated.at(hours=30).meso("report", "-o", "report.html")
    assert "Nothing is logged yet" in answer.out
    text = " ".join(Read((treated.folder / "report.html").read_text("utf-8")).text.split())
    assert "Logged on 0 of 2 days; fever asked on 0" in text
    assert "Nothing is logged, so nothing is known about warning signs." in text
    assert "No warning stands" not in text


def test_how_far_it_can_be_relied_on(followed: World) -> None:
    """How old the last entry is, and what was typed long after: from memory."""
    followed.meso("log", "pain=1", "--at", "2 days ago 10:00")
    text = " ".join(page_of(followed).text.split())
    assert "Last entry: day 3, Thu 5 Mar 17:00, 5 h before this page" in text
    assert "4 entries, 1 of them typed 12 h or more after what they say" in text
    assert "#4 later" in text


def test_a_calm_page_does_not_reassure(treated: World) -> None:
    """Without a warning it says what was looked at, and what was asked before but not lately."""
    treated.at(hours=3).meso("log", "redness=1", "fever=no")
    text = " ".join(page_of(treated.at(hours=60)).text.split())
    assert (
        "No warning stands in what was logged. Asked before, but not in the last 24 h: fever. "
        "What was never asked stands above."
    ) in text


def test_what_is_handed_over_is_chosen(followed: World) -> None:
    """Days, symptoms, notes; a warning and a sign stay on the page whatever was left out."""
    followed.meso("log", "--told", "my sister said wait", "--about", "fever")
    page = page_of(followed, "--days", "2", "--only", "pain,peeling", "--no-notes")
    text = " ".join(page.text.split())
    assert "The log, days 2 to 3" in text
    assert "Only pain, flaking, dryness, as asked for" in text
    for own in ("normal that it itches", "my sister said", "mineral powder"):
        assert own not in text
        assert own in followed.meso("report").out
    assert "Notes were left out" in text
    assert "Redness by recovery day" not in text
    assert "fever, 38.6 °C" in text
    told = followed.meso("report", "-o", "page.html", "--no-notes").out
    assert "Your notes are left out" in told


def test_it_says_what_is_in_it_before_it_is_written(followed: World) -> None:
    """What will be in it comes first; then the private file, which replaces nothing."""
    file = followed.folder / "report.html"
    answer = followed.meso("report", "-o", str(file))
    assert (answer.code, stat.S_IMODE(file.stat().st_mode)) == (0, 0o600)
    assert answer.out.index("It will hold: t1") < answer.out.index("1 note") < answer.out.index("Wrote")
    before = file.read_bytes()
    refused = followed.meso("report", "-o", str(file))
    assert (refused.code, file.read_bytes(), "--force" in refused.err) == (2, before, True)
    assert "It will hold" not in refused.out
    assert followed.meso("report", "-o", str(file), "--no-notes", "--force").code == 0
    assert file.read_bytes() != before


@pytest.mark.parametrize("opens", [True, False])
def test_opened_when_it_is_written(followed: World, monkeypatch: pytest.MonkeyPatch, opens: bool) -> None:
    """`--open` hands the file over to whatever shows such files; where nothing does, that is said."""
    asked: list[str] = []

    def show(address: str) -> bool:
        asked.append(address)
        return opens

    monkeypatch.setattr("webbrowser.open", show)
    answer = followed.meso("report", "-o", "a page.html", "--open")
    assert answer.code == 0
    assert asked == [(followed.folder / "a page.html").as_uri()]
    assert ("yourself" in answer.err) is not opens


def test_read_in_another_place(followed: World) -> None:
    """Days and times stay those of the treatment, which is said where the reader's clock shows another."""
    said = "those of the place of the treatment (UTC+01:00)"
    assert said not in page_of(followed).text
    followed.now = followed.now.astimezone(ZoneInfo("America/New_York"))
    text = " ".join(page_of(followed).text.split())
    assert said in text
    assert "Fever since day 3, Thu 5 Mar 17:00" in text


def test_what_goes_beyond_one_treatment(treated: World) -> None:
    """Another open treatment with what stands there; care of a clinic's own, also on a day it was not due."""
    treated.meso("plan", "load", str(data_folder() / "plans" / "example.toml"))
    treated.at(days=7).meso("log", "healing-gel=2", "lost-dressing")
    treated.meso("start", "--area", "neck", "--device", "roller", "--another")
    treated.at(days=8).meso("log", "redness=4", "swelling=3", "--treatment", "t2")
    text = " ".join(page_of(treated, "--treatment", "t1").text.split())
    assert "Practitioner's plan: Example Skin Clinic" in text
    assert "Present contact lost dressing: yes on day 7" in text
    assert "Healing gel 1 of 7 days, 2 of 14 times" in text
    assert re.search(r"Another treatment is open: t2, day 1, [0-9]+ warnings? standing \(urgent\)", text)


def test_no_word_is_lost(followed: World) -> None:
    """What is cut on the first page stands whole below it, and so does what was told about what is over."""
    followed.meso("edit", "t1", "--note", "n" * 300 + " the end of it")
    followed.meso("log", "--told", "t" * 190 + " until here", "--about", "fever")
    followed.at(hours=90).meso("log", "fever=no")
    page = page_of(followed)
    assert "n" * 300 + " the end of it" in page.own
    assert "t" * 190 + " until here" in page.own
    assert "until here" in followed.meso("report", "--format", "markdown").out


def test_the_first_page_tells_what_was_told_before(followed: World) -> None:
    """What was told about a warning that is over is history that counts; two of it, and how many more."""
    followed.meso("log", "--told", "111 said go to A&E", "--about", "fever")
    assert "Told before:" not in page_of(followed).text
    followed.at(hours=90).meso("log", "fever=no")
    first = page_of(followed).text.split("Who was told")[0]
    assert re.search(r"Told before: .* about fever : 111 said go to A&E", " ".join(first.split()))
    for number in range(3):
        followed.at(hours=91 + number).meso("log", "pus")
        followed.meso("log", "--told", f"call {number}", "--about", "pus")
    followed.at(hours=95).meso("log", "pus=no")
    said = " ".join(page_of(followed).text.split("Who was told")[0].split())
    assert "call 2" in said
    assert "2 more below" in said
    without = followed.meso("report", "--no-notes").out
    assert "call 2" not in without
    assert "Told before:" in without


def test_as_a_message(followed: World) -> None:
    """Markdown: the same answers in the same order, and whatever was logged as it was typed."""
    followed.meso("log", "--note", "<b>*bold*</b> [x](http://y) `z` # no\n> 1. list")
    text = followed.meso("report", "--format", "markdown").out
    for part in (
        "# Recovery after",
        "## Logged on 3 of 4",
        "- Present (urgent): fever",
        "\n- **URGENT** Fever since day 3",
        "(day 3, #3): reported. Told: not recorded.\n",
        "care: cleanse gently 2 · is it normal",
    ):
        assert part in text
    assert r"\<b>\*bold\*\</b> \[x\](http://y) \`z\` # no > 1. list" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "pdf"], "choose html or markdown"),
        (["--days", "0"], "--days"),
        (["--days", "1_0"], "--days takes 1 to 366, not '1_0'"),
        (["--only", "fever"], "Warning signs are always on the page"),
        (["--open"], "need a file"),
        (["--treatment", "t9"], "no such treatment"),
    ],
)
def test_refused(followed: World, words: list[str], said: str) -> None:
    """Each with the way out, and nothing written."""
    answer = followed.meso("report", *words)
    assert answer.code in (2, 3)
    assert said in answer.err
    assert answer.out == ""


PIECES = (
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "{{ 7*7 }}",
    "{% raw %}", "&lt;b&gt;", "' onmouseover='x", '" style="x', "javascript:x",
    "=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "\u202eevil",
    "\u2066", "\u200f", "\x1b[31m", "\u0085", "--><!--", "]]>", "<!DOCTYPE x>", "\\u003c",
    "line\nline", "tab\there", "مرحبا", "שלום", "👩‍👩‍👧", "𝕏", "BEGIN:VCALENDAR\r\nEND",
    "a,b;c\\", "`x`", "**b**",
)  # fmt: skip  # one list


def test_two_hundred_hostile_notes(treated: World) -> None:
    """Shown as text, every one of them whole; no tag, attribute or character of theirs does anything."""
    chance = random.Random(14)
    notes = [" ".join(chance.choices(PIECES, k=3)) for _ in range(200)]
    with writing(treated.database, command="log", now=treated.now) as store:
        for number, note in enumerate(notes):
            at = TREATED + dt.timedelta(minutes=10 * number)
            add_entry(store, 1, at, None, Seen((Observation("redness", 1),), note))
    treated.at(hours=40)
    assert treated.meso("report", "-o", "report.html").code == 0
    written = (treated.folder / "report.html").read_text("utf-8")
    assert not [char for char in set(written) if is_unfit(char) and char not in "\n\u200d"]
    page = Read(written)
    assert {tag for tag, _ in page.tags} <= TAGS
    shown = [" ".join(visible_lines(note).split()) for note in notes]
    assert set(shown) <= {" ".join(text.split()) for text in page.own}
    markdown = treated.meso("report", "--format", "markdown").out
    assert "<script" not in markdown.replace("\\<script", "")
    assert treated.meso("calendar", "--detailed").out.count("BEGIN:VCALENDAR") == 1
    records = json.loads(treated.meso("export").out)["records"]
    assert [row["note"] for row in records if row["record"] == "entry"] == notes
    rows = csv.DictReader(io.StringIO(treated.meso("export", "--format", "csv").out, newline=""))
    # The runner of the tests gives each line end as one character.
    assert [row["note"] for row in rows] == [note.replace("\r\n", "\n") for note in notes]
    bundle = json.loads(treated.meso("export", "--format", "fhir").out)
    found = [
        entry["resource"]["note"][0]["text"] for entry in bundle["entry"] if "component" in entry["resource"]
    ]
    assert [" ".join(text.split()) for text in found] == shown
