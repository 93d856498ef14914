"""Where a walk over a sentence is: what was named so far, and what is still waiting for its name."""

import re

from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.language import FILLERS, NEUTRAL, ROUGHLY
from meso_cli.vocabulary.mention import Mention
from meso_cli.vocabulary.sentence import Sentence
from meso_cli.vocabulary.values import NO, NUMBER, YES

SMALL = FILLERS | NEUTRAL
"""Words that say nothing that would be lost."""
GRADES_BEHIND = frozenset({"none", "mild", "moderate", "severe"})
OF_ANOTHER_SCALE = re.compile(r"[0-9]+/[0-9]+")
_UNITS = frozenset({"c", "f", "°c", "°f", "°", "degrees", "celsius", "fahrenheit"})


class Walking:
    """The state of one walk, and what can be asked of it."""

    def __init__(self, sentence: Sentence, items: Items) -> None:
        self._sentence = sentence
        self._words = sentence.words
        self._items = items
        self._named: list[Mention] = []
        self._alarms: list[tuple[str, tuple[int, ...], int]] = []
        """Each word of alarm with its places and the number of its clause."""
        self._clauses = 0
        self._begin = 0
        """Where the present clause begins."""
        self._doubtful: list[int] = []
        """The mentions in it that such a degree may have been meant of."""
        self._reach: int | None = None
        """Where an "and" stands, over which a strong degree may have been meant."""
        self._left: list[int] = []
        self._others: list[int] = []
        self._clause = 0
        """The first mention of the present clause, in `_named`."""
        self._denial: int | None = None
        self._degree: tuple[int, str] | None = None
        self._change: int | None = None
        self._number: int | None = None
        self._nearly: int | None = None
        self._names_at: frozenset[int] = frozenset()
        self._names_care = False
        self._listed: int | None = None
        """The last place of what was said to be absent in a list."""
        self._passed: set[int] = set()
        """Words that were read with an earlier one."""

    def _text(self, place: int) -> str:
        return self._words[place].text if place < len(self._words) else ""

    @property
    def _last(self) -> Mention | None:
        return self._named[-1] if len(self._named) > self._clause else None

    def _only_named(self) -> list[int]:
        """The mentions of this clause about which nothing is said yet."""
        return [
            at
            for at in range(self._clause, len(self._named))
            if self._named[at].value is None and self._named[at].how is None
        ]

    def _is_value_of_last(self, place: int) -> bool:
        """Whether a word can be the value of the name right before it."""
        last, text = self._last, self._words[place].text
        if last is None or not self._is_behind_last(place):
            return False
        if NUMBER.fullmatch(text) or OF_ANOTHER_SCALE.fullmatch(text):
            return True
        if self._ends_clause(place):
            return text in GRADES_BEHIND or text in YES | NO
        return text in GRADES_BEHIND and (place + 1 not in self._names_at or self._is_list(place))

    def _is_behind_last(self, place: int) -> bool:
        """Whether nothing but small words stands between a word and a name of which nothing is said yet."""
        last = self._last
        if last is None or last.value is not None or last.how is not None:
            return False
        small = SMALL | ROUGHLY
        return all(self._words[at].text in small for at in range(last.places[-1] + 1, place))

    def _is_list(self, place: int) -> bool:
        """Whether grades stand behind their names to the end: "redness severe itching mild"."""
        last = next(at for at in range(place, len(self._words)) if self._ends_clause(at))
        return self._words[last].text in GRADES_BEHIND or bool(NUMBER.fullmatch(self._words[last].text))

    def _ends_clause(self, place: int) -> bool:
        return place + 1 == len(self._words) or self._words[place + 1].breaks

    def _is_unit(self, place: int) -> bool:
        if not 0 < place < len(self._words) or self._words[place].text not in _UNITS:
            return False
        return bool(NUMBER.fullmatch(self._words[place - 1].text))

    def _is_symptom(self, mention: Mention | None) -> bool:
        return mention is not None and mention.item in self._items.guide.symptoms

    def _say(
        self, at: int, *, value: str | None = None, how: str | None = None, is_denied: bool = False
    ) -> None:
        """What is said of a mention."""
        self._named[at] = self._named[at]._replace(value=value, how=how, is_denied=is_denied)

    def _is_listed(self, places: tuple[int, ...]) -> bool:
        """ "None: redness, swelling": what is not there, one by one between commas."""
        first, denied = places[0], self._sentence.denied
        while first - 1 in denied and self._text(first - 1) in FILLERS:
            first -= 1  # "a bad smell"
        if first not in denied or not self._words[first].breaks:
            return False
        goes_on = first - 1 not in denied or self._listed == first - 1
        self._listed = places[-1] if goes_on else None
        return goes_on

    def _is_described(self, at: int) -> bool:
        """ "Terrible pain": a word that was not read may say how strong a symptom is."""
        mention = self._named[at]
        before = mention.places[0] - 1
        while before >= self._begin and self._text(before) in SMALL:
            before -= 1
        is_left = before >= self._begin and before in self._left and before not in self._others
        return is_left and self._is_symptom(mention)

    def _leave_pending(self) -> None:
        """What waited for a name and met none was not read."""
        waiting = (self._denial, self._degree and self._degree[0], self._change, self._number, self._nearly)
        for place in waiting:
            if place is not None and self._text(place) not in SMALL:  # "on one cheek"
                self._left.append(place)
        self._denial = self._degree = self._change = self._number = self._nearly = None
