"""What people call an activity, and what the rules say about it. Pure.

Words are matched whole or not at all: what is not known never gets a yes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from meso_cli.model.guide import Allowed, Guide
from meso_cli.model.status import RestrictionState, Status
from meso_cli.model.tiers import reaches

Verdict = Literal["not-yet", "caution", "ask-first", "allowed"]

_FILLER = frozenset(
    {
        *("a", "an", "any", "at", "do", "drink", "drinking", "for", "get", "go", "going", "have", "having"),
        *("i", "in", "is", "it", "like", "may", "me", "my", "of", "on", "please", "put", "putting", "some"),
        *("take", "taking", "the", "to", "today", "use", "using", "wear", "wearing", "with"),
    }
)
_ORDER: tuple[Verdict, ...] = ("allowed", "caution", "ask-first", "not-yet")


class Answer(NamedTuple):
    """The strictest rule that the words name, the others, and what is allowed early.

    Exactly one of `rule` and `early` is there. `also` are the ids of the other rules.
    """

    verdict: Verdict
    rule: RestrictionState | None
    early: Allowed | None
    also: tuple[str, ...] = ()

    @property
    def is_allowed(self) -> bool:
        """Allowed by time and held by nothing; an unchecked condition is said beside it."""
        return self.verdict == "allowed"


def fold(words: str) -> str:
    """Words without case, hyphens and doubled spaces."""
    return " ".join(words.casefold().replace("-", " ").replace("_", " ").split()).strip(" ?!.")


def named(words: str, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The ids that the words name, as they stand or without their filler; empty where unknown."""
    folded = fold(words)
    bare = " ".join(word for word in folded.split() if word not in _FILLER)
    return tuple(names.get(folded) or names.get(bare) or ())


def all_names(
    guide: Guide, allowed: Iterable[Allowed], aliases: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """Every way to name an activity: ids, labels and aliases, folded."""
    names: dict[str, Sequence[str]] = {fold(alias): ids for alias, ids in aliases.items()}
    own = [(row.id, row.label) for row in guide.restrictions.values()]
    own += [(row.id, row.label) for row in allowed]
    for id, label in own:
        names[fold(id)] = (id,)
        names.setdefault(fold(label), (id,))
    return names


def answer(ids: Sequence[str], status: Status, guide: Guide, allowed: Mapping[str, Allowed]) -> Answer:
    """What the named rules say together: the strictest one answers, the one that lifts last if equal."""
    rules = [state for state in status.restrictions if state.id in ids]
    if not rules:
        early = allowed[ids[0]]
        return Answer(_early_verdict(early, status, guide), None, early)
    strictest = max(rules, key=lambda state: (_ORDER.index(verdict_of(state)), _lifts(state)))
    also = tuple(state.id for state in rules if state.id != strictest.id)
    return Answer(verdict_of(strictest), strictest, None, also)


def verdict_of(state: RestrictionState) -> Verdict:
    """A rule's state as an answer; what is held is to be asked about first."""
    if state.state == "avoid":
        return "not-yet"
    if state.state == "allowed":
        return "allowed"
    return "ask-first" if state.by_time == "allowed" and state.held_by else "caution"


def _early_verdict(early: Allowed, status: Status, guide: Guide) -> Verdict:
    """What is fine early stays so unless a red flag stands."""
    if any(reaches(warning.tier, guide.rules.hold_all_from) for warning in status.warnings):
        return "ask-first"
    return "allowed" if status.elapsed_hours >= early.from_hours else "not-yet"


def _lifts(state: RestrictionState) -> float:
    end = state.earliest if state.state == "avoid" else state.until
    return end.timestamp() if end else float("inf")
