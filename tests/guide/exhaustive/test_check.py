"""The strict check of the guide's files: what it finds, what it says, and that it never fails itself."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from meso_cli.guide.check import Problem, check
from meso_cli.guide.checking.files import CARD, FILES
from meso_cli.guide.files import guide_folder
from tests.guide.changing import Rewrite

# No clock is read: move this on when the guide, or a source, is looked at again.
TODAY = dt.date(2026, 11, 26)
TOMORROW = dt.date(2026, 11, 27)
SOURCE = {"title": "A page", "publisher": "A clinic", "strength": "C", "checked": TODAY}
GONE = object()
NAN, INF = float("nan"), float("inf")


class Broken(NamedTuple):
    """One change to one file, `where` being "file: key key ...", and words that a problem must hold.

    The value `GONE` removes the key.
    """

    where: str
    value: Any
    says: str

    def to(self, folder: Path, rewrite: Rewrite) -> None:
        """Breaks that file of the guide in `folder`."""
        file, keys = self.where.split(": ")
        path = [int(key) if key.isdecimal() else key for key in keys.split()]
        rewrite(folder / f"{file}.toml", lambda tables: put(tables, path, self.value))


RESTRICTIONS = [
    Broken("restrictions: swimming until", 24, "swimming: until (24) is before earliest (48); swap them or"),
    Broken("restrictions: swimming extended rf", 96, "swimming: extended.rf (96) is before until (120)"),
    Broken(
        "restrictions: makeup extended_earliest tan", 48, "makeup: extended_earliest.tan is not a modifier"
    ),
    Broken("restrictions: makeup extended_earliest rf", 97, "extended_earliest.rf (97) is not between"),
    Broken("restrictions: makeup extended_earliest rf", 23, "extended_earliest.rf (23) is not between"),
    Broken("restrictions: home-roller then", "rule", "home-roller: then is 'rule', not one of advisory"),
    Broken("restrictions: alcohol then", "advisory", "alcohol: an advisory becomes nothing else"),
    Broken("restrictions: swimming extended tan", 200, "swimming: extended.tan is not a modifier"),
    Broken(
        "restrictions: sun unknown_extends", ["tan"], "unknown_extends names tan, which is not a modifier"
    ),
    Broken("restrictions: sun unknown_extends", ["deep"], "unknown_extends names deep, but extended has no"),
    Broken("restrictions: makeup hold", "glue", "makeup: hold glue is not a row of holds.toml; use one of"),
    Broken("restrictions: makeup hold_groups", ["nails"], "hold_groups nails, a group that nobody uses"),
    Broken("restrictions: alcohol earliest", 12, "alcohol: an advisory is never avoid, but earliest is 12"),
    Broken("restrictions: Hot_Yoga", {}, "restrictions.toml: Hot_Yoga: this id cannot be typed"),
    Broken("holds: heat lowest nausea", 1, "holds.toml: heat: nausea is not a symptom or sign"),
    Broken("holds: heat lowest redness", 5, "holds.toml: heat: redness is 5, outside 1-4"),
    Broken("holds: heat lowest redness", 0, "holds.toml: heat: redness is 0, outside 1-4"),
    Broken("holds: heat lowest_when pih_prone warmth", 0, "holds.toml: heat: warmth is 0, outside 1-4"),
    Broken("holds: heat lowest_when pih_prone swelling", 3, "pih_prone: swelling (3) is above lowest (2)"),
    Broken("holds: heat lowest_when tan", {"warmth": 1}, "heat: lowest_when.tan is not a modifier"),
    Broken("holds: fresh-skin lowest open-sore", 2, "fresh-skin: open-sore is 2, outside 1-1"),
    Broken("holds: nobody", {"lowest": {"redness": 1}}, "holds.toml: nobody: no restriction has this hold"),
    Broken("holds: heat lowest", {}, "heat: lowest is empty, not a table that holds something"),
    Broken("holds: heat lowest", GONE, "holds.toml: heat: lowest is missing"),
]
TOPICS = [
    Broken("topics: makeup", {}, "topics.toml: makeup: this id stands in restrictions.toml too"),
    Broken("topics: fever", {}, "topics.toml: fever: this id stands in signs.toml too"),
    Broken("topics: cool-pack", {}, "topics.toml: cool-pack: this id stands in care.toml too"),
    Broken("topics: walking kind", "maybe", "walking: kind is 'maybe', not one of window, fine, ask"),
    Broken("topics: walking subject", "care", "walking: subject is not a known key"),
    Broken("topics: walking advisory", True, "walking: kind fine does not read advisory"),
    Broken("topics: walking hold_groups", ["skin"], "walking: kind fine does not read hold_groups"),
    Broken("topics: walking extended", {"rf": 9}, "walking: extended.rf (9) extends nothing; add until"),
    Broken("topics: moisturiser until", 24, "its condition ends (24) before it is allowed (24)"),
    Broken(
        "topics: moisturiser until",
        48,
        "words/topics.toml: moisturiser: its condition has an end and no words",
    ),
    Broken("topics: pregnancy earliest", 24, "pregnancy: kind ask does not read earliest"),
    Broken("topics: injectables until", GONE, "injectables: a window has no until"),
    Broken("topics: injectables until", 24, "topics.toml: injectables: until (24) is before earliest (168)"),
    Broken("topics: injectables extended rf", 1, "injectables: extended.rf (1) is before until (336)"),
    Broken("topics: injectables extended tan", 900, "injectables: extended.tan is not a modifier"),
    Broken(
        "topics: injectables hold", "glue", "topics.toml: injectables: hold glue is not a row of holds.toml"
    ),
    Broken(
        "topics: injectables hold_groups",
        ["nails"],
        "injectables: hold_groups nails, a group that nobody",
    ),
    Broken("topics: contact-lenses earliest", 5, "an advisory is never avoid, but earliest is 5"),
    Broken("topics: glasses areas", ["knee"], "glasses: areas names knee, which is not a known one"),
    Broken("topics: glasses areas", ["face"], "glasses: areas and elsewhere go together"),
    Broken(
        "topics: glasses elsewhere", "moon", "glasses: elsewhere names moon, which is not a topic; use one"
    ),
    Broken("words/topics: walking", GONE, "words/topics.toml: walking: the row has no words"),
    Broken("words/topics: walking text", GONE, "walking: kind fine needs text, which is missing"),
    Broken("words/topics: walking stake", "x", "walking: kind fine does not say stake"),
    Broken("words/topics: pregnancy ask", GONE, "pregnancy: kind ask needs ask, which is missing"),
    Broken("words/topics: injectables why", GONE, "injectables: kind window needs why, which is missing"),
    Broken("words/topics: injectables text", "x", "injectables: kind window does not say text"),
    Broken("activities: leads walk", "walking", "leads: walk is led by walking, but names walking; let"),
    Broken("activities: leads shower", "sun", "leads: shower is led by sun, but names hot-shower, lukewarm"),
    Broken("activities: leads moon", "sun", "leads: moon is led by sun, but names none; let a word"),
]
SHAPES = [
    Broken("restrictions: makeup untill", 48, "makeup: untill is not a known key; rename it to until"),
    Broken("restrictions: makeup xyz", 48, "makeup: xyz is not a known key; remove it (known here: label,"),
    Broken("restrictions: makeup label", GONE, "restrictions.toml: makeup: label is missing; add it."),
    Broken("restrictions: makeup label", " ", "makeup: label is empty, not a text"),
    Broken("restrictions: makeup label", 7, "makeup: label is 7, not a text"),
    Broken("restrictions: makeup until", True, "makeup: until is true, not a number"),
    Broken("restrictions: makeup until", "48", "makeup: until is '48', not a number"),
    Broken("restrictions: makeup until", NAN, "makeup: until is nan, not a number from 0 up"),
    Broken("restrictions: makeup until", INF, "makeup: until is inf, not a number from 0 up"),
    Broken("restrictions: makeup until", -1, "makeup: until is -1, not a number from 0 up"),
    Broken("restrictions: makeup until", 10**30, "makeup: until is a huge number, not a number"),
    Broken("restrictions: makeup until", [48], "makeup: until is a list, not a number"),
    Broken("restrictions: makeup kind", "law", "makeup: kind is 'law', not one of rule, advisory"),
    Broken(
        "restrictions: makeup hold_groups",
        "skin",
        "hold_groups is 'skin', not a list that holds something",
    ),
    Broken("restrictions: makeup hold_groups", [], "hold_groups is empty, not a list that holds something"),
    Broken("restrictions: makeup hold_groups", ["skin", 5], "makeup: hold_groups[2] is 5, not a text"),
    Broken("restrictions: makeup", 5, "restrictions.toml: makeup: this is 5, not a table"),
    Broken("care: cleanse per_day", 2.5, "cleanse: per_day is 2.5, not a whole number"),
    Broken("guide: reviewed", GONE, "guide.toml: reviewed is missing; add it."),
    Broken("guide: reviewed", "2026-11-22", "guide.toml: reviewed is '2026-11-22', not a date"),
    Broken("guide: reviewed", dt.datetime(2026, 11, 22, tzinfo=dt.UTC), "guide.toml: reviewed is a time"),
]
SYMPTOMS = [
    Broken("symptoms: redness course", [[72, 3], [24, 2]], "course: hours do not ascend (72, then 24)"),
    Broken("symptoms: redness course", [[24, 2], [72, 2]], "course: grades do not descend (2, then 2)"),
    Broken("symptoms: redness course", [[0, 2]], "redness: course: hours do not ascend (0, then 0)"),
    Broken("symptoms: redness course", [[24, 5]], "redness: course: grade is 5, outside 1-4"),
    Broken("symptoms: redness course", [[24, 1], [48, 0]], "redness: course: grade is 0, outside 1-4"),
    Broken("symptoms: redness course", [], "redness: course is empty, not a list that holds something"),
    Broken("symptoms: redness course", [[24]], "redness: course[1] is a list, not a pair [hours, grade]"),
    Broken("symptoms: redness course", [[24, "2"]], "redness: course[1].grade is '2', not a whole number"),
    Broken("symptoms: itching course_when", {"tan": [[24, 1]]}, "course_when.tan is not a modifier"),
    Broken("symptoms: itching course_when", {"rf": [[24, 6]]}, "course_when.rf: grade is 6, outside 1-4"),
    Broken("symptoms: redness settles_from", GONE, "redness: an inflammatory symptom has no settles_from"),
    Broken("symptoms: redness hold_group", GONE, "redness: an inflammatory symptom has no hold_group"),
    Broken(
        "symptoms: redness hold_group",
        "nails",
        "symptoms.toml: redness: hold_group nails, a group that nobody",
    ),
    Broken("symptoms: redness inflammatory", 1, "redness: inflammatory is 1, not true or false"),
    Broken("symptoms: redness mild_rise", "late", "mild_rise is 'late', not one of inside-course, early"),
    Broken("symptoms: bleeding mild_rise", "early", "bleeding: rebound_urgent or mild_rise counts from"),
    Broken("symptoms: redness persisting any_from", GONE, "redness: persisting.any_from is missing"),
    Broken("symptoms: redness persisting any_from", 24, "redness: persisting: any_from is before flat_from"),
    Broken("symptoms: redness persisting any_from", 168, "persisting begins after the course has ended"),
    Broken("symptoms: redness flush grade", 5, "redness: flush.grade is 5, outside 1-4"),
    Broken("symptoms: redness flush until", 25, "redness: flush ends after the course's first step"),
    Broken("symptoms: redness flush look_again", 0, "redness: flush.look_again is 0"),
    Broken("symptoms: redness flush look_again", GONE, "redness: flush.look_again is missing"),
    Broken("symptoms: redness flush unless", ["laser"], "flush.unless names laser, which is not a modifier"),
    Broken("symptoms: itching urgent_grade", 7, "itching: urgent_grade is 7, outside 1-4"),
    Broken(
        "symptoms: swelling slower_first_step deep", 24, "slower_first_step takes course's first step to 72 h"
    ),
    Broken(
        "symptoms: bleeding slower_first_step",
        {"deep": 1},
        "slower_first_step takes course's first step to 25 h",
    ),
]
WARNINGS = [
    Broken("signs: fever tier", "red", "fever: tier is 'red', not one of watch, contact, urgent, emergency"),
    Broken("signs: fever ask", "weekly", "fever: ask is 'weekly', not one of daily, once, late"),
    Broken("signs: rash tier", "watch", "signs.toml: rash: a sign is never watch"),
    Broken("signs: rash hold_group", GONE, "signs.toml: rash: a contact sign has no hold_group"),
    Broken("signs: redness", {}, "signs.toml: redness: this id stands in symptoms.toml too"),
    Broken("care: fever", {"per_day": 1}, "care.toml: fever: this id stands in signs.toml too"),
    Broken("combinations: rash", {}, "combinations.toml: rash: this id stands in signs.toml too"),
    Broken(
        "combinations: allergy-unwell any_of", ["nausea"], "any_of names nausea, which is not a symptom or"
    ),
    Broken("combinations: allergy-unwell with_any", GONE, "kind together needs with_any, which is missing"),
    Broken("combinations: allergy-unwell within", 24, "allergy-unwell: kind together does not read within"),
    Broken("combinations: allergy-unwell kind", "maybe", "kind is 'maybe', not one of together, again,"),
    Broken("combinations: inflamed-again with_any", ["fever"], "names fever, which is not an inflammatory"),
    Broken("combinations: inflamed early", {"9": "urgent"}, "inflamed: early: number is 9, outside 2-4"),
    Broken("combinations: inflamed early", {"two": "urgent"}, "early.two is not named by a number"),
    Broken("combinations: inflamed early", {"2": "red"}, "inflamed: early.2 is 'red', not one of watch"),
    Broken("combinations: inflamed number", 0, "inflamed: number is 0, outside 2-4"),
    Broken("combinations: inflamed number", GONE, "kind several needs number, which is missing"),
    Broken("combinations: inflamed beside", {"scabs": 1}, "beside names scabs, which is not an inflammatory"),
    Broken("combinations: inflamed beside", {"pain": 0}, "inflamed: beside.pain is 0, outside 1-4"),
    Broken("combinations: inflamed beside", GONE, "kind several needs beside, which is missing"),
    Broken(
        "combinations: inflamed hold_group", "nails", "combinations.toml: inflamed: hold_group nails, a group"
    ),
    Broken("combinations: at-risk clauses 0 history", ["gout"], "clauses[1].history names gout, which is"),
    Broken("combinations: at-risk clauses 0 history", ["diabetes"], "eczema: it is asked for and changes"),
    Broken("signs: rash history", ["gout"], "signs.toml: rash: history names gout, which is not a known"),
    Broken("symptoms: pain history", ["gout"], "symptoms.toml: pain: history names gout, which is not"),
    Broken("symptoms: pain history", "keloid", "pain: history is 'keloid', not a list that holds"),
    Broken("words/history: keloid noted", GONE, "words/history.toml: keloid: noted is missing; add it."),
    Broken("combinations: at-risk clauses 0 sign", "redness", "clauses[1].sign redness is not a sign"),
    Broken("combinations: at-risk clauses 0 sign", GONE, "clauses[1] needs either sign or inflammatory"),
]
DAYS = [
    Broken("care: cool-pack until_hours", 0, "cool-pack: until_hours (0) is not after from_hours (0)"),
    Broken("care: water per_day", 0, "water: per_day is 0; remove it where the care is not logged"),
    Broken("phases: haemostasis from_day", 1, "phases.toml: haemostasis: the first row begins on day 1"),
    Broken("phases: inflammation from_day", 3, "from_day (3) does not come after that of inflammation (3)"),
    Broken("rules: lists next_session", "surfing", "next_session names surfing, which is not a restriction"),
    Broken("rules: lists next_session", GONE, "rules.toml: lists: next_session is missing; add it."),
    Broken("days: again", {"from_day": 0}, "days.toml: again: from_day (0) does not come after that of"),
    Broken("rules: rebound jump", GONE, "rules.toml: rebound: jump is missing; add it."),
    Broken("rules: rebound jump", 9, "rules.toml: rebound: jump is 9, outside 1-4"),
    Broken("rules: rebound faint_zeros", 0, "rules.toml: rebound: faint_zeros is 0"),
    Broken("rules: above-course urgent_grade", 0, "above-course: urgent_grade is 0, outside 1-4"),
    Broken("rules: above-course early_repeat_to", 6, "early_repeat_to is not after early_repeat_from"),
    Broken("rules: outlasting never_new", ["gout"], "outlasting: never_new names gout, which is not a known"),
    Broken("rules: outlasting new_grade", 5, "rules.toml: outlasting: new_grade is 5, outside 1-4"),
    Broken("rules: lists fever_celsius", 100.4, "lists: fever_celsius is 100.4, outside 37-40"),
    Broken("rules: lists stale_after", 0, "rules.toml: lists: stale_after is 0"),
    Broken("rules: reported emergency_lingers_as", "red", "reported: emergency_lingers_as is 'red', not one"),
    Broken("regions: zz", {"label": "Nowhere"}, "regions.toml: zz: emergency is missing; add it."),
    Broken("regions: zz", {"label": "Nowhere", "emergency": ["help"]}, "zz: emergency holds no number"),
    Broken("regions: zz", {"label": "Nowhere", "emergency": []}, "zz: emergency is empty, not a list"),
    Broken("regions: zz", {"label": "Germany", "emergency": ["1"]}, "zz: Germany names de too; keep it with"),
    Broken("regions: fr names", ["UK"], "regions.toml: fr: UK names gb too; keep it with one of the two"),
]
MODIFIERS = [
    Broken("modifiers: deep", GONE, "extended.deep is not a modifier; use one of pih_prone, rf, slow_area."),
    Broken(
        "modifiers: tan", {"looks_at": "tan"}, "tan: looks_at is 'tan', not one of area, device, depth_mm"
    ),
    Broken("modifiers: tan", {"looks_at": "area", "any_of": ["legs"]}, "tan: no row names it, so it changes"),
    Broken(
        "modifiers: rf any_of", ["laser"], "rf: any_of names laser, which device cannot be; use pen, roller"
    ),
    Broken("modifiers: slow_area any_of", ["knee"], "slow_area: any_of names knee, which area cannot be"),
    Broken("modifiers: slow_area any_of", GONE, "what looks at area needs any_of, which is missing; add it."),
    Broken("modifiers: slow_area at_least", 1, "what looks at area does not read at_least; remove it"),
    Broken("modifiers: slow_area label", "the body", "what looks at area is said by what it is; remove"),
    Broken("modifiers: pih_prone at_least", 7, "pih_prone: at_least is 7, outside 1-6"),
    Broken("modifiers: pih_prone at_least", 3.5, "at_least is 3.5, but skin types are whole numbers"),
    Broken("modifiers: pih_prone any_of", ["face"], "what looks at skin_type does not read any_of"),
    Broken("modifiers: pih_prone at_least", GONE, "what looks at skin_type needs at_least"),
    Broken("modifiers: deep at_least", 0, "modifiers.toml: deep: at_least is 0, outside 0.1-10"),
    Broken("modifiers: deep label", "1.5 mm", "deep: label states a number, which stands in at_least"),
    Broken("symptoms: pain slower_first_step", {"tan": 1}, "pain: slower_first_step.tan is not a modifier"),
    Broken("restrictions: sun unknown_extends", ["slow_area"], "an area is never unknown: face is assumed"),
]
NAMES = [
    Broken("activities: names sauna", ["spa"], "activities.toml: names.sauna is a list, not a text"),
    Broken("activities: names", {"moon": "spa"}, "activities.toml: names: spa leads to moon, which nobody"),
    Broken(
        "activities: names",
        {"sauna": "hot spa", "sun": "hot-spa"},
        "hot-spa and hot spa read alike but lead to",
    ),
    Broken("activities: names", {"sauna": "spa,, b"}, "activities.toml: names: an alias has no letters"),
    Broken("activities: names", {"sauna": "Spa"}, "the alias 'Spa' is never found; write it in lower case"),
    Broken("activities: names walking", "walking", "the alias walking is an id itself"),
    Broken("activities: names walking", "hot shower", "the alias hot shower reads like the id hot-shower"),
    Broken(
        "activities: stopping paracetamol", "moon", "stopping: paracetamol leads to moon, which nobody can"
    ),
    Broken("activities: ambiguous mask", ["moon"], "ambiguous: mask leads to moon, which nobody can ask"),
    Broken("activities: ambiguous spa", ["sauna"], "spa and spa read alike but lead to different rows"),
    Broken("item_names: items", {"sorrow": ["ache"]}, "items.sorrow: this cannot be logged"),
    Broken("item_names: items", {"keep-clean": ["ache"]}, "items.keep-clean: this cannot be logged"),
    Broken("item_names: items", {"pain": "sore"}, "items.pain is 'sore', not a list that holds something"),
    Broken("item_names: items", {"pain": ["a b"], "redness": ["A-B"]}, "A-B and a b read alike but lead to"),
    Broken("item_names: items", {"redness": ["redness"]}, "the alias redness is an id itself"),
    Broken("item_names: items", {"pain": ["Cold Sore"]}, "the alias Cold Sore reads like the id cold-sore"),
    Broken("item_names: items", {"pain": [" - "]}, "an alias has no letters"),
    Broken(
        "item_names: items", {"pain": ["Ache"]}, "the alias 'Ache' is never found; write it in lower case"
    ),
    Broken("item_names: items", {"pain": ["sore  skin"]}, "the alias 'sore skin' is never found"),
    Broken("item_names: alarms", {"ague": ["cold"]}, "alarms.ague: cold is not a sign"),
    Broken("item_names: unable", {"moving": ["walk"]}, "unable.moving: moving is not a sign"),
    Broken("item_names: degrees", {"much": ["lots"]}, "degrees.much is not named by a number"),
    Broken("item_names: more", {}, "item_names.toml: more is not a known key"),
]
WORDS = [
    Broken("words/signs: fever", GONE, "words/signs.toml: fever: the row has no words; write the table"),
    Broken("words/signs: nausea", {}, "words/signs.toml: nausea: there is no nausea in signs.toml to have"),
    Broken("words/history: gout", {}, "words/history.toml: gout: there is no gout in the guide to have"),
    Broken("words/tiers: watch", GONE, "words/tiers.toml: watch: the row has no words"),
    Broken("words/about: intended-use", GONE, "words/about.toml: intended-use: the row has no words"),
    Broken("words/rules: course derived", GONE, "words/rules.toml: course: derived is missing; add it."),
    Broken("words/restrictions: sun instead", GONE, "words/restrictions.toml: sun: instead is missing"),
    Broken("words/restrictions: sun advice", "Stay in", "sun: advice is not a known key; remove it"),
    Broken("words/restrictions: sun sources", GONE, "words/restrictions.toml: sun: sources is missing"),
    Broken("words/restrictions: sun sources", [], "sun: sources is empty, not a list that holds something"),
    Broken("words/restrictions: sun sources", ["rumour"], "sun: source rumour is not in sources.toml"),
    Broken("words/restrictions: sun facts", ["A13", "D5"], "sun: unknown facts: A13; use A1-A12, B1-B7"),
    Broken("words/restrictions: sun why", "It is ALL\n clear.", "sun: the text says 'all clear'"),
    Broken("words/topics: sex derived", GONE, "topics.toml: sex: it names no source and does not say that"),
    Broken("words/before: zz", {"text": "Completely-safe."}, "before.toml: zz: the text says 'completely"),
    Broken("signs: fever label", "ague", "urgent.txt: the red flag fever is not named; add the words 'ague'"),
    Broken("restrictions: sun label", "Normal healing", "sun: the text says 'normal healing'"),
    Broken("sources: zz", SOURCE, "sources.toml: zz: no row cites this source"),
    Broken("sources: zz", {**SOURCE, "strength": "D"}, "zz: strength is 'D', not one of A, B, C, article"),
    Broken("sources: zz", {"title": "A page"}, "sources.toml: zz: checked is missing"),
    Broken("sources: zz", {**SOURCE, "checked": TOMORROW}, "zz: checked (2026-11-27) is in the future"),
    Broken("guide: reviewed", TOMORROW, "guide.toml: reviewed (2026-11-27) is in the future"),
]
BROKEN = [*RESTRICTIONS, *TOPICS, *SHAPES, *SYMPTOMS, *WARNINGS, *DAYS, *MODIFIERS, *NAMES, *WORDS]


def put(tables: Any, path: Sequence[str | int], value: Any) -> None:
    """Sets (or removes) what lies at `path`."""
    *above, last = path
    for step in above:
        tables = tables[step]
    if value is GONE:
        del tables[last]
    else:
        tables[last] = value


def said(folder: Path) -> str:
    """Every problem, one per line."""
    return "\n".join(map(str, check(folder, TODAY)))


@pytest.fixture(scope="module")
def shipped() -> str:
    """What is said of the guide as it ships."""
    return said(guide_folder())


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken.where} {broken.says[:40]}")
def test_each_break_is_named(guide: Path, rewrite: Rewrite, shipped: str, broken: Broken) -> None:
    """One change to one file is reported with where, what and what to do; it is not there before."""
    assert broken.says not in shipped
    broken.to(guide, rewrite)
    assert broken.says in said(guide)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "signs.toml: holds nothing; write its tables."),
        (b"[fever\n", "signs.toml: is not TOML ("),
        (b"[a]\nlabel = 1\nlabel = 2\n", "signs.toml: is not TOML ("),
        (b"label = '\xff'", "signs.toml: is not TOML ("),
        (b"a = " + b"[" * 100_000, "signs.toml: is not TOML that can be read (nested too deeply)"),
        (b"a = " + b"9" * 5_000, "signs.toml: is not TOML ("),
        (b"a = 0x" + b"f" * 5_000, "signs.toml: a: this is a huge number, not a table"),
        (b"a." * 3_000 + b"a = 1", "signs.toml: a: label is missing"),
        (b'"\\u001b[2J" = 1', "signs.toml: \N{REPLACEMENT CHARACTER}[2J: this is 1, not a table"),
    ],
    ids=["empty", "syntax", "twice", "latin", "nested", "digits", "hex", "dotted", "escape"],
)
def test_a_file_that_is_no_guide_is_a_problem(guide: Path, content: bytes, says: str) -> None:
    """Whatever bytes a file holds, the answer is a sentence."""
    (guide / "signs.toml").write_bytes(content)
    assert says in said(guide)


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_one_problem(guide: Path, file: str) -> None:
    """A file that is not there is named once, and what points into it is held against nobody."""
    (guide / file).unlink()
    assert set(check(guide, TODAY)) == {Problem(file, "", "the file is missing", "write it")}


def test_a_folder_that_is_not_there_is_all_files_missing(tmp_path: Path) -> None:
    """No guide at all is one problem for each of its files."""
    assert [problem.file for problem in check(tmp_path / "nowhere")] == [*FILES, CARD]


@pytest.mark.parametrize(
    ("card", "says"),
    [
        (b" ", "urgent.txt: the card is empty; write whom to call"),
        (b"CALL {advice}", "urgent.txt: there is no {emergency} in the card"),
        (b"CALL {emergency}", "urgent.txt: there is no {advice} in the card"),
        (b"CALL {emergency}", "urgent.txt: the red flag fever is not named; add the words 'fever'"),
        (b"All\nclear", "urgent.txt: the text says 'all clear'"),
        (b"\xff", "urgent.txt: the card cannot be read"),
    ],
)
def test_the_red_flag_card_is_whole(guide: Path, card: bytes, says: str) -> None:
    """The card has the numbers to call and names every red flag."""
    (guide / CARD).write_bytes(card)
    assert says in said(guide)


def test_a_folder_in_the_place_of_a_file_is_a_problem(guide: Path) -> None:
    """What cannot be opened says why."""
    (guide / "signs.toml").unlink()
    (guide / "signs.toml").mkdir()
    assert "signs.toml: the file cannot be opened (Is a directory)" in said(guide)


def test_a_file_that_nothing_reads_is_a_problem(guide: Path) -> None:
    """Words in a place that nothing reads would be lost on everybody."""
    (guide / "words" / "sign.toml").write_text("")
    assert "words/sign.toml: nothing reads this file" in said(guide)


def test_all_problems_are_reported_at_once(guide: Path, rewrite: Rewrite) -> None:
    """Slips in three files, three of them in one row, come in one answer."""
    slips = [
        Broken("restrictions: swimming until", 24, "swimming: until (24) is before earliest (48)"),
        Broken("restrictions: swimming label", 3, "swimming: label is 3, not a text"),
        Broken("restrictions: swimming note", "x", "swimming: note is not a known key"),
        Broken("signs: fever ask", "weekly", "fever: ask is 'weekly'"),
        Broken("words/signs: pus sources", [], "pus: sources is empty"),
    ]
    for slip in slips:
        slip.to(guide, rewrite)
    answer = said(guide)
    assert [slip.says for slip in slips if slip.says not in answer] == []


def test_the_future_is_judged_only_where_today_is_given(guide: Path, rewrite: Rewrite) -> None:
    """Without `today` no date is in the future: the check reads no clock."""
    Broken("guide: reviewed", dt.date(2999, 1, 1), "").to(guide, rewrite)
    assert "future" in said(guide)
    assert not any("future" in problem.what for problem in check(guide))


def test_abnormal_healing_is_no_reassurance(guide: Path, rewrite: Rewrite) -> None:
    """The forbidden words are forbidden as whole words."""
    text = "Abnormal healing; an overall clearer skin."
    Broken("words/signs: raised-scar advice", text, "").to(guide, rewrite)
    assert "the text says" not in said(guide)


def test_a_problem_prints_as_one_sentence_for_a_person() -> None:
    """File, row, what is wrong, what to do; a file without a row leaves it out."""
    assert str(Problem("a.toml", "row", "x is 5", "make it 6")) == "a.toml: row: x is 5; make it 6."
    assert str(Problem("a.toml", "", "x is 5", "make it 6")) == "a.toml: x is 5; make it 6."
