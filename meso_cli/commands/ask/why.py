"""Why? The rule behind a name, the person's own data, and the sources."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from meso_cli.commands.ask.card import show_verdict_first
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look, sources_of
from meso_cli.commands.support.vocabulary import items_of, topics_named
from meso_cli.errors import NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_sources, read_words, words_of
from meso_cli.model.case import Case, Context
from meso_cli.model.guide import Guide
from meso_cli.model.records import HISTORY
from meso_cli.model.status import Status
from meso_cli.recovery.topics import topic_state
from meso_cli.signs.logs import series_by_item
from meso_cli.text import visible
from meso_cli.vocabulary.folding import fold
from meso_cli.vocabulary.questions import read_question
from meso_cli.wording.explaining import SUBJECTS, Explained, Yours

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan


def why(call: Call, words: str, treatment: str | None, *, json: bool) -> None:
    """Shows the rule that the words name, with what was recorded about it."""
    try:
        context = look(call, named=treatment)
    except NothingFound:  # the rule can be told all the same
        guide = read_guide()
        explained = Explained(*_meant(words, guide), guide, read_words, read_sources())
        _show(explained, None, None, call, json=json)
    else:
        try:
            context, (id, subject) = _known_by(words, context, call)
        except NothingFound:
            if not json:
                show_verdict_first(context, call)
            raise
        case = context.case
        logs = series_by_item(case.treatment, case.record.entries)
        last = logs[id][-1] if id in logs else None
        explained = Explained(id, subject, case.guide, case.library, sources_of(case))
        status = _with_topic(id, case, context.status) if subject == "topics" else context.status
        _show(explained, Yours(status, last), context, call, json=json)


def _show(
    explained: Explained, yours: Yours | None, context: Context | None, call: Call, *, json: bool
) -> None:
    if json:
        from meso_cli.export.why_json import why_json

        terminal.write_document(why_json(explained, yours, context.case if context else None, call.now))
        return
    from meso_cli.views.scare import verdict_first
    from meso_cli.views.status import elsewhere
    from meso_cli.views.why import why_document

    first = verdict_first(context) if context else ()
    zone = elsewhere(context.status) if context else ()
    terminal.show((*first, *why_document(explained, yours), *zone), call)


def _with_topic(id: str, case: Case, status: Status) -> Status:
    """The status with the topic's window among its restrictions, where it has one."""
    rule = topic_state(case.guide.topics()[id], case, status).rule
    return status._replace(restrictions=(*status.restrictions, rule)) if rule else status


def _known_by(words: str, context: Context, call: Call) -> tuple[Context, tuple[str, str]]:
    """The treatment whose guide knows the words, this one's first: the screen shows the others' warnings."""
    try:
        return context, _meant(words, context.case.guide, context.case.plan)
    except NothingFound:
        for treatment, case in context.others.items():
            with suppress(NothingFound):
                meant = _meant(words, case.guide, case.plan)
                return look(call, named=treatment), meant
        raise


def _meant(name: str, guide: Guide, plan: "ClinicPlan | None" = None) -> tuple[str, str]:
    """The id that is meant and the subject that it belongs to; `NothingFound` with near ones."""
    rows = (
        *(guide.restrictions, guide.symptoms, guide.signs, guide.combinations),
        *(guide.topics(), guide.care, HISTORY, words_of(guide.id)("before")),
    )
    for candidate in _candidates(name, guide, plan):
        for subject, table in zip(SUBJECTS, rows, strict=True):
            if candidate in table:
                return candidate, subject
    from difflib import get_close_matches

    known = [id for table in rows for id in table]
    near = get_close_matches(_as_id(name), known, n=3) or topics_named(guide, plan).near(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "name a symptom, a sign, a restriction or care"
    raise NothingFound(f"There is no rule called '{visible(name, 40)}'; {hint}")


def _candidates(name: str, guide: Guide, plan: "ClinicPlan | None") -> Iterator[str]:
    """The ids that may be meant, the surest first; an id as it stands needs no other names."""
    yield _as_id(name)
    yield items_of(guide, plan).item(name) or ""
    yield from read_question(name, topics_named(guide, plan)).ids


def _as_id(name: str) -> str:
    return fold(name).replace(" ", "-")
