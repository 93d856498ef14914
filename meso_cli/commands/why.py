"""`meso why`."""

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from meso_cli.activities import fold, named
from meso_cli.commands import terminal
from meso_cli.commands.looking import Sight, look
from meso_cli.commands.naming import activity_names, item_names
from meso_cli.commands.shared import Shared, shared
from meso_cli.errors import NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_sources, read_words
from meso_cli.model.guide import Guide
from meso_cli.model.records import HISTORY
from meso_cli.signs.logs import series_by_item
from meso_cli.text import visible
from meso_cli.views.why import SUBJECTS, why_document

if TYPE_CHECKING:
    from meso_cli.model.plan import ClinicPlan


def why(
    ctx: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(metavar="ID", help="redness, fever, makeup, inflamed, spf, ...", show_default=False),
    ],
    treatment: Annotated[str | None, typer.Option(metavar="ID", help="Another treatment: t1.")] = None,
) -> None:
    """Why? The rule behind a warning or a restriction, your data, and who says so.

    \b
    Examples:
      meso why redness
      meso why makeup
    """
    options, words = shared(ctx), " ".join(name)
    try:
        sight = look(options, named=treatment)
    except NothingFound:  # the rule can be told all the same
        guide = read_guide()
        id, subject = _meant(words, guide)
        document = why_document(id, subject, guide, read_words, read_sources(), None)
    else:
        sight, (id, subject) = _known_by(words, sight, options)
        logs = series_by_item(sight.record.treatment, sight.record.entries)
        last = logs[id][-1] if id in logs else None
        document = why_document(id, subject, sight.guide, sight.library, sight.sources, sight.status, last)
    terminal.show(document, options)


def _known_by(words: str, sight: Sight, options: Shared) -> tuple[Sight, tuple[str, str]]:
    """The treatment whose guide knows the words, this one's first: the screen shows the others' warnings."""
    try:
        return sight, _meant(words, sight.guide, sight.plan)
    except NothingFound:
        for other in sight.status.others:
            with suppress(NothingFound):
                theirs = look(options, named=other.id)
                return theirs, _meant(words, theirs.guide, theirs.plan)
        raise


def _meant(name: str, guide: Guide, plan: "ClinicPlan | None" = None) -> tuple[str, str]:
    """The id that is meant and the subject that it belongs to; `NothingFound` with near ones."""
    rows = (guide.restrictions, guide.symptoms, guide.signs, guide.combinations, guide.care, HISTORY)
    folded = fold(name)
    candidates = [folded.replace(" ", "-"), item_names(plan).get(folded.replace(" ", "-"), "")]
    candidates += named(name, activity_names(guide, plan))
    for candidate in candidates:
        for subject, table in zip(SUBJECTS, rows, strict=True):
            if candidate in table:
                return candidate, subject
    from difflib import get_close_matches

    known = [id for table in rows for id in table]
    near = get_close_matches(folded.replace(" ", "-"), known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "name a symptom, a sign, a restriction or care"
    raise NothingFound(f"There is no rule called '{visible(name, 40)}'; {hint}")
