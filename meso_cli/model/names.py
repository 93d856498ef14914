"""Other words that people use for what the guide calls by an id."""

from collections.abc import Mapping

from meso_cli.values import NamedTuple


class ItemNames(NamedTuple):
    """What people say instead of the ids of what can be logged.

    `items`: by item, what it is called. `alarms` are words like "infection" that are no sign: each
    with the signs that it makes one look for. `unable`: by sign, what somebody cannot do who has
    it ("breathe", "swallow"). `degrees`: how strong a word makes what it stands beside, by grade.
    `calm` says that nothing is wrong. `english`: words of everyday English that lie one slip of
    the finger from a red flag's name, and are no slip. `others`: what is called after a symptom and is none,
    "hot drink". `places`: places of the body, some of them words of alarm, too, each with the items beside
    which they are nothing else. `denials`: by sign, names that say that it is not there. `strong`: names of
    symptoms that say that there is much of it, and no grade. `concerns`: what somebody asks with who wants to
    know how bad it is or whom to call, and nothing about what they may do. `shown`: by sign, how screens
    say it, commas and all. `lasting`: by sign, which sign it is where it went on for a minute or longer.
    """

    items: Mapping[str, tuple[str, ...]] = {}
    alarms: Mapping[str, tuple[str, ...]] = {}
    unable: Mapping[str, tuple[str, ...]] = {}
    degrees: Mapping[int, tuple[str, ...]] = {}
    calm: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    places: Mapping[str, tuple[str, ...]] = {}
    denials: Mapping[str, tuple[str, ...]] = {}
    strong: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    shown: Mapping[str, tuple[str, ...]] = {}
    lasting: Mapping[str, str] = {}
