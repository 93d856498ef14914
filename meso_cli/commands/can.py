"""`meso can`."""

from typing import Annotated, NoReturn

import typer

from meso_cli.activities import Answer, answer, fold, named, said_in
from meso_cli.commands import clock, terminal
from meso_cli.commands.looking import HOW_TO_START, look, sources_of
from meso_cli.commands.naming import Names, activity_names
from meso_cli.commands.shared import Shared, shared
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


def can(
    ctx: typer.Context,
    activity: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ACTIVITY]...", help="swim, retinol, hot tub, ...", show_default=False),
    ] = None,
    at: Annotated[str | None, typer.Option(metavar="WHEN", help="At another moment: 'sat 10am'.")] = None,
    ingredients: Annotated[
        str | None, typer.Option(metavar="LIST", help="Judge a product: 'aqua, retinol, parfum'.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
) -> None:
    """May I? Until when not, why, what instead, and who says so.

    Exit code 0: by time allowed; 1: not, or not without care; 3: no rule about it.

    \b
    Examples:
      meso can swim
      meso can use retinol --at "sat 10am"
      meso can --ingredients "aqua, retinol, parfum"
    """
    options, words = shared(ctx), " ".join(activity or ())
    if ingredients is not None:
        _judge(ingredients, look(options, at, treatment), options)
    if not words:
        _list_all(look(options, at, treatment), options)
        return
    try:
        context = look(options, at, treatment)
    except NothingFound as nothing:
        _in_general(words, options, json=json)
        raise NothingFound(f"When depends on your treatment. {HOW_TO_START}") from nothing
    case = context.case
    names = activity_names(case.guide, case.plan)
    ids = named(words, names)
    if not ids:
        _unknown(words, names, json)
    found = answer(ids, context.status, _states(ids, context), said_in(words, read_leads()))
    _show(found, context, options, json=json)
    raise typer.Exit(
        Exit.FINE if found.is_allowed else Exit.NOTHING_FOUND if found.verdict == "ask" else Exit.NOT_ALLOWED
    )


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


def _show(found: Answer, context: Context, options: Shared, *, json: bool) -> None:
    if json:
        from meso_cli.export.can_json import can_json

        terminal.write(can_json(found, context.status, context.case))
        return
    from meso_cli.views.can import can_document

    case = with_windows(context.case)
    words = _words(found.id, case.guide, case.library)
    terminal.show(can_document(found, context.status, case.guide, words, sources_of(case)), options)


def _unknown(words: str, names: Names, json: bool) -> NoReturn:
    from difflib import get_close_matches

    near = tuple(get_close_matches(fold(words), names, n=3, cutoff=0.7))
    if json:
        from meso_cli.export.can_json import unknown_json

        terminal.write(unknown_json(clock.now().isoformat(timespec="seconds"), near))
    if (meant := said_in(words, read_ambiguous())) is not None:
        raise NothingFound(
            f"'{visible(words, 60)}' can mean several things; say which: {' or '.join(meant)}."
        )
    if (asked := _with_time(words, names)) is not None:
        raise NothingFound(f"To ask about another moment, say it with --at: {asked}")
    hint = f"did you mean {' or '.join(near)}? Otherwise {ASK}" if near else ASK
    raise NothingFound(f"The guide has no rule about '{visible(words, 60)}'; {hint}.")


def _with_time(words: str, names: Names) -> str | None:
    """The command as it was meant, where a time stands behind an activity: "swim on saturday"."""
    import shlex

    parts = words.split()
    for length in range(1, min(_LONGEST_TIME, len(parts) - 1) + 1):
        activity, when = parts[:-length], parts[-length:]
        is_activity = bool(named(" ".join(when), names))  # the sun is no Sunday
        if not is_activity and named(" ".join(activity), names) and _is_time(" ".join(when)):
            said = activity[:-1] if activity[-1].casefold() in ("on", "at") else activity
            return shlex.join(("meso", "can", *said, "--at", " ".join(when)))
    return None


def _is_time(words: str) -> bool:
    from meso_cli.when.reading import read

    try:
        read(words, at=clock.now(), toward="future")
    except MesoError:
        return False
    return True


def _in_general(words: str, options: Shared, *, json: bool) -> None:
    from meso_cli.views.can import no_treatment_document

    guide = read_guide()
    names = activity_names(guide)
    ids = named(words, names)
    if not ids:
        _unknown(words, names, json)
    said = _words(ids[0], guide, read_words)
    terminal.show(no_treatment_document(ids, guide, said), options)


def _list_all(context: Context, options: Shared) -> None:
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
    terminal.show(blocks, options)


def _judge(ingredients: str, context: Context, options: Shared) -> None:
    """A product by its ingredients: 1 where one falls under a rule that stands, else 3, never 0."""
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
    asked = asked_about(status.view)
    terminal.show((*asked, Section("Ingredients", tuple(rows)), unlisted), options)
    raise typer.Exit(Exit.NOT_ALLOWED if restricted else Exit.NOTHING_FOUND)
