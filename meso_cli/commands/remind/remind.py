"""Reminders: what is due now, and the schedule that asks for it."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.context import has_guide, own_case, refuse_without_guide
from meso_cli.errors import BadValue, Exit, NothingFound
from meso_cli.model.case import Case
from meso_cli.model.settings import as_typed
from meso_cli.recovery.future_dated import set_apart_future_dated
from meso_cli.recovery.reminders import Reason, reasons
from meso_cli.store.reading import reading
from meso_cli.text import visible
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Block, Row, Say, Section
from meso_cli.when.saying import clock

if TYPE_CHECKING:
    from meso_cli.commands.remind.systemd import Installed

SYSTEMS = ("systemd", "cron", "launchd")


class RemindRequest(NamedTuple):
    """What is wanted, as typed; `printed` is the system whose schedule is printed.

    `install` is True where it is to be installed, False where it is to be taken away, as often as said.
    """

    check: bool = False
    notify: bool = False
    printed: str | None = None
    install: Sequence[bool] = ()


def remind(call: Call, asked: RemindRequest) -> int:
    """Does the one thing that is asked for; returns the exit code."""
    wanted = (
        asked.check or asked.notify,
        asked.printed is not None,
        True in asked.install,
        False in asked.install,
    )
    if sum(wanted) > 1:
        raise BadValue("Ask for one of --check, --print, --install and --remove at a time.")
    if wanted[0]:
        return _check(call, notify=asked.notify)
    if asked.printed is not None:
        terminal.write(_schedule(asked.printed, call))
    else:
        done = _installed if wanted[2] else _removed if wanted[3] else _overview
        terminal.show(done(call), call)
    return Exit.FINE


def due(call: Call) -> tuple[Reason, ...]:
    """What is due now; nothing where nothing was ever recorded.

    Raises `Damaged` where nothing is, and this version does not have the guide of a treatment.
    """
    try:
        with reading(call.database) as store:
            treatments = store.open_at(call.now)
            records = [store.record(treatment.id) for treatment in treatments if has_guide(treatment)]
    except NothingFound:
        return ()
    cases: list[Case] = [own_case(set_apart_future_dated(record, call.now)) for record in records]
    found = reasons(cases, call.settings, call.now)
    if not found:
        for treatment in treatments:
            refuse_without_guide(treatment)
    return found


def sentence(reason: Reason) -> str:
    """Neutral words: a locked screen shows them to everybody."""
    if reason.kind == "check-in":
        return "Care check-in: today's is still to do."
    return f"Care reminder: something changes at {clock(reason.at)}."


def _check(call: Call, *, notify: bool) -> int:
    found = due(call)
    new = found
    if notify and found:
        from meso_cli.commands.remind import notifications

        new = notifications.not_told(found, call)
        if new:
            # What cannot be kept would be shown again each hour: then it is not shown at all.
            notifications.refuse_unkept(call)
            notifications.notify([sentence(reason) for reason in new])
            notifications.remember(found, call)
    terminal.write("".join(f"{sentence(reason)}\n" for reason in new))
    return Exit.REMIND_DUE if found else Exit.FINE


def _schedule(system: str, call: Call) -> str:
    from meso_cli.commands.remind.job import job
    from meso_cli.export.schedules import LABEL, SERVICE, TIMER, cron, launchd, systemd

    wanted, ours = system.strip().casefold(), job(call)
    if wanted == "systemd":
        units = systemd(ours)
        return (
            f"# ~/.config/systemd/user/{SERVICE}\n{units[SERVICE]}\n"
            f"# ~/.config/systemd/user/{TIMER}\n{units[TIMER]}\n"
            f"# Then: systemctl --user daemon-reload && systemctl --user enable --now {TIMER}\n"
            "# meso remind --install does all of it.\n"
        )
    if wanted == "cron":
        return f"# Add this line with: crontab -e\n{cron(ours)}"
    if wanted == "launchd":
        text = launchd(ours)
        head, _, rest = text.partition("\n")
        path = f"~/Library/LaunchAgents/{LABEL}.plist"
        then = f"Save as {path}, then: launchctl bootstrap gui/$(id -u) {path}"
        return f"{head}\n<!-- {then} -->\n{rest}"
    raise BadValue(f"'{visible(system, 40)}' is not a schedule that meso knows; say {', '.join(SYSTEMS)}")


def _installed(call: Call) -> tuple[Block, ...]:
    from meso_cli.commands.remind.job import job
    from meso_cli.commands.remind.systemd import install
    from meso_cli.store.errors import shown

    files = install(job(call))
    return (
        Say(f"A timer of systemd checks once an hour from now on: {', '.join(map(shown, files))}."),
        Say("Its messages name nothing. To take it away: meso remind --remove", "muted"),
    )


def _removed(call: Call) -> tuple[Block, ...]:
    from meso_cli.commands.remind.systemd import installed, remove
    from meso_cli.store.errors import shown

    if others := _for_others(installed(), call):
        raise BadValue(
            f"The reminder that is installed is for other records ({others}), so it is left as it is",
            f"to take it away: meso remind --remove --db {shlex.quote(others)}",
        )
    found = remove()
    gone = (
        [Say(f"Removed {', '.join(map(shown, found.ours))}; nothing reminds you any more.")]
        if found.ours
        else []
    )
    kept = [
        Say(f"{shown(file)} was changed by somebody, so it is left as it is; remove it by hand.", "watch")
        for file in found.edited
    ]
    return (*gone, *kept) or (Say("No reminder was installed."),)


def _overview(call: Call) -> tuple[Block, ...]:
    """What is due, when that is, and whether anything asks."""
    found, asks = due(call), _who_asks(call)
    rows = (
        Row("Due now", " ".join(sentence(reason) for reason in found) or "nothing"),
        Row("Check-in", f"each day of follow-up at {as_typed(call.settings.checkin_at)}, until you log"),
        Row("Changes", "in the hour before a restriction ends"),
        Row("Who asks", asks),
    )
    return (Section("Reminders", rows), *_hints())


def _who_asks(call: Call) -> str:
    """What asks for these records; half a schedule, or one for others, asks nobody."""
    from meso_cli.commands.remind.systemd import installed
    from meso_cli.store.errors import shown

    units = installed()
    if units.edited:
        return f"not known: {shown(units.edited[0])} was changed by somebody"
    if others := _for_others(units, call):
        return f"nothing for these records: the timer of systemd is for {others}"
    if units.ours and not units.is_whole:
        return "nothing: the timer is not whole; install it again: meso remind --install"
    return "a timer of systemd, once an hour" if units.ours else "nothing yet: meso remind --install"


def _for_others(units: "Installed", call: Call) -> str:
    """The records that an installed reminder is for, where these are others; empty where not."""
    others = units.records - {"", str(Path(call.path).absolute())}
    return visible(min(others)) if others else ""


def _hints() -> Iterator[Block]:
    yield Say(
        "Other systems: meso remind --print cron, or launchd. Another time: meso config checkin_at 21:00",
        "muted",
    )
