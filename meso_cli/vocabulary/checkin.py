"""What a person typed after `meso log`, read as observations.

One rule comes before all others: a red flag that was named is found even when the rest cannot be
read, so that its card is printed whatever happens next. And one after it: nothing is recorded that
the words do not say.
"""

from collections.abc import Sequence
from itertools import pairwise

from meso_cli.model.guide import Guide
from meso_cli.model.records import Observation
from meso_cli.signs.logs import Logs
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.language import CALM_DEGREES, COMPARING, FILLERS, NEGATIONS, NEUTRAL, POSITIVE
from meso_cli.vocabulary.mention import Mention, Mentions
from meso_cli.vocabulary.mentions import mentions_in
from meso_cli.vocabulary.sentence import Sentence, sentence_of
from meso_cli.vocabulary.slips import Guess, guesses_for, put_right
from meso_cli.vocabulary.values import NO, YES, Unreadable, celsius, count, grade, is_plain_yes
from meso_cli.when.phrases import lasting_in, stretch_in, time_in


class Problem(NamedTuple):
    """Why something that was named is not recorded yet, and how to say it (`pus=no`).

    `grade_of`: the symptom whose grade alone is missing.
    """

    why: str
    say: str | None = None
    grade_of: str | None = None


class Checkin(NamedTuple):
    """What was understood, and what was not.

    `understood` are the observations as `meso log` takes them (`pus=yes`). `red_flags` are named
    signs that get the card, saved or not, as do `alarms`: words like "infection". Nothing is saved
    while there are `problems`, and what is `left` was not understood: it takes a yes to save the
    rest. `guesses` are the nearest names of what is left. `read_as` says how an unusual value was
    read, `at` holds words of time. `is_calm`: that nothing is wrong. `meant` is what `meso log` would take
    with every slip of the finger put right.
    """

    observations: tuple[Observation, ...] = ()
    understood: tuple[str, ...] = ()
    red_flags: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    read_as: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()
    at: str | None = None
    is_calm: bool = False
    meant: tuple[str, ...] = ()

    @property
    def needs_card(self) -> bool:
        """Whether the red-flag card comes before anything else."""
        return bool(self.red_flags or self.alarms)

    @property
    def is_whole(self) -> bool:
        """Whether every word was understood."""
        return not (self.problems or self.left or self.alarms)

    def graded(self, seen: Observation, guide: Guide) -> "Checkin":
        """The same with a grade that was missing."""
        return self._replace(
            observations=(*self.observations, seen), understood=(*self.understood, as_typed(seen, guide))
        )

    @property
    def to_repeat(self) -> tuple[str, ...]:
        """What `meso log` would take for all that was named: what was understood, then what is asked for."""
        if self.meant:
            return self.meant
        asked = (problem.say for problem in self.problems if problem.say)
        slips = (guess.typed_as for guess in self.guesses if guess.is_slip)
        return tuple(dict.fromkeys((*self.understood, *asked, *slips)))


def as_typed(seen: Observation, guide: Guide) -> str:
    """An observation as `meso log` takes it."""
    if seen.reading is not None:
        return f"{seen.item}={seen.reading:g}"
    if seen.item in guide.signs:
        return f"{seen.item}={'yes' if seen.value else 'no'}"
    return f"{seen.item}={seen.value}"


def read_checkin(typed: Sequence[str], items: Items) -> Checkin:
    """The observations in what was typed: `redness=2 pus`, or "my face is red and a bit swollen"."""
    said = sentence_of(typed)
    sentence, lasting = _how_long(said)
    sentence, found, at = _read(sentence, items)
    if (span := _went_on(said, found, items)) is not None:
        sentence, found, at = _read(_how_long(said.without(*span))[0], items)
        found, lasting = _longer(found, items), ()
    observed = _Observed(sentence, items)
    for mention in found.named:
        observed.add(mention)
    left = [sentence.words[place] for place in found.left]
    unknown = [place for place in found.left if place not in found.others]
    guesses = guesses_for(sentence.words, unknown, items) if unknown else ()
    meant = _meant(sentence, unknown, items) if any(guess.is_slip for guess in guesses) else ()
    slipped = [guess.item for guess in guesses if guess.is_slip and items.is_red_flag(guess.item)]
    return Checkin(
        observations=observed.observations,
        understood=tuple(as_typed(seen, items.guide) for seen in observed.observations),
        red_flags=tuple(dict.fromkeys((*observed.red_flags, *slipped))),
        problems=tuple(observed.problems),
        read_as=(*observed.read_as, *lasting) if observed.observations else (),
        alarms=found.alarms,
        left=tuple(dict.fromkeys(word.typed for word in left)),
        guesses=guesses,
        at=at,
        meant=meant,
        is_calm=not (found.named or found.alarms) and _is_calm(sentence, items),
    )


