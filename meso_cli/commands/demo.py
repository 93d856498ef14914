"""`meso demo`."""

import datetime as dt
import tempfile
from pathlib import Path

import typer

from meso_cli.commands import clock, terminal
from meso_cli.commands.checking_in.recording import log_entry
from meso_cli.commands.looking import look
from meso_cli.commands.shared import shared
from meso_cli.commands.status import show_status
from meso_cli.commands.vocabulary import items_of
from meso_cli.guide.reading import read_guide
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import HOUR, Description
from meso_cli.store.records import add_treatment
from meso_cli.store.writing import writing
from meso_cli.views.blocks import Say
from meso_cli.vocabulary.checkin import read_checkin

_AGE = dt.timedelta(days=5, hours=19)
_HISTORY: tuple[tuple[float, str, str | None], ...] = (
    (3, "redness=3 swelling=1 warmth=2 pain=1 tightness=2 bleeding=1 cool-pack=2 water=3", "like a sunburn"),
    (19, "redness=2 swelling=2 warmth=1 pain=1 bleeding=0 fever=no pus=no moisturise water=2", None),
    (43, "redness=2 swelling=1 warmth=0 pain=0 tightness=1 flaking=1 fever=no pus=no", None),
    (67, "redness=1 swelling=0 flaking=2 itching=1 scabs=0 fever=no pus=no spf", "flaky round the nose"),
    (91, "redness=1 flaking=2 itching=1 breakouts=1 fever=no pus=no open-sore=no", None),
    (115, "redness=0 flaking=1 tightness=0 fever=no pus=no open-sore=no", None),
    (137, "flaking=1 itching=0 fever=no pus=no spf water=2 moisturise", None),
)


def demo(ctx: typer.Context) -> None:
    """Six days of a made-up recovery, then its status.

    It lives in a throwaway file; your own records are not touched.
    """
    options, now = shared(ctx), clock.now()
    with tempfile.TemporaryDirectory(prefix="meso-demo-") as folder:
        database = Path(folder) / "demo.db"
        _write(database, now)
        context = look(options._replace(db=str(database)))
        terminal.show((Say("A made-up example; your own records are not touched.", "muted"),), options)
        show_status(context, options)


def _write(database: Path, now: dt.datetime) -> None:
    begun = (now - _AGE).replace(minute=0, second=0, microsecond=0)
    with writing(database, command="start", now=begun, create=True) as store:
        clinic = Practitioner("the clinic", "01234 567890")
        described = Description("face", "pen", 1.0, 2, practitioner=clinic)
        add_treatment(store, begun, clock.zone_name(begun), described)
    items = items_of(read_guide())
    for hours, words, note in _HISTORY:
        at = begun + hours * HOUR
        observed = read_checkin(words.split(), items).observations
        log_entry(
            database,
            when=lambda _, at=at: at,  # type: ignore[misc]  # mypy cannot type a lambda's default
            now=at,
            zone=clock.zone_name(at),
            observe=lambda _, seen=observed: seen,  # type: ignore[misc]  # the same
            note=note,
        )
