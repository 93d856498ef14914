"""The mentions of items in a sentence, each with what the words around it say about it.

A word of degree belongs to the name behind it, a number to the name before it; a denial reaches the
name next to it and, over "or", the next one, never over a comma, "and" or "but".
"""

from collections.abc import Callable, Sequence

from meso_cli.vocabulary import language
from meso_cli.vocabulary.amounts import Amounts
from meso_cli.vocabulary.finding import found_in, passing
from meso_cli.vocabulary.items import Items, Meant
from meso_cli.vocabulary.mention import Mention, Mentions
from meso_cli.vocabulary.names import Found
from meso_cli.vocabulary.sentence import Sentence
from meso_cli.vocabulary.walking import GRADES_BEHIND, SMALL

_STRONG = 3


def mentions_in(sentence: Sentence, items: Items) -> Mentions:
    """What a sentence names and says about it."""
    return _Walk(sentence, items).through(found_in(sentence, items))


class _Walk(Amounts):
    """One walk over a sentence, from its first word to its last."""

    def through(self, found: Sequence[Found[Meant]]) -> Mentions:
        """Every word in its order; those of a name together, at its first."""
        at = {name.places[0]: name for name in found}
        self._names_at = frozenset(at)
        self._names_care = any(name.meaning.id in self._items.guide.care for name in found)
        taken = {place for name in found for place in name.places}
        taken |= passing(self._words, taken)
        for place, word in enumerate(self._words):
            is_inside = place in taken and place not in at  # "blue, grey or blotchy skin"
            if (word.breaks or place - 1 in self._sentence.given) and not is_inside:
                self._end_clause()
                self._begin = place
            if place in at:
                self._mention(at[place])
            elif place not in taken | self._passed:
                self._read(place)
        self._end_clause()
        alarms = tuple(word for word, _, _ in self._alarms)
        return Mentions(tuple(self._named), alarms, tuple(sorted(self._left)), frozenset(self._others))

    def _mention(self, found: Found[Meant]) -> None:
        kind, id = found.meaning
        denied = self._denial is not None
        if kind == "alarm":
            if not denied:
                self._alarms.append((id, found.places, self._clauses))
            self._left += found.places
        elif kind == "other":
            self._left += found.places
            self._others += found.places
        elif kind == "denial":
            said = Mention(id, found.places, "no", is_denied=True)
            self._named.append(Mention(id, found.places) if denied else said)  # "not breathing normally"
        else:
            self._named.append(self._about(id, found.places))
        self._denial = self._degree = self._change = self._number = self._nearly = None

    def _about(self, item: str, places: tuple[int, ...]) -> Mention:
        mention = Mention(item, places)
        if (given := self._sentence.given.get(places[-1])) is not None:
            self._leave_pending()
            return mention._replace(value=given)
        is_listed = self._is_listed(places)
        if is_listed or self._denial is not None:
            how = None if is_listed else self._how_denied(item, places[0])
            return mention._replace(value="no", is_denied=True, how=how)
        if self._change is not None:
            return mention if self._is_there(item, self._change) else mention._replace(how="changed")
        if self._degree is not None:
            place, value = self._degree
            how = None if value or self._is_there(item, place) else "unclear"
            return mention._replace(value=value or None, how=how)
        if self._number is not None:
            number = self._text(self._number)
            if self._takes_number_before(item) or self._is_grade_before(item):
                return mention._replace(value=language.NUMBERS.get(number, number))
            if number not in language.NUMBERS:
                if self._number == places[0] - 1 and item in self._items.guide.symptoms:
                    self._number = None
                    return mention._replace(how="unclear")  # "0 redness 1 swelling", "2 pimples"
                self._left.append(self._number)
        if self._is_reached(places[0]) and item in self._items.guide.symptoms:
            self._doubtful.append(len(self._named))
        return mention

    def _how_denied(self, item: str, place: int) -> str | None:
        """What keeps a denial from being a plain no: "not very", "not as", "almost no", "I don't think"."""
        if self._degree or self._change is not None or self._nearly is not None:
            return "unclear"
        between = {self._text(at) for at in range(self._denial or 0, place)}
        if item in self._items.guide.symptoms:
            return None if between.isdisjoint(language.LESS_THAN_NO) else "unclear"
        is_hedged = self._items.is_red_flag(item) and not between.isdisjoint(language.HEDGES)
        return "gone" if is_hedged else None

    def _except(self, place: int) -> bool:
        """ "No redness except on the nose" is redness."""
        last = self._last
        if self._text(place) not in language.EXCEPTIONS or last is None or not last.is_denied:
            return False
        self._say(len(self._named) - 1, how="unclear")
        return True

    def _is_reached(self, place: int) -> bool:
        """ "Very red and swollen": very swollen, too? Only small words stand between."""
        if self._reach is None:
            return False
        return all(self._text(at) in SMALL for at in range(self._reach + 1, place))

    def _is_there(self, item: str, place: int) -> bool:
        """Whether a word without a grade says enough of a sign: "so confused", "the wound opened up"."""
        said = language.GROWING | (language.UNCLEAR_DEGREES - language.SCARCELY)
        return item in self._items.guide.signs and self._text(place) in said

    def _read(self, place: int) -> None:
        """A word that is no name: the first that recognises it has read it."""
        if place in self._sentence.given or not any(read(self, place) for read in _RECOGNISERS):
            self._leave_pending()
            self._left.append(place)

    def _deny(self, place: int) -> bool:
        """A denial before a name; behind one it is its value: "redness none", "fever no" at the end."""
        if self._text(place) not in language.NEGATIONS:
            return False
        if self._is_value_of_last(place) or (self._is_behind_last(place) and self._ends_in_no(place)):
            self._say(len(self._named) - 1, value="no", is_denied=True)
        else:
            nearly, self._nearly = self._nearly, None
            self._leave_pending()
            self._denial, self._nearly = place, nearly
        return True

    def _join(self, place: int) -> bool:
        """ "No fever or pus" denies both; "and" takes nothing along, and "but" begins something new."""
        text = self._text(place)
        if text == "n" and self._ends_in_no(place):  # "fever n pus n": no "and"
            if self._is_behind_last(place):
                self._say(len(self._named) - 1, value="no", is_denied=True)
            return True
        if text in language.ALTERNATIVES:
            last = self._last
            self._denial = place if last is not None and last.is_denied else self._denial
        elif text in language.ADDITIONS:
            self._leave_pending()
            self._reach = place if self._is_strong_to(place) else None
        elif text in language.CONTRASTS:
            self._end_clause()
        return text in language.ALTERNATIVES | language.ADDITIONS | language.CONTRASTS

    def _ends_in_no(self, place: int) -> bool:
        """Whether the last word of the clause is the same no: "fever no pus no"."""
        last = next(at for at in range(place, len(self._words)) if self._ends_clause(at))
        return self._text(last) == self._text(place)

    def _is_strong_to(self, place: int) -> bool:
        """Whether the name right before a place has a strong degree of its own before it."""
        last = self._last
        if last is None or last.places[-1] != place - 1 or last.places[0] == 0:
            return False
        return self._items.degrees.get(self._text(last.places[0] - 1), 0) >= _STRONG

    def _end(self, place: int) -> bool:
        """All that was only named in this clause has an end; a red flag's end is asked about."""
        if self._text(place) not in language.GONE or self._text(place + 1) in language.CHANGED:
            return False  # "gone down" is not gone
        only_named = self._only_named()
        is_there = self._denial is not None and bool(only_named)  # "not gone", "has not settled"
        if is_there or self._nearly is not None or self._became(place):
            for at in only_named:
                if self._named[at].item in self._items.guide.symptoms:
                    self._say(at, how="unclear")
            self._denial = self._nearly = self._degree = None
            return True
        self._denial = self._degree = None
        for at in only_named:
            if self._items.is_red_flag(self._named[at].item):
                self._say(at, how="gone")
            else:
                self._say(at, value="no", is_denied=True)
        return bool(only_named)

    def _near(self, place: int) -> bool:
        """ "Almost gone": it waits for its end."""
        ends = language.GONE | language.NEGATIONS
        if self._text(place) not in language.NEARLY or self._text(place + 1) not in ends:
            return False
        self._nearly = place
        return True

    def _free(self, place: int) -> bool:
        """ "Pain free" and "fever free": as "gone" is."""
        last = self._last
        if self._text(place) != "free" or last is None or last.places[-1] != place - 1:
            return False
        if last.value is not None or last.how is not None:
            return False
        if self._items.is_red_flag(last.item):
            self._say(len(self._named) - 1, how="gone")
        else:
            self._say(len(self._named) - 1, value="no", is_denied=True)
        return True

    def _became(self, place: int) -> bool:
        """ "Gone numb" is no end; "redness gone swelling gone" is two of them."""
        if place + 1 not in self._names_at or self._words[place + 1].breaks:
            return False
        ends = next(at for at in range(place + 1, len(self._words)) if self._ends_clause(at))
        return not any(self._text(at) in language.GONE for at in range(place + 1, ends + 1))

    def _weigh(self, place: int) -> bool:
        """A word of degree: of the name behind it, or a grade behind its name."""
        text = self._text(place)
        grade = self._items.degrees.get(text)
        if grade is None and text not in language.UNCLEAR_DEGREES:
            return False
        if self._is_value_of_last(place) and text in GRADES_BEHIND:
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
        if (to := self._came_to(place)) is not None:
            self._say(len(self._named) - 1, value=to)
            return True
        if self._text(place) in language.DIRECTIONS and self._text(place + 1) in language.WHERE:
            return True
        if self._denial is not None and self._text(place) in language.NO_MORE:
            return True
        only_named = self._only_named()
        for at in only_named:
            if not self._is_there(self._named[at].item, place):
                self._say(at, how="changed")
        if not only_named:
            self._change = place
        return True

    def _pass(self, place: int) -> bool:
        """What says nothing that would be lost."""
        text, following = self._text(place), self._text(place + 1)
        if text in language.ROUGHLY and self._last is not None:
            nearest = following if following not in SMALL else self._text(place + 2)
            return nearest[:1].isdigit() or nearest in language.NUMBERS or text in SMALL
        if text == "times" and place and not self._is_symptom(self._last):
            return self._text(place - 1)[:1].isdigit() or self._text(place - 1) in language.NUMBERS
        if text in language.USING and self._names_care:
            return True
        return text in SMALL or self._is_unit(place)

    @property
    def _is_very(self) -> bool:
        return self._degree is not None and self._text(self._degree[0]) == "very"

    def _graded(self, place: int) -> str:
        very, self._degree = self._is_very, None
        return f"very {self._text(place)}" if very else self._text(place)

    def _end_clause(self) -> None:
        """A degree at the end belongs to what it follows: "bleeding a bit"."""
        open_ = self._only_named()
        if self._degree is not None and open_:
            place, value = self._degree
            is_enough = value or self._is_there(self._named[open_[-1]].item, place)
            self._say(open_[-1], value=value or None, how=None if is_enough else "unclear")
            self._degree = None
        self._leave_pending()
        for at in self._only_named():
            if at in self._doubtful or self._is_strong(self._named[at]) or self._is_described(at):
                self._say(at, how="unclear")
        self._take_places_back()
        self._doubtful = []
        self._clause = len(self._named)
        self._clauses += 1
        self._reach = None

    def _is_strong(self, mention: Mention) -> bool:
        """Whether a symptom was called by a name that says that there is much of it: "on fire"."""
        named = {self._text(place) for place in mention.places}
        if mention.item not in self._items.guide.symptoms or named == {mention.item}:
            return False
        return any(named == {*name.split()} for name in self._items.spoken.strong)

    def _take_places_back(self) -> None:
        """ "My chest is red" alarms nobody: beside what is seen on skin alone, the chest is where it is."""
        seen = {mention.item for mention in self._named[self._clause :]}
        for alarm in [alarm for alarm in self._alarms if alarm[2] == self._clauses]:
            word, places, _ = alarm
            rest = {place for place in self._left if place >= self._begin} - {*places}
            if seen and not rest and seen <= {*self._items.spoken.places.get(word, ())}:
                self._alarms.remove(alarm)
                self._left = [place for place in self._left if place not in places]
        self._left = [place for place in self._left if place < self._begin or not self._is_where(place, seen)]

    def _is_where(self, place: int, seen: set[str]) -> bool:
        """Whether a word is only the place or colour of what was seen, "a cold sore on my lip"."""
        word, spoken = self._text(place), self._items.spoken
        fits = {*spoken.places.get(word, ())}
        if not seen or word in spoken.alarms:
            return False
        return seen <= fits or self._beside(place) in fits  # "fever and green pus"

    def _beside(self, place: int) -> str | None:
        """The item named right behind a word, else the last one before it, over nothing but small words."""
        for mention in self._named[self._clause :]:
            if mention.places[0] == place + 1:
                return mention.item
        before = [mention for mention in self._named[self._clause :] if mention.places[-1] < place]
        if before and all(self._text(at) in SMALL for at in range(before[-1].places[-1] + 1, place)):
            return before[-1].item
        return None


_RECOGNISERS: tuple[Callable[[_Walk, int], bool], ...] = (
    _Walk._spell,
    _Walk._deny,
    _Walk._join,
    _Walk._except,
    _Walk._free,
    _Walk._near,
    _Walk._end,
    _Walk._weigh,
    _Walk._turn,
    _Walk._value,
    _Walk._pass,
)
"""In this order: "mild" is a degree before it could be anybody's value."""
