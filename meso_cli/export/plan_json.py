"""The plan beside the guide as JSON: `meso.plan/1`. Hours count from the treatment; null: no end known."""

from typing import Any

from meso_cli.export.json_text import document, time_value
from meso_cli.export.status_json import instruction_value
from meso_cli.model.guide import Guide
from meso_cli.model.plan import ClinicPlan
from meso_cli.model.status import RestrictionState, Status
from meso_cli.recovery.comparing import Compared

SCHEMA = "meso.plan/1"


def plan_json(rows: tuple[Compared, ...], status: Status, guide: Guide, plan: ClinicPlan | None) -> str:
    """Every restriction in both voices, and what the clinic's plan adds."""
    states = {state.id: state for state in status.restrictions}
    value = {
        "schema": SCHEMA,
        "at": time_value(status.at),
        "treatment": status.treatment.name,
        "clinic": plan and _clinic(plan),
        "restrictions": [_restriction(row, states[row.id], guide) for row in rows],
    }
    return document(value)


def _restriction(row: Compared, state: RestrictionState, guide: Guide) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": guide.restrictions[row.id].label,
        "guide": row.guide and {"earliest_hours": row.guide.earliest, "until_hours": row.guide.until},
        "said": instruction_value(row.instruction),
        "differs": row.differs,
        "state": state.state,
        "verdict": state.verdict,
        "not_now": state.not_now,
        "earliest": time_value(state.earliest),
        "until": time_value(state.until),
        "guide_until": time_value(state.guide_until),
    }


def _clinic(plan: ClinicPlan) -> dict[str, Any]:
    return {
        **plan.contacts._asdict(),
        "issued": plan.issued.isoformat(),
        "loaded_at": time_value(plan.loaded_at),
        "activities": [row.id for row in plan.activities],
        "care": [row.id for row in plan.care],
        "signs": [{"id": row.id, "label": row.label, "tier": row.tier} for row in plan.signs],
    }
