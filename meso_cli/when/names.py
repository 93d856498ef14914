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
_TEXTED = {
    short: long
    for long, texted in {
        "tomorrow": "tmrw tmr tmw tmro tomoz 2moro 2morrow tomorow tommorow tommorrow",
        "today": "2day",
        "tonight": "2nite 2night tonite",
        "yesterday": "yday yest ystd yesturday",
        "weekend": "wkend wknd",
        "morning": "morn",
        "evening": "eve",
    }.items()
    for short in texted.split()
}
"""As people text them; each can hardly be another word."""


def spelt_out(words: str) -> str:
    """Words of time in full: "tmrw morn" is "tomorrow morning"."""
    return " ".join(_TEXTED.get(word.lower(), word) for word in words.split(" "))


def index(word: str, names: tuple[str, ...]) -> int | None:
    """Where `word` stands in `names`: the whole name or its first letters, three at least."""
    if len(word) < _SHORTEST:
        return None
    return next((at for at, name in enumerate(names) if name.lower().startswith(word.lower())), None)
