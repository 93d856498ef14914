"""The four tiers of a warning, lowest first."""

from typing import Literal

Tier = Literal["watch", "contact", "urgent", "emergency"]

TIERS: tuple[Tier, ...] = ("watch", "contact", "urgent", "emergency")
RED_FLAG_TIERS: tuple[Tier, ...] = ("urgent", "emergency")


def rank(tier: str) -> int:
    """A tier's height, to compare: watch 0, emergency 3."""
    return TIERS.index(tier)


def reaches(tier: str | None, floor: str) -> bool:
    """Whether `tier` (None: no warning) is at least `floor`."""
    return tier is not None and rank(tier) >= rank(floor)
