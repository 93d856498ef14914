"""The mentions of items in a sentence, each with what the words around it say about it.

A word of degree belongs to the name behind it, a number to the name before it; a denial reaches the
name next to it and, over "or", the next one, never over a comma, "and" or "but".
"""

import re
from collections.abc import Callable, Sequence

from meso_cli.values import NamedTuple
from meso_cli.vocabulary import language
from meso_cli.vocabulary.items import Items, Meant
from meso_cli.vocabulary.names import Found
from meso_cli.vocabulary.sentence import Sentence
from meso_cli.vocabulary.values import NO, NUMBER, YES

_GRADES_BEHIND = frozenset({"none", "mild", "moderate", "severe"})
_UNITS = frozenset({"c", "f", "°c", "°f", "°", "degrees", "celsius", "fahrenheit"})
_OTHER_SCALE = frozenset({"out", "/"})
_OF_ANOTHER_SCALE = re.compile(r"[0-9]+/[0-9]+")
_SMALL = language.FILLERS | language.NEUTRAL


class Mention(NamedTuple):
    """One item that was named, at `places`.

    `value` is what was said of it, as it would follow a =; None where it was only named. `how` says
    what stands in the way of recording that: "unclear" a degree without a grade, "changed" a
    direction without a grade, "gone" the end of a red flag that was not denied outright.
    """

    item: str
    places: tuple[int, ...]
    value: str | None = None
    is_denied: bool = False
    how: str | None = None


class Mentions(NamedTuple):
    """All mentions of a sentence; `alarms` are its words of alarm, `left` the places of what was not read."""

    named: tuple[Mention, ...]
    alarms: tuple[str, ...]
    left: tuple[int, ...]


def mentions_in(sentence: Sentence, items: Items) -> Mentions:
    """What a sentence names and says about it."""
    return _Walk(sentence, items).through(_found(sentence, items))


def _found(sentence: Sentence, items: Items) -> Sequence[Found[Meant]]:
    """The names in the sentence; ids that stand apart need no other names."""
    runs = _as_typed(sentence)
    ids = [items.id(sentence.words[run[0]].typed) for run in runs]
    apart = (run[-1] in sentence.given or sentence.words[run[-1] + 1].breaks for run in runs[:-1])
    if all(ids) and all(apart):
        return [Found(run, Meant("item", id)) for run, id in zip(runs, ids, strict=True) if id]
    return items.names.find(sentence.words)


def _as_typed(sentence: Sentence) -> list[tuple[int, ...]]:
    """The places of each word that was typed as one: "open-sore" has two."""
    runs: list[tuple[int, ...]] = []
    for place, word in enumerate(sentence.words):
        before = runs[-1][-1] if runs else None
        is_same = (
            before is not None and sentence.words[before].typed == word.typed and word.typed != word.text
        )
        if is_same and not word.breaks and before not in sentence.given:
            runs[-1] = (*runs[-1], place)
        else:
            runs.append((place,))
    return runs


