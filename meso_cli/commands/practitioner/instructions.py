"""What the practitioner said about one activity, set and cleared."""

from collections.abc import Sequence

from meso_cli.commands.practitioner.words import read_length, split
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.treatment_choice import treatment_named
from meso_cli.commands.support.vocabulary import topics_named
from meso_cli.commands.support.writes import answering, recorded
from meso_cli.errors import NothingFound
from meso_cli.model.case import Context
from meso_cli.model.records import Instruction
from meso_cli.recovery.restrictions import instructions_in_force
from meso_cli.store.edits import clear_instruction, set_instruction
from meso_cli.text import visible
from meso_cli.views.plan import set_document
from meso_cli.views.scare import verdict_first
from meso_cli.views.status import elsewhere
from meso_cli.vocabulary import fields
from meso_cli.vocabulary.questions import read_question


def set_said(
    call: Call, words: Sequence[str], by: str | None, note: str | None, treatment: str | None
) -> None:
    """Records until when to avoid what the words name; an everyday word may name several restrictions."""
    activity, length = split(words)
    context = look(call, named=treatment)
    ids, of = _restrictions(activity, context), context.case.treatment.name
    with recorded(call, f"plan set {' '.join(ids)}") as store:
        treated = treatment_named(of, store)
        hours, until = read_length(length, treated, call.now, call.settings.day_start)
        name = fields.text(by, "name") or (treated.practitioner.name if treated.practitioner else None)
        for id in ids:
            said = Instruction(id, hours, name, fields.text(note, "note"), call.now, until)
            set_instruction(store, treated.id, said, call.zone)
    with answering(call, "What they said was saved"):
        after = look(call, named=of)
        document = set_document(activity, ids, after.status, after.case.guide)
        terminal.show((*verdict_first(after), *document, *elsewhere(after.status)), call)


def clear_said(call: Call, activity: str, treatment: str | None) -> None:
    """Takes back what was recorded about an activity; the guide speaks alone again."""
    context = look(call, named=treatment)
    ids, of = _restrictions(activity, context), context.case.treatment
    with recorded(call, f"plan clear {' '.join(ids)}") as store:
        cleared = tuple(id for id in ids if clear_instruction(store, of.id, id))
        if not cleared:
            raise NothingFound(_nothing_said(ids, context))
    with answering(call, "What you took back was saved"):
        after = look(call, named=of.name)
        # What the guide knows as a topic is no restriction any more; its label is.
        document = set_document(activity, cleared, after.status, context.case.guide, "Cleared")
        terminal.show((*verdict_first(after), *document, *elsewhere(after.status)), call)


def _nothing_said(ids: tuple[str, ...], context: Context) -> str:
    guide = context.case.guide
    labels = " and ".join((guide.restrictions.get(id) or guide.topics()[id]).label for id in ids)
    if set(ids) & instructions_in_force(context.case.record).keys():
        return f"{labels} stands in the clinic's plan; take that back whole: meso plan clear --loaded"
    return f"Nothing is recorded about {labels} for {context.case.treatment.name}; see: meso plan"


def _restrictions(activity: str, context: Context) -> tuple[str, ...]:
    """The restrictions that an activity names, else its topics; `NothingFound` with near matches."""
    guide = context.case.guide
    topics = topics_named(guide, context.case.plan)
    question = read_question(activity, topics)
    rules = tuple(id for id in question.ids if id in guide.restrictions)
    rules = rules or tuple(id for id in question.ids if id in guide.topics())
    if rules and question.is_whole:
        return rules
    said = visible(activity, 40)
    if question.ids and question.is_whole and question.ids[0] in context.case.library("before"):
        what = f"'{said}' is to be settled before a session, and has no time"
        raise NothingFound(what, f"see: meso why {question.ids[0]}")
    if question.ids and question.is_whole:
        raise NothingFound(
            f"The guide allows {said} and has no time to change",
            f"a clinic's plan can restrict it: [activities.{question.ids[0]}]",
        )
    known = {**guide.topics(), **guide.restrictions}
    near = rules or tuple(name for name in topics.near(activity) if name in known)
    hint = f"did you mean {' or '.join(near)}?" if near else "see: meso plan"
    raise NothingFound(f"There is no restriction '{said}'", hint)
