"""The strict check of the guide's files, for tests and `doctor`; a start never runs it.

Its parts: `checking.shape` holds each table against the fields of its row type,
`checking.subjects` says which words each subject needs, and the tables of checks below say
what must hold between the rows. To add a check, write a function of a `Draft` and put it
into the table of its file.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from meso_cli.guide.checking.citing import CITING_CHECKS
from meso_cli.guide.checking.courses import COURSE_CHECKS
from meso_cli.guide.checking.days import DAY_CHECKS
from meso_cli.guide.checking.draft import Draft, read_draft
from meso_cli.guide.checking.language import LANGUAGE_CHECKS
from meso_cli.guide.checking.modifiers import MODIFIER_CHECKS
from meso_cli.guide.checking.naming import NAMING_CHECKS
from meso_cli.guide.checking.problem import Problem
from meso_cli.guide.checking.topics import TOPIC_CHECKS
from meso_cli.guide.checking.warnings import WARNING_CHECKS
from meso_cli.guide.checking.windows import WINDOW_CHECKS

__all__ = ["Problem", "check"]

CHECKS: tuple[Callable[[Draft], Iterable[Problem]], ...] = (
    *WINDOW_CHECKS,
    *TOPIC_CHECKS,
    *COURSE_CHECKS,
    *MODIFIER_CHECKS,
    *WARNING_CHECKS,
    *DAY_CHECKS,
    *NAMING_CHECKS,
    *CITING_CHECKS,
    *LANGUAGE_CHECKS,
)


def check(folder: Path, today: dt.date | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with the guide in `folder`, at once; empty where nothing is.

    With `today`, a review that lies after it is a problem too. Never raises for what the
    files hold, or for files that are missing or cannot be read.
    """
    draft, problems = read_draft(folder, today)
    return (*problems, *(problem for find in CHECKS for problem in find(draft)))
