"""The guide's rules in words, generated from their numbers, so that the two cannot drift."""

from collections.abc import Iterator

from meso_cli.model.guide import (
    GRADES,
    CareItem,
    Combination,
    Guide,
    HistoryClause,
    Hold,
    Restriction,
    Sign,
    Symptom,
    Topic,
)
from meso_cli.model.rules import Rebound, Rules
from meso_cli.text import inside
from meso_cli.when.saying import span
from meso_cli.wording.modifiers import FACTS, after_words, extended_words, modifier_words
from meso_cli.wording.values import label_of, listed

_CONTACT = "a reason to contact"


def restriction_rule(row: Restriction, guide: Guide) -> Iterator[str]:
    """When it lifts, what moves that, and what holds it then."""
    if row.kind == "advisory":
        yield f"Advice: with caution for {span(row.until)} after the treatment."
    elif row.earliest == row.until:
        yield f"Avoid for {span(row.until)} after the treatment."
    else:
        first, then = span(row.earliest), span(row.until)
        yield f"Avoid for {first} after the treatment, then with caution until {then}."
    yield from _extensions(row, guide)
    if row.unknown_extends:
        facts = " or ".join(FACTS[guide.modifiers[id].looks_at] for id in row.unknown_extends)
        yield f"Where the {facts} is not known, the longer time counts."
    if row.then:
        yield "Then it is advice without an end: ask first."
    if row.hold:
        yield from _hold_rule(guide.holds[row.hold], guide)
    yield f"A standing warning holds it, too: {_holding_warnings(row, guide)}."


def _extensions(row: Restriction, guide: Guide) -> Iterator[str]:
    for begins, extended in (("Avoid for", row.extended_earliest), ("Until", row.extended)):
        for time, why in extended_words(extended, guide):
            yield f"{begins} {time} with {why}."


def _hold_rule(hold: Hold, guide: Guide) -> Iterator[str]:
    parts = (_at_least(item, value, guide) for item, value in hold.lowest.items())
    yield f"When its time is up it is still held while there is {' or '.join(parts)}."
    for modifier, lowest in hold.lowest_when.items():
        parts = (_at_least(item, value, guide) for item, value in lowest.items())
        yield f"With {modifier_words(modifier, guide)} {' or '.join(parts)} holds it, too."


def topic_rule(row: Topic, guide: Guide) -> Iterator[str]:
    """What is fine from when on, or that no source gives a time; a window as a restriction."""
    if row.kind == "window":
        yield from restriction_rule(row.restriction, guide)
    elif row.kind == "ask":
        yield "A matter to ask about: no source that we found gives a time."
    else:
        yield (
            f"Fine from {span(row.earliest)} after the treatment." if row.earliest else "Fine from the start."
        )
        if row.until is not None:
            yield f"How to do it counts until {span(row.until)}."
            yield from _extensions(row.restriction, guide)


def _holding_warnings(row: Restriction, guide: Guide) -> str:
    """Any from one tier up; from a lower one those of the groups that the restriction names."""
    any_from, rules = f"any from {guide.rules.hold_all_from} up", guide.rules
    group_of = {
        **{id: symptom.hold_group for id, symptom in guide.symptoms.items()},
        **{id: sign.hold_group for id, sign in guide.signs.items()},
        **{id: combination.hold_group for id, combination in guide.combinations.items()},
    }
    named = listed(_label(id, guide) for id, group in group_of.items() if group in row.hold_groups)
    return f"{any_from}; from {rules.hold_group_from} up {named}" if named else any_from


def _at_least(item: str, value: int, guide: Guide) -> str:
    if item in guide.signs:
        return guide.signs[item].label
    label = inside(guide.symptoms[item].label)
    return f"{label} (any grade)" if value == 1 else f"{label} at {value} ({GRADES[value]}) or more"


