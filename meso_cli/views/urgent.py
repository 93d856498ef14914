"""The red-flag card: static text with the numbers filled in."""

from meso_cli.wording.contacts import Contacts

WITHOUT_GUIDE = """\
CALL {emergency} NOW for trouble breathing, a swollen tongue or throat, collapse, confusion,
a seizure, a drooping face, sudden loss of sight, an irregular heartbeat, ringing ears or twitching
after numbing cream, blue, grey or blotchy skin, heavy bleeding, or a red eye that hurts in light.
SEE A DOCTOR TODAY for fever, pus, red streaks, spreading redness, blisters, hives, an eye problem,
a faint, or if you feel very unwell.
"""
"""What is left to say where the guide's own card cannot be read."""


def urgent_card(text: str, numbers: Contacts, *, every_number: bool = False) -> str:
    """The card's text with whom to call: the number that goes first, or every one there is."""
    emergency = numbers.every_emergency if every_number else numbers.emergency
    return text.replace("{emergency}", emergency).replace("{advice}", numbers.advice)


def serious_line(numbers: Contacts) -> str:
    """The card in one line, below what was not understood."""
    return (
        "If it is serious: meso urgent. Trouble breathing, fainting, swollen lips or throat, sudden loss of "
        f"sight, a drooping face, chest pain: call {numbers.emergency} now."
    )
