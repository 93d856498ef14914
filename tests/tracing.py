"""From each rule to its numbers, its sources and the diaries that exercise it: `data/TRACE.md`.

Written by `python -m tests.tracing`; a test holds the file against what this makes of the
guide and of `tests/scenarios`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from meso_cli.guide.files import data_folder, guide_folder, read_toml
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_sources, read_words
from meso_cli.model.records import HISTORY
from meso_cli.model.settings import Settings
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.model.words import Source
from meso_cli.recovery.cases import case_of
from meso_cli.recovery.status import status
from meso_cli.signs.modifiers import known
from meso_cli.wording import rules
from tests.test_scenarios import DIARIES, moments, read, record

FILE = data_folder() / "TRACE.md"
HEAD = """\
# From rule to source to diary

Made by `python -m tests.tracing` from the guide's data and the diaries in `tests/scenarios`; do not
edit. Each rule with its numbers, the sources that it cites (their strength in brackets: A a health
service, regulator or systematic review, B a study, case report or device manual, C a clinic's
sheet; "article" is the seed article) and the diaries that exercise it: those that expect its
warning, state its restriction or what holds it, or name its history. Which numbers are ours stands
in `derived` of the words, and in `meso why ID`.
"""
Diaries = Mapping[tuple[str, str], Iterable[str]]


def trace() -> str:
    """The whole file."""
    guide, found = read_guide(), exercised()
    parts = (
        _table("Restrictions", "restrictions", _sentences(guide.restrictions, rules.restriction_rule), found),
        _table("Topics", "topics", _sentences(guide.topics(), rules.topic_rule), found),
        _table("Symptoms", "symptoms", _sentences(guide.symptoms, rules.symptom_rule), found),
        _table("Signs", "signs", _sentences(guide.signs, rules.sign_rule), found),
        _table("Combinations", "combinations", _sentences(guide.combinations, rules.combination_rule), found),
        _table("Rule kinds", "rules", _numbers("rules", read_words("rules")), found),
        _table("Modifiers", "modifiers", _numbers("modifiers", read_words("modifiers")), found),
        _table(
            "History", "history", {fact: " ".join(rules.history_rule(fact, guide)) for fact in HISTORY}, found
        ),
        _table(
            "Care",
            "care",
            {id: " ".join(rules.care_rule(row)) for id, row in guide.care.items()},
            found,
        ),
        _sources(read_sources()),
    )
    return "\n".join((HEAD, *parts))


def exercised() -> Diaries:
    """The diaries of each rule, by subject and id."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in DIARIES:
        for rule in _rules_of(read(name)):
            found[rule].add(name.partition("-")[0])
    return found


def _rules_of(diary: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a diary expects something of; the kinds of a warning are as found, since the diary holds it."""
    guide = read_guide()
    for moment in moments(diary):
        patient, expected = record(diary, moment.entries, moment.told), moment.expected
        yield from (("modifiers", modifier) for modifier in known(patient.treatment, guide))
        view = Viewpoint(patient.treatment.moment(moment.hours))
        for warning in status(case_of(patient, guide, read_words), Settings(), view).warnings:
            yield _subject(warning.id), warning.id
            yield from (("rules", kind) for kind in warning.kinds)
            if warning.id in guide.symptoms:
                yield "rules", "course"
        for id in (*expected.get("restrictions", ()), *expected.get("held_by", ())):
            yield "restrictions", id
        if any(expected.get("held_by", {}).values()):
            yield "rules", "holding"
        if expected.keys() & {"not_checked", "need_no_answer", "silence"}:
            yield "rules", "lists"
        for facts in expected.get("noted", {}).values():
            yield from (("history", fact) for fact in facts)


def _subject(id: str) -> str:
    guide = read_guide()
    return "signs" if id in guide.signs else "symptoms" if id in guide.symptoms else "combinations"


def _sentences(rows: Mapping[str, Any], sentences: Any) -> dict[str, str]:
    return {id: " ".join(sentences(row, read_guide())) for id, row in rows.items()}


def _numbers(name: str, ids: Iterable[str]) -> dict[str, str]:
    """The keys of a file of numbers as they stand; a kind without a table has its numbers in the rows."""
    tables = read_toml(guide_folder() / f"{name}.toml")
    return {
        id: ", ".join(f"{key} {_value(value)}" for key, value in tables.get(id, {}).items())
        or "in the rows above"
        for id in ids
    }


def _value(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _table(title: str, subject: str, numbers: Mapping[str, str], found: Diaries) -> str:
    words, sources = read_words(subject), read_sources()
    lines = [f"## {title}", "", "| id | numbers | sources | diaries |", "|---|---|---|---|"]
    for id, said in numbers.items():
        cited = ", ".join(f"{source} ({sources[source].strength})" for source in words[id].sources)
        lines.append(f"| {id} | {_cell(said)} | {cited} | {_diaries(found.get((subject, id), ()))} |")
    return "\n".join((*lines, ""))


def _diaries(names: Iterable[str]) -> str:
    """Their numbers by folder: "adverse 01 14, edges 02"."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        folder, _, number = name.partition("/")
        by_folder[folder].append(number)
    return ", ".join(f"{folder} {' '.join(numbers)}" for folder, numbers in by_folder.items()) or "–"


def _sources(sources: Mapping[str, Source]) -> str:
    lines = [
        "## Sources",
        "",
        "| id | strength | title | publisher | year | last checked |",
        "|---|---|---|---|---|---|",
    ]
    for row in sources.values():
        title = f"[{_cell(row.title)}]({row.address})" if row.address else _cell(row.title)
        year = row.year or "n.d."
        lines.append(
            f"| {row.id} | {row.strength} | {title} | {_cell(row.publisher)} | {year} | {row.checked} |"
        )
    return "\n".join((*lines, ""))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("[", "\\[").replace("]", "\\]")


if __name__ == "__main__":
    Path(FILE).write_text(trace(), "utf-8")
