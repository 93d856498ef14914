"""Numbers in a sentence: a grade behind its symptom, how many of a care; how long, how often, of how many."""

from meso_cli.model.guide import GRADES
from meso_cli.vocabulary import language
from meso_cli.vocabulary.values import NUMBER
from meso_cli.vocabulary.walking import OF_ANOTHER_SCALE, SMALL, Walking

_OTHER_SCALE = frozenset({"out", "/"})
_GRADES = tuple(str(grade) for grade in range(len(GRADES)))
_HIGHEST = _GRADES[-1]


class Amounts(Walking):
    """What a walk makes of the numbers that it meets."""

    def _spell(self, place: int) -> bool:
        """A number as a word: "redness two", "two glasses of water", "spf twice"."""
        text = self._text(place)
        number = language.NUMBERS.get(text) or language.OFTEN.get(text)
        if number is None:
            return False
        if (said := self._said_behind(place)) is not None:
            self._say(len(self._named) - 1, value=number if said else None, how=None if said else "unclear")
            return True
        if text not in language.NUMBERS or text in language.NEGATIONS:
            return False
        self._number = place if self._number is None else self._number
        return True

    def _said_behind(self, place: int) -> bool | None:
        """Whether a number as a word is the value of the name before it, or, False, one of another scale."""
        last, text, following = self._last, self._text(place), self._text(place + 1)
        if last is None or not self._is_behind_last(place):
            return None
        if last.item in self._items.guide.care:
            return text in language.OFTEN or following == "times" or None
        if not self._is_symptom(last) or text not in language.NUMBERS:
            return None
        if following in _OTHER_SCALE:
            return False
        is_end = self._ends_clause(place) or place + 1 in self._names_at
        return is_end or following in language.ADDITIONS or None

    def _value(self, place: int) -> bool:
        """The number or word behind a name; "3 out of 10" and "3/10" are numbers of another scale."""
        last, text = len(self._named) - 1, self._text(place)
        if self._is_second_number(place):
            self._say(last, how="unclear")
            return True
        if self._is_value_of_last(place):
            if (
                self._text(place + 1) in _OTHER_SCALE
                or OF_ANOTHER_SCALE.fullmatch(text)
                or self._counts(place)
            ):
                if self._is_of_four(place):
                    self._say(last, value=text.partition("/")[0])
                    return True
                self._say(last, how="unclear")
                return False
            self._passed |= self._in_words_too(place)
            unit = self._text(place + 1) if self._is_unit(place + 1) else ""
            self._say(last, value=f"{text} {unit}".strip())
            return True
        if NUMBER.fullmatch(text) and self._number is None:
            self._number = place
            return True
        if text[:1].isdigit() and self._is_behind_last(place) and self._is_symptom(self._last):
            self._say(last, how="unclear")  # "2ish"
        return False

    def _is_of_four(self, place: int) -> bool:
        """ "2 out of 4" and "2/4" are of this scale."""
        text = self._text(place)
        if not self._is_symptom(self._last):
            return False
        if OF_ANOTHER_SCALE.fullmatch(text):
            return text.partition("/")[2] == _HIGHEST
        highest = place + (3 if self._text(place + 2) == "of" else 2)
        if language.NUMBERS.get(self._text(highest), self._text(highest)) != _HIGHEST:
            return False
        self._passed |= {*range(place + 1, highest + 1)}
        return True

    def _in_words_too(self, place: int) -> set[int]:
        """The words of a grade behind its number, as answers have them: "redness 1 mild"."""
        number = self._text(place)
        if not self._is_symptom(self._last) or number not in _GRADES:
            return set()
        said = GRADES[int(number)].split()
        behind = range(place + 1, place + 1 + len(said))
        return {*behind} if [self._text(at) for at in behind] == said else set()

    def _came_to(self, place: int) -> str | None:
        """The grade in "down to 1", "up to 3", said of the symptom before it."""
        number = language.NUMBERS.get(self._text(place + 2), self._text(place + 2))
        if self._text(place + 1) != "to" or number not in _GRADES or self._text(place + 3) in _OTHER_SCALE:
            return None
        if not (self._is_symptom(self._last) and self._is_behind_last(place)):
            return None
        self._passed |= {place + 1, place + 2}
        return number

    def _is_grade_before(self, item: str) -> bool:
        """ "Grade 3 redness" """
        before = self._number - 1 if self._number else None
        if (
            before is None
            or item not in self._items.guide.symptoms
            or self._text(before) not in language.GRADE
        ):
            return False
        self._left = [place for place in self._left if place != before]
        return True

    def _counts(self, place: int) -> bool:
        """ "Swollen 3 days" is no swelling of 3, and "itchy 2 times" no itching of 2."""
        behind = [
            self._text(place + 1),
            *([self._text(place + 2)] if self._text(place + 1) in SMALL else []),
        ]
        return self._is_symptom(self._last) and not language.STRETCHES.isdisjoint(behind)

    def _is_second_number(self, place: int) -> bool:
        """ "Redness 2 or 3", "pain went from 3 to 1": which of them it is now, nobody said."""
        last = self._last
        if (
            last is None
            or last.value is None
            or not NUMBER.fullmatch(last.value)
            or not self._is_symptom(last)
        ):
            return False
        if not NUMBER.fullmatch(self._text(place)) or last.places[-1] in self._sentence.given:
            return False
        follows = next(
            (at for at in range(place + 1, len(self._words)) if self._text(at) not in SMALL), place
        )
        return follows not in self._names_at

    def _takes_number_before(self, item: str) -> bool:
        """ "6 glasses of water", "39 fever"; a grade stands behind its symptom."""
        return item in self._items.guide.care or self._items.takes_temperature(item)
