"""What was answered in a check-in so far; a later answer about an item wins."""

import re
from collections.abc import Iterable

from meso_cli.commands.ask.card import show_card_first, show_card_of
from meso_cli.commands.daily.prompts import tell
from meso_cli.commands.daily.unclear import why_not
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.model.case import Context
from meso_cli.model.records import Observation
from meso_cli.signs.named import gravest_of
from meso_cli.text import capitalised, counted, inside
from meso_cli.vocabulary.checkin import Checkin, as_typed, read_checkin
from meso_cli.vocabulary.notes import read_note
from meso_cli.wording.values import label_of, said_words

_COMMA = r",\s+|(?<![0-9]),|,(?![0-9])"
"""Between two answers; the comma of 38,5 is none."""
_AND = re.compile(rf"\s+and\s+|\s*[;&]\s*|{_COMMA}")
_NAMED = 5
"""So many signs that are not there are named; more are counted."""


class Answers:
    """The observations that were understood, in the order of the questions."""

    def __init__(self, call: Call, context: Context) -> None:
        self._call = call
        self._guide = context.case.guide
        self.items = items_of(context.case.guide, context.case.plan)
        self._observed: dict[str, Observation] = {}
        self._read_as: list[str] = []
        self.is_alarmed = False
        self._shown: set[str] = set()  # tiers whose card was shown
        self._unsaved: dict[
            str, str
        ] = {}  # red flags that were said and not recorded, as `meso log` takes them

    def understood(self) -> Checkin:
        """All of it, as if it had been typed."""
        observed = tuple(self._observed.values())
        typed = tuple(as_typed(seen, self._guide) for seen in observed)
        return Checkin(observed, typed, self.red_flags, read_as=tuple(self._read_as))

    def left(self, typed: str) -> Checkin:
        """What is to be repeated by somebody who leaves, `typed` not sent yet; nothing without a red flag."""
        found = self._read(*self._named(typed))
        if found.needs_card:
            self._show(found)
        pending = [say for id, say in self._unsaved.items() if id not in self._observed]
        if not (pending or self.red_flags):
            return Checkin()
        known = self.understood()
        return known._replace(understood=(*known.understood, *pending))

    def alarm(self, ids: Iterable[str], *, in_a_line: bool) -> None:
        """One of these is there, which is not known yet: whom to call, with the whole card or without."""
        tiers = {self._guide.signs[id].tier for id in ids} & {"emergency", "urgent"}
        for tier in tiers - self._shown:
            show_card_of(self._call, tier, in_a_line=in_a_line)
        self._shown |= set() if in_a_line else tiers
        self.is_alarmed |= bool(tiers)

    def is_alarming(self, note: str) -> bool:
        """Whether a note names a red flag."""
        return bool(read_note(note, self.items).red_flags)

    @property
    def red_flags(self) -> tuple[str, ...]:
        """The red flags that were answered with a yes."""
        signs = (self._guide.signs.get(seen.item) for seen in self._observed.values() if seen.value)
        return tuple(sign.id for sign in signs if sign and sign.is_red_flag)

    def has(self, item: str) -> bool:
        """Whether an item was answered."""
        return item in self._observed

    def absent(self, items: Iterable[str]) -> None:
        """A zero for each that was not answered yet."""
        self._observed |= {item: Observation(item, 0) for item in items if item not in self._observed}

    def gone(self, sign: str) -> None:
        """A reported sign is there no more."""
        self._observed[sign] = Observation(sign, 0)

    def hear(self, answer: str) -> bool:
        """Understands names, with values or without: "pus, fever and hives"."""
        return self._heard(self._read(*self._named(answer)))

    def hear_about(self, item: str, answer: str) -> bool:
        """Understands a value of one item, or other items that were named instead; a red flag first."""
        found = self._read(f"{item}={answer}")
        if not found.is_whole:
            instead = self._read(answer)
            found = instead if instead.is_whole or instead.needs_card else found
        return self._heard(found)

    def summary(self) -> list[str]:
        """What will be saved, in words; what is not there shares a part, many signs only as their number."""
        guide = self._guide
        absent = [seen.item for seen in self._observed.values() if not seen.value]
        signs = [id for id in absent if id in guide.signs]
        none = [inside(label_of(id, guide)) for id in absent if id not in guide.signs]
        said = [
            said_words(seen.item, seen.value, seen.reading, guide)
            for seen in self._observed.values()
            if seen.value
        ]
        if none:
            said.append(f"none: {', '.join(none)}")
        if signs:
            names = ", ".join(inside(label_of(id, guide)) for id in signs)
            said.append(f"no to {counted(len(signs), 'sign')}" if len(signs) > _NAMED else f"no: {names}")
        return said

    def _read(self, *typed: str) -> Checkin:
        """What was answered, by the guide and the plan of the treatment that is looked at."""
        return read_checkin(typed, self.items)

    def _named(self, answer: str) -> list[str]:
        """The items of an answer; an "and" inside the name of one stays."""
        parts = [part.strip() for part in re.split(_COMMA, answer) if part.strip()]
        if not self._read(*parts).is_whole:
            parts = [part for part in _AND.split(f" {answer} ") if part.strip()]
        return [part.strip() for part in parts]

    def _heard(self, found: Checkin) -> bool:
        """Keeps what was understood; False, with what was not, where the question is to be asked again."""
        if found.needs_card:
            self._show(found)
        for why in why_not(found, self.items):
            tell(f"  {capitalised(why)}")
        self._observed |= {seen.item: seen for seen in found.observations}
        self._read_as += found.read_as
        return found.is_whole or bool(self.red_flags)

    def _show(self, found: Checkin) -> None:
        """The card of what was named, in a line where it stands above already; kept until it is recorded."""
        tier = gravest_of((*self.red_flags, *found.red_flags), self._guide) or "emergency"
        again = bool(found.red_flags) and not {"emergency", tier}.isdisjoint(self._shown)
        said = (*self._observed.values(), *found.observations)
        show_card_first(self._call, found.red_flags, self._guide, beside=said, again=again)
        self._shown.add(tier)
        says = {say.partition("=")[0]: say for say in found.to_repeat}
        self._unsaved |= {id: says.get(id, f"{id}=yes") for id in found.red_flags}
