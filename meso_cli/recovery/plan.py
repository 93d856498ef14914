"""The guide as a clinic's plan extends it, and whom to call by it.

A row of the guide is never replaced: whatever a plan holds, what warns goes on warning.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from meso_cli.model.guide import CareItem, Guide, Restriction, Sign, Topic
from meso_cli.model.plan import AddedActivity, AddedCare, AddedSign, ClinicPlan
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Instruction, Treatment
from meso_cli.model.status import StandingWarning
from meso_cli.model.words import Library, Source, Words
from meso_cli.text import capitalised, inside

_GROUP = "skin"
"""A sign of the clinic's holds what touches the skin, and such a sign holds the clinic's activities."""


def extended(guide: Guide, plan: ClinicPlan) -> Guide:
    """The guide with the plan's activities, care and signs; extending it twice changes nothing."""
    topics = guide.topics() if plan.activities else {}
    new = {
        row.id: _restriction(row, topics.get(row.id))
        for row in plan.activities
        if row.id not in guide.restrictions
    }
    own = {id for id in new if id not in topics or topics[id].kind != "window"}
    return guide._replace(
        restrictions={**guide.restrictions, **new},
        care={**guide.care, **{row.id: _care(row) for row in plan.care if row.id not in guide.care}},
        signs={**guide.signs, **{row.id: _sign(row) for row in plan.signs if row.id not in guide.signs}},
        added=guide.added | own,
    )


def lost_signs(stood: Iterable[StandingWarning], before: Guide, after: Guide) -> tuple[str, ...]:
    """The labels of signs that stood and that the treatment's own guide does not know any more."""
    return tuple(
        before.signs[warning.id].label
        for warning in stood
        if warning.id in before.signs and warning.id not in after.signs
    )


def _restriction(row: AddedActivity, topic: Topic | None) -> Restriction:
    """Its window; where no end is known the instruction says so.

    Where the guide's topic of that id has a window, that one stays, and the clinic's is laid over it.
    """
    if topic is None or topic.kind != "window":
        return Restriction(
            row.id, row.label, "rule", row.earliest or 0, row.until or 0, hold_groups=(_GROUP,)
        )
    window = topic.restriction
    return window._replace(
        until=max(window.until, row.until or 0),
        hold_groups=tuple({**dict.fromkeys(window.hold_groups), _GROUP: None}),
    )


def _care(row: AddedCare) -> CareItem:
    return CareItem(row.id, row.label, inside(row.label), row.from_hours, row.until_hours, row.per_day)


def _sign(row: AddedSign) -> Sign:
    return Sign(row.id, row.label, row.tier, row.ask, _GROUP if row.tier == "contact" else None)


def instructions(plan: ClinicPlan, treatment: Treatment) -> tuple[Instruction, ...]:
    """What the plan says about restrictions, the guide's and its own, said when it was loaded."""
    said_at = plan.loaded_at or treatment.at
    return (
        *(Instruction(row.restriction, row.hours, plan.name, row.note, said_at) for row in plan.windows),
        *(Instruction(row.id, row.earliest, plan.name, None, said_at) for row in plan.activities),
    )


def words_with(library: Library, plan: ClinicPlan) -> Library:
    """A library that also knows the words of the plan's rows; the guide's own go first."""
    added = _words(plan)

    def read(subject: str) -> Mapping[str, Words]:
        known = library(subject)
        return MappingProxyType({**added[subject], **known}) if subject in added else known

    return read


def _words(plan: ClinicPlan) -> dict[str, dict[str, Words]]:
    cited = (source_of(plan).id,)
    return {
        "restrictions": {
            row.id: Words(row.id, cited, why=row.why, instead=row.instead) for row in plan.activities
        },
        "care": {row.id: Words(row.id, cited, text=row.text) for row in plan.care},
        "signs": {
            row.id: Words(
                row.id, cited, title=capitalised(row.label), question=row.question, advice=row.advice
            )
            for row in plan.signs
        },
    }


def source_of(plan: ClinicPlan) -> Source:
    """The plan as a source, which its own rows cite: a clinic's sheet."""
    id = f"plan of {plan.name}"
    return Source(id, "Your clinic's plan", plan.name, "C", checked=plan.issued, year=plan.issued.year)


def other_words(plan: ClinicPlan) -> dict[str, str]:
    """What people type in `log` for the plan's signs, each with the sign's id."""
    return {word: row.id for row in plan.signs for word in row.words}


def other_activities(plan: ClinicPlan) -> dict[str, tuple[str, ...]]:
    """What people call the plan's activities, each with the restriction that it names."""
    return {word: (row.id,) for row in plan.activities for word in row.words}


def to_fill(known: Practitioner | None, before: ClinicPlan | None = None) -> tuple[str, ...]:
    """The contacts that the person did not give: empty, or filled by the plan `before`."""
    given = known or Practitioner()
    return tuple(
        name
        for name, own in given._asdict().items()
        if own is None or (before and name in before.filled and own == getattr(before.contacts, name))
    )


def contacts(
    known: Practitioner | None, plan: ClinicPlan | None, before: ClinicPlan | None = None
) -> Practitioner | None:
    """Whom to call: what the person gave, then the plan (None: no plan any more)."""
    new = plan.contacts if plan else Practitioner()
    filled = {name: getattr(new, name) for name in to_fill(known, before)}
    who = (known or Practitioner())._replace(**filled)
    return who if any(who) else None
