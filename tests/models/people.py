"""Whom a simulated recovery happens to: the treatment and the skin."""

import random
from typing import NamedTuple, TypeVar

from meso_cli.model.records import Treatment
from tests.core.recoveries import treatment

# How the treatments are spread: value and its share.
DEVICES = {"roller": 20, "pen": 68, "rf": 12}
DEPTHS = {0.3: 8, 0.5: 15, 1.0: 50, 1.5: 17, 2.0: 10}
RF_DEPTHS = {1.0: 1, 1.5: 1, 2.0: 1}
AREAS = {"face": 80, "neck": 10, "chest": 10}
SKIN_TYPES = dict.fromkeys(range(1, 7), 1)

LIGHT_BELOW_MM = 0.5
DEEP_FROM_MM = 1.5
SLOW_AREAS = ("neck", "chest")

T = TypeVar("T")


class Person(NamedTuple):
    """One treatment, as far as it shapes the recovery; the skin type is only told to the program."""

    device: str
    depth_mm: float
    area: str
    skin_type: int

    @property
    def light(self) -> bool:
        """Needled so lightly that the redness is gone within a day or two."""
        return self.depth_mm < LIGHT_BELOW_MM

    @property
    def deep(self) -> bool:
        """Needled deep, by whatever device."""
        return self.depth_mm >= DEEP_FROM_MM

    @property
    def slow(self) -> bool:
        """Settles more slowly: deep, or not on the face."""
        return self.deep or self.area in SLOW_AREAS

    @property
    def rf(self) -> bool:
        """Needled with radio-frequency."""
        return self.device == "rf"

    @property
    def treatment(self) -> Treatment:
        """What the program is told of it: all of it, and no history."""
        return treatment(**self._asdict())


def draw_person(chance: random.Random) -> Person:
    """One person of the mix above."""
    device = draw(chance, DEVICES)
    depth = draw(chance, RF_DEPTHS if device == "rf" else DEPTHS)
    return Person(device, depth, draw(chance, AREAS), draw(chance, SKIN_TYPES))


def draw(chance: random.Random, shares: dict[T, int]) -> T:
    """One of the keys, each as often as its share of the sum."""
    return chance.choices(list(shares), list(shares.values()))[0]
