"""All findings at one moment, and the warnings that stand because of them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from meso_cli.model.guide import Guide
from meso_cli.model.records import Acknowledgement
from meso_cli.model.status import Acknowledged, Finding, Outcome, StandingWarning
from meso_cli.model.tiers import TIERS, rank
from meso_cli.signs.combinations import combine
from meso_cli.signs.flush import flushes
from meso_cli.signs.logs import distinct
from meso_cli.signs.reported import reported
from meso_cli.signs.scene import Findings, Scene
from meso_cli.signs.symptoms import SYMPTOM_RULES, Progress


def evaluate(scene: Scene, at: dt.datetime) -> Findings:
    """Every rule's finding at `at` (UTC), by subject: signs, symptoms, then combinations of those."""
    guide, logs, rules = scene.guide, scene.logs, scene.guide.rules
    found: dict[str, tuple[Finding, ...]] = {
        sign.id: (reported(sign, logs.get(sign.id, ()), at, rules),) for sign in guide.signs.values()
    }
    for symptom in guide.symptoms.values():
        series = logs.get(symptom.id)
        found[symptom.id] = tuple(
            rule(Progress(symptom, scene.courses[symptom.id], series, scene.history), rules)
            if series
            else Finding(kind, symptom.id, Outcome.UNKNOWN)
            for kind, rule in SYMPTOM_RULES
        )
    scene = scene._replace(findings=found)
    found.update(flushes(scene))
    for combination in guide.combinations.values():
        # A later combination may rest on an earlier one (`at-risk` on `inflamed`).
        found[combination.id] = (combine(combination, scene),)
    return found


def standing(
    findings: Findings, guide: Guide, told: Iterable[Acknowledgement] = (), history: Sequence[str] = ()
) -> tuple[StandingWarning, ...]:
    """One warning per subject at its highest tier, most serious first; folded parts are left out.

    In a tier the signs that were reported lead, then what stands longest. `history` are the risks
    recorded with the treatment.
    """
    warnings = {
        subject: warning
        for subject, about in findings.items()
        if (warning := _warning(subject, about, guide, history)) is not None
    }
    folded = {part for id in guide.combinations for part in _folded(id, warnings, guide)}
    latest = {row.warning: row for row in told}
    shown = (
        warning._replace(acknowledged=_acknowledged(warning, latest.get(warning.id)))
        for warning in warnings.values()
        if warning.id not in folded
    )
    return tuple(sorted(shown, key=lambda warning: (warning.place, warning.since)))


def _warning(
    subject: str, about: tuple[Finding, ...], guide: Guide, history: Sequence[str]
) -> StandingWarning | None:
    triggered = [finding for finding in about if finding.outcome is Outcome.TRIGGERED]
    tiers = [finding.tier for finding in triggered if finding.tier]
    if not tiers:
        return None
    row = guide.signs.get(subject) or guide.symptoms.get(subject)
    raised_by = (risk for finding in triggered for risk in finding.history)
    advised_by = (risk for risk in _advising(subject, triggered, guide) if risk in history)
    return StandingWarning(
        id=subject,
        kinds=tuple(dict.fromkeys(finding.kind for finding in triggered)),
        tier=max(tiers, key=rank),
        since=min(finding.since for finding in triggered if finding.since),
        because=distinct(*(log for finding in triggered for log in finding.because)),
        hold_group=(row or guide.combinations[subject]).hold_group,
        history=tuple(dict.fromkeys((*raised_by, *advised_by))),
        look_again=min((finding.look_again for finding in triggered if finding.look_again), default=None),
    )


def _advising(subject: str, triggered: Sequence[Finding], guide: Guide) -> Iterator[str]:
    """The risks that change the advice about it; a combination takes those of its parts."""
    parts = (log.item for finding in triggered for log in finding.because)
    for id in parts if subject in guide.combinations else (subject,):
        row = guide.signs.get(id) or guide.symptoms.get(id)
        yield from row.history if row else ()


def _folded(combination: str, warnings: Mapping[str, StandingWarning], guide: Guide) -> set[str]:
    """The parts that a standing combination says already, at no lower tier."""
    whole = warnings.get(combination)
    if whole is None:
        return set()
    return {
        log.item
        for log in whole.because
        if (part := warnings.get(log.item)) is not None
        and rank(part.tier) <= rank(whole.tier)
        and not (log.item in guide.signs and guide.signs[log.item].tier == "emergency")
    }


def _acknowledged(warning: StandingWarning, told: Acknowledgement | None) -> Acknowledged | None:
    """What was said about it, unless its tier has risen or something observed later triggered it again.

    By the time observed: an entry's number says when it was typed, and another one on each machine. At
    a tier that is not known (another version's, another program's) nothing counts as said.
    """
    if told is None or told.tier not in TIERS or rank(warning.tier) > rank(told.tier):
        return None
    told_at = told.at.astimezone(dt.UTC)
    if any(log.value and log.at > told_at for log in warning.because):
        return None
    return Acknowledged(told.at, told.text)
