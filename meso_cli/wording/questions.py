"""How a check-in asks about a symptom or sign, in words."""

from meso_cli.model.case import Case
from meso_cli.signs.modifiers import PIH_PRONE, known, unknown


def asked_words(item: str, case: Case) -> str:
    """The short question; where the skin is not known to be light, one that speaks of dark skin, too."""
    words = case.words(item)
    whole = words.question or case.title(item)
    return whole if item in case.guide.symptoms and _may_be_dark(case) else words.asked or whole


def _may_be_dark(case: Case) -> bool:
    return PIH_PRONE in known(case.treatment, case.guide) | unknown(case.treatment)
