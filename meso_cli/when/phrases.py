"""Words of time inside a sentence: "drink wine on saturday evening", "red since yesterday".

Only what can hardly mean anything else counts; what the words come to is for `reading` to say, or to
refuse.
"""

import re
from collections.abc import Sequence
from functools import cache

from meso_cli.when.names import spelt_out

_LONG_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SHORT_DAYS = "mon|tues?|wed|thu|thurs?|fri|sat|sun"
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_NUMBER = "[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|couple of"
_UNIT = "minutes?|mins?|hours?|hrs?|days?|weeks?|months?|fortnights?"
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|noon|midnight|midday"
_PART = "morning|afternoon|evening|night|lunchtime"
_AT_HOUR = r" at [0-9]{1,2}(?![0-9:./])"
_DATE = (
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})(?: [0-9]{{4}})?|"
    rf"(?:{_MONTHS}) [0-9]{{1,2}}(?:st|nd|rd|th)?(?: [0-9]{{4}})?|"
    r"[0-9]{4} [0-9]{1,2} [0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|on [0-9]{1,2}/[0-9]{1,2}"
)
_DAY = (
    rf"the day (?:after tomorrow|before yesterday)|day (?:after tomorrow|before yesterday)|"
    rf"tomorrow|yesterday|tonight|today|(?:this|next|last) (?:{_LONG_DAYS}|{_SHORT_DAYS})|{_LONG_DAYS}|"
    rf"on (?:mon|tues?|wed|thu|thurs?|fri|sat)|(?:{_SHORT_DAYS})(?= (?:at )?(?:{_CLOCK}|{_PART}))|"
    rf"(?:mon|tues?|wed|thu|thurs?|fri|sat)$|day [0-9]+|{_DATE}"
)
_PHRASE = (
    rf"(?:(?:on|at|by|this|next|last) )?(?:"
    rf"(?:(?:{_DAY})(?: (?:{_PART}))?|(?:this|last|in the) (?:{_PART}))(?: (?:at )?(?:{_CLOCK})|{_AT_HOUR})?|"
    rf"(?:at )?(?:{_CLOCK})(?: (?:on )?(?:{_DAY}))?|"
    rf"(?:this|next|last) (?:weekend|week|month|{_PART})|the weekend|weekend|"
    rf"in (?:{_NUMBER}) (?:{_UNIT})(?: time)?|(?:{_NUMBER}) ?(?:{_UNIT}|[mhdw]) (?:ago|from now)|"
    rf"in the (?:{_PART}))"
)
_LASTING = ("since", "for", "until", "till", "from", "over", "than")
"""Before these words of time it is said how long, not when."""

_NOT_SO_LONG = (
    "less than",
    "under",
    "within",
    "in",
    "every",
    "half",
    "below",
    "after",
    "not even",
    "not for",
)
"""Before a stretch of time these say that it was shorter, or when it was."""


def time_in(words: Sequence[str]) -> tuple[int, int] | None:
    """The places [first, end) of the longest words of time among the folded words, if there are any."""
    text = " ".join(map(spelt_out, words))
    found = [match for match in _phrase().finditer(text) if match[0].strip()]
    found = [match for match in found if not text[: match.start()].rstrip().endswith(_LASTING)]
    if not found:
        return None
    match = max(found, key=lambda match: len(match[0]))
    first = text[: match.start()].count(" ")
    return first, first + match[0].count(" ") + 1


def lasting_in(words: Sequence[str]) -> tuple[int, int] | None:
    """The places [first, end) of words that say how long already: "since this morning", "for two days"."""
    match = _lasting().search(" ".join(map(spelt_out, words)))
    if match is None:
        return None
    first = match.string[: match.start()].count(" ")
    return first, first + match[0].count(" ") + 1


def stretch_in(words: Sequence[str]) -> tuple[int, int] | None:
    """The places [first, end) of words for a minute or longer: "for 10 minutes", "half an hour".

    Not where they say when it was ("10 minutes ago", "5 minutes after the cream"), or that it was less.
    """
    text = " ".join(map(spelt_out, words))
    for match in _stretch().finditer(text):
        if not text[: match.start()].rstrip().endswith(_NOT_SO_LONG):
            first = text[: match.start()].count(" ")
            return first, first + match[0].count(" ") + 1
    return None


@cache
def _stretch() -> "re.Pattern[str]":
    begins = (
        "for|over|about|around|roughly|nearly|almost|at least|more than|longer than|maybe|probably|the last"
    )
    long = rf"half an? hour|(?:{_NUMBER}|few|several|some) ?(?:{_UNIT})|ages|a long time|a long while|a while"
    return re.compile(
        rf"(?<!\S)(?:(?:{begins}) )*(?:{long})(?: or (?:so|more|two))?(?!\S)"
        r"(?! (?:ago|from|after|later|before|into|in)\b)"
    )


@cache
def _lasting() -> "re.Pattern[str]":
    long = rf"(?:{_NUMBER}) ?(?:{_UNIT})|a while|a bit|ages|last night|then|day|the (?:{_PART})|{_PART}"
    long += rf"|(?:{_NUMBER}|(?:a )?few|several) ?(?:seconds?|secs?)|half a minute"
    begins = "since|for|for about|for around|for over|for the last|for the past|over the last|all"
    begins += "|less than|for less than|under|for under|for only|for just"
    return re.compile(rf"(?<!\S)(?:{begins}) (?:{_PHRASE}|{long})(?!\S)")


@cache
def _phrase() -> "re.Pattern[str]":
    return re.compile(rf"(?<!\S)(?:{_PHRASE})(?!\S)")
