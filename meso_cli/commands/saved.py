"""After the write: whatever goes wrong now must not read as if nothing had been saved."""

from collections.abc import Iterator
from contextlib import contextmanager

from meso_cli.errors import MesoError

_NOTHING = "Nothing was saved"


@contextmanager
def saved(what: str) -> Iterator[None]:
    """The answer to a write stands in this block; `what` ("#12 was saved") begins an error's sentence.

    Otherwise somebody would repeat the command and record everything twice.
    """
    try:
        yield
    except MesoError as error:
        why, _, _ = str(error).partition(_NOTHING)
        error.args = (f"{what}, but the answer failed: {why.strip()}",)
        raise
    except Exception as error:
        error.add_note(what)
        raise
