"""The answer to `meso why`: the rule, your data, the sources and when they were last looked at."""

from collections.abc import Iterator

from meso_cli.model.guide import Guide
from meso_cli.model.status import Log, RestrictionState, StandingWarning, Status
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.model.words import Source, Words
from meso_cli.text import inside, visible
from meso_cli.views.blocks import Block, Document, Row, Say, Section
from meso_cli.views.can import UNSOURCED, source_words, verdict_words
from meso_cli.when.saying import ago, moment, weekday_date
from meso_cli.wording import rules
from meso_cli.wording.explaining import Explained, Yours, rests_on, rule_of, tier_of, title_of, todo_of
from meso_cli.wording.restrictions import guide_voice, own_voice
from meso_cli.wording.values import label_of, value_words
from meso_cli.wording.warnings import because, history_lines, kinds_words, rises_inside, told_words

_NOTE_SHOWN = 300


def why_document(explained: Explained, yours: Yours | None) -> Document:
    """Everything about one id; without a treatment there is no data of yours in it."""
    words, library = explained.library(explained.subject)[explained.id], explained.library
    risks = [library("history")[risk] for risk in rules.history_about(explained.id, explained.guide)]
    cited = dict.fromkeys(source for each in (words, *risks) for source in each.sources)
    who = tuple(row for source in cited for row in _full(explained.sources[source]))
    return (
        Say(title_of(explained), "title"),
        *_question(words),
        *_what_to_do(explained),
        *(_yours(explained, yours) if yours else ()),
        Section("About it", (*_words(words), *(_derived(risk) for risk in risks)), is_prose=True),
        Section("The rule", tuple(Row("", line) for line in rule_of(explained)), is_prose=True),
        Section("Sources", who or (Row("", UNSOURCED),), is_prose=True),
    )


def _question(words: Words) -> Iterator[Block]:
    """How a check-in asks about it."""
    if words.question:
        yield Section("The question", (Row("", words.question),))


def _what_to_do(explained: Explained) -> Iterator[Block]:
    """What the tier of a sign or combination asks for, in its own words, whether it stands or not."""
    tier = tier_of(explained)
    if tier is not None:
        yield Section("If so", tuple(Row("", sentence) for sentence in todo_of(explained, tier)), tier)


def _yours(explained: Explained, yours: Yours) -> Iterator[Block]:
    id, guide, status = explained.id, explained.guide, yours.status
    rows: list[Row] = []
    risks = [risk for risk in status.treatment.history if risk in (id, *rules.history_about(id, guide))]
    for warning in status.warnings:
        if rests_on(warning, id):
            rows += _warning_rows(warning, guide, status.view)
            risks += warning.history
    rows += [Row("", line) for line in history_lines(dict.fromkeys(risks), explained.library)]
    rows += _last_logged(yours.last, guide, status)
    rows += [
        row
        for state in status.restrictions
        if state.id == id
        for row in _state_rows(state, guide, status.view)
    ]
    if rows or id not in guide.topics():  # what cannot be logged is not missed
        yield Section(
            "For your treatment", tuple(rows) or (Row("", "You have not logged it."),), is_prose=True
        )


def _warning_rows(warning: StandingWarning, guide: Guide, view: Viewpoint) -> Iterator[Row]:
    yield Row(
        "stands",
        f"{warning.tier.upper()}: {inside(label_of(warning.id, guide))} ({kinds_words(warning)})",
    )
    yield Row("because of", because(warning.because, guide, view))
    if warning.acknowledged:
        yield Row("told", told_words(warning.acknowledged, view))
    if warning.id in guide.signs:
        yield Row("what ends it", f"meso log {warning.id}=no, once it is gone")
    elif warning.id in guide.symptoms:
        ends = "that is down again" if rises_inside(warning) else "within its course"
        yield Row("what ends it", f"a later log of {warning.id} {ends}")


def _last_logged(last: Log | None, guide: Guide, status: Status) -> Iterator[Row]:
    """The latest value, beside what was usual then, or how much of it was done today."""
    if last is None:
        return
    said = f"{value_words(last.item, last.value, guide, last.reading)}, {ago(last.at, status.view)}"
    usual = [state.expected_max for state in status.symptoms if state.id == last.item]
    today = [state.done_today for state in status.care if state.id == last.item and state.done_today]
    yield Row("last logged", said + "".join(f"; usual then: up to {most}" for most in usual))
    yield from (Row("today", str(done)) for done in today)


def _state_rows(state: RestrictionState, guide: Guide, view: Viewpoint) -> Iterator[Row]:
    yield Row("now", verdict_words(state, view))
    if state.not_now and state.by_time != "allowed":
        yield Row("afterwards", verdict_words(state._replace(not_now=False), view))
    if state.held_by:
        yield Row("because of", ", ".join(inside(label_of(item, guide)) for item in state.held_by))
    if state.unchecked:
        yield Row("never logged", ", ".join(inside(label_of(item, guide)) for item in state.unchecked))
    if state.instruction:
        yield Row(
            "set by", f"{own_voice(state)}, {moment(state.instruction.at, view)}; {guide_voice(state, view)}"
        )
    if state.instruction and state.instruction.note:
        yield Row("note", visible(state.instruction.note, _NOTE_SHOWN))


def _words(words: Words) -> Iterator[Row]:
    said = {
        "what it is": words.text,
        "how": words.condition,
        "at stake": words.stake,
        "whom to ask": words.ask,
        "why": words.why,
        "instead": words.instead,
        "what to do": words.advice,
        "our own part": words.derived,
        "others say": words.differ,
    }
    return (Row(label, text) for label, text in said.items() if text)


def _derived(risk: Words) -> Row:
    """What of a history's part in the rule is ours."""
    return Row(inside(risk.title or risk.id), risk.derived or risk.text or "")


def _full(source: Source) -> Iterator[Row]:
    """A source, and its address on a line of its own, to be copied."""
    yield Row("", f"{source_words(source)}, last checked {weekday_date(source.checked)}.")
    if source.address:
        yield Row("", source.address)
