"""A clinic's sheet for its patients: one page from the plan's file, in the clinic's words."""

import stat
from pathlib import Path

import pytest

from meso_cli.guide.files import data_folder
from tests.cli.test_report import TAGS, Read
from tests.conftest import World

EXAMPLE = data_folder() / "plans" / "example.toml"


def text_of(page: str) -> str:
    return " ".join(Read(page).text.split())


def test_what_a_patient_takes_home(world: World) -> None:
    """What to avoid in the order in which it ends, care, whom to call; without any treatment recorded."""
    answer = world.meso("plan", "sheet", str(EXAMPLE))
    assert answer.code == 0, answer.err
    text = text_of(answer.out)
    parts = (
        "After your microneedling",
        "Example Skin Clinic",
        "Treated on",
        "020 7946 0000",
        "out of hours 020 7946 0999",
        "Lost dressing : Call us the same day",
        "Touching : not for 24 h",
        "Makeup : not for 12 h, then with care until 48 h. The guide: not for 24 h, then with care",
        "until 48 h; 4 days with deep needling or radio-frequency. Only the mineral powder that we gave you.",
        "Hard exercise : not for 48 h (3 days with deep needling; 6 days with radio-frequency)",
        "Sauna and steam : not for 10 days. Steam rooms and hot yoga too.",
        "Hair dye : not for 7 days, then with care until 14 days",
        "Healing gel : A thin layer",
        "CALL your local emergency number (112, 911, 999, 000) NOW",
        "trouble breathing",
        "SEE A DOCTOR TODAY",
        "meso informs you; it does not diagnose",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places, [part for part, place in zip(parts, places, strict=True) if place == -1]
    assert places == sorted(places)
    assert "Deep needling is 1.5 mm or more." in text
    assert "your practitioner's sheet" not in text  # which this is
    assert {tag for tag, _ in Read(answer.out).tags} <= TAGS
    assert not world.database.exists()


def test_each_line_of_the_card_is_an_item(world: World) -> None:
    """As on the card itself: what runs together is not read by somebody who is afraid."""
    page = world.meso("plan", "sheet", str(EXAMPLE)).out
    card = [
        line[2:]
        for line in (data_folder() / "microneedling/urgent.txt").read_text().splitlines()
        if line[:2] == "- "
    ]
    assert len(card) > 10
    assert [line for line in card if f"<li>{line}</li>" not in page] == []


def test_with_its_dates_and_numbers(world: World) -> None:
    """`--at` gives moments in the place of lengths; the region's own number stands on the card."""
    world.meso("config", "region", "gb")
    file = world.folder / "sheet.html"
    answer = world.meso("plan", "sheet", str(EXAMPLE), "-o", str(file), "--at", "today 09:00")
    assert (answer.code, stat.S_IMODE(file.stat().st_mode)) == (0, 0o600)
    text = text_of(file.read_text("utf-8"))
    assert "Treated Mon 2 Mar 2026 09:00 CET" in text
    assert "Makeup : not until Mon 2 Mar 21:00, then with care until Wed 4 Mar 09:00" in text
    assert "CALL 999" in text
    again = world.meso("plan", "sheet", str(EXAMPLE), "-o", str(file))
    assert (again.code, "--force" in again.err) == (2, True)


def test_open_and_hostile(world: World, tmp_path: Path) -> None:
    """What has no end says so; a clinic's words are text, whatever they look like."""
    plan = tmp_path / "plan.toml"
    plan.write_text(
        '[clinic]\nname = "<script>x</script> & \\"Co\\""\nissued = 2026-11-01\n'
        '[windows.makeup]\navoid_until = "open"\nnote = "</style><b>no</b>"\n'
    )
    answer = world.meso("plan", "sheet", str(plan))
    text = text_of(answer.out)
    assert '<script>x</script> & "Co"' in text
    assert "Makeup : not until we say so. </style><b>no</b>" in text
    assert {tag for tag, _ in Read(answer.out).tags} <= TAGS


@pytest.mark.parametrize("file", ["missing.toml", "wrong.toml"])
def test_a_wrong_plan_makes_no_sheet(world: World, file: str) -> None:
    """All that is wrong is said, as by `plan check`; nothing is written."""
    (world.folder / "wrong.toml").write_text("[clinic]\n")
    answer = world.meso("plan", "sheet", file, "-o", "sheet.html")
    assert answer.code in (2, 3)
    assert not (world.folder / "sheet.html").exists()


def test_a_sheet_never_takes_the_place_of_its_plan(world: World) -> None:
    """Not with --force, and not by another way to it."""
    plan = world.folder / "clinic.toml"
    plan.write_bytes(EXAMPLE.read_bytes())
    for name in ("clinic.toml", f"../{world.folder.name}/clinic.toml"):
        answer = world.meso("plan", "sheet", str(plan), "-o", name, "--force")
        assert (answer.code, "is the plan itself" in answer.err) == (2, True)
    assert plan.read_bytes() == EXAMPLE.read_bytes()
