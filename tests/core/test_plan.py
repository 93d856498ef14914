"""A clinic's plan over the guide: what it may move, what it may add, and what stays."""

import datetime as dt
import pickle

import pytest

from meso_cli.model.plan import AddedActivity, AddedCare, AddedSign, ChangedWindow, ClinicPlan, PlanTier
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Instruction, Record
from meso_cli.recovery.comparing import compared
from meso_cli.recovery.future_dated import set_apart_future_dated
from meso_cli.recovery.plan import contacts, extended, lost_signs
from meso_cli.recovery.status import as_other
from tests.core.making import patient, seen, state
from tests.core.recoveries import GUIDE, TREATED, case, treatment

SIGN = AddedSign("lost-dressing", "lost dressing", "contact", "Is it off?", "Call us.")
PLAN = ClinicPlan(
    Practitioner("The clinic", "1", "2"),
    dt.date(2026, 3, 1),
    windows=(ChangedWindow("makeup", 12),),
    activities=(AddedActivity("dye", "Hair dye", 168, 336, "It stings."),),
    care=(AddedCare("gel", "Healing gel", "Thin.", 0, 120, 2),),
    signs=(SIGN,),
    loaded_at=TREATED,
)


def with_plan(record: Record, plan: ClinicPlan = PLAN) -> Record:
    return record._replace(plan=plan)


def said(restriction: str, hours: float | None, after: float = 1) -> Instruction:
    return Instruction(restriction, hours, "Dr Lee", None, TREATED + dt.timedelta(hours=after))


def test_what_the_plan_adds_is_judged_like_the_guide() -> None:
    """An activity with its window, care that is due, a sign that stands and holds the skin."""
    record = with_plan(patient((200, "lost-dressing gel=1")))
    found = seen(record, 200)
    assert {row.id: row.tier for row in found.warnings} == {"lost-dressing": "contact"}
    assert [(row.due, row.done_today) for row in found.care if row.id == "gel"] == [(False, 1)]
    assert "lost-dressing" not in found.not_checked
    assert "lost-dressing" in seen(with_plan(patient()), 30).not_checked
    assert state(record, "makeup", 200).held_by == ("lost-dressing",)
    assert state(record, "dye", 400).held_by == ("lost-dressing",)


def test_care_of_the_plan_is_named_as_the_clinic_writes_it() -> None:
    """A label such as "LED mask" keeps its capitals among the short names of a screen."""
    labels = {"led": "LED mask at home", "lotion": "Lotion from the clinic"}
    plan = PLAN._replace(care=tuple(AddedCare(id, label, "Do it.", 0, 24, 1) for id, label in labels.items()))
    care = extended(GUIDE, plan).care
    assert [care[id].glance for id in labels] == ["LED mask at home", "lotion from the clinic"]


@pytest.mark.parametrize(
    ("hours", "expected"), [(167.9, "avoid"), (168, "caution"), (335.9, "caution"), (336, "allowed")]
)
def test_an_added_activity_has_its_window(hours: float, expected: str) -> None:
    """Half-open, set by the practitioner, and the guide has no end to show beside it."""
    row = state(with_plan(patient()), "dye", hours)
    assert (row.state, row.set_by, row.guide_until) == (expected, "practitioner", None)


def test_an_open_activity_has_no_end() -> None:
    """Until the clinic says so: avoid, with no times."""
    plan = PLAN._replace(activities=(AddedActivity("dye", "Hair dye", None, None, "It stings."),))
    row = state(with_plan(patient(), plan), "dye", 5000)
    assert (row.state, row.earliest, row.until) == ("avoid", None, None)


def test_what_is_said_later_governs_over_an_added_activity() -> None:
    """By hand after the load, even in the same second: the last word."""
    for after in (0, 1):
        record = with_plan(patient())._replace(instructions=(said("dye", 24, after),))
        row = state(record, "dye", 30)
        assert (row.state, row.instruction and row.instruction.by) == ("caution", "Dr Lee")


def test_no_row_of_the_guide_is_ever_replaced() -> None:
    """Whatever a document holds, wherever it came from: the guide's own rows go first."""
    hostile = ClinicPlan(
        Practitioner(),
        dt.date(2026, 3, 1),
        activities=(AddedActivity("sauna", "x", 0, 0, "x"),),
        care=(AddedCare("spf", "x", "x"),),
        signs=(SIGN._replace(id="fever"), SIGN._replace(id="redness")),
    )
    longer = extended(GUIDE, hostile)
    assert (longer.restrictions, longer.care, longer.added) == (GUIDE.restrictions, GUIDE.care, frozenset())
    assert longer.signs["fever"].tier == "urgent"
    found = seen(with_plan(patient((50, "fever redness=4")), hostile), 50)
    assert {row.id: row.tier for row in found.warnings} == {"fever": "urgent", "redness": "urgent"}


