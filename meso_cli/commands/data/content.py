"""What the guide says about the content of records: for what is imported, restored or examined."""

from meso_cli.clinic.plan import problems_of
from meso_cli.model.guide import Guide
from meso_cli.model.plan import ClinicPlan
from meso_cli.store.exchange.validation import GuideChecks
from meso_cli.vocabulary.values import could_be_logged


def guide_checks(guide: Guide) -> GuideChecks:
    """The guide's word on values and plans. An item that it does not know may be a later guide's."""

    def value(item: str, number: int) -> bool:
        return could_be_logged(item, number, guide)

    def plan(loaded: ClinicPlan) -> bool:
        return not problems_of(loaded, guide)

    return GuideChecks(value, plan)
