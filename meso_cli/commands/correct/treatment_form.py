"""`meso edit t1` in the editor: a treatment as a form, read with the readers of `start`."""

import datetime as dt
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from meso_cli.commands.correct.form import (
    AT,
    Field,
    Filled,
    Form,
    Line,
    Problem,
    Problems,
    changed_moment,
    gathered,
)
from meso_cli.commands.correct.form_filling import fill_in
from meso_cli.commands.correct.treatment import answer_treatment, read_start, write_treatment
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.description import Described
from meso_cli.commands.support.treatment_choice import treatment_named
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import AREAS, DEVICES, HISTORY, Treatment
from meso_cli.model.status import Status
from meso_cli.store.reading import reading
from meso_cli.text import visible
from meso_cli.vocabulary import fields

_PRODUCT = "product"
_READERS: Mapping[str, Callable[[str], object]] = {
    "area": fields.area,
    "device": fields.device,
    "depth": fields.depth_mm,
    "skin-type": fields.skin_type,
    "history": lambda words: fields.history([words]),
    "practitioner": lambda words: fields.text(words, "name"),
    "phone": lambda words: fields.text(words, "phone"),
    "out-of-hours": lambda words: fields.text(words, "out-of-hours number"),
    _PRODUCT: lambda words: fields.text(words, "product"),
}


def fill_in_treatment(name: str, call: Call) -> None:
    """Correct a treatment in the person's editor; the answer is the one of `edit` with arguments."""
    with reading(call.database) as store:
        treatment = treatment_named(name, store)
    form = _form(treatment, call.now.tzinfo)
    before: list[Status] = []

    def take(filled: Filled) -> None:
        said, at = _read(filled, form, treatment, call)
        before.append(write_treatment(treatment.name, said, at, call, opened=treatment))

    remove = f"meso delete {treatment.name}"
    if fill_in(form, f"treatment-{treatment.name}", remove, take, call):
        answer_treatment(before[-1], call)


def _form(treatment: Treatment, here: dt.tzinfo | None) -> Form:
    local = treatment.at.astimezone(here)
    who = treatment.practitioner or Practitioner()
    explained = (
        f"Treatment {treatment.name}. It is corrected when you save and close.",
        'What stands after = may be changed; nothing there is "not recorded".',
        f"{AT}: 2026-03-02 14:00, yesterday 14:00. depth: in mm. skin-type: 1 to 6.",
        f"area: {', '.join(AREAS)}.",
        f"device: {', '.join(DEVICES)}. history: {', '.join(HISTORY)}.",
        "One line a product. Lines that begin with # are not read.",
    )
    values = {
        AT: f"{local:%Y-%m-%d %H:%M}",
        "area": treatment.area,
        "device": treatment.device,
        "depth": None if treatment.depth_mm is None else f"{treatment.depth_mm:g}",
        "skin-type": None if treatment.skin_type is None else str(treatment.skin_type),
        "history": ", ".join(treatment.history),
        "practitioner": who.name,
        "phone": who.phone,
        "out-of-hours": who.out_of_hours,
    }
    fields = [Field(name, visible(value or "")) for name, value in values.items()]
    products = [Field(_PRODUCT, visible(product)) for product in treatment.products or ("",)]
    return Form(explained, (*fields, *products), treatment.note)


def _read(filled: Filled, form: Form, treatment: Treatment, call: Call) -> tuple[Described, str | None]:
    """What the text says otherwise, as the options of `edit` say it: None is "as it was"."""
    problems: list[Problem] = []
    at = changed_moment(filled, form, lambda words: read_start(words, f"{AT} =", call), problems)
    changed = [line for line in filled.changed(form) if line.name != AT]
    for line in changed:
        _check(line, problems)
    problems += _doubles(filled)
    note = filled.new_note(form)
    with gathered(problems):
        fields.text(note, "note")
    if problems:
        raise Problems(problems)
    # A line that is missing says no more than one that is empty.
    left = {line.name for line in filled.lines}
    new = {field.name: "" for field in form.fields if field.value and field.name not in left}
    new |= {line.name: line.value or "" for line in changed}
    said = Described(
        area=new.get("area"),
        device=new.get("device"),
        depth=new.get("depth"),
        skin_type=new.get("skin-type"),
        history=None if "history" not in new else [new["history"]],
        practitioner=new.get("practitioner"),
        phone=new.get("phone"),
        out_of_hours=new.get("out-of-hours"),
        product=_products(filled, form, treatment),
        note=note,
    )
    return said, at


def _check(line: Line, problems: list[Problem]) -> None:
    reader = _READERS.get(line.name)
    if reader is None:
        near = get_close_matches(line.name, _READERS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join((AT, *_READERS))}"
        problems.append(Problem(line.number, f"there is no '{visible(line.name, 40)}' here; {hint}"))
        return
    with gathered(problems, line):
        reader(line.value or "")


def _doubles(filled: Filled) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for line in filled.lines:
        if line.name in seen and line.name not in (AT, _PRODUCT):
            problems.append(Problem(line.number, f"'{visible(line.name, 40)}' is there twice; say it once"))
        seen.add(line.name)
    return problems


def _products(filled: Filled, form: Form, treatment: Treatment) -> list[str] | None:
    """Every product that is left, as it was typed; None where they are as they were."""
    left = [line.value or "" for line in filled.lines if line.name == _PRODUCT]
    if left == [field.value for field in form.fields if field.name == _PRODUCT]:
        return None
    as_typed = {visible(product): product for product in treatment.products}
    return [as_typed.get(product, product) for product in left]
