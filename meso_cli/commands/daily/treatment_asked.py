"""Which treatment an entry goes to, where two are open and nothing says which."""

from meso_cli.commands.daily.entries import Typed
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.errors import MesoError
from meso_cli.guide.reading import read_guide
from meso_cli.model.records import Treatment, elapsed
from meso_cli.store.reading import reading
from meso_cli.text import visible
from meso_cli.wording.values import treatment_words


def chosen(call: Call, typed: Typed) -> str | None:
    """The treatment that was named, or that a person on a terminal chooses; None: the latest begun."""
    is_dated = typed.at is not None or typed.said_at is not None
    if typed.treatment is not None or is_dated or not terminal.can_ask(call):
        return typed.treatment
    recent = _recent(call)
    if len(recent) < 2:
        return None
    names = {treatment.name: treatment for treatment in recent}
    latest = recent[-1].name
    listed = ", ".join(treatment_words(treatment) for treatment in recent)
    while True:
        answer = terminal.ask(f"Which treatment is it about? {listed} (Enter: {latest})", call, "--treatment")
        name = f"t{answer.casefold().removeprefix('t')}" if answer else latest
        if name in names:
            return name
        terminal.remark(f"  '{visible(answer, 20)}' is none of them; {' or '.join(names)}")


def _recent(call: Call) -> list[Treatment]:
    """The open treatments that are followed up, the latest begun last; none where they cannot be read."""
    days = read_guide().rules.follow_up_days
    try:
        with reading(call.database) as store:
            begun = [row for row in store.open_at(call.now) if elapsed(row.at, call.now).days <= days]
    except MesoError:
        return []
    return sorted(begun, key=lambda row: (row.at.timestamp(), row.id))
