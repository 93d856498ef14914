"""Checks of the signs and of the combinations."""

from collections.abc import Iterator, Mapping

from meso_cli.guide.checking.draft import Draft
from meso_cli.guide.checking.known import GRADE_BOUNDS
from meso_cli.guide.checking.problem import Place, Problem
from meso_cli.model.guide import Combination
from meso_cli.model.records import HISTORY

SIGNS = "signs.toml"
SYMPTOMS = "symptoms.toml"
FILE = "combinations.toml"

# What each kind of combination reads, beside what every one has.
READ_BY_KIND: Mapping[str, tuple[str, ...]] = {
    "together": ("any_of", "with_any"),
    "again": ("any_of", "with_any", "from_hours", "within"),
    "several": ("from_hours", "within", "early", "number", "beside"),
    "history": ("clauses",),
}
_ALWAYS = ("id", "label", "kind", "tier", "hold_group")


def signs_have_a_list(draft: Draft) -> Iterator[Problem]:
    """A sign is a red flag, which holds everything, or a contact that says what it holds."""
    for row in draft.signs.values():
        place = Place(SIGNS, row.id)
        if row.tier == "watch":
            yield place.problem("a sign is never watch: it would be in no list", "make it contact or above")
        if row.tier == "contact" and draft.lacks(SIGNS, row.id, "hold_group"):
            yield place.problem(
                "a contact sign has no hold_group", "name the group of restrictions that it holds"
            )


def members_exist(draft: Draft) -> Iterator[Problem]:
    """A combination is made of symptoms and signs; one that comes again, of inflammatory symptoms."""
    for row in draft.combinations.values():
        place = Place(FILE, row.id)
        for name, members in (("any_of", row.any_of), ("with_any", row.with_any)):
            for member in members:
                if not draft.knows(member, SYMPTOMS, SIGNS):
                    yield place.problem(
                        f"{name} names {member}, which is not a symptom or sign", "correct the name"
                    )
                elif row.kind == "again" and not _is_inflammatory(draft, member):
                    yield place.problem(
                        f"{name} names {member}, which is not an inflammatory symptom",
                        "kind again judges those alone",
                    )


def _is_inflammatory(draft: Draft, member: str) -> bool:
    if member in draft.symptoms:
        return draft.symptoms[member].inflammatory
    return member not in draft.signs


def kinds_are_complete(draft: Draft) -> Iterator[Problem]:
    """A combination has the keys that its kind reads, and no key that it does not."""
    for row in draft.combinations.values():
        place = Place(FILE, row.id)
        read = READ_BY_KIND.get(row.kind, ())
        for name in read:
            if draft.lacks(FILE, row.id, name):
                yield place.problem(f"kind {row.kind} needs {name}, which is missing", "add it")
        for name in Combination._fields if read else ():
            if name not in (*_ALWAYS, *read) and not draft.lacks(FILE, row.id, name):
                yield place.problem(f"kind {row.kind} does not read {name}", "remove it, or correct the kind")


def numbers_can_be_reached(draft: Draft) -> Iterator[Problem]:
    """Several is two at least, and no more than there are inflammatory symptoms."""
    if not draft.was_read(SYMPTOMS):
        return
    most = sum(row.inflammatory for row in draft.symptoms.values())
    for row in draft.combinations.values():
        place = Place(FILE, row.id)
        for number in row.early:
            yield from place.outside("early: number", number, 2, most)
        if not draft.lacks(FILE, row.id, "number"):
            yield from place.outside("number", row.number, 2, most)


def beside_is_inflammation(draft: Draft) -> Iterator[Problem]:
    """What counts beside one above its course is an inflammatory symptom, from a grade on."""
    for row in draft.combinations.values():
        place = Place(FILE, row.id)
        for item, grade in row.beside.items():
            if not draft.knows(item, SYMPTOMS) or not _is_inflammatory(draft, item):
                yield place.problem(
                    f"beside names {item}, which is not an inflammatory symptom", "correct the name"
                )
            yield from place.outside(f"beside.{item}", grade, *GRADE_BOUNDS)


def clauses_make_sense(draft: Draft) -> Iterator[Problem]:
    """A history clause names known history, and either a sign or the inflammatory symptoms."""
    for row in draft.combinations.values():
        place = Place(FILE, row.id)
        for number, clause in enumerate(row.clauses, 1):
            for history in clause.history:
                if history not in HISTORY:
                    yield place.problem(
                        f"clauses[{number}].history names {history}, which is not a known one",
                        f"use one of {', '.join(HISTORY)}",
                    )
            if clause.sign is not None and not draft.knows(clause.sign, SIGNS):
                yield place.problem(f"clauses[{number}].sign {clause.sign} is not a sign", "correct the name")
            if (clause.sign is None) == (clause.inflammatory_from is None):
                yield place.problem(
                    f"clauses[{number}] needs either sign or inflammatory_from", "write one of the two"
                )


def histories_matter(draft: Draft) -> Iterator[Problem]:
    """What changes an advice is known history, and each that `start` takes changes something."""
    used = {risk for row in draft.combinations.values() for clause in row.clauses for risk in clause.history}
    for file, rows in ((SIGNS, draft.signs), (SYMPTOMS, draft.symptoms)):
        for row in rows.values():
            used.update(row.history)
            for risk in row.history:
                if risk not in HISTORY:
                    yield Place(file, row.id).problem(
                        f"history names {risk}, which is not a known one", f"use one of {', '.join(HISTORY)}"
                    )
    if draft.was_read(SIGNS, SYMPTOMS, FILE):
        for risk in HISTORY:
            if risk not in used:
                yield Place("words/history.toml", risk).problem(
                    "it is asked for and changes nothing", "name it where it counts, or ask no more"
                )


WARNING_CHECKS = (
    signs_have_a_list,
    members_exist,
    kinds_are_complete,
    numbers_can_be_reached,
    beside_is_inflammation,
    clauses_make_sense,
    histories_matter,
)
