"""A warning to see a doctor about today, or to call for now, in words: what to do, why, whom to call."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from meso_cli.model.case import Case, Context
from meso_cli.model.guide import Guide
from meso_cli.model.status import Acknowledged, Log, StandingWarning, Status
from meso_cli.model.tiers import RED_FLAG_TIERS, Tier, rank
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.model.words import Library
from meso_cli.text import inside
from meso_cli.values import NamedTuple
from meso_cli.when.saying import ago, moment
from meso_cli.wording.contacts import ANY_PRACTITIONER, Contacts, whom_to_call
from meso_cli.wording.values import label_of, listed, said_words
from meso_cli.wording.warnings import gone_words, history_lines, reported_words, told_words

_LINE, _ROOM = 75, 6
"""Cells of a line of text, and lines that what to do may take."""
_RISING, _SEVERAL = "rising", 2
_ALSO_SHOWN = 4


class Alarmed(NamedTuple):
    """What a red flag that stands comes to. `verdict` says what to do and whom to call, in one line.

    `todo` is in the order in which it is done; `why` are the observations, each said once; `instead`
    is when to call the emergency number, and `instead_of` its heading; none where that is what to do.
    `in_few_words`: what a line says where there is little room.
    """

    tier: Tier
    verdict: str
    todo: tuple[str, ...]
    why: tuple[str, ...]
    instead_of: str = ""
    instead: tuple[str, ...] = ()
    in_few_words: Mapping[str, str] = {}


class _Standing(NamedTuple):
    """The warnings of one treatment. `name` is empty where there is no other."""

    name: str
    case: Case
    warnings: tuple[StandingWarning, ...]


def alarmed(context: Context) -> Alarmed | None:
    """What stands that is urgent or an emergency, in any open treatment; None where nothing is."""
    status, own = context.status, context.case
    groups = [_Standing(status.treatment.name if status.others else "", own, status.warnings)]
    groups += [_Standing(other.id, context.others[other.id], other.warnings) for other in status.others]
    flags = [(group, warning) for group in groups for warning in _graves(group.warnings)]
    if not flags:
        return None
    worst, gravest = min(flags, key=lambda row: row[1].place)
    numbers = whom_to_call(context.region, worst.case.treatment.practitioner)
    return Alarmed(
        gravest.tier,
        verdict_words(gravest.tier, numbers, own.library),
        tuple(_todo(gravest.tier, flags, own.library)),
        tuple(line for group in groups for line in _why(group, status)),
        instead_title(numbers),
        (instead_words(own.library),) if gravest.tier == "urgent" else (),
        {instead_words(own.library): own.library("about")["call-instead"].instead or ""},
    )


def verdict_words(tier: Tier, numbers: Contacts, library: Library) -> str:
    """ "SEE A DOCTOR TODAY · NHS 111 · Dr Lee 020 ...", "CALL 112 NOW" """
    if tier == "emergency":
        return f"CALL {numbers.emergency} NOW"
    known = () if numbers.practitioner == ANY_PRACTITIONER else (numbers.practitioner,)
    return " · ".join(((library("tiers")[tier].title or "").upper(), numbers.advice, *known))


def instead_title(numbers: Contacts) -> str:
    """ "Call 112 now for" """
    return f"Call {numbers.emergency.replace('your local', 'your')} now for"


def instead_words(library: Library) -> str:
    """When to call the emergency number at once, in a few lines."""
    return f"{library('about')['call-instead'].text}."


def _graves(warnings: Iterable[StandingWarning]) -> list[StandingWarning]:
    return [warning for warning in warnings if warning.tier in RED_FLAG_TIERS]


def _todo(tier: Tier, flags: Sequence[tuple[_Standing, StandingWarning]], library: Library) -> Iterator[str]:
    """What the tier asks for, then the advice of what is gravest, as much as fits the screen of a scare."""
    first = library("tiers")[tier].text or ""
    said, height = {first}, height_of(first)
    yield first
    for line in _advice(sorted(flags, key=lambda row: row[1].place)):
        height += height_of(line)
        if line not in said and height <= _ROOM:
            said.add(line)
            yield line


def height_of(line: str) -> int:
    """The lines of a small terminal that a text takes."""
    return -(-len(line) // _LINE)


def _advice(flags: Sequence[tuple[_Standing, StandingWarning]]) -> Iterator[str]:
    """The gravest first, then what a recorded history means; what several logs come to speaks for them."""
    risks = dict.fromkeys((group.case.library, risk) for group, warning in flags for risk in warning.history)
    in_signs = [row for row in flags if row[1].id not in row[0].case.guide.symptoms]
    said = [advice for group, warning in in_signs or flags if (advice := group.case.advice(warning))]
    yield from said[:1]
    for library, risk in risks:
        yield from history_lines((risk,), library)
    yield from said[1:]


def _why(group: _Standing, status: Status) -> Iterator[str]:
    """The observations by entry, the latest first; what they come to together; what else stands."""
    flags, guide, view = _graves(group.warnings), group.case.guide, status.view
    of = f"{group.name}: " if group.name else ""
    is_own = group.case.treatment.id == status.treatment.id
    rising = {state.id for state in status.symptoms if state.trend == _RISING} if is_own else set()
    for logs in _by_entry(flags, guide):
        yield f"{of}{_seen(logs, rising, group.case, view)}"
    for log in _over(flags, guide):
        yield f"{of}Later: {reported_words(log, guide)} ({ago(log.at, view)}, #{log.entry})"
    several = [id for id, row in guide.combinations.items() if not row.clauses]  # not a history alone
    together = [inside(group.case.title(flag.id)) for flag in flags if flag.id in several]
    if together:
        yield f"{of}Together: {'; '.join(together)}"
    if flags and (since := min(flag.since for flag in flags)) < max(
        log.at for flag in flags for log in flag.because
    ):
        yield f"{of}Since {moment(since, view)}"
    if gone := gone_words((log for flag in flags for log in flag.because), guide, view):
        yield f"{of}{gone}"
    for line in _told(flags, guide, view):
        yield f"{of}{line}"
    others = [row for row in group.warnings if row not in flags and rank(row.tier) >= rank("contact")]
    if others:
        names = listed((inside(label_of(row.id, guide)) for row in others), _ALSO_SHOWN)
        whom = whom_to_call(None, group.case.treatment.practitioner).practitioner
        yield f"{of}For {whom}, too: {names}"


def _told(flags: Sequence[StandingWarning], guide: Guide, view: Viewpoint) -> Iterator[str]:
    """What was told, about which of several, and about which of them nobody was told."""
    about: dict[Acknowledged, list[str]] = {}
    for flag in flags:
        if flag.acknowledged is not None:
            about.setdefault(flag.acknowledged, []).append(inside(label_of(flag.id, guide)))
    untold = [inside(label_of(flag.id, guide)) for flag in flags if flag.acknowledged is None]
    for told, labels in about.items():
        of = f"about {' and '.join(labels)}, " if untold or len(about) > 1 else ""
        yield f"Told {of}{told_words(told, view)}"
    if about and untold:
        yield f"Not told yet: {', '.join(untold)}"


def _over(flags: Iterable[StandingWarning], guide: Guide) -> Iterator[Log]:
    """The signs that the warnings rest on and that were logged as gone since, each by that log."""
    latest = {log.item: log for log in _in_order(flags) if log.item in guide.signs}
    return (log for log in latest.values() if not log.value)


def _in_order(flags: Iterable[StandingWarning]) -> list[Log]:
    return sorted((log for flag in flags for log in flag.because), key=lambda log: (log.at, log.entry))


def _by_entry(flags: Iterable[StandingWarning], guide: Guide) -> list[list[Log]]:
    """The latest log of each item that the warnings rest on, once, together with those of its entry.

    Of a sign it is the latest yes: what makes it stand, whatever was logged since.
    """
    latest = {log.item: log for log in _in_order(flags) if log.value or log.item not in guide.signs}
    entries: dict[int, list[Log]] = {}
    for log in sorted(latest.values(), key=lambda log: (log.at, log.entry), reverse=True):
        entries.setdefault(log.entry, []).append(log)
    return list(entries.values())


def _seen(logs: Sequence[Log], rising: set[str], case: Case, view: Viewpoint) -> str:
    """ "fever, 38.6 °C · redness 3 severe, warmth 2 moderate, both higher than before (#3, just now)" """
    guide = case.guide
    order = [*guide.signs, *guide.symptoms]
    ordered = sorted(logs, key=lambda log: order.index(log.item) if log.item in order else len(order))
    signs = [reported_words(log, guide) for log in ordered if log.item not in guide.symptoms]
    graded = [log for log in ordered if log.item in guide.symptoms]
    up = [log for log in graded if log.item in rising]
    all_up = len(up) == len(graded) >= _SEVERAL
    symptoms = ", ".join(
        said_words(log.item, log.value, None, guide) + (" (up)" if log in up and not all_up else "")
        for log in graded
    )
    said = " · ".join(
        (*signs, *([symptoms + (", all higher than before" if all_up else "")] if symptoms else []))
    )
    return f"{said} ({ago(logs[0].at, view)}, #{logs[0].entry})"
