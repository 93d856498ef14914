"""The practitioner's page: gathered, told, written."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from meso_cli import __version__
from meso_cli.commands.look_back.trend import days_asked
from meso_cli.commands.support import output, terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.errors import BadValue
from meso_cli.export import formats
from meso_cli.export.report.content import Page, page
from meso_cli.export.report.material import Chosen, Material
from meso_cli.model.case import Case
from meso_cli.recovery.comparing import compared
from meso_cli.recovery.summary import summary
from meso_cli.recovery.trend import MOST_DAYS, Shown, trend
from meso_cli.store.errors import shown
from meso_cli.store.reading import reading
from meso_cli.text import counted, visible
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Say

_LATE = 12
"""Hours after which an entry counts as typed later, from memory."""


class Wanted(NamedTuple):
    """What somebody wants to hand over, as typed."""

    form: str = "html"
    days: str | None = None
    only: Sequence[str] = ()
    no_notes: bool = False
    treatment: str | None = None


def to_stdout(call: Call, wanted: Wanted) -> None:
    """The page itself, for another program; what is in it goes to stderr."""
    form = formats.chosen(wanted.form, formats.REPORT)
    if form.name == "html" and terminal.is_on_stdout():
        raise BadValue(
            "A page of HTML is nothing to read on a terminal; "
            "name a file: meso report -o report.html, or choose --format markdown."
        )
    found = _page(call, wanted)
    for line in _holds(found):
        terminal.remark(line)
    terminal.write_document(_rendered(found, form.name))


def to_file(call: Call, wanted: Wanted, file: Path, *, force: bool, show: bool) -> None:
    """The page in a private file, after saying what will be in it; `show` opens it."""
    form = formats.chosen(wanted.form, formats.REPORT)
    output.refuse_ours(file, call.path)
    found = _page(call, wanted)
    output.refuse_existing(file, force=force)
    terminal.show(tuple(map(Say, _holds(found))), call)
    output.to_file((_rendered(found, form.name),), file, call.path, force=force)
    terminal.show((Say(f"Wrote {shown(file)}. Only you can read it; it holds health data."),), call)
    if show:
        _open(file)


def _page(call: Call, wanted: Wanted) -> Page:
    days = days_asked(wanted.days)
    context, own = look(call, named=wanted.treatment), call.settings
    case = context.case
    chosen = Chosen(days, _symptoms(wanted.only, case), not wanted.no_notes)
    went = trend(case, own, context.status.view, Shown(days))
    counts = summary(case, own, went.first_day, went.last_day)
    with reading(call.database) as store:
        late = store.late_entries(case.treatment.id, _LATE)
    made_by = f"meso {__version__}"
    return page(Material(context, went, counts, compared(case), own, chosen, made_by, late))


def _symptoms(words: Sequence[str], case: Case) -> tuple[str, ...]:
    """The symptoms that are meant by "redness,peeling"; `BadValue` for anything else."""
    items = items_of(case.guide, case.plan)
    found: list[str] = []
    for word in (part.strip() for said in words for part in said.split(",")):
        item = items.item(word) if word else None
        if item is None or item not in case.guide.symptoms:
            raise BadValue(
                f"'{visible(word, 40)}' is not a symptom; --only takes symptoms, such as redness,swelling. "
                "Warning signs are always on the page."
            )
        found.append(item)
    return tuple(dict.fromkeys(found))


def _rendered(found: Page, form: str) -> str:
    from meso_cli.export.report.rendering import report_html, report_markdown

    return report_html(found) if form == "html" else report_markdown(found)


def _holds(found: Page) -> Iterator[str]:
    """What somebody hands over with it, before it is written."""
    signs = len(found.signs.present) + len(found.signs.earlier)
    entries = counted(len(found.log.rows), "entry", "entries")
    charts = counted(len(found.symptoms.panels), "chart")
    warnings = counted(len(found.standing), "warning")
    yield (
        f"It will hold: {found.treatment}, {found.log.days}: {entries}, {charts}, {warnings} standing, "
        f"{counted(signs, 'sign')} reported; your history, products and practitioner as recorded."
    )
    if found.log.left_off:
        yield f"{found.log.left_off}. --days {MOST_DAYS} holds them too."
    notes = sum(bool(row.note) for row in found.log.rows) + bool(found.treatment_note)
    if found.log.notes_left_out:
        yield "Your notes are left out."
    elif notes:
        yield f"Your own words are in it: {counted(notes, 'note')}. --no-notes leaves them out."
    if found.is_empty:
        yield "Nothing is logged yet: the page says so, and holds the treatment and the plan alone."


def _open(file: Path) -> None:
    """In whatever shows such files here; where nothing does, that is said."""
    import webbrowser

    if not webbrowser.open(file.absolute().as_uri()):
        terminal.remark(f"meso: Nothing here could open it; open {shown(file)} yourself.")
