"""What a note names that would be judged if it were logged.

A note is kept as it is and never read as an observation: words can mean anything. But somebody
who wrote "pus and fever 39" must not go on to read that no warning sign was logged.
"""

from meso_cli.values import NamedTuple
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.mention import Mention
from meso_cli.vocabulary.mentions import mentions_in
from meso_cli.vocabulary.sentence import Sentence, sentence_of
from meso_cli.vocabulary.values import celsius


class Noted(NamedTuple):
    """What to log instead, as `meso log` takes it, and which red flags are named beyond doubt.

    `look_for` are the signs that a word of alarm ("infection") makes one look for.
    """

    to_log: tuple[str, ...] = ()
    red_flags: tuple[str, ...] = ()
    look_for: tuple[str, ...] = ()


def read_note(note: str, items: Items, but: frozenset[str] = frozenset()) -> Noted:
    """The red flags and the words of alarm in a note; the items in `but` are logged beside it."""
    sentence = sentence_of([note])
    found = mentions_in(sentence, items)
    flags = {
        mention.item: mention
        for mention in found.named
        if items.is_red_flag(mention.item) and mention.item not in but and not _is_below(mention, items)
    }
    alarms = (sign for word in found.alarms for sign in items.spoken.alarms.get(word, ()))
    return Noted(
        to_log=tuple(_as_logged(mention, items) for mention in flags.values()),
        red_flags=tuple(id for id, mention in flags.items() if _is_plain(mention, sentence)),
        look_for=tuple(sign for sign in dict.fromkeys(alarms) if sign not in flags and sign not in but),
    )


def _as_logged(mention: Mention, items: Items) -> str:
    if mention.is_denied or mention.how == "gone":
        return f"{mention.item}=no"
    is_reading = items.takes_temperature(mention.item) and celsius(mention.value or "") is not None
    return f"{mention.item}={mention.value}" if is_reading else mention.item


def _is_plain(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sign is said to be there by its own name or in several words; one word may mean more."""
    named = [sentence.words[place].text for place in mention.places]
    is_plain = len(named) > 1 or named == [mention.item]
    return is_plain and not mention.is_denied and mention.how != "gone"


def _is_below(mention: Mention, items: Items) -> bool:
    """Whether it is a temperature that is no fever."""
    if not items.takes_temperature(mention.item):
        return False
    degrees = celsius(mention.value or "")
    return degrees is not None and degrees < items.guide.rules.fever_celsius
