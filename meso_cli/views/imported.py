"""The answer to `meso import`: what came in, what was kept, and the way back."""

from collections.abc import Iterator

from meso_cli.model.merged import Merged
from meso_cli.views.blocks import Block, Document, Grid, Row, Say, Section
from meso_cli.wording.values import listed

_PLURAL = {"entry": "entries"}


def imported_document(merged: Merged, backup: str | None, *, dry_run: bool = False) -> Document:
    """`backup` is what `meso restore` calls the copy of how it was before; None: nothing was there."""
    return tuple(_blocks(merged, backup, dry_run))


def _blocks(merged: Merged, backup: str | None, dry_run: bool) -> Iterator[Block]:
    rows = tuple(
        (_PLURAL.get(name, f"{name}s"), *map(str, tally))
        for name, tally in merged.tallies.items()
        if any(tally)
    )
    if merged.changed or merged.kept:
        title = "Would be imported (nothing was changed)" if dry_run else "Imported"
        yield Grid(title, ("Records", "added", "replaced", "kept", "the same"), rows)
    if not merged.changed:
        found = sum(sum(tally) for tally in merged.tallies.values())
        yield Say(f"Nothing in it is new here ({found} records); nothing was changed.")
    elif dry_run:
        yield Say("Run it again without --dry-run to import it.", "muted")
    if merged.replaced or merged.kept or merged.back:
        yield Section("Both sides had changed it", tuple(_conflicts(merged, dry_run)))
    if merged.changed and not dry_run:
        far = f"meso restore {backup}" if backup else "meso wipe"
        yield Say(f"To take it back: {'meso undo' if merged.undoable else far}", "muted")


def _conflicts(merged: Merged, dry_run: bool) -> Iterator[Row]:
    if merged.replaced:
        yield Row("later there", f"{listed(merged.replaced)}: taken from the import")
    if merged.kept:
        yield Row("later here", f"{listed(merged.kept)}: kept as it is here")
    if merged.gone:
        verb = "would disappear here, too" if dry_run else "deleted here now, too"
        yield Row("deleted there", f"{listed(merged.gone)}: {verb}")
    if merged.back:
        yield Row("kept", f"{listed(merged.back)}: deleted, but something was recorded in it later")
