"""A symptom at its highest in the first hours, and nothing else: for the practitioner, not for a doctor."""

from collections.abc import Iterator

from meso_cli.model.guide import Flush
from meso_cli.model.records import HOUR
from meso_cli.model.status import Finding
from meso_cli.model.tiers import Tier, reaches
from meso_cli.signs.logs import Series
from meso_cli.signs.reported import reported
from meso_cli.signs.scene import Scene

_LOWER: Tier = "contact"


def flushes(scene: Scene) -> dict[str, tuple[Finding, ...]]:
    """The findings about each symptom that is no more than a flush, at the lower tier.

    The scene holds the findings about every sign and symptom, each by itself.
    """
    return {
        symptom.id: tuple(_lowered(finding, flush) for finding in scene.findings[symptom.id])
        for symptom in scene.guide.symptoms.values()
        if (flush := symptom.flush) is not None
        and scene.modifiers.isdisjoint(flush.unless)
        and _is_flush(scene.logs.get(symptom.id, ()), flush)
        and not any(_against(symptom.id, scene))
    }


def _is_flush(series: Series, flush: Flush) -> bool:
    return bool(series) and series[-1].value == flush.grade and series[-1].hours < flush.until


def _against(id: str, scene: Scene) -> Iterator[bool]:
    """Whether another sign or symptom is a reason for contact, or another inflammatory one above course."""
    guide, logs = scene.guide, scene.logs
    at = logs[id][-1].at
    for sign in guide.signs.values():
        # As it stood then: the clock alone, which ends an emergency that lingers, lowers nothing.
        yield _reaches(reported(sign, logs.get(sign.id, ()), at, guide.rules))
    for other in guide.symptoms.values():
        if other.id != id:
            yield any(map(_reaches, scene.findings[other.id]))
            yield other.inflammatory and bool(scene.courses[other.id].run(logs.get(other.id, ())))


def _reaches(finding: Finding) -> bool:
    return finding.tier is not None and reaches(finding.tier, _LOWER)


def _lowered(finding: Finding, flush: Flush) -> Finding:
    if finding.tier is None:
        return finding
    return finding._replace(tier=_LOWER, look_again=finding.because[-1].at + flush.look_again * HOUR)
