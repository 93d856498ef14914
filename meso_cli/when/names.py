"""English names, so that no locale decides what is read or shown."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORTEST = 3


def index(word: str, names: tuple[str, ...]) -> int | None:
    """Where `word` stands in `names`: the whole name or its first letters, three at least."""
    if len(word) < _SHORTEST:
        return None
    return next((at for at, name in enumerate(names) if name.lower().startswith(word.lower())), None)
