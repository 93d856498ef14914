"""May I? What the rules of the treatment say about an activity, or about a product's ingredients."""

from typing import NamedTuple, NoReturn

from meso_cli.activities import Answer, answer, fold, named, said_in
from meso_cli.commands import terminal
from meso_cli.commands.call import Call
from meso_cli.commands.looking import HOW_TO_START, look, sources_of
from meso_cli.commands.naming import Names, activity_names
from meso_cli.errors import Exit, MesoError, NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_ambiguous, read_leads, read_words
from meso_cli.model.case import Context
from meso_cli.model.guide import Guide, Library, Words
from meso_cli.recovery.topics import TopicState, answering, topic_state, topics_of, with_windows
from meso_cli.text import visible
from meso_cli.views.blocks import Row, Say, Section

ASK = "ask your practitioner"
_LONGEST_TIME = 4


class Asked(NamedTuple):
    """What somebody asks about: the words, the moment and the treatment as typed."""

    words: str
    at: str | None = None
    treatment: str | None = None


def can(call: Call, asked: Asked, *, json: bool) -> int:
    """Answers about the activity that the words name, without words about all; returns the exit code."""
    guide, words = read_guide(), asked.words
    names = activity_names(guide)
    if not words:
        _list_all(look(call, asked.at, asked.treatment), call)
        return Exit.FINE
    ids = named(words, names)
    try:
        context = look(call, asked.at, asked.treatment)
    except NothingFound as nothing:
        if not ids:
            _unknown(words, names, call, json=json)
        _in_general(ids, call)
        raise NothingFound(f"When depends on your treatment. {HOW_TO_START}") from nothing
    case = context.case
    if not ids and case.plan is not None:
        names = activity_names(case.guide, case.plan)
        ids = named(words, names)
    if not ids:
        _unknown(words, names, call, json=json)
    found = answer(ids, context.status, _states(ids, context), said_in(words, read_leads()))
    _show(found, context, call, json=json)
    if found.is_allowed:
        return Exit.FINE
    return Exit.NOTHING_FOUND if found.verdict == "ask" else Exit.NOT_ALLOWED


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


def _show(found: Answer, context: Context, call: Call, *, json: bool) -> None:
    if json:
        from meso_cli.export.can_json import can_json

        terminal.write(can_json(found, context.status, context.case))
        return
    from meso_cli.views.can import can_document

    case = with_windows(context.case)
    words = _words(found.id, case.guide, case.library)
    terminal.show(can_document(found, context.status, case.guide, words, sources_of(case)), call)


def _unknown(words: str, names: Names, call: Call, *, json: bool) -> NoReturn:
    from difflib import get_close_matches

    near = tuple(get_close_matches(fold(words), names, n=3, cutoff=0.7))
    if json:
        from meso_cli.export.can_json import unknown_json

        terminal.write(unknown_json(call.now.isoformat(timespec="seconds"), near))
    if (meant := said_in(words, read_ambiguous())) is not None:
        raise NothingFound(
            f"'{visible(words, 60)}' can mean several things; say which: {' or '.join(meant)}."
        )
    if (asked := _with_time(words, names, call)) is not None:
        raise NothingFound(f"To ask about another moment, say it with --at: {asked}")
    hint = f"did you mean {' or '.join(near)}? Otherwise {ASK}" if near else ASK
    raise NothingFound(f"The guide has no rule about '{visible(words, 60)}'; {hint}.")


def _with_time(words: str, names: Names, call: Call) -> str | None:
    """The command as it was meant, where a time stands behind an activity: "swim on saturday"."""
    import shlex

    parts = words.split()
    for length in range(1, min(_LONGEST_TIME, len(parts) - 1) + 1):
        activity, when = parts[:-length], parts[-length:]
        is_activity = bool(named(" ".join(when), names))  # the sun is no Sunday
        if not is_activity and named(" ".join(activity), names) and _is_time(" ".join(when), call):
            said = activity[:-1] if activity[-1].casefold() in ("on", "at") else activity
            return shlex.join(("meso", "can", *said, "--at", " ".join(when)))
    return None


def _is_time(words: str, call: Call) -> bool:
    from meso_cli.when.reading import read

    try:
        read(words, at=call.now, toward="future")
    except MesoError:
        return False
    return True


def _in_general(ids: tuple[str, ...], call: Call) -> None:
    from meso_cli.views.can import no_treatment_document

    guide = read_guide()
    words = _words(ids[0], guide, read_words)
    terminal.show(no_treatment_document(ids, guide, words), call)


def _list_all(context: Context, call: Call) -> None:
    from meso_cli.views.restrictions import restriction_blocks
    from meso_cli.views.status import asked_about

    status, guide = context.status, context.case.guide
    early = [
        row
        for row in guide.topics().values()
        if row.kind == "fine" and status.elapsed_hours >= row.earliest and row.id not in guide.restrictions
    ]
    fine = Say(f"Fine from early on: {' · '.join(row.label for row in early)}", "muted")
    blocks = (
        *asked_about(status.view),
        *restriction_blocks(status, guide, everything=True),
        *((fine,) if early else ()),
    )
    terminal.show(blocks, call)


def judge(call: Call, ingredients: str, asked: Asked) -> int:
    """A product by its ingredients: 1 where one falls under a rule that stands, else 3, never 0."""
    context = look(call, asked.at, asked.treatment)
    status, guide = context.status, context.case.guide
    names, rows, restricted = activity_names(guide, context.case.plan), [], False
    for part in filter(None, (part.strip() for part in ingredients.split(","))):
        ids = tuple(id for id in named(part, names) if id in guide.restrictions)
        if not ids:
            rows.append(Row(visible(part, 40), "not in the list"))
            continue
        found = answer(ids, status, {})
        restricted = restricted or not found.is_allowed
        label = guide.restrictions[found.rule.id].label if found.rule else ""
        first = " and ask first" if found.verdict == "caution" and found.rule and found.rule.held_by else ""
        verdict = f"{found.verdict.replace('-', ' ')}{first}"
        rows.append(Row(visible(part, 40), f"falls under {label}: {verdict}"))
    from meso_cli.views.status import asked_about

    unlisted = Say(f"What is not in the list is not known: {ASK}.")
    about = asked_about(status.view)
    terminal.show((*about, Section("Ingredients", tuple(rows)), unlisted), call)
    return Exit.NOT_ALLOWED if restricted else Exit.NOTHING_FOUND
