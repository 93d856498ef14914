"""What signs come to that somebody named, whether or not they can be recorded."""

import datetime as dt
from collections.abc import Iterable

from meso_cli.model.guide import Guide
from meso_cli.model.status import Log
from meso_cli.model.tiers import Tier, rank
from meso_cli.signs.evaluate import evaluate, standing
from meso_cli.signs.scene import Scene

_ANY_TIME = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Signs count at every hour alike."""


def gravest_of(named: Iterable[str], guide: Guide) -> Tier | None:
    """The highest tier of these signs, each alone and all together; None where none is the guide's."""
    logs = {id: (Log(1, id, 1, _ANY_TIME, 0.0),) for id in named if id in guide.signs}
    found = evaluate(Scene(guide, (), frozenset(), logs, {}), _ANY_TIME)
    return max((warning.tier for warning in standing(found, guide)), key=rank, default=None)
