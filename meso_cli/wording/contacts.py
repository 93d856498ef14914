"""Whom to call: the region's numbers and the practitioner's, as far as they are known."""

from meso_cli.model.guide import Region
from meso_cli.model.practitioner import Practitioner
from meso_cli.values import NamedTuple

ANY_EMERGENCY = "your local emergency number (112, 911, 999, 000)"
ANY_ADVICE = "your doctor or an urgent care service"
ANY_PRACTITIONER = "your practitioner"


class Contacts(NamedTuple):
    """Whom to call, by the configured region and the treatment's practitioner.

    `emergency` is the number that goes first; `every_emergency` names all there are.
    """

    emergency: str = ANY_EMERGENCY
    every_emergency: str = ANY_EMERGENCY
    advice: str = ANY_ADVICE
    practitioner: str = ANY_PRACTITIONER


def whom_to_call(region: Region | None, practitioner: Practitioner | None) -> Contacts:
    """The numbers that are known; where none is, words that say what to look for."""
    numbers = Contacts()
    if region is not None:
        numbers = numbers._replace(
            emergency=region.emergency[0],
            every_emergency=" or ".join(region.emergency),
            advice=region.advice or ANY_ADVICE,
        )
    if practitioner is not None:
        known = [" ".join(words for words in (practitioner.name, practitioner.phone) if words)]
        if practitioner.out_of_hours:
            known.append(f"out of hours {practitioner.out_of_hours}")
        numbers = numbers._replace(practitioner=" · ".join(filter(None, known)) or ANY_PRACTITIONER)
    return numbers
