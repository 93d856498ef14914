"""How long is searched for what breaks a promise: a while in every run, ten times as long in `.ci/full`."""

import os

TIMES = int(os.environ.get("MESO_TESTS_SEARCH_TIMES", "1"))


def examples(of_a_run: int) -> int:
    """How many examples to try, where every run of the tests tries so many."""
    return of_a_run * TIMES
