"""What signs that were named come to with what was logged before, as far as the records can be read."""

from collections.abc import Sequence
from contextlib import suppress

from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import look
from meso_cli.model.case import Context
from meso_cli.model.practitioner import Practitioner
from meso_cli.model.records import Entry, Observation
from meso_cli.model.tiers import Tier, rank
from meso_cli.recovery.acknowledgement import standing_at
from meso_cli.text import inside
from meso_cli.values import NamedTuple
from meso_cli.wording.values import label_of


class Known(NamedTuple):
    """The gravest tier that stands with the signs that were named; None where nothing could be read.

    `before`: what was logged before that makes it an emergency, in words.
    """

    tier: Tier | None = None
    before: tuple[str, ...] = ()
    practitioner: Practitioner | None = None


def what_stands_with(call: Call, named: Sequence[str], beside: Sequence[Observation]) -> Known:
    """What will stand once these signs are recorded as there now, with what was said beside them."""
    # Neither a lock, nor damage, nor a fault in judging may cost the card, which comes next.
    with suppress(Exception), call.database.hardly_waiting():
        return _judged(look(call), named, beside, call)
    return Known()


def _judged(context: Context, named: Sequence[str], beside: Sequence[Observation], call: Call) -> Known:
    case = context.case
    last = max((entry.id for entry in case.record.entries), default=0)
    said = {seen.item: seen for seen in (*beside, *(Observation(id, 1) for id in named))}
    entry = Entry(last + 1, "", call.now, tuple(said.values()))
    record = case.record._replace(entries=(*case.record.entries, entry))
    warnings = standing_at(case._replace(record=record), call.now)
    found = [(warning, case.guide) for warning in warnings]
    found += [
        (warning, context.others[other.id].guide)
        for other in context.status.others
        for warning in other.warnings
    ]
    tier = max((warning.tier for warning, _ in found), key=rank, default=None)
    because = {
        inside(label_of(log.item, guide)): log.item
        for warning, guide in found
        if warning.tier == tier
        for log in warning.because
        if log.value
    }
    before = tuple(label for label, item in because.items() if item not in named)
    return Known(tier, before if tier == "emergency" else (), case.treatment.practitioner)
