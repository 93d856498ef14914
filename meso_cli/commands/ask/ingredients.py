"""A product judged by its ingredients: what falls under a rule, what is known as plain, what nobody knows."""

from meso_cli.commands.ask.can import CanRequest
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.vocabulary import topics_named
from meso_cli.errors import BadValue, Exit
from meso_cli.guide.files import folder_of
from meso_cli.guide.words import read_bases
from meso_cli.model.case import Context
from meso_cli.recovery.answers import Answer, answer
from meso_cli.recovery.topics import topic_state, topics_of
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Row, Say, Section
from meso_cli.vocabulary.folding import fold
from meso_cli.vocabulary.questions import Topics


class Judged(NamedTuple):
    """One ingredient: the answer about what it falls under, or that it is a plain base."""

    name: str
    answer: Answer | None = None
    is_plain: bool = False


def judge_product(call: Call, ingredients: str, asked: CanRequest, *, json: bool) -> int:
    """1 where an ingredient falls under a rule that stands, else 3, never 0: a list may leave things out."""
    if asked.words:
        raise BadValue("A product is judged by its ingredients alone", "leave the other words out")
    context = look(call, asked.at, asked.treatment)
    topics = topics_named(context.case.guide, context.case.plan)
    parts = (part.strip() for part in ingredients.split(","))
    judged = tuple(_judged(part, topics, context) for part in parts if part)
    restricted = any(row.answer is not None and row.answer.is_allowed is False for row in judged)
    if json:
        from meso_cli.export.can_json import ingredients_json

        rows = [(row.name, row.answer, row.is_plain) for row in judged]
        terminal.write_document(ingredients_json(context.status, rows))
    else:
        _show(judged, context, call)
    return Exit.NOT_ALLOWED if restricted else Exit.NOTHING_FOUND


def _judged(part: str, topics: Topics, context: Context) -> Judged:
    """What is named whole alone counts: a chemical name may hold another's."""
    if fold(part) in {fold(base) for base in read_bases(folder_of(context.case.guide.id))}:
        return Judged(part, is_plain=True)
    case = context.case
    known = topics_of(case.guide, case.library)
    ids = topics.names.whole(part) or ()
    states = {id: topic_state(known[id], case, context.status) for id in ids if id in known}
    return Judged(part, answer(ids, context.status, states)) if ids else Judged(part)


def _show(judged: tuple[Judged, ...], context: Context, call: Call) -> None:
    from meso_cli.views.can import answer_words
    from meso_cli.views.scare import verdict_first
    from meso_cli.views.status import asked_about

    rows = tuple(
        Row(
            visible(row.name, 40),
            _words(row, answer_words(row.answer, context.case.guide) if row.answer else ""),
        )
        for row in judged
    )
    unlisted = Say("What is not in the list is not known: ask your practitioner.")
    asked = (*verdict_first(context), *asked_about(context.status.view))
    terminal.show((*asked, Section("Ingredients", rows), unlisted), call)


def _words(row: Judged, said: str) -> str:
    if row.is_plain:
        return "a plain base"
    return f"falls under {said}" if said else "not in the list"
