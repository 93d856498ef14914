"""What the guide knows: every number, label and name that a status rests on.

Hours are elapsed hours since the treatment. Rows keep the order of the data files. Prose and
sources are `Words`, read apart (see `meso_cli.guide`).
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal

from meso_cli.model.rules import Rules
from meso_cli.model.tiers import RED_FLAG_TIERS, Tier
from meso_cli.values import NamedTuple

Ask = Literal["daily", "once", "late"]

GRADES = ("none", "mild", "moderate", "severe", "very severe")
"""The words of the grades 0-4."""


class Step(NamedTuple):
    """The normal maximum grade while elapsed hours are below `until`."""

    until: float
    grade: int


class Persisting(NamedTuple):
    """Hours after which a symptom that is still within its normal course becomes a watch.

    `flat_from` applies where it was never logged above 1, `any_from` to any grade.
    """

    flat_from: float
    any_from: float


class Flush(NamedTuple):
    """Before `until` hours, this grade alone is contact instead of urgent.

    It must be logged again within `look_again` hours. After the modifiers in `unless` it is urgent
    at any hour.
    """

    grade: int
    until: float
    look_again: float
    unless: tuple[str, ...] = ()


class Symptom(NamedTuple):
    """A graded symptom and its normal course; after the last step the normal grade is 0.

    `course_when` puts another course in its place for a modifier (of several the last), and
    `slower_first_step` makes the first step longer by so many hours (of several the most).
    `history`: the risks of a person's history that change its advice, not its tier.
    """

    id: str
    label: str
    inflammatory: bool
    course: tuple[Step, ...]
    course_when: Mapping[str, tuple[Step, ...]] = {}
    settles_from: float | None = None
    slower_first_step: Mapping[str, float] = {}
    urgent_grade: int | None = None
    rebound_urgent: bool = False
    mild_rise: Literal["inside-course", "early"] | None = None
    persisting: Persisting | None = None
    flush: Flush | None = None
    hold_group: str | None = None
    history: tuple[str, ...] = ()


class Sign(NamedTuple):
    """A yes/no sign, alone enough for its tier. `history` is as that of a symptom.

    `reading` is the unit of a number that may be given for a yes or no.
    """

    id: str
    label: str
    tier: Tier
    ask: Ask
    hold_group: str | None = None
    history: tuple[str, ...] = ()
    reading: Literal["celsius"] | None = None

    @property
    def is_red_flag(self) -> bool:
        """Whether this sign gets the urgent card."""
        return self.tier in RED_FLAG_TIERS


class HistoryClause(NamedTuple):
    """A history that raises a sign, or an inflammatory symptom's warning, to a higher tier."""

    history: tuple[str, ...]
    sign: str | None = None
    inflammatory_from: Tier | None = None


class Combination(NamedTuple):
    """Several findings that mean more together. Which fields count depends on `kind`.

    together: any sign of `any_of` standing with any of `with_any`.
    again: an inflammatory symptom of `any_of` back from `from_hours` on, with one of
      `with_any` up, logged `within` hours of it.
    several: `number` inflammatory symptoms above course logged `within` hours of each other,
      from `from_hours` on; before it the tiers of `early` by their number. From `from_hours`
      on a symptom of `beside`, from that grade on, is enough with one above its course.
    history: one of `clauses`.
    """

    id: str
    label: str
    kind: Literal["together", "again", "several", "history"]
    tier: Tier
    any_of: tuple[str, ...] = ()
    with_any: tuple[str, ...] = ()
    within: float = 0
    from_hours: float = 0
    early: Mapping[int, Tier] = {}
    number: int = 0
    beside: Mapping[str, int] = {}
    clauses: tuple[HistoryClause, ...] = ()
    hold_group: str | None = None


class Restriction(NamedTuple):
    """An activity to avoid before `earliest` and to be careful with before `until`.

    `extended` moves `until` for a modifier, `extended_earliest` the other; `unknown_extends` names
    the modifiers that count when it is not known whether they apply. `then`: what it becomes when
    its time is up, an advisory without an end. `hold` is a row of the holds, `hold_groups` the
    groups of warnings that hold it. `meanwhile` and `afterwards` are the few words that must
    stand beside the label until it is lifted, and once it is.
    """

    id: str
    label: str
    kind: Literal["rule", "advisory"]
    earliest: float
    until: float
    extended: Mapping[str, float] = {}
    extended_earliest: Mapping[str, float] = {}
    unknown_extends: tuple[str, ...] = ()
    then: Literal["advisory"] | None = None
    hold: str | None = None
    hold_groups: tuple[str, ...] = ()
    meanwhile: str | None = None
    afterwards: str | None = None


