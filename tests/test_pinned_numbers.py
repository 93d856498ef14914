"""Every clinical number of the guide, written down a second time.

Behaviour around the boundaries is checked by the diaries (`tests/scenarios/edges`); this pins the
numbers themselves, so that none moves unnoticed.
"""

from typing import NamedTuple

from meso_cli.guide.reading import read_guide

DAY = 24
COURSES = {
    "redness": ([(24, 3), (72, 2), (168, 1)], 48),
    "swelling": ([(48, 2), (72, 1)], 48),
    "warmth": ([(24, 2), (48, 1)], 48),
    "pain": ([(24, 2), (72, 1)], 24),
    "bleeding": ([(24, 1)], None),
    "tightness": ([(3 * DAY, 2), (7 * DAY, 1)], 72),
    "sensitivity": ([(3 * DAY, 2), (7 * DAY, 1)], 72),
    "bruising": ([(10 * DAY, 2), (14 * DAY, 1)], 72),
    "flaking": ([(10 * DAY, 2), (14 * DAY, 1)], 7 * DAY),
    "itching": ([(7 * DAY, 2)], 5 * DAY),
    "scabs": ([(7 * DAY, 2), (10 * DAY, 1)], 5 * DAY),
    "breakouts": ([(10 * DAY, 2), (28 * DAY, 1)], 10 * DAY),
    "glands": ([(7 * DAY, 1)], 5 * DAY),
}
RULES = {
    "above_course": {
        "urgent_grade": 4,
        "inflammatory_urgent_over": 2,
        "early_until": 48,
        "early_repeat_from": 6,
        "early_repeat_to": 36,
        "other_contact_over": 2,
        "other_contact_grade": 3,
        "other_contact_grade_from": 48,
        "other_contact_grade_apart": 6,
        "other_repeat_apart": 24,
    },
    "outlasting": {
        "inflammatory_urgent_over": 2,
        "flat_grade": 1,
        "new_grade": 1,
        "new_until": 6,
        "never_new": ("weak-immunity", "diabetes"),
    },
    "rebound": {
        "rise": 1,
        "jump": 2,
        "contact_grade": 2,
        "mild_rise": 1,
        "mild_grade": 2,
        "early_until": 48,
        "still_up_after": 6,
        "faint_still_up_after": 24,
        "faint_zeros": 2,
        "faint_first_zero_before": 12,
    },
    "emergency_lingers": 24,
    "emergency_lingers_as": "urgent",
    "hold_all_from": "urgent",
    "hold_group_from": "contact",
    "stale_after": 24,
    "once_until_day": 1,
    "late_from_day": 7,
    "silent_after": 36,
    "changes_within": 24,
    "trend_within": 48,
    "follow_up_days": 28,
    "next_session": "needling",
    "fever_celsius": 38.0,
}
TIERS = {
    "emergency": "breathing throat-swelling collapse confusion blotchy-skin irregular-heartbeat seizure "
    "heavy-bleeding eye-emergency face-droop sight-loss numbing-reaction",
    "urgent": "fever pus bad-smell red-streaks spreading-redness eye-pain vision eye-swelling blisters hives "
    "burns open-sore very-unwell shared-needles faint",
    "contact": "cold-sore dark-patches firm-bumps grid-marks raised-scar rash hollowing numbness worried",
}


def test_the_courses() -> None:
    """Each symptom's steps of normal maximum grade, its limit, and from when it only settles."""
    found = {
        row.id: ([tuple(step) for step in row.course], row.settles_from)
        for row in read_guide().symptoms.values()
    }
    assert found == COURSES


