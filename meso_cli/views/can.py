"""The answer to `meso can`: yes or not yet, until when, why, what instead, the sources."""

import re
from collections.abc import Iterator, Mapping

from meso_cli.model.guide import Guide, Restriction
from meso_cli.model.records import Instruction
from meso_cli.model.status import RestrictionState, Status, Verdict
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.model.words import Source, Words
from meso_cli.recovery.answers import Answer
from meso_cli.recovery.topics import topic_label
from meso_cli.text import inside, visible
from meso_cli.views.blocks import Block, Document, Role, Row, Say, Section
from meso_cli.when.saying import ago, moment, span, weekday_date
from meso_cli.wording.restrictions import NOT_NOW, aside, guide_voice, own_voice
from meso_cli.wording.values import label_of

_NOTE_SHOWN = 300
_YES = re.compile(r"^Allowed(?: now)?:")
UNSOURCED = "no source that we found; the words are ours"
_SAID: dict[Verdict, tuple[str, Role]] = {
    "not-yet": ("Not yet", "avoid"),
    "caution": ("With caution", "caution"),
    "not-now": ("Not now", "avoid"),
    "ask-first": ("Ask first", "caution"),
    "ask": ("Ask your practitioner", "caution"),
    "allowed": ("Allowed now", "good"),
}
ON_ONES_OWN = "Do not stop it on your own: ask whoever prescribed it, or a pharmacist"
"""Whatever the medicine is: to stop one can be worse than any bruise."""
_NOT_WHOLE: tuple[str, Role] = ("Ask first: not all of it was understood. By itself allowed", "caution")


def can_document(
    answer: Answer, status: Status, guide: Guide, words: Words, sources: Mapping[str, Source]
) -> Document:
    """One answer with its reasons, below it those about whatever else the words name, each its own.

    While a red flag stands `not_now_words` answers for most.
    """
    rows = tuple(_reasons(answer, status, guide, words, sources))
    return (
        verdict_line(answer, status, guide, words),
        *_beside(answer, status, guide),
        Section("More about it", rows, is_prose=True),
    )


def short_answer(answer: Answer, status: Status, guide: Guide, words: Words) -> str:
    """Every verdict of the answer in one line."""
    first = verdict_line(answer, status, guide, words)
    beside = () if answer.verdict == "not-now" else _beside(answer, status, guide)
    return " · ".join(say.text for say in (first, *beside))


def _beside(answer: Answer, status: Status, guide: Guide) -> Iterator[Say]:
    """Whatever else the words name, each with its verdict; below a no, a yes is about that thing alone."""
    for row in answer.beside:
        say = _verdict(row, status, guide, _also(row.id, guide))
        below_no = answer.verdict != "allowed" and _YES.match(say.text)
        yield Say(_YES.sub("By itself allowed:", say.text)) if below_no else say


def verdict_line(answer: Answer, status: Status, guide: Guide, words: Words) -> Say:
    """The answer in a line: "On Sat 28 Nov 10:00: Not yet: sauna and steam, until ..."."""
    first = _verdict(answer, status, guide, topic_label(answer.id, guide, words))
    return first._replace(text=f"{_asked_about(status.view)}{first.text}")


def _verdict(answer: Answer, status: Status, guide: Guide, label: str) -> Say:
    """One row's answer in a line: "Not yet: hot shower, until tomorrow 14:00 (in 20 h)"."""
    is_allowed = answer.verdict == "allowed"
    head, role = _NOT_WHOLE if is_allowed and not answer.is_whole else _SAID[answer.verdict]
    if answer.about_stopping:
        return Say(ON_ONES_OWN, role)
    if status.view.asked and is_allowed and answer.is_whole:
        head = "Allowed"
    rule = answer.rule
    if rule and answer.verdict == "caution" and rule.held_by:
        head = f"{head}, and ask first"
    label = _label(rule, guide) if rule else label
    return Say(f"{head}: {inside(label)}{_by_time(answer, status, guide)}", role)


def not_now_words(answer: Answer, view: Viewpoint, guide: Guide, words: Words) -> str:
    """The answer while a red flag stands: "Not now: swimming"."""
    label = _label(answer.rule, guide) if answer.rule else topic_label(answer.id, guide, words)
    return f"{_asked_about(view)}Not now: {inside(label)}"


def answer_words(answer: Answer, guide: Guide) -> str:
    """An answer in few words: "actives: not yet"."""
    row = guide.restrictions.get(answer.id) or guide.topics().get(answer.id)
    label = inside(row.label) if row else answer.id.replace("-", " ")
    head, _ = _SAID[answer.verdict]
    is_held = answer.verdict == "caution" and answer.rule is not None and answer.rule.held_by
    return f"{label}: {inside(head)}{', and ask first' if is_held else ''}"


def _by_time(answer: Answer, status: Status, guide: Guide) -> str:
    """Until when, and on which condition; while a grave warning stands no time counts."""
    if answer.verdict == "not-now":
        return ""
    if answer.rule is None:
        return _early(answer, status.view)
    return f"{_until(answer.rule, status.view)}{_if(answer.rule, guide)}"


def _asked_about(view: Viewpoint) -> str:
    """The moment that was judged, where one was asked for: "On Sat 28 Nov (strictest of the day): "."""
    if not view.asked:
        return ""
    if view.whole_day:
        return f"On {weekday_date(view.now.date())} (strictest of the day): "
    return f"On {moment(view.now, view)}: "


