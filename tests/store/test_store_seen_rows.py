"""Which rows were seen, in any order, however far apart."""

import random

from meso_cli.store.exchange.seen_rows import SeenRows


def test_a_row_is_new_once() -> None:
    """As a set of numbers would have it."""
    chance, seen, before = random.Random(3), SeenRows(), set[int]()
    for _ in range(3_000):
        number = chance.choice(
            (chance.randrange(1, 500), chance.randrange(1, 10**9), 2**15 - 1, 2**15, 2**15 + 7)
        )
        assert seen.add(number) == (number not in before)
        before.add(number)
