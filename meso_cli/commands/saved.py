"""After the write: whatever goes wrong now must not read as if nothing had been saved."""

from collections.abc import Iterator
from contextlib import contextmanager

from meso_cli.errors import MesoError
from meso_cli.text import ended


@contextmanager
def saved(what: str) -> Iterator[None]:
    """The answer to a write stands in this block; `what` ("#12 was saved") begins an error's sentence.

    What there is to do about an error is left out: it ends in "repeat the command", and so everything
    would be recorded twice.
    """
    try:
        yield
    except MesoError as error:
        error.what = f"{what}, but the answer failed: {ended(error.what)}"
        error.remedy = error.outcome = ""
        raise
    except Exception as error:
        error.add_note(what)
        raise