def _if(rule: RestrictionState, guide: Guide) -> str:
    """What nobody looked at is a condition, and a condition belongs to the verdict."""
    if not rule.unchecked:
        return ""
    unless = " or ".join(inside(label_of(item, guide)) for item in rule.unchecked)
    return f", if you have no {unless} (never logged)"


def _label(rule: RestrictionState, guide: Guide) -> str:
    row = guide.restrictions[rule.id]
    asides = [part for part in (aside(rule, row), "advice only" if rule.kind == "advisory" else None) if part]
    return f"{row.label} ({', '.join(asides)})" if asides else row.label


def verdict_words(state: RestrictionState, view: Viewpoint) -> str:
    """A restriction in the words of the answer: "not yet, until tomorrow 14:00 (in 20 h)", "ask first"."""
    head, _ = _SAID[state.verdict]
    if state.verdict == "not-now":
        return NOT_NOW
    if state.verdict == "caution" and state.held_by:
        head = f"{head}, and ask first"
    return inside("Allowed" if state.verdict == "allowed" else head) + _until(state, view)


def _until(state: RestrictionState, view: Viewpoint) -> str:
    if state.state == "avoid":
        if state.earliest is None:
            return ", until your practitioner says"
        then = "" if state.until == state.earliest else _then(state, view)
        return f", until {moment(state.earliest, view)} ({ago(state.earliest, view)}){then}"
    if state.by_time == "caution" and state.until is not None:
        return f", until {moment(state.until, view)} ({ago(state.until, view)})"
    if state.held_by or state.until is None:
        return ""
    return f", since {moment(state.until, view)}"


def _then(state: RestrictionState, view: Viewpoint) -> str:
    if state.until is None:
        return ", then with caution"
    return f", then with caution until {moment(state.until, view)}"


def _early(answer: Answer, view: Viewpoint) -> str:
    topic = answer.topic
    if topic is None or topic.state != "avoid":
        return ""
    if topic.earliest is None:
        return ", until your practitioner says"
    return f", until {moment(topic.earliest, view)}"


def _reasons(
    answer: Answer, status: Status, guide: Guide, words: Words, sources: Mapping[str, Source]
) -> Iterator[Row]:
    rule = answer.rule
    if answer.verdict not in ("not-now", "not-yet") and rule and rule.held_by:
        what = ", ".join(inside(label_of(id, guide)) for id in rule.held_by)
        yield Row("ask first", f"your practitioner, because of {what}")
    if rule and rule.instruction:
        yield from _voices(rule, rule.instruction, status.view)
    for label, text in (
        ("how", words.condition),
        ("at stake", words.stake),
        ("whom to ask", words.ask),
        ("why", words.why or words.text),
        ("instead", words.instead),
    ):
        if text:
            yield Row(label, text)
    for label, text in (("our own part", words.derived), ("others say", words.differ)):
        if text:
            yield Row(label, text, narrow=f"see meso why {answer.id}")
    cited = " · ".join(dict.fromkeys(_publisher(sources[id]) for id in words.sources))
    yield Row("sources", f"{cited} (in full: meso why {answer.id})" if cited else UNSOURCED)


def _also(id: str, guide: Guide) -> str:
    row = guide.restrictions.get(id) or guide.topics().get(id) or guide.care.get(id)
    return row.label if row else id.replace("-", " ")


def _voices(rule: RestrictionState, said: Instruction, view: Viewpoint) -> Iterator[Row]:
    """Both voices: who said it and when, beside what the guide says."""
    yield Row("set by", f"{own_voice(rule)}, {moment(said.at, view)}; {guide_voice(rule, view)}")
    if said.note:
        yield Row("note", visible(said.note, _NOTE_SHOWN))


_STRENGTHS = {"A": "strong", "B": "fair", "C": "weak", "article": "the article this guide began with"}


def source_words(source: Source) -> str:
    """A source in short: title, publisher, year, strength."""
    year = f", {source.year}" if source.year else ""
    return f"{source.title}, {source.publisher}{year} ({_STRENGTHS[source.strength]})"


def _publisher(source: Source) -> str:
    return f"{source.publisher} ({_STRENGTHS[source.strength]})"


def no_treatment_document(ids: tuple[str, ...], guide: Guide, words: Words) -> Document:
    """The guide's rule in general, where no treatment says how long ago."""
    rows: list[Block] = []
    for id in ids:
        if (row := guide.restrictions.get(id) or _window(id, guide)) is not None:
            until = "" if row.until == row.earliest else f", with caution for {span(row.until)}"
            first = "with caution" if row.kind == "advisory" else f"not for {span(row.earliest)}"
            rows.append(Say(f"{row.label}: {first}{until} after a treatment"))
        elif (topic := guide.topics().get(id)) is not None and topic.kind == "fine":
            fine = f"From {span(topic.earliest)} after a treatment" if topic.earliest else "From the start"
            rows.append(Say(fine))
    said = (words.why or words.text, words.condition, words.stake, words.ask)
    return (*rows, *(Say(text) for text in said if text))


def _window(id: str, guide: Guide) -> Restriction | None:
    topic = guide.topics().get(id)
    return topic.restriction if topic and topic.kind == "window" else None