def _meant(sentence: Sentence, unknown: Sequence[int], items: Items) -> tuple[str, ...]:
    """What the sentence says where its slips are put right: "rednes 2 sweling 1"."""
    right = sentence._replace(words=put_right(sentence.words, unknown, items))
    observed = _Observed(right, items)
    for mention in mentions_in(right, items).named:
        observed.add(mention)
    understood = (as_typed(seen, items.guide) for seen in observed.observations)
    asked = (problem.say for problem in observed.problems if problem.say)
    return tuple(dict.fromkeys((*understood, *asked)))


def _went_on(said: Sentence, found: Mentions, items: Items) -> tuple[int, int] | None:
    """The places of how long something was, where that makes it another sign: "passed out for 10 minutes"."""
    if sum(len(mention.places) for mention in found.named) == len(said.words):
        return None  # nothing but names
    brief = [mention for mention in found.named if mention.item in items.spoken.lasting]
    if all(mention.is_denied or mention.value in NO for mention in brief):
        return None
    return stretch_in([word.text for word in said.words])


def _longer(found: Mentions, items: Items) -> Mentions:
    """The same with the signs that these are where they went on."""
    longer = items.spoken.lasting
    named = (mention._replace(item=longer.get(mention.item, mention.item)) for mention in found.named)
    return found._replace(named=tuple(named))


def _how_long(sentence: Sentence) -> tuple[Sentence, tuple[str, ...]]:
    """The sentence without words like "since this morning", and what was made of these."""
    read_as: list[str] = []
    while (span := lasting_in([word.text for word in sentence.words])) is not None:
        said = visible(sentence.said(range(*span)), 40)
        read_as.append(f"'{said}' was read as how long; what was recorded is as it is now")
        sentence = sentence.without(*span)
    return sentence, tuple(read_as)


def _read(sentence: Sentence, items: Items) -> tuple[Sentence, Mentions, str | None]:
    """What a sentence names; its words of time are taken out, but those that say what a log says anyway."""
    found = mentions_in(sentence, items)
    is_unclear = found.left or any(word.text[:1].isdigit() for word in sentence.words)
    span = time_in([word.text for word in sentence.words]) if is_unclear else None
    if span is None or ({*range(*span)}.isdisjoint(found.left) and not _is_exact(sentence, span)):
        return sentence, found, None
    if span[0] and sentence.words[span[0] - 1].text in COMPARING:  # "the same as yesterday" is about now
        rest = sentence.without(span[0] - 1, span[1])
        return rest, mentions_in(rest, items), None
    rest = sentence.without(*span)
    return rest, mentions_in(rest, items), sentence.said(range(*span))