def symptom_rule(row: Symptom, guide: Guide) -> Iterator[str]:
    """Its usual course, and what is more, longer or up again."""
    steps = (f"up to {step.grade} before {span(step.until)}" for step in row.course)
    yield f"Usual: {', '.join(steps)}, then 0."
    for modifier, course in row.course_when.items():
        other = (f"up to {step.grade} before {span(step.until)}" for step in course)
        yield f"With {modifier_words(modifier, guide)}: {', '.join(other)}, then 0."
    for hours in sorted(set(row.slower_first_step.values())):
        slower = (id for id, longer in row.slower_first_step.items() if longer == hours)
        yield f"The first step lasts {span(hours)} longer {after_words(slower, guide)}."
    yield from _above(row, guide)
    yield from _outlasting(row, guide.rules)
    yield from _rises(row, guide.rules.rebound)
    yield from _advised(row.history)


def _above(row: Symptom, guide: Guide) -> Iterator[str]:
    """What a grade above the course is."""
    numbers, flush = guide.rules.above_course, row.flush
    urgent = min(numbers.urgent_grade, row.urgent_grade or numbers.urgent_grade)
    more = " or more" if urgent < len(GRADES) - 1 else ""
    yield f"Grade {urgent} ({GRADES[urgent]}){more} is urgent at any time it is above the course."
    if flush:
        never = listed(modifier_words(name, guide) for name in flush.unless)
        yield (
            f"But grade {flush.grade} before {span(flush.until)}, with nothing else and not after {never}, "
            f"is {_CONTACT}: look again within {span(flush.look_again)}."
        )
    if row.inflammatory:
        yield (
            f"Above the course by {numbers.inflammatory_urgent_over} is urgent, by 1 {_CONTACT}. "
            f"Before {span(numbers.early_until)} by 1 is a watch, and {_CONTACT} if it was above "
            f"{numbers.early_repeat_from:g} to {span(numbers.early_repeat_to)} earlier, too."
        )
        return
    yield (
        f"Above the course by {numbers.other_contact_over} is {_CONTACT}. By 1 it is a watch, and {_CONTACT} "
        f"once it has lasted {span(numbers.other_repeat_apart)} without a log inside the course; grade "
        f"{numbers.other_contact_grade} from {span(numbers.other_contact_grade_from)} on, once it has lasted "
        f"{span(numbers.other_contact_grade_apart)}."
    )


def _outlasting(row: Symptom, rules: Rules) -> Iterator[str]:
    """What is still there at the end of its course, or slow to go before."""
    numbers, slow = rules.outlasting, row.persisting
    if slow:
        yield (
            f"Inside its course it is a watch from {span(slow.flat_from)} on where it was never above "
            f"{numbers.flat_grade}, and at any grade from {span(slow.any_from)} on."
        )
    urgent = f", {numbers.inflammatory_urgent_over} is urgent" if row.inflammatory else ""
    risks = " or ".join(risk.replace("-", " ") for risk in numbers.never_new)
    yield (
        f"When its course has ended a 1 is {_CONTACT}{urgent}. A {numbers.new_grade} that is new then is a "
        f"watch, and {_CONTACT} when it is still there {span(numbers.new_until)} later; with {risks} at once."
    )


def _rises(row: Symptom, numbers: Rebound) -> Iterator[str]:
    """From when it should only settle, and what a rise is."""
    if row.settles_from is None:
        return
    begins = f"From {span(row.settles_from)} on it should only settle;"
    if not row.inflammatory:
        yield f"{begins} a rise is a watch."
        return
    still = f"is a watch, and {_CONTACT} when it is still up"
    grave = "urgent" if row.rebound_urgent else _CONTACT
    yield f"{begins} up again to {numbers.contact_grade} or more is {grave}."
    mild = {
        "inside-course": f"By {numbers.mild_rise} to {numbers.mild_grade} inside its course it",
        "early": f"To {numbers.mild_grade} before {span(numbers.early_until)} it",
    }
    if row.mild_rise:
        yield f"{mild[row.mild_rise]} {still} {span(numbers.still_up_after)} later."
    yield (
        f"To 1 it {still} {span(numbers.faint_still_up_after)} later, after {numbers.faint_zeros} logs of 0, "
        f"the first of them {span(numbers.faint_first_zero_before)} before the rise."
    )