def test_what_shapes_a_course() -> None:
    """Extra hours of the first step, radio-frequency's own course, urgent grades, lingering redness."""
    rows = read_guide().symptoms
    assert {row.id: row.slower_first_step for row in rows.values() if row.slower_first_step} == {
        "redness": {"deep": 24, "slow_area": 24},
        "swelling": {"deep": 12, "slow_area": 12},
    }
    slower = {"rf": ((3 * DAY, 2), (14 * DAY, 1))}
    assert {row.id: row.course_when for row in rows.values() if row.course_when} == {
        "tightness": slower,
        "sensitivity": slower,
    }
    assert {row.id: row.urgent_grade for row in rows.values() if row.urgent_grade} == {
        "swelling": 3,
        "itching": 3,
    }
    assert {row.id: row.persisting for row in rows.values() if row.persisting} == {"redness": (72, 120)}
    assert {row.id: row.flush for row in rows.values() if row.flush} == {"redness": (4, 24, 6, ("rf",))}
    assert {row.id for row in rows.values() if row.inflammatory} == {"redness", "swelling", "warmth", "pain"}
    assert {row.id for row in rows.values() if row.rebound_urgent} == {"swelling"}
    assert {row.id: row.mild_rise for row in rows.values() if row.mild_rise} == {
        "redness": "inside-course",
        "pain": "early",
    }


def test_the_numbers_of_the_rules() -> None:
    """Every number that a rule reads."""
    assert _plain(read_guide().rules) == RULES


def test_the_modifiers() -> None:
    """From which depth, device, skin type and in which areas they count."""
    rows = read_guide().modifiers
    assert {id: (row.looks_at, row.any_of or row.at_least) for id, row in rows.items()} == {
        "rf": ("device", ("rf",)),
        "deep": ("depth_mm", 1.5),
        "pih_prone": ("skin_type", 4),
        "slow_area": ("area", ("neck", "chest", "back", "abdomen", "arms", "hands", "legs")),
    }
    assert [row.id for row in rows.values() if row.asks_in_full] == ["pih_prone"]


def test_the_tier_of_every_sign() -> None:
    """Signs by tier, each alone enough."""
    signs = read_guide().signs.values()
    assert {tier: {row.id for row in signs if row.tier == tier} for tier in TIERS} == {
        tier: set(ids.split()) for tier, ids in TIERS.items()
    }
    assert {row.id for row in signs if row.ask == "once"} == {
        "shared-needles",
        "irregular-heartbeat",
        "seizure",
        "heavy-bleeding",
        "faint",
        "numbing-reaction",
    }


def test_the_combinations() -> None:
    """What means more together, and the hours that they look at."""
    rows = read_guide().combinations
    assert {row.id: row.tier for row in rows.values()} == {
        "infection-unwell": "emergency",
        "infection-fever": "emergency",
        "eye-infection": "emergency",
        "allergy-unwell": "emergency",
        "cold-sore-eye": "urgent",
        "inflamed-again": "urgent",
        "inflamed": "urgent",
        "at-risk": "urgent",
    }
    assert [(rows[id].from_hours, rows[id].within) for id in ("inflamed-again", "inflamed")] == [
        (48, 24),
        (48, 24),
    ]
    assert (rows["inflamed"].number, rows["inflamed"].early) == (2, {2: "contact", 3: "urgent"})
    assert {row.id: row.beside for row in rows.values() if row.beside} == {"inflamed": {"pain": 1}}


def test_the_holds() -> None:
    """The lowest value of each item that still holds a restriction."""
    assert {row.id: row.lowest for row in read_guide().holds.values()} == {
        "loose-skin": {"scabs": 1, "flaking": 1},
        "fresh-skin": {"redness": 2, "flaking": 2, "scabs": 1, "open-sore": 1},
        "heat": {"redness": 2, "swelling": 2},
        "broken-skin": {"scabs": 1, "open-sore": 1},
    }
    puffy = {"pih_prone": {"warmth": 1, "swelling": 1}}
    assert {row.id: row.lowest_when for row in read_guide().holds.values() if row.lowest_when} == {
        "fresh-skin": puffy,
        "heat": puffy,
    }


def _plain(row: NamedTuple) -> dict[str, object]:
    return {
        name: _plain(value) if hasattr(value, "_asdict") else value for name, value in row._asdict().items()
    }
