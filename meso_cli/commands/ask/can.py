"""May I? What the rules of the treatment say about what somebody asks."""

from typing import NoReturn

from meso_cli.commands.ask.card import show_verdict_first
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import HOW_TO_START, look, refuse_without_guide, sources_of
from meso_cli.commands.support.vocabulary import topics_named
from meso_cli.errors import BadValue, Exit, NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.case import Context
from meso_cli.model.guide import Guide
from meso_cli.model.records import DEFAULT_GUIDE
from meso_cli.model.words import Library, Words
from meso_cli.recovery.answers import Answer, answer
from meso_cli.recovery.topics import TopicState, answering, topic_state, topics_of, with_windows
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Document, Say
from meso_cli.vocabulary.questions import Question, Topics, read_question
from meso_cli.vocabulary.worries import may_worry

ASK = "ask your practitioner"
_CODES = {True: Exit.FINE, False: Exit.NOT_ALLOWED, None: Exit.NOTHING_FOUND}


class CanRequest(NamedTuple):
    """What somebody asks about: the words, the moment and the treatment as typed; `short`: in one line."""

    words: str
    at: str | None = None
    treatment: str | None = None
    short: bool = False


def can(call: Call, asked: CanRequest, *, json: bool) -> int:
    """Answers what the words ask, without words all that can be asked; returns the exit code."""
    if not asked.words.strip():
        if asked.short:
            raise BadValue("--short is one answer in one line", "say about what: meso can swim --short")
        return _list_all(look(call, asked.at, asked.treatment), call, json=json)
    topics = topics_named(read_guide())
    question = read_question(asked.words, topics)
    at = _one_moment(asked.at, question.at)
    try:
        context = look(call, at, asked.treatment)
    except NothingFound as nothing:
        _refuse_worry(call, asked.words, (question, topics), json=json)
        if not question.ids:
            _unknown(call, asked.words, (question, topics), json=json)
        _in_general(question, call, json=json, short=asked.short)
        raise NothingFound("When depends on your treatment", HOW_TO_START) from nothing
    case = context.case
    if case.plan is not None or case.guide.id != DEFAULT_GUIDE:  # what is theirs answers, too
        topics = topics_named(case.guide, case.plan)
        question = read_question(asked.words, topics)
    _refuse_worry(call, asked.words, (question, topics), json=json, context=context)
    if not question.ids:
        _unknown(call, asked.words, (question, topics), json=json, context=context)
    found = answer(question.ids, context.status, _states(question.ids, context), question.lead)
    found = found.heard(whole=question.is_whole)._replace(about_stopping=question.about_stopping)
    if found.is_allowed:
        _refuse_unjudged(context)
    if asked.short and not json:
        _show_short(found, question, context)
    else:
        _show(found, (question, asked.words), context, call, json=json)
    return _CODES[found.is_allowed]


def _refuse_unjudged(context: Context) -> None:
    """No yes while another treatment cannot be judged: something grave in it would make everything wait."""
    for other in context.not_judged:
        refuse_without_guide(other)


def _one_moment(given: str | None, said: str | None) -> str | None:
    """The moment, from the option or from the words; both at once may contradict each other."""
    if given is not None and said is not None:
        raise BadValue(f"'{visible(said, 40)}' says when, and so does --at", "say it once")
    return given if said is None else said


def _refuse_worry(
    call: Call, words: str, heard: tuple[Question, Topics], *, json: bool, context: Context | None = None
) -> None:
    """Raises `NothingFound` with whom to call where the words are about how somebody is, and nothing else."""
    question, topics = heard
    if may_worry(words, question):  # for most questions there is no need to read what can be logged
        from meso_cli.commands.ask.worries import refuse_worry

        refuse_worry(call, words, topics, json=json, context=context)


def _states(ids: tuple[str, ...], context: Context) -> dict[str, TopicState]:
    """The state of each topic that is named."""
    case = context.case
    topics = topics_of(case.guide, case.library)
    named = (answering(topics[id], case.treatment.area, topics) for id in ids if id in topics)
    return {topic.id: topic_state(topic, case, context.status) for topic in named}


def _words(id: str, guide: Guide, library: Library) -> Words:
    """What is said about it: as a restriction, where there is one, else as a topic."""
    if id in guide.restrictions:
        return library("restrictions")[id]
    return library(topics_of(guide, library)[id].subject)[id]


