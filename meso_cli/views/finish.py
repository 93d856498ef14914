"""The quiet end in words: once the last restriction has ended."""

from meso_cli.model.guide import Guide
from meso_cli.model.viewpoint import Viewpoint
from meso_cli.recovery.finishing import Finish
from meso_cli.text import inside
from meso_cli.views.blocks import Document, Row, Say, Section
from meso_cli.when.saying import moment
from meso_cli.wording.trend import endings_words
from meso_cli.wording.values import label_of


def finish_document(end: Finish, guide: Guide, view: Viewpoint) -> Document:
    """How it went, what can still come, and when another session may be."""
    late = ", ".join(inside(label_of(sign, guide)) for sign in end.late_signs)
    session = f"by time from {moment(end.next_session, view)} on" if end.next_session else ""
    rows = (
        Row("How it went", endings_words(end.endings) or "no symptom above 0 was logged"),
        Row("Can still come", f"{late}. Log one if you see it, weeks later, too"),
        *((Row("Next session", f"{session}; your practitioner decides"),) if session else ()),
    )
    return (
        Section(f"The last restriction ended {moment(end.ended_at, view)}", rows, "title"),
        Say("Day by day: meso trend. For your practitioner: meso report. To close it: meso end", "muted"),
    )
