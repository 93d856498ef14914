"""What people call an activity, and what the rules say about it. Pure.

Words are matched whole or not at all: what is not known never gets a yes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from meso_cli.model.guide import Guide, Topic
from meso_cli.model.status import RestrictionState, Status
from meso_cli.recovery.topics import TopicState

T = TypeVar("T")
Verdict = Literal["not-now", "not-yet", "caution", "ask-first", "ask", "allowed"]

_FILLER = frozenset(
    {
        *("a", "an", "any", "at", "do", "drink", "drinking", "for", "get", "go", "going", "have", "having"),
        *("i", "in", "is", "it", "like", "may", "me", "my", "of", "on", "please", "put", "putting", "some"),
        *("take", "taking", "the", "to", "today", "use", "using", "wear", "wearing", "with"),
    }
)
_ORDER: tuple[Verdict, ...] = ("allowed", "ask", "caution", "ask-first", "not-yet", "not-now")


class Answer(NamedTuple):
    """The strictest row that the words name, or the one that leads, and the ids of the others.

    `rule` is its state where it has a window, `topic` where it is a topic, which may have one, too.
    """

    id: str
    verdict: Verdict
    rule: RestrictionState | None
    topic: TopicState | None
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
    return tuple(said_in(words, names) or ())


def said_in(words: str, table: Mapping[str, T]) -> T | None:
    """What a table holds for the words, as they stand or without their filler."""
    folded = fold(words)
    bare = " ".join(word for word in folded.split() if word not in _FILLER)
    return table.get(folded) or table.get(bare)


def all_names(
    guide: Guide, topics: Iterable[Topic], aliases: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """Every way to name an activity: ids, labels and aliases, folded; an alias may add to an id."""
    names: dict[str, Sequence[str]] = {fold(alias): ids for alias, ids in aliases.items()}
    own = [(row.id, row.label) for row in guide.restrictions.values()]
    own += [(row.id, row.label) for row in topics if row.subject == "topics"]
    for id, label in own:
        # What a plan added answers beside whatever the guide calls so.
        for name, joins in ((fold(id), True), (fold(label), id in guide.added)):
            others = names.get(name, ())
            if id not in others and (joins or not others):
                names[name] = (id, *others)
    for row in topics:
        names.setdefault(fold(row.id), (row.id,))
        names.setdefault(fold(row.label), (row.id,))
    return names


def answer(
    ids: Sequence[str],
    status: Status,
    topics: Mapping[str, TopicState],
    lead: str | None = None,
) -> Answer:
    """What the named rows say together: `lead`, else the strictest, the one that lifts last if equal.

    `topics` holds the state of each named topic.
    """
    rows = list(_rows(ids, status, topics))
    strictest = max(rows, key=lambda row: (row.id == lead, _ORDER.index(row.verdict), _lifts(row)))
    return strictest._replace(also=tuple(row.id for row in rows if row.id != strictest.id))


def _rows(ids: Sequence[str], status: Status, topics: Mapping[str, TopicState]) -> Iterator[Answer]:
    """Each named row on its own. What a clinic's plan added under a topic's id is a rule of its own."""
    rules = {state.id: state for state in status.restrictions if state.id in ids}
    for id, state in rules.items():
        yield Answer(id, verdict_of(state), state, None)
    for id, topic in topics.items():
        if id not in rules:
            verdict = verdict_of(topic.rule) if topic.rule else _verdict_by_time(topic)
            yield Answer(id, verdict, topic.rule, topic)


def verdict_of(state: RestrictionState) -> Verdict:
    """A rule's state as an answer: nothing in a scare, and what is held is to be asked about first."""
    if state.not_now:
        return "not-now"
    if state.state == "avoid":
        return "not-yet"
    if state.state == "allowed":
        return "allowed"
    return "ask-first" if state.by_time == "allowed" and state.held_by else "caution"


def _verdict_by_time(topic: TopicState) -> Verdict:
    """What is fine, or what the practitioner gave a time, by its hours alone: no warning holds it."""
    if topic.state is None:
        return "ask"
    return "not-yet" if topic.state == "avoid" else topic.state


def _lifts(row: Answer) -> float:
    state = row.rule or row.topic
    end = None if state is None else state.earliest if state.state == "avoid" else state.until
    return end.timestamp() if end else float("inf")
