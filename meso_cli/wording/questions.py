"""How a check-in asks about a symptom or sign, in words."""

from meso_cli.model.case import Case
from meso_cli.signs.modifiers import known, unknown


def asked_words(item: str, case: Case) -> str:
    """The short question; where the skin is not known to be light, one that speaks of dark skin, too."""
    words = case.words(item)
    whole = words.question or case.title(item)
    return whole if item in case.guide.symptoms and _in_full(case) else words.asked or whole


def _in_full(case: Case) -> bool:
    may_apply = known(case.treatment, case.guide) | unknown(case.treatment, case.guide)
    return any(row.asks_in_full for row in case.guide.modifiers.values() if row.id in may_apply)