def _show(found: Answer, heard: tuple[Question, str], context: Context, call: Call, *, json: bool) -> None:
    question, asked = heard
    if json:
        from meso_cli.export.can_json import can_json

        terminal.write_document(can_json(found, question, context.status, context.case))
        return
    from meso_cli.views.can import can_document, not_now_words
    from meso_cli.views.scare import WAITS, scare_blocks, verdict_first
    from meso_cli.views.status import elsewhere

    case = with_windows(context.case)
    words = _words(found.id, case.guide, case.library)
    if found.verdict == "not-now":
        said = not_now_words(found, context.status.view, case.guide, words)
        document: Document = (*scare_blocks(context, said), Say(WAITS, "muted"))
    else:
        document = can_document(found, context.status, case.guide, words, sources_of(case))
        document = (*verdict_first(context), *document)
    terminal.show((*document, *elsewhere(context.status), *_heard(question, asked)), call)


def _show_short(found: Answer, question: Question, context: Context) -> None:
    from meso_cli.views.can import short_answer
    from meso_cli.views.scare import verdict_first

    case = with_windows(context.case)
    words = _words(found.id, case.guide, case.library)
    grave = [say.text for say in verdict_first(context)]
    said = short_answer(found, context.status, case.guide, words)
    left = [f"Not understood: {visible(' '.join(question.left), 60)}"] if question.left else []
    terminal.write(f"{' · '.join((*grave, said, *left))}\n")


def _heard(question: Question, asked: str) -> tuple[Say, ...]:
    """How the question was read, where it was more than a name, and what of it was not understood."""
    read_as = ", ".join(visible(name, 40) for name in question.read_as)
    if question.left:
        left = visible(" ".join(question.left), 60)
        from meso_cli.commands.ask.worries import about_worry

        about = about_worry(asked) or f"; about that, {ASK}"
        return (Say(f"Read as: {read_as}. Not understood: {left}{about}."),)
    if question.guessed:
        return (Say(f"Read as: {', '.join(question.ids)}, for '{read_as}'. If that is not it, {ASK}."),)
    return (Say(f"Read as: {read_as}", "muted"),)


def _unknown(
    call: Call, words: str, heard: tuple[Question, Topics], *, json: bool, context: Context | None = None
) -> NoReturn:
    """Raises `NothingFound` with what may have been meant, below whom to call where a red flag stands."""
    question, topics = heard
    if context is not None and not json:
        show_verdict_first(context, call)
    near = topics.near(words)
    if json:
        from meso_cli.export.can_json import unknown_json

        terminal.write_document(unknown_json(call.now, question, near))
    if meant := topics.meanings(words):
        raise NothingFound(
            f"'{visible(words, 60)}' can mean several things", f"say which: {' or '.join(meant)}"
        )
    hint = f"did you mean {' or '.join(near)}? Otherwise {ASK}" if near else ASK
    raise NothingFound(
        f"The guide has no rule about '{visible(words, 60)}'", f"{hint}. If it is serious: meso urgent"
    )


def _in_general(question: Question, call: Call, *, json: bool, short: bool) -> None:
    """The guide's rule without a treatment: nobody can say when."""
    guide = read_guide()
    if json:
        from meso_cli.export.can_json import unknown_json

        terminal.write_document(unknown_json(call.now, question, question.ids))
        return
    from meso_cli.views.can import no_treatment_document

    words = _words(question.ids[0], guide, read_words)
    document = no_treatment_document(question.ids, guide, words)
    terminal.show(document[:1] if short else document, call)


def _list_all(context: Context, call: Call, *, json: bool) -> int:
    from meso_cli.views.restrictions import restriction_blocks
    from meso_cli.views.scare import verdict_first
    from meso_cli.views.status import asked_about, elsewhere

    _refuse_unjudged(context)
    status, guide = context.status, context.case.guide
    if json:
        from meso_cli.export.can_json import all_json

        terminal.write_document(all_json(status, context.case))
        return Exit.FINE
    early = [
        row
        for row in guide.topics().values()
        if row.kind == "fine" and status.elapsed_hours >= row.earliest and row.id not in guide.restrictions
    ]
    fine = Say(f"Fine from early on: {' · '.join(row.label for row in early)}", "muted")
    blocks = (
        *verdict_first(context),
        *asked_about(status.view),
        *restriction_blocks(status, guide, everything=True),
        *((fine,) if early else ()),
        *elsewhere(status),
    )
    terminal.show(blocks, call)
    return Exit.FINE
