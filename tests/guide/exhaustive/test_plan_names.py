"""Every name of a red flag, in every place of a clinic's plan that could take it."""

from pathlib import Path

import pytest

from meso_cli.guide.words import read_other_words
from tests.guide.test_plan_file import ACTIVITY, CARE, CLINIC, GUIDE, SIGN, problems

RED_FLAGS = [sign.id for sign in GUIDE.signs.values() if sign.is_red_flag]
RED_WORDS = [word for word, item in read_other_words().items.items() if item in RED_FLAGS]


@pytest.mark.parametrize("name", RED_FLAGS + RED_WORDS + list(read_other_words().alarms))
def test_no_plan_takes_the_name_of_a_red_flag(tmp_path: Path, name: str) -> None:
    """Neither as a sign, nor as an activity or care, nor as a word for one, however it is spelt."""
    spelt = name.replace("-", " ").title()
    texts = (
        f"[signs.{name}]\n{SIGN}",
        f"[activities.{name}]\n{ACTIVITY}avoid_until = '1d'",
        f"[care.{name}]\n{CARE}",
        f"[signs.off]\n{SIGN}words = ['{spelt}']",
        f"[activities.dye]\n{ACTIVITY}avoid_until = '1d'\nwords = ['{spelt}']",
    )
    for text in texts:
        assert any("no plan can change" in said for said in problems(tmp_path, CLINIC + text)), text