def _is_exact(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether the words of time hold an hour, which is nobody's grade."""
    return any(sentence.words[place].text[:1].isdigit() for place in range(*span))


def _is_calm(sentence: Sentence, items: Items) -> bool:
    """Whether all that was said is that nothing is wrong."""
    said, calm = {word.text for word in sentence.words}, {*items.spoken.calm}
    content = [word.text for word in sentence.words if word.text == "ok" or word.text not in FILLERS]
    denied = NEGATIONS | {"nothing"}
    if any(first in denied and then in POSITIVE for first, then in pairwise(content)):
        return False  # "no good", "nothing is ok"
    return bool(said & calm) and said <= calm | FILLERS | NEUTRAL | CALM_DEGREES


class _Observed:
    """The observations of the mentions so far, and what keeps others from being one."""

    def __init__(self, sentence: Sentence, items: Items) -> None:
        self._sentence = sentence
        self._items = items
        self._guide = items.guide
        self._seen: dict[str, Observation] = {}
        self._bare: set[str] = set()
        self.red_flags: list[str] = []
        self.problems: list[Problem] = []
        self.read_as: list[str] = []

    @property
    def observations(self) -> tuple[Observation, ...]:
        """One per item, in the order of the sentence."""
        return tuple(self._seen.values())

    def add(self, mention: Mention) -> None:
        """Record a mention, or say why not."""
        item = mention.item
        if self._items.is_red_flag(item) and mention.how != "gone" and not self._denies(mention):
            self.red_flags.append(item)
        if mention.how is not None:
            self._ask(mention)
            return
        try:
            seen = self._observation(mention)
        except Unreadable as why:
            say = f"{item}=yes" if item in self.red_flags else None
            self.problems.append(Problem(str(why), say))
            return
        self._keep(seen, is_bare=mention.value is None)

    def _denies(self, mention: Mention) -> bool:
        """Whether a red flag is said not to be there, outright or by a temperature below its number."""
        if mention.value is None:
            return False
        if mention.value in NO:
            return True
        degrees = celsius(mention.value) if self._items.takes_temperature(mention.item) else None
        return degrees is not None and degrees < self._guide.rules.fever_celsius

    def _keep(self, seen: Observation, *, is_bare: bool) -> None:
        """Keeps an item with its value.

        Repeating an item counts once; a bare name agrees with any value above 0; two different values
        are a problem.
        """
        item, known = seen.item, self._seen.get(seen.item)
        if known is None or (item in self._bare and known.value and seen.value):
            self._seen[item] = seen
        elif not (known == seen or (is_bare and known.value and seen.value)):
            self.problems.append(Problem(f"'{item}' is there with two values; say it once"))
            if item in self._guide.symptoms:
                self._seen.pop(item)  # which of the two nobody knows
        if is_bare and known is None:
            self._bare.add(item)
        elif not is_bare:
            self._bare.discard(item)

    def _ask(self, mention: Mention) -> None:
        """What was said of an item, and is no value that could be recorded."""
        item, said = mention.item, visible(self._sentence.said(mention.places), 40)
        if item in self._guide.symptoms:
            why = f"how strong is it now ('{said}')? Say a grade from 0 (gone) to 4 (very severe): {item}=2"
            self.problems.append(Problem(why, grade_of=item))
        elif mention.how == "gone":
            self.problems.append(Problem(f"if there is no {said} now, say so: {item}=no", f"{item}=no"))
        elif item in self._guide.signs:
            why = f"is it there ('{said}')? Say yes or no: {item}=yes"
            self.problems.append(Problem(why, f"{item}=yes" if item in self.red_flags else None))
        else:
            self._keep(Observation(item, 1), is_bare=True)

    def _observation(self, mention: Mention) -> Observation:
        item, value = mention.item, mention.value
        if item in self._guide.signs:
            return Observation(item, 1) if value is None else self._sign(item, value)
        if item in self._guide.symptoms:
            return Observation(item, 1 if value is None else grade(item, value))
        return Observation(item, 1 if value is None else count(item, value))

    def _sign(self, item: str, value: str) -> Observation:
        if value in NO:
            return Observation(item, 0)
        if value in YES:
            if not is_plain_yes(value):
                self.read_as.append(f"{item}={value} was read as yes")
            return Observation(item, 1)
        takes_number = self._items.takes_temperature(item)
        degrees = celsius(value) if takes_number else None
        if degrees is None:
            readings = " or a temperature" if takes_number else ""
            raise Unreadable(
                f"{item}={visible(value, 40)} cannot be read; say yes or no{readings}: {item}=yes"
            )
        limit = self._guide.rules.fever_celsius
        if degrees < limit:
            raise Unreadable(
                f"{degrees:g} °C is below {limit:g} °C, which is where {item} begins here; "
                f"nothing was recorded. If you have no {item}, say so: {item}=no"
            )
        self.read_as.append(f"{item}={visible(value)} was read as yes, {degrees:g} °C")
        return Observation(item, 1, degrees)


class NoneLeft(NamedTuple):
    """What "no symptom is left" comes to; `read_as` says so where it ends nothing that was above 0."""

    zeros: tuple[Observation, ...]
    read_as: str = ""


def none_left(logs: Logs, guide: Guide, but: Sequence[str]) -> NoneLeft:
    """A 0 for every symptom whose latest value is above it, but for the items named in `but`.

    Where none is above 0, for what was logged before; where nothing was, for what every check-in asks
    about by name. What nobody ever asked about stays unknown.
    """
    logged = [id for id in guide.symptoms if id in logs]
    above = [id for id in logged if logs[id][-1].value > 0]
    asked = [id for id in guide.symptoms if id in guide.inflammatory]
    zeros = tuple(Observation(id, 0) for id in above or logged or asked if id not in but)
    if above or not zeros:
        return NoneLeft(zeros)
    which = "for what you logged before" if logged else "for what each check-in asks about"
    return NoneLeft(
        zeros, f"no symptom was above 0, so 0 was recorded {which}; fever and other signs stay unknown"
    )