def sign_rule(row: Sign, guide: Guide) -> Iterator[str]:
    """Its tier, and how long it stands."""
    yield f"Alone enough for {row.tier.upper()}, on any day. It stands until you log {row.id}=no."
    if row.tier == "emergency":
        rules = guide.rules
        yield f"For {span(rules.emergency_lingers)} after the first no it stays {rules.emergency_lingers_as}."
    if row.reading == "celsius":
        yield f"A temperature counts from {guide.rules.fever_celsius:g} °C."
    yield from _advised(row.history)


def combination_rule(row: Combination, guide: Guide) -> Iterator[str]:
    """Which findings together, and how near each other."""
    names = [_label(item, guide) for item in row.any_of]
    others = [_label(item, guide) for item in row.with_any]
    if row.kind == "together":
        yield f"{row.tier.upper()}: {' or '.join(names)}, together with {' or '.join(others)}."
    elif row.kind == "again":
        yield (
            f"{row.tier.upper()}: {' or '.join(names)} back from {span(row.from_hours)} on, "
            f"with {' or '.join(others)} up within {span(row.within)} of it. "
            "It stands until one of the two is logged lower."
        )
    elif row.kind == "several":
        early = ", ".join(f"{number}: {tier}" for number, tier in row.early.items())
        yield (
            f"{row.tier.upper()}: {row.number} inflammatory symptoms above their course within "
            f"{span(row.within)}, from {span(row.from_hours)} on; before that, {early}."
        )
        for item, grade in row.beside.items():
            yield (
                f"{row.tier.upper()}: {_label(item, guide)} at {grade} or more, though inside its course, "
                f"with another above its course: both from {span(row.from_hours)}, within {span(row.within)}."
            )
    else:
        for clause in row.clauses:
            yield f"{row.tier.upper()}: {_clause(clause, guide)}, with {_history(clause.history)}."


def history_rule(risk: str, guide: Guide) -> Iterator[str]:
    """What a risk of the history changes."""
    for row in guide.combinations.values():
        for clause in row.clauses:
            if risk in clause.history:
                yield f"{row.tier.upper()}: {_clause(clause, guide)}."
    signs = [row.label for row in guide.signs.values() if risk in row.history]
    symptoms = [inside(row.label) for row in guide.symptoms.values() if risk in row.history]
    if signs or symptoms:
        yield f"It changes the advice about {listed((*signs, *symptoms))}; no tier."


def history_about(id: str, guide: Guide) -> tuple[str, ...]:
    """The risks of a history that bear on a symptom, sign or combination."""
    row = guide.signs.get(id) or guide.symptoms.get(id)
    clauses = guide.combinations[id].clauses if id in guide.combinations else ()
    raising = (risk for clause in clauses for risk in clause.history)
    return tuple(dict.fromkeys((*raising, *(row.history if row else ()))))


def care_rule(row: CareItem) -> Iterator[str]:
    """When it is due, and how often."""
    until = f" to {span(row.until_hours)}" if row.until_hours is not None else " on"
    often = f", {row.per_day} times a day" if row.per_day and row.per_day > 1 else ""
    yield f"From {span(row.from_hours)}{until} after the treatment{often}."


def _clause(clause: HistoryClause, guide: Guide) -> str:
    if clause.sign:
        return _label(clause.sign, guide)
    return f"a warning from {clause.inflammatory_from} up that comes from an inflammatory symptom"


def _advised(history: tuple[str, ...]) -> Iterator[str]:
    if history:
        yield f"With {_history(history)} the advice changes, not the tier."


def _history(risks: tuple[str, ...]) -> str:
    return f"a history of {' or '.join(risk.replace('-', ' ') for risk in risks)}"


def _label(item: str, guide: Guide) -> str:
    return inside(label_of(item, guide))
