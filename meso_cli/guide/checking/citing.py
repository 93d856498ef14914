"""Checks of the words: each row has them, and says who says so and since when."""

import datetime as dt
from collections.abc import Iterator

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.known import FACTS
from meso_cli.guide.checking.problem import Place, Problem, listed
from meso_cli.guide.checking.subjects import SUBJECTS

SOURCES = "sources.toml"


def rows_have_words(draft: Draft) -> Iterator[Problem]:
    """Every row of the guide has words, and there are words about nothing else."""
    for subject in SUBJECTS:
        if not draft.was_read(subject.file):
            continue
        wanted = subject.ids or draft.ids(subject.numbers or "")
        for id in wanted:
            if not draft.knows(id, subject.file):
                yield Place(subject.file, id).problem("the row has no words", f"write the table [{id}]")
        if subject.free or not (subject.ids or draft.was_read(subject.numbers or "")):
            continue
        for id in draft.ids(subject.file):
            if id not in wanted:
                yield Place(subject.file, id).problem(
                    f"there is no {id} in {subject.numbers or 'the guide'} to have words about",
                    "rename or remove it",
                )


def sources_exist(draft: Draft) -> Iterator[Problem]:
    """What is cited is a source."""
    for subject in SUBJECTS:
        for row in draft.words[subject.name].values():
            for source in row.sources:
                if not draft.knows(source, SOURCES):
                    yield Place(subject.file, row.id).problem(
                        f"source {source} is not in {SOURCES}", "correct the id or add the source"
                    )


def what_cites_nobody_is_ours(draft: Draft) -> Iterator[Problem]:
    """A row without sources says that it is ours."""
    for subject in SUBJECTS:
        for row in draft.words[subject.name].values() if subject.may_be_ours else ():
            if draft.lacks(subject.file, row.id, "sources") and draft.lacks(subject.file, row.id, "derived"):
                yield Place(subject.file, row.id).problem(
                    "it names no source and does not say that it is ours", "add sources, or derived"
                )


def sources_are_cited(draft: Draft) -> Iterator[Problem]:
    """Each source carries something."""
    if not draft.was_read(*(subject.file for subject in SUBJECTS)):
        return
    cited = {source for rows in draft.words.values() for row in rows.values() for source in row.sources}
    for id in draft.ids(SOURCES):
        if id not in cited:
            yield Place(SOURCES, id).problem(
                "no row cites this source", "cite it where it is used, or remove it"
            )


def facts_exist(draft: Draft) -> Iterator[Problem]:
    """A fact is one of the seed article's."""
    for subject in SUBJECTS:
        for row in draft.words[subject.name].values():
            strange = [fact for fact in row.facts if fact not in FACTS]
            if strange:
                yield Place(subject.file, row.id).problem(
                    f"unknown facts: {listed(strange)}", "use A1-A12, B1-B7, C1-C14, D1-D9"
                )


def dates_have_come(draft: Draft) -> Iterator[Problem]:
    """Nobody has reviewed the guide, or checked a source, in the future."""
    yield from _has_come(draft, Place("guide.toml"), "reviewed", draft.reviewed)
    for row in draft.sources.values():
        yield from _has_come(draft, Place(SOURCES, row.id), "checked", row.checked)


def _has_come(draft: Draft, place: Place, name: str, day: dt.date) -> Iterator[Problem]:
    if draft.today is not None and day > draft.today:
        yield place.problem(f"{name} ({day}) is in the future", "write the day on which somebody looked")


CITING_CHECKS = (
    rows_have_words,
    sources_exist,
    what_cites_nobody_is_ours,
    sources_are_cited,
    facts_exist,
    dates_have_come,
)
