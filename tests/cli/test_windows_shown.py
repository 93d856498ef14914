"""What a page of some days says of the others, and of entries that are dated in the future."""

import pytest

from tests.conftest import World


def words_of(world: World, *words: str) -> str:
    answer = world.meso(*words)
    assert answer.code == 0, answer.err
    return " ".join(answer.out.split())


@pytest.fixture
def early(treated: World) -> World:
    """Much on days 0 and 1, with a question; afterwards water alone, on day 6."""
    treated.at(hours=2).meso("log", "fever=no", "--note", "is it hot?")
    treated.at(hours=26).meso("log", "redness=1", "swelling=1", "bruising=1", "spf=2")
    treated.at(days=6).meso("log", "water=1")
    return treated.at(days=9)


def test_never_is_of_the_whole_treatment(early: World) -> None:
    """What was logged before the days of a page is not "never logged"; what is left off is said."""
    text = words_of(early, "report", "--format", "markdown", "--days", "2")
    assert "Logged on 0 of 2 days; fever asked on 0" in text
    never, care_never = (part.split(" ## ")[0] for part in text.split("Never logged: ")[1:])
    assert not [name for name in ("redness", "swelling") if name in never]
    assert "sunscreen" not in care_never
    assert "but on others: redness (last 1, day 1), swelling (last 1, day 1), bruising (last 1," in text
    assert text.count("Left off this page: days 0 to 7, with 3 entries") == 2
    assert "None noted on days 8 to 9." in text
    whole = words_of(early, "report", "--format", "markdown")
    assert "Left off" not in whole
    assert "is it hot?" in whole


def test_a_page_of_the_default_length_says_what_it_leaves_off(early: World) -> None:
    """After four weeks the first days fall out of the window: of the report, of its answer, of `trend`."""
    early.at(days=31).meso("log", "water=1")
    assert "days 0 to 2, with 2 entries" in early.meso("report", "-o", "page.html").out
    assert "bruising (last 1, day 1)" in (early.folder / "page.html").read_text("utf-8")
    out = early.meso("trend").out
    assert "Left off here: days 0 to 2, with 2 entries. To see them: meso trend --days 32" in out
    assert "Redness: not recorded on these days, last 1 on day 1" in out
    assert "Left off" not in early.meso("trend", "--days", "32").out
    assert early.as_json("trend")["left_off"] == {"days": 3, "entries": 2}


def test_a_yes_from_the_future_is_named_wherever_it_counts(treated: World) -> None:
    """What status takes for present is absent, "never asked" or uncounted neither in report nor in trend."""
    treated.at(hours=2).meso("log", "swelling=1")
    treated.at(days=5).meso("log", "pus", "redness=1", "fever=no", "spf")
    treated.at(hours=4)
    out = words_of(treated, "trend")
    assert "1 entry is dated in the future (#2)" in out
    assert "Pus: not recorded up to now; yes in #2, dated in the future" in out
    assert "1 in #2, dated in the future" in out
    assert treated.as_json("trend")["ahead"][0]["entry"] == 2
    text = words_of(treated, "report", "--format", "markdown")
    assert "Present (urgent): pus: yes in #2, dated in the future" in text
    assert "fever (only in #2, dated in the future; clears nothing)" in text
    never = text.split("Never asked")[1]
    assert " pus" not in never
    assert "(#2, dated in the future): pus yes, redness 1 mild; no: fever" in text
    assert "but on others: sunscreen" in text
    assert "not recorded up to now; 1 in #2, dated in the future" in text  # no chart shows it
    assert "1 in #2, dated in the future" in words_of(treated, "report")
    assert "1 sign reported" in treated.meso("report", "-o", "page.html").out


def test_only_entries_from_the_future_are_a_trend(treated: World) -> None:
    """They are shown with what stands because of them."""
    treated.at(days=5).meso("log", "pus")
    out = words_of(treated.at(hours=4), "trend")
    assert "urgent" in out.casefold()
    assert "Pus: not recorded up to now; yes in #1, dated in the future" in out


def test_a_sign_that_was_denied_has_a_trend(treated: World) -> None:
    """Beside one that stands it hides nothing; where a sign was never asked about, that is said."""
    treated.at(hours=4).meso("log", "fever=no", "pus")
    out = words_of(treated, "trend", "fever", "pus")
    assert "Fever: no on these days" in out
    assert "Pus: yes on day 0" in out
    assert "URGENT" in out
    answer = treated.meso("trend", "burns")
    assert answer.code == 3
    assert "a warning stands" in answer.err


def test_questions_that_do_not_fit_are_counted(treated: World) -> None:
    """The latest four stand on the first page, and how many more there are."""
    for number in range(6):
        treated.at(hours=number + 1).meso("log", "--note", f"question {number}?")
    assert "and 2 more, earlier, in the log below" in words_of(treated, "report", "--format", "markdown")
    assert "and 2 more, earlier, in the log below" in words_of(treated, "report")
