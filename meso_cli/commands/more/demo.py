"""Six days of a made-up recovery."""

import datetime as dt
import tempfile
from contextlib import closing
from pathlib import Path

from meso_cli.commands.daily.status import show_status
from meso_cli.commands.look_back.trend import TrendRequest, show_trend
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.commands.support.writes import recorded
from meso_cli.guide.reading import read_guide
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import HOUR, Description
from meso_cli.store.edits import Seen, add_entry, add_treatment
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


def demo(call: Call) -> None:
    """Shows the status of the made-up recovery, then how it went; it lives in a throwaway file."""
    with (
        tempfile.TemporaryDirectory(prefix="meso-demo-") as folder,
        closing(call.with_records_in(Path(folder) / "demo.db")) as example,
    ):
        write_example(example)
        terminal.show((Say("A made-up example; your own records are not touched.", "muted"),), call)
        show_status(look(example), call)
        terminal.write("\n")
        terminal.show((Say("And how it went, day by day (meso trend):", "muted"),), call)
        show_trend(example, TrendRequest())


def write_example(example: Call) -> None:
    """Records the made-up recovery, as if it had just come to its sixth day."""
    begun = (example.now - _AGE).replace(minute=0, second=0, microsecond=0)
    clinic = Practitioner("the clinic", "01234 567890")
    described = Description("face", "pen", 1.0, 2, practitioner=clinic)
    items = items_of(read_guide())
    with recorded(example, "demo", create=True) as store:
        treatment = add_treatment(store, begun, example.zone, described)
        for hours, words, note in _HISTORY:
            observed = read_checkin(words.split(), items).observations
            add_entry(store, treatment, begun + hours * HOUR, example.zone, Seen(observed, note))
