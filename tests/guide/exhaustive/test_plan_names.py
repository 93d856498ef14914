"""Every name of a red flag, in every place of a clinic's plan that could take it."""

from pathlib import Path

import pytest

from meso_cli.guide.words import read_item_names
from tests.guide.test_plan_file import ACTIVITY, CARE, CLINIC, GUIDE, SIGN, problems

SPOKEN = read_item_names()
RED_FLAGS = [sign.id for sign in GUIDE.signs.values() if sign.is_red_flag]
NAMES = {sign: (sign, *SPOKEN.items.get(sign, ())) for sign in RED_FLAGS} | {"alarms": tuple(SPOKEN.alarms)}


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_no_plan_takes_the_name_of_a_red_flag(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Neither as a sign, nor as an activity or care, nor as a word for one, however it is spelt."""
    rows = {"signs": SIGN, "activities": f"{ACTIVITY}avoid_until = '1d'\n", "care": CARE}
    ids = [name.replace(" ", "-") for name in names]
    spelt = [name.replace("-", " ").title() for name in names]
    for table, row in rows.items():
        found = problems(tmp_path, CLINIC + "".join(f"[{table}.{id}]\n{row}" for id in ids))
        for id in ids:
            place = f"plan.toml: {table}.{id}: "
            assert any(said.startswith(place) and "no plan can change" in said for said in found), place
    for table in ("signs", "activities"):
        found = problems(tmp_path, f"{CLINIC}[{table}.off]\n{rows[table]}words = {spelt}\n")
        for word in spelt:
            assert any(f"the word '{word}' is" in said and "no plan can" in said for said in found), word
