"""The facts of a new treatment that shape its rules: typed, else from the settings, else asked for."""

from collections.abc import Callable
from typing import TypeVar

from meso_cli.commands.daily.region import ask_region
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.errors import BadValue
from meso_cli.model.records import Description
from meso_cli.model.settings import Settings
from meso_cli.vocabulary import fields

Value = TypeVar("Value")


def asks(given: Description, call: Call) -> bool:
    """Whether somebody is there to be asked, who has said nothing yet of what shapes the rules."""
    return (given.device, given.depth_mm, given.skin_type) == (None, None, None) and terminal.can_ask(call)


def asked_facts(given: Description, call: Call) -> Description:
    """What was typed, then the settings; the rest is asked for on a terminal.

    Nothing is asked where the device, the depth or the skin type was typed: then somebody has
    said what they mean to say.
    """
    own = call.settings
    facts = given._replace(
        area=given.area or own.area,
        device=given.device or own.device,
        skin_type=given.skin_type or own.skin_type,
    )
    if not asks(given, call):
        return facts
    terminal.remark("These questions shape the restrictions. Enter: I don't know.")
    facts = facts._replace(
        device=facts.device or _asked("Device (pen, roller, stamp, rf, other)", fields.device, call),
        depth_mm=_asked("Needle depth in mm", fields.depth_mm, call),
        skin_type=facts.skin_type
        or _asked("Skin type 1 (always burns) to 6 (deeply pigmented)", fields.skin_type, call),
    )
    ask_region(call)
    return facts


def taken(given: Description, own: Settings) -> tuple[str, ...]:
    """What nobody typed or answered and the settings filled in, in words."""
    words = {
        "area": f"area {own.area}",
        "device": f"device {own.device}",
        "skin_type": f"skin type {own.skin_type}",
    }
    return tuple(
        said
        for name, said in words.items()
        if getattr(own, name) is not None and getattr(given, name) is None
    )


def asked_when(read: Callable[[str], Value | None], call: Call) -> Value | None:
    """When the treatment was, by `read`, which takes Enter for now."""
    return _asked("When was it? 'today 14:00', 'yesterday 10:30' (Enter: now)", read, call)


def _asked(question: str, read: Callable[[str], Value | None], call: Call) -> Value | None:
    while True:
        try:
            return read(terminal.ask(question, call, "--device, --depth or --skin-type"))
        except BadValue as error:
            terminal.remark(str(error))