class Hold(NamedTuple):
    """The lowest grade of each item that still holds a restriction when its time is up.

    `lowest_when`: those that a modifier adds, or makes lower.
    """

    id: str
    lowest: Mapping[str, int]
    lowest_when: Mapping[str, Mapping[str, int]] = {}

    def lowest_with(self, modifiers: frozenset[str]) -> dict[str, int]:
        """The lowest grade of each item for a treatment with these modifiers."""
        found = dict(self.lowest)
        for modifier, others in self.lowest_when.items():
            for item, grade in others.items() if modifier in modifiers else ():
                found[item] = min(grade, found.get(item, grade))
        return found


class CareItem(NamedTuple):
    """A daily care step, due in the elapsed hours `[from_hours, until_hours)`.

    `per_day` is how often it can be ticked off; None is advice that is not logged. `glance`
    is how the status screen says it. `on_sheet`: a clinic's sheet lists it, too.
    """

    id: str
    label: str
    glance: str
    from_hours: float
    until_hours: float | None = None
    per_day: int | None = None
    on_sheet: bool = True


class Phase(NamedTuple):
    """A phase of healing, from that recovery day on."""

    id: str
    label: str
    from_day: int


class Topic(NamedTuple):
    """Something people ask about that is no restriction of the status screen. Hours as in `Restriction`.

    window: avoid before `earliest`, caution before `until`; an advisory is never avoid.
    fine: allowed from `earliest` on. Its words may name a condition, which counts before `until`
      (which a modifier moves as well), or for good where that is None.
    ask: no source gives a time; hours stand in its words alone.
    `areas`: where else was needled, the topic `elsewhere` answers in its place. `subject` is where
    its words stand: topics, care or before.
    """

    id: str
    label: str
    kind: Literal["window", "fine", "ask"]
    advisory: bool = False
    earliest: float = 0
    until: float | None = None
    extended: Mapping[str, float] = {}
    hold: str | None = None
    hold_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    elsewhere: str | None = None
    subject: Literal["topics", "care", "before"] = "topics"

    @property
    def restriction(self) -> Restriction:
        """Its hours as a restriction, for a window or for as long as a condition counts."""
        return Restriction(
            self.id,
            self.label,
            "advisory" if self.advisory else "rule",
            self.earliest,
            self.earliest if self.until is None else self.until,
            self.extended,
            hold=self.hold,
            hold_groups=self.hold_groups,
        )


class Region(NamedTuple):
    """Whom to call in a country: the emergency numbers, the first goes first, and advice where there is one.

    `names` are what people call it beside its code and label.
    """

    id: str
    label: str
    emergency: tuple[str, ...]
    advice: str | None = None
    names: tuple[str, ...] = ()


class Modifier(NamedTuple):
    """What makes recovery slower: a fact of the treatment that is `at_least` so much, or one of `any_of`.

    `label`: how such needling is called inside a sentence; without one the fact itself is said.
    `asks_in_full`: symptoms are asked about in the longer words, where it applies or may apply.
    """

    id: str
    looks_at: Literal["area", "device", "depth_mm", "skin_type"]
    at_least: float | None = None
    any_of: tuple[str, ...] = ()
    label: str | None = None
    asks_in_full: bool = False


class Item(NamedTuple):
    """What an id stands for: something that can be logged, or what several logs come to."""

    id: str
    kind: Literal["symptom", "sign", "combination", "care"]
    label: str

    @property
    def subject(self) -> str:
        """The file of its words."""
        return "care" if self.kind == "care" else f"{self.kind}s"


class Guide(NamedTuple):
    """The whole guide but its prose. Mappings go from id to row, in the data's order.

    `added` are the restrictions that a clinic's plan added: about these the guide says nothing.
    `topics` reads what else people ask about; called only when somebody asks.
    """

    id: str
    version: str
    title: str
    reviewed: dt.date
    restrictions: Mapping[str, Restriction]
    holds: Mapping[str, Hold]
    symptoms: Mapping[str, Symptom]
    signs: Mapping[str, Sign]
    combinations: Mapping[str, Combination]
    care: Mapping[str, CareItem]
    phases: tuple[Phase, ...]
    modifiers: Mapping[str, Modifier]
    rules: Rules
    added: frozenset[str] = frozenset()
    topics: Callable[[], Mapping[str, Topic]] = dict

    def item(self, id: str) -> Item | None:
        """The symptom, sign, combination or care of that id."""
        if id in self.symptoms:
            return Item(id, "symptom", self.symptoms[id].label)
        if id in self.signs:
            return Item(id, "sign", self.signs[id].label)
        if id in self.combinations:
            return Item(id, "combination", self.combinations[id].label)
        return Item(id, "care", self.care[id].label) if id in self.care else None

    @property
    def inflammatory(self) -> tuple[str, ...]:
        """The ids of the inflammatory symptoms."""
        return tuple(symptom.id for symptom in self.symptoms.values() if symptom.inflammatory)
