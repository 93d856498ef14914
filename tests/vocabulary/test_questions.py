"""Questions as people ask them: what they are about, when, and what of them was not understood."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meso_cli.commands.support.vocabulary import topics_named
from meso_cli.guide.reading import read_guide
from meso_cli.vocabulary.questions import Question, read_question
from tests.searching import examples

TOPICS = topics_named(read_guide())


def asked(words: str) -> Question:
    return read_question(words, TOPICS)


@pytest.mark.parametrize(
    ("words", "ids", "at"),
    [
        ("swim", {"swimming"}, None),
        ("when can I put makeup on", {"makeup"}, None),
        ("is it ok to wear foundation tomorrow", {"makeup"}, "tomorrow"),
        ("drink wine tonight", {"alcohol"}, "tonight"),
        ("can i go in the sun", {"sun"}, None),
        ("go swimming on saturday", {"swimming"}, "on saturday"),
        ("How long until I can use retinol?", {"actives"}, None),
        ("take ibuprofen", {"anti-inflammatories"}, None),
        ("have a glass of wine", {"alcohol"}, None),
    ],
)
def test_a_question_is_read_whole(words: str, ids: set[str], at: str | None) -> None:
    """Small words and words of asking go, words of time are kept apart, names stay."""
    found = asked(words)
    assert ({*found.ids}, found.at, found.is_whole) == (ids, at, True)


@pytest.mark.parametrize(("words", "lead"), [("wash my face", "cleanse"), ("shower", "lukewarm-shower")])
def test_what_must_be_done_leads(words: str, lead: str) -> None:
    """Where one name stands for what must be done and what must not."""
    assert asked(words).lead == lead


@pytest.mark.parametrize("words", ["wash my face with my new brush", "retinol and unicorn dust", "retnol"])
def test_what_is_left_or_guessed_is_no_whole_question(words: str) -> None:
    """Then nothing leads and nothing is allowed by the answer."""
    found = asked(words)
    assert found.ids
    assert (found.is_whole, found.lead) == (False, None)


@pytest.mark.parametrize("words", ["", "can I?", "unicorns", "zzz", "is it", "?", "💉", "можно плавать"])
def test_what_names_nothing_has_no_ids(words: str) -> None:
    """Nothing is guessed from it."""
    assert asked(words).ids == ()


@settings(max_examples=examples(100), deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_asked_is_read(words: str) -> None:
    """Never an exception."""
    asked(words)


@pytest.mark.parametrize(
    ("asked", "ids", "at"),
    [
        ("swim tmrw", ("swimming",), "tmrw"),
        ("swim tmrw morn", ("swimming",), "tmrw morn"),
        ("wine 2nite", ("alcohol",), "2nite"),
        ("a glass of wine", ("alcohol",), None),
        ("cup of tea", ("hot-drinks",), None),
        ("when's swimming ok", ("swimming",), None),
    ],
)
def test_a_question_as_it_is_texted(asked: str, ids: tuple[str, ...], at: str | None) -> None:
    """Words of time in short, measures, and "when's"."""
    found = read_question(asked, TOPICS)
    assert (found.ids, found.at, found.is_whole) == (ids, at, True)
