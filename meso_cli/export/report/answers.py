"""What was answered about signs, and what stands: the part of the page that is read first."""

from collections.abc import Iterator

from meso_cli.export.report.material import Material, time_words
from meso_cli.model.status import Acknowledged, StandingWarning
from meso_cli.model.summary import SignAnswers
from meso_cli.model.tiers import rank
from meso_cli.text import inside
from meso_cli.values import NamedTuple
from meso_cli.wording import report as words
from meso_cli.wording.values import label_of
from meso_cli.wording.warnings import kinds_words, todo_words

_MOST_REPORTED = 4
CROWDED = 2
"""A first page with more warnings holds fewer charts, and less of what each warning rests on."""
_LOGS_WHEN_CROWDED = 2
_LOGS = 4


class Standing(NamedTuple):
    """A warning that stands: its tier, what that asks for, what it is, and lines about it."""

    tier: str
    todo: str
    title: str
    because: str
    since: str
    history: str
    told: str


class Signs(NamedTuple):
    """The answers about signs: present, or taken back later, by tier; absent; never asked."""

    present: tuple[tuple[str, str], ...]
    earlier: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]
    never_red: tuple[str, ...]
    never_other: tuple[str, ...]


def signs_of(material: Material) -> Signs:
    """Every sign of the guide by what was answered, the gravest first."""
    case, rows = material.context.case, material.summary.signs
    by_answer: dict[str, list[SignAnswers]] = {}
    for row in sorted(rows, key=lambda row: -rank(row.tier)):
        by_answer.setdefault(row.answer, []).append(row)
    never = by_answer.get("never", [])

    def label(row: SignAnswers) -> str:
        return label_of(row.id, case.guide)

    return Signs(
        present=tuple(_reported(by_answer.get("present", []), material)),
        earlier=tuple(_reported(by_answer.get("earlier", []), material)),
        absent=tuple(
            words.absent_words([*by_answer.get("absent", []), *by_answer.get("future-dated", [])], case.guide)
        ),
        never_red=tuple(label(row) for row in never if case.guide.signs[row.id].is_red_flag),
        never_other=tuple(label(row) for row in never if not case.guide.signs[row.id].is_red_flag),
    )


def _reported(rows: list[SignAnswers], material: Material) -> Iterator[tuple[str, str]]:
    """Signs that were reported, one line each; where there are many, one line per tier."""
    if len(rows) <= _MOST_REPORTED:
        yield from ((row.tier, _present(row, material)) for row in rows)
        return
    for tier in dict.fromkeys(row.tier for row in rows):
        of_tier = [row for row in rows if row.tier == tier]
        yield tier, words.briefly_present(of_tier, material.context.case.guide)


def _present(row: SignAnswers, material: Material) -> str:
    case, last = material.context.case, row.last
    if last is None:
        return words.present_words(row, case, "")
    day = case.treatment.day(last.at, material.settings.day_start)
    return words.present_words(row, case, words.when_words(last.at, case, day, material.context.status.view))


def standing_of(warning: StandingWarning, material: Material) -> Standing:
    """A warning as the page tells it."""
    context, day_start = material.context, material.settings.day_start
    status, case = context.status, context.case
    tier = case.library("tiers")[warning.tier]
    inflammatory = any(log.item in case.guide.inflammatory for log in warning.because)
    told = warning.acknowledged
    since = case.treatment.day(warning.since, day_start)
    most = _LOGS_WHEN_CROWDED if len(status.warnings) > CROWDED else _LOGS
    return Standing(
        warning.tier,
        inside(todo_words(warning.tier, tier, is_inflammatory=inflammatory)),
        case.title(warning.id),
        f"{words.because_words(warning.because, case, day_start, most)}: {kinds_words(warning)}",
        words.when_words(warning.since, case, since, status.view),
        words.history_words(warning.history, case),
        _told(told, material) if told else "",
    )


def _told(told: Acknowledged, material: Material) -> str:
    """When somebody was told, and what was said, unless the patient's own words are left out."""
    when = time_words(told.at, material.context.case)
    return f"{when}: {told.text}" if material.chosen.notes else when