class _Walk:
    """One walk over a sentence, from its first word to its last."""

    def __init__(self, sentence: Sentence, items: Items) -> None:
        self._sentence = sentence
        self._words = sentence.words
        self._items = items
        self._named: list[Mention] = []
        self._alarms: list[str] = []
        self._left: list[int] = []
        self._clause = 0
        """The first mention of the present clause, in `_named`."""
        self._denial: int | None = None
        self._degree: tuple[int, str] | None = None
        self._change: int | None = None
        self._number: int | None = None
        self._names_at: frozenset[int] = frozenset()

    def through(self, found: Sequence[Found[Meant]]) -> Mentions:
        """Every word in its order; those of a name together, at its first."""
        at = {name.places[0]: name for name in found}
        self._names_at = frozenset(at)
        taken = {place for name in found for place in name.places}
        for place, word in enumerate(self._words):
            if word.breaks or place - 1 in self._sentence.given:
                self._end_clause()
            if place in at:
                self._mention(at[place])
            elif place not in taken:
                self._read(place)
        self._end_clause()
        return Mentions(tuple(self._named), tuple(self._alarms), tuple(sorted(self._left)))

    def _mention(self, found: Found[Meant]) -> None:
        kind, id = found.meaning
        denied = self._denial is not None
        if kind == "alarm":
            if not denied:
                self._alarms.append(id)
            self._left += found.places
        elif kind == "denial":
            self._named.append(Mention(id, found.places, "no", is_denied=True))
        else:
            self._named.append(self._about(id, found.places))
        self._denial = self._degree = self._change = self._number = None

    def _about(self, item: str, places: tuple[int, ...]) -> Mention:
        mention = Mention(item, places)
        if (given := self._sentence.given.get(places[-1])) is not None:
            self._leave_pending()
            return mention._replace(value=given)
        if self._denial is not None:
            how = "unclear" if self._degree or self._change is not None else None
            return mention._replace(value="no", is_denied=True, how=how)
        if self._change is not None:
            return mention if self._is_there(item, self._change) else mention._replace(how="changed")
        if self._degree is not None:
            place, value = self._degree
            how = None if value or self._is_there(item, place) else "unclear"
            return mention._replace(value=value or None, how=how)
        if self._number is not None:
            if self._takes_number_before(item):
                return mention._replace(value=self._words[self._number].text)
            self._left.append(self._number)
        return mention

    def _is_there(self, item: str, place: int) -> bool:
        """Whether a word without a grade says enough of a sign: "so confused", "the wound opened up"."""
        said = language.GROWING | (language.UNCLEAR_DEGREES - language.SCARCELY)
        return item in self._items.guide.signs and self._text(place) in said

    def _takes_number_before(self, item: str) -> bool:
        """ "6 glasses of water", "39 fever"; a grade stands behind its symptom."""
        return item in self._items.guide.care or self._items.takes_temperature(item)

    def _read(self, place: int) -> None:
        """A word that is no name: the first that recognises it has read it."""
        if place in self._sentence.given or not any(read(self, place) for read in _RECOGNISERS):
            self._leave_pending()
            self._left.append(place)

    def _deny(self, place: int) -> bool:
        """A denial before a name; behind one it is its value: "redness none", "fever no" at the end."""
        if self._text(place) not in language.NEGATIONS:
            return False
        if self._is_value_of_last(place):
            self._say(len(self._named) - 1, value="no", is_denied=True)
        else:
            self._leave_pending()
            self._denial = place
        return True

    def _join(self, place: int) -> bool:
        """ "No fever or pus" denies both; "and" takes nothing along, and "but" begins something new."""
        text = self._text(place)
        if text in language.ALTERNATIVES:
            last = self._last
            self._denial = place if last is not None and last.is_denied else self._denial
        elif text in language.ADDITIONS:
            self._leave_pending()
        elif text in language.CONTRASTS:
            self._end_clause()
        return text in language.ALTERNATIVES | language.ADDITIONS | language.CONTRASTS

    def _end(self, place: int) -> bool:
        """All that was only named in this clause has an end; a red flag's end is asked about."""
        if self._text(place) not in language.GONE:
            return False
        self._denial = None  # "no longer there" says the same
        only_named = self._only_named()
        for at in only_named:
            if self._items.is_red_flag(self._named[at].item):
                self._say(at, how="gone")
            else:
                self._say(at, value="no", is_denied=True)
        return bool(only_named)

    def _weigh(self, place: int) -> bool:
        """A word of degree: of the name behind it, or a grade behind its name."""
        text = self._text(place)
        grade = self._items.degrees.get(text)
        if grade is None and text not in language.UNCLEAR_DEGREES:
            return False
        if self._is_value_of_last(place) and text in _GRADES_BEHIND:
            self._say(len(self._named) - 1, value=self._graded(place))
            return True
        if text == "severe" and self._is_very:
            grade = max(self._items.degrees.values())
        self._degree = (place, "" if grade is None else str(grade))
        return True

    def _turn(self, place: int) -> bool:
        """Which way it goes, said of what was only named before it, or of the name behind it."""
        if self._text(place) not in language.CHANGED:
            return False
        if self._denial is not None and self._text(place) in language.NO_MORE:
            return True
        only_named = self._only_named()
        for at in only_named:
            if not self._is_there(self._named[at].item, place):
                self._say(at, how="changed")
        if not only_named:
            self._change = place
        return True

    def _value(self, place: int) -> bool:
        """The number or word behind a name; "3 out of 10" and "3/10" are numbers of another scale."""
        last, text = len(self._named) - 1, self._text(place)
        if self._is_value_of_last(place):
            if self._text(place + 1) in _OTHER_SCALE or _OF_ANOTHER_SCALE.fullmatch(text):
                self._say(last, how="unclear")
                return False
            unit = self._text(place + 1) if self._is_unit(place + 1) else ""
            self._say(last, value=f"{text} {unit}".strip())
            return True
        if NUMBER.fullmatch(text) and self._number is None:
            self._number = place
            return True
        return False

    def _pass(self, place: int) -> bool:
        """What says nothing that would be lost."""
        return self._text(place) in _SMALL or self._is_unit(place)

    def _say(
        self, at: int, *, value: str | None = None, how: str | None = None, is_denied: bool = False
    ) -> None:
        """What is said of a mention."""
        self._named[at] = self._named[at]._replace(value=value, how=how, is_denied=is_denied)

    @property
    def _is_very(self) -> bool:
        return self._degree is not None and self._text(self._degree[0]) == "very"

    def _graded(self, place: int) -> str:
        very, self._degree = self._is_very, None
        return f"very {self._text(place)}" if very else self._text(place)

    def _only_named(self) -> list[int]:
        """The mentions of this clause about which nothing is said yet."""
        return [
            at
            for at in range(self._clause, len(self._named))
            if self._named[at].value is None and self._named[at].how is None
        ]

    @property
    def _last(self) -> Mention | None:
        return self._named[-1] if len(self._named) > self._clause else None

    def _is_value_of_last(self, place: int) -> bool:
        """Whether a word can be the value of the name right before it."""
        last, text = self._last, self._words[place].text
        if last is None or last.value is not None or last.how is not None:
            return False
        if any(self._words[at].text not in _SMALL for at in range(last.places[-1] + 1, place)):
            return False
        if NUMBER.fullmatch(text) or _OF_ANOTHER_SCALE.fullmatch(text):
            return True
        if self._ends_clause(place):
            return text in _GRADES_BEHIND or text in YES | NO
        return text in _GRADES_BEHIND and (place + 1 not in self._names_at or self._is_list(place))

    def _is_list(self, place: int) -> bool:
        """Whether grades stand behind their names to the end: "redness severe itching mild"."""
        last = next(at for at in range(place, len(self._words)) if self._ends_clause(at))
        return self._words[last].text in _GRADES_BEHIND or bool(NUMBER.fullmatch(self._words[last].text))

    def _ends_clause(self, place: int) -> bool:
        return place + 1 == len(self._words) or self._words[place + 1].breaks

    def _text(self, place: int) -> str:
        return self._words[place].text if place < len(self._words) else ""

    def _is_unit(self, place: int) -> bool:
        if not 0 < place < len(self._words) or self._words[place].text not in _UNITS:
            return False
        return bool(NUMBER.fullmatch(self._words[place - 1].text))

    def _end_clause(self) -> None:
        """A degree at the end belongs to what it follows: "bleeding a bit"."""
        open_ = self._only_named()
        if self._degree is not None and open_:
            place, value = self._degree
            is_enough = value or self._is_there(self._named[open_[-1]].item, place)
            self._say(open_[-1], value=value or None, how=None if is_enough else "unclear")
            self._degree = None
        self._leave_pending()
        self._clause = len(self._named)

    def _leave_pending(self) -> None:
        """What waited for a name and met none was not read."""
        for place in (self._denial, self._degree and self._degree[0], self._change, self._number):
            if place is not None:
                self._left.append(place)
        self._denial = self._degree = self._change = self._number = None


_RECOGNISERS: tuple[Callable[[_Walk, int], bool], ...] = (
    _Walk._deny,
    _Walk._join,
    _Walk._end,
    _Walk._weigh,
    _Walk._turn,
    _Walk._value,
    _Walk._pass,
)
"""In this order: "mild" is a degree before it could be anybody's value."""
