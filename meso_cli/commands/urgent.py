"""`meso urgent`."""

from meso_cli.commands.card import show_card


def urgent() -> None:
    """When to call, and whom: the red-flag card.

    It needs no treatment, no database and no network.
    """
    show_card(every_number=True)
