"""What the guide says about the content of records: for what is imported, restored or examined."""

from meso_cli.clinic.plan import problems_of
from meso_cli.guide import files
from meso_cli.guide.reading import guide_called
from meso_cli.model.plan import ClinicPlan
from meso_cli.store.exchange.validation import GuideChecks
from meso_cli.vocabulary.values import could_be_logged


def guide_checks() -> GuideChecks:
    """The guides' checks of values and plans: what any guide accepts may be kept.

    An item that none of them knows may be a later guide's.
    """
    guides = [guide_called(id) for id in files.GUIDES]

    def value(item: str, number: int) -> bool:
        return any(could_be_logged(item, number, guide) for guide in guides)

    def plan(loaded: ClinicPlan) -> bool:
        return any(not problems_of(loaded, guide) for guide in guides)

    return GuideChecks(value, plan, guide=files.GUIDES.__contains__)
