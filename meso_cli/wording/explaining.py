"""What `meso why` explains, and the sentences of it that a screen and a document share."""

from collections.abc import Iterator, Mapping

from meso_cli.model.guide import Guide
from meso_cli.model.status import Log, StandingWarning, Status
from meso_cli.model.tiers import Tier
from meso_cli.model.words import Library, Source
from meso_cli.recovery.topics import topic_label
from meso_cli.text import capitalised
from meso_cli.values import NamedTuple
from meso_cli.wording import rules
from meso_cli.wording.values import label_of
from meso_cli.wording.warnings import todo_words

SUBJECTS = ("restrictions", "symptoms", "signs", "combinations", "topics", "care", "history", "before")
"""The words files that an id can belong to, in the order in which they are looked at."""


class Explained(NamedTuple):
    """An id of the guide and the file of its words, with all that the guide says about it."""

    id: str
    subject: str
    guide: Guide
    library: Library
    sources: Mapping[str, Source]


class Yours(NamedTuple):
    """What was recorded: the status, and the latest log of the id, a zero or a no, too."""

    status: Status
    last: Log | None


def title_of(explained: Explained) -> str:
    """What an id is called at the head of its explanation."""
    id, subject, guide, *_ = explained
    words = explained.library(subject)[id]
    if subject in ("topics", "before"):
        return topic_label(id, guide, words)
    label = guide.restrictions[id].label if subject == "restrictions" else label_of(id, guide)
    return words.title or capitalised(label)


def rule_of(explained: Explained) -> Iterator[str]:
    """The rule in sentences, made from its numbers."""
    id, subject, guide, *_ = explained
    match subject:
        case "restrictions" if id in guide.added:
            return iter(("Not in the guide: your clinic's plan says it.",))
        case "restrictions":
            return rules.restriction_rule(guide.restrictions[id], guide)
        case "symptoms":
            return rules.symptom_rule(guide.symptoms[id], guide)
        case "signs":
            return rules.sign_rule(guide.signs[id], guide)
        case "combinations":
            return rules.combination_rule(guide.combinations[id], guide)
        case "topics":
            return rules.topic_rule(guide.topics()[id], guide)
        case "before":
            return iter(("Something to settle before a session; nothing here counts down.",))
        case "history":
            return rules.history_rule(id, guide)
    return rules.care_rule(guide.care[id])


def tier_of(explained: Explained) -> Tier | None:
    """The tier of a sign or combination."""
    row = explained.guide.signs.get(explained.id) or explained.guide.combinations.get(explained.id)
    return row.tier if row else None


def todo_of(explained: Explained, tier: Tier) -> tuple[str, ...]:
    """What a tier asks for, in its own words."""
    words = explained.library("tiers")[tier]
    todo = f"{todo_words(tier, words, is_inflammatory=False)}. {words.text}"
    return (todo, f"{capitalised(words.instead)}.") if words.instead else (todo,)


def rests_on(warning: StandingWarning, id: str) -> bool:
    """Whether an id is a part of a warning."""
    return id == warning.id or id in warning.history or any(log.item == id for log in warning.because)
