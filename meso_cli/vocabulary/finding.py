"""Where the names of items stand in a sentence, and the phrases that say nothing."""

from collections.abc import Sequence

from meso_cli.vocabulary.folding import Word
from meso_cli.vocabulary.items import Items, Meant
from meso_cli.vocabulary.language import FILLERS, PASSING
from meso_cli.vocabulary.names import Found
from meso_cli.vocabulary.sentence import Sentence


def found_in(sentence: Sentence, items: Items) -> Sequence[Found[Meant]]:
    """The names in the sentence; ids that stand apart need no other names."""
    runs = _as_typed(sentence)
    ids = [items.id(sentence.words[run[0]].typed) for run in runs]
    apart = (run[-1] in sentence.given or sentence.words[run[-1] + 1].breaks for run in runs[:-1])
    if all(ids) and all(apart):
        return [Found(run, Meant("item", id)) for run, id in zip(runs, ids, strict=True) if id]
    found = items.names.find(sentence.words, known=_as_shown(sentence.words, items))
    return [_with_number(name, sentence, items) for name in found]


def _with_number(found: Found[Meant], sentence: Sentence, items: Items) -> Found[Meant]:
    """ "SPF 50" is a product's name, whatever else names the care beside it: "put spf 50 on twice"."""
    for place in found.places:
        behind = place + 1
        if behind in found.places or behind >= len(sentence.words) or place in sentence.given:
            continue
        both = f"{sentence.words[place].text} {sentence.words[behind].text}"
        if sentence.words[behind].text.isdecimal() and items.names.get(both) == found.meaning:
            return found._replace(places=tuple(sorted((*found.places, behind))))
    return found


def _as_shown(words: Sequence[Word], items: Items) -> list[Found[Meant]]:
    """What a screen says of a sign, typed as it stands there: its commas part nothing."""
    places = [place for place, word in enumerate(words) if word.text not in FILLERS]
    texts = [words[place].text for place in places]
    found: list[Found[Meant]] = []
    taken = 0
    for first, text in enumerate(texts):
        phrases = items.shown.get(text, {}) if first >= taken else {}
        here = [phrase for phrase in phrases if (*texts[first : first + len(phrase)],) == phrase]
        if here:
            longest = max(here, key=len)
            taken = first + len(longest)
            found.append(Found(tuple(places[first:taken]), Meant("item", phrases[longest])))
    return found


def _as_typed(sentence: Sentence) -> list[tuple[int, ...]]:
    """The places of each word that was typed as one: "open-sore" has two."""
    runs: list[tuple[int, ...]] = []
    for place, word in enumerate(sentence.words):
        before = runs[-1][-1] if runs else None
        is_same = (
            before is not None and sentence.words[before].typed == word.typed and word.typed != word.text
        )
        if is_same and not word.breaks and before not in sentence.given:
            runs[-1] = (*runs[-1], place)
        else:
            runs.append((place,))
    return runs


def passing(words: Sequence[Word], taken: set[int]) -> set[int]:
    """The places of phrases that say nothing here, but for words that are names."""
    texts = [word.text for word in words]
    return {
        place
        for phrase in PASSING
        for start in range(len(texts) - len(phrase) + 1)
        if (*texts[start : start + len(phrase)],) == phrase
        and taken.isdisjoint(range(start, start + len(phrase)))
        for place in range(start, start + len(phrase))
    }
