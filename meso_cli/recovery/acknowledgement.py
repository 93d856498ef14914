"""Telling somebody about a warning: which ones stood then, and what is recorded of it."""

import datetime as dt

from meso_cli.model.case import Case
from meso_cli.model.records import HOUR, Acknowledgement, elapsed
from meso_cli.model.settings import Settings
from meso_cli.model.status import StandingWarning
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.status import status


def standing_at(case: Case, at: dt.datetime) -> tuple[StandingWarning, ...]:
    """The warnings at the aware moment `at`, by what had been observed by then; the gravest first.

    What the record has set apart as dated after the clock may add one, as it does in the status.
    """
    by_then = tuple(entry for entry in case.record.entries if elapsed(entry.at, at) >= 0 * HOUR)
    known = case._replace(record=case.record._replace(entries=by_then))
    return status(known, Settings(), Viewpoint(at)).warnings


def acknowledgement(warning: StandingWarning, at: dt.datetime, text: str) -> Acknowledgement:
    """What is recorded when somebody was told at `at` about a warning that stood then."""
    newest = max(log.entry for log in warning.because)
    return Acknowledgement(warning.id, warning.tier, newest, at, text)
