"""Which rows were met, in any order, however far apart."""

import random

from meso_cli.store.exchange.met import Met


def test_a_row_is_new_once() -> None:
    """As a set of numbers would have it."""
    chance, met, before = random.Random(3), Met(), set[int]()
    for _ in range(3_000):
        number = chance.choice(
            (chance.randrange(1, 500), chance.randrange(1, 10**9), 2**15 - 1, 2**15, 2**15 + 7)
        )
        assert met.add(number) == (number not in before)
        before.add(number)
