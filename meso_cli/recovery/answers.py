"""Combines the states of every restriction and topic that a question names into one answer. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from meso_cli.model.status import RestrictionState, Status, Verdict
from meso_cli.recovery.topics import TopicState
from meso_cli.values import NamedTuple

_ORDER: tuple[Verdict, ...] = ("allowed", "ask", "caution", "ask-first", "not-yet", "not-now")


class Answer(NamedTuple):
    """The strictest row that the words name, or the one that leads, with those of the others beside it.

    `rule` is its state where it has a window, `topic` where it is a topic, which may have one, too.
    `is_whole`: whether the whole question was understood as it stands. `about_stopping`: it was asked
    whether a medicine may be left off.
    """

    id: str
    verdict: Verdict
    rule: RestrictionState | None
    topic: TopicState | None
    beside: "tuple[Answer, ...]" = ()
    is_whole: bool = True
    about_stopping: bool = False

    @property
    def also(self) -> tuple[str, ...]:
        """The ids of the other rows that the words name."""
        return tuple(row.id for row in self.beside)

    def heard(self, *, whole: bool) -> "Answer":
        """The same where the question was understood, or not all of it: then nothing in it is a yes."""
        return self._replace(
            is_whole=whole, beside=tuple(row._replace(is_whole=whole) for row in self.beside)
        )

    @property
    def is_allowed(self) -> bool | None:
        """Allowed by time and held by nothing; an unchecked condition is said beside it.

        None where nobody can say: no source does, or what was not understood might forbid it.
        """
        if self.verdict == "ask" or (self.verdict == "allowed" and not self.is_whole):
            return None
        return self.verdict == "allowed"


def answer(
    ids: Sequence[str],
    status: Status,
    topics: Mapping[str, TopicState],
    lead: str | None = None,
) -> Answer:
    """What the named rows say together: `lead`, else the strictest, the one that lifts last if equal.

    Of several that are allowed the one with an unchecked condition answers, then any that had to wait:
    what is fine in itself would say neither. `topics` holds the state of each named topic.
    """
    rows = list(_rows(ids, status, topics))
    strictest = max(
        rows, key=lambda row: (row.id == lead, _ORDER.index(row.verdict), _conditions(row), _lifts(row))
    )
    return strictest._replace(beside=tuple(row for row in rows if row.id != strictest.id))


def _rows(ids: Sequence[str], status: Status, topics: Mapping[str, TopicState]) -> Iterator[Answer]:
    """Each named row on its own. What a clinic's plan added under a topic's id is a rule of its own."""
    rules = {state.id: state for state in status.restrictions if state.id in ids}
    for id, state in rules.items():
        yield Answer(id, state.verdict, state, None)
    for id, topic in topics.items():
        if id not in rules:
            verdict = topic.rule.verdict if topic.rule else _verdict_by_time(topic)
            yield Answer(id, verdict, topic.rule, topic)


def _verdict_by_time(topic: TopicState) -> Verdict:
    """What is fine, or what the practitioner gave a time, by its hours alone: no warning holds it."""
    if topic.state is None:
        return "ask"
    return "not-yet" if topic.state == "avoid" else topic.state


def _conditions(row: Answer) -> tuple[bool, bool]:
    if row.verdict != "allowed" or row.rule is None:
        return False, False
    return bool(row.rule.unchecked), True


def _lifts(row: Answer) -> float:
    state = row.rule or row.topic
    end = None if state is None else state.earliest if state.state == "avoid" else state.until
    return end.timestamp() if end else float("inf")