def test_extending_twice_changes_nothing() -> None:
    """The status may be given the plain guide or the extended one."""
    once = extended(GUIDE, PLAN)
    assert extended(once, PLAN) == once
    record = with_plan(patient((20, "lost-dressing")))
    assert seen(record, 20) == seen(record, 20, once)


def test_a_red_flag_holds_whatever_the_plan_allows() -> None:
    """Makeup from the first hour by the plan: pus still holds it, as it would without."""
    record = with_plan(patient((100, "pus")))._replace(instructions=(said("makeup", 0),))
    for id in ("makeup", "alcohol", "dye"):
        row = state(record, id, 1000)
        assert (row.state, row.held_by) == ("caution", ("pus",)), id


@pytest.mark.parametrize(
    ("tier", "held"),
    [
        ("contact", {"makeup", "dye"}),
        ("urgent", {"makeup", "alcohol", "dye"}),
        ("emergency", {"makeup", "alcohol", "dye"}),
    ],
)
def test_a_sign_of_the_plan_holds_by_its_tier(tier: PlanTier, held: set[str]) -> None:
    """As the guide's do: one to contact somebody about the skin, an urgent one everything."""
    plan = PLAN._replace(signs=(SIGN._replace(tier=tier),))
    record = with_plan(patient((340, "lost-dressing")), plan)._replace(instructions=(said("makeup", 0),))
    found = {id: state(record, id, 350) for id in ("makeup", "alcohol", "dye")}
    assert {id for id, row in found.items() if row.held_by == ("lost-dressing",)} == held
    assert {id for id, row in found.items() if row.state == "caution"} == held


def test_a_sign_is_lost_with_the_plan_that_knew_it() -> None:
    """Judged by the treatment's own guide before and after; what the guide itself knows is never lost."""
    stood = seen(with_plan(patient((20, "lost-dressing pus"))), 21).warnings
    own = extended(GUIDE, PLAN)
    assert lost_signs(stood, own, GUIDE) == ("lost dressing",)
    assert lost_signs(stood, own, own) == ()


@pytest.mark.parametrize(
    ("hours", "word"),
    [
        (0, "looser"),
        (23.9, "looser"),
        (24, "same"),
        (24.1, "stricter"),
        (60, "stricter"),
        (None, "open-ended"),
    ],
)
def test_how_a_word_compares(hours: float | None, word: str) -> None:
    """By the time to avoid: the guide's 24 hours of makeup."""
    rows = {row.id: row for row in compared(case(patient()._replace(instructions=(said("makeup", hours),))))}
    assert rows["makeup"].differs == word
    assert rows["sauna"].differs is None
    assert {row.id: row.differs for row in compared(case(with_plan(patient())))}["dye"] == "added"


ANA, OTHER = Practitioner("Ana", "9"), PLAN._replace(contacts=Practitioner("B", "5"))
CLINIC = PLAN._replace(filled=("name", "phone", "out_of_hours"))


@pytest.mark.parametrize(
    ("known", "plan", "before", "expected"),
    [
        (None, CLINIC, None, ("The clinic", "1", "2")),
        (ANA, CLINIC, None, ("Ana", "9", "2")),
        (Practitioner("Ana", "9", "2"), OTHER, CLINIC, ("Ana", "9", None)),
        (Practitioner("The clinic", "1", "2"), OTHER, CLINIC, ("B", "5", None)),
        (Practitioner("Ana", "9", "2"), None, CLINIC, ("Ana", "9", None)),
        (Practitioner("The clinic", "1", "2"), None, CLINIC, None),
        (Practitioner("Ana", "1", "2"), None, CLINIC._replace(filled=("out_of_hours",)), ("Ana", "1", None)),
        (None, CLINIC._replace(contacts=Practitioner()), None, None),
    ],
)
def test_a_plan_fills_contacts_and_overrides_none(
    known: Practitioner | None,
    plan: ClinicPlan | None,
    before: ClinicPlan | None,
    expected: tuple[str | None, ...] | None,
) -> None:
    """What the person gave stays; what an earlier plan filled is the next one's."""
    assert contacts(known, plan, before) == (None if expected is None else Practitioner(*expected))


def test_a_status_is_a_value_all_the_way() -> None:
    """It can be written down and read again, other treatments and all: nothing in it reads a file."""
    record = with_plan(patient((5, "rash lost-dressing redness=4"), of=treatment(note="n")))
    of = seen(set_apart_future_dated(record, treatment().moment(6)), 20)
    of = of._replace(others=(as_other(of),))
    assert of.warnings
    assert pickle.loads(pickle.dumps(of)) == of
