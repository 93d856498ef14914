"""`meso log --told`: which of the standing warnings somebody was told about."""

import datetime as dt
from collections.abc import Iterable, Sequence

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.errors import BadValue, NeedsInput, NothingFound
from meso_cli.model.case import Case
from meso_cli.model.records import Acknowledgement
from meso_cli.model.status import StandingWarning
from meso_cli.model.tiers import reaches
from meso_cli.recovery.acknowledgement import acknowledgement, standing_at
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.vocabulary import fields
from meso_cli.vocabulary.folding import fold
from meso_cli.vocabulary.items import Items

_ALL = frozenset({"all", "both", "everything"})


class TypedTold(NamedTuple):
    """What was said, and about which warning; None: about the one that stands, "all": about each."""

    text: str
    about: str | None


class WhichWarning(NeedsInput):
    """Several warnings stand; `ids` are theirs."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self.ids = ids
        super().__init__(
            f"Several warnings stand: {', '.join(ids)}. "
            f"Say which it is about: --about all, or --about {ids[0]}"
        )


def typed_acknowledgement(told: str | None, about: str | None) -> TypedTold | None:
    """The options as typed; None where neither was given."""
    if told is None and about is None:
        return None
    text = fields.text(told, "text of --told")
    if text is None:
        raise BadValue('Say what you told them or they told you: --told "clinic: come in tomorrow"')
    return TypedTold(text, about)


def acknowledged_warnings(
    telling: TypedTold, case: Case, at: dt.datetime, elsewhere: Iterable[tuple[str, str]] = ()
) -> tuple[Acknowledgement, ...]:
    """What is recorded of each warning that was told about; `case` holds what the same command logged.

    `elsewhere`: other treatments, each with a warning that stood in it. Raises `NothingFound` where no such
    warning stood at `at` (and names one elsewhere), `WhichWarning` where several did and none was named.
    """
    standing, items = standing_at(case, at), items_of(case.guide, case.plan)
    if not _is_asking(standing):
        _refuse_elsewhere(case, elsewhere)
    meant = _asking(standing) if telling.about is None else _named(telling.about, standing, items)
    if len(meant) > 1 and not _is_all(telling.about):
        raise WhichWarning(tuple(warning.id for warning in meant))
    return tuple(acknowledgement(warning, at, telling.text) for warning in meant)


def which(unclear: WhichWarning, call: Call) -> str:
    """Asks a person on a terminal which warning is meant; elsewhere raises the question as it is."""
    if not terminal.can_ask(call):
        raise unclear
    return terminal.ask(f"Which warning is it about (all, {', '.join(unclear.ids)})", call, "--about")


def _is_all(about: str | None) -> bool:
    return about is not None and fold(about) in _ALL


def _refuse_elsewhere(case: Case, elsewhere: Iterable[tuple[str, str]]) -> None:
    """Raises `NothingFound` that names another treatment, where a warning stands in one."""
    for name, id in elsewhere:
        raise NothingFound(
            f"No warning stood for {case.treatment.name} to tell somebody about; one does for {name} ({id})",
            f"say the same again with --treatment {name}",
        )


def _is_asking(standing: tuple[StandingWarning, ...]) -> list[StandingWarning]:
    return [warning for warning in standing if reaches(warning.tier, "contact")]


def _asking(standing: tuple[StandingWarning, ...]) -> Sequence[StandingWarning]:
    """The warnings that ask for somebody; a watch asks for nobody, unless it is named."""
    asking = _is_asking(standing)
    if not asking:
        raise NothingFound(f"There was no warning to tell somebody about. {_listed(standing)}")
    return asking


def _named(about: str, standing: tuple[StandingWarning, ...], items: Items) -> Sequence[StandingWarning]:
    """The warning of that name, else those that rest on a symptom or sign of that name, else all."""
    id = items.item(about) or fold(about).replace(" ", "-")
    named = [warning for warning in standing if warning.id == id]
    found = named or [warning for warning in standing if id in {log.item for log in warning.because}]
    if not found and _is_all(about):
        return _asking(standing)
    if not found:
        raise NothingFound(f"There was no warning called '{visible(about, 40)}'. {_listed(standing)}")
    return found


def _listed(standing: tuple[StandingWarning, ...]) -> str:
    if not standing:
        return "None stands; what you want to keep goes into --note."
    return f"What stands: {', '.join(warning.id for warning in standing)} (--about {standing[0].id})."
