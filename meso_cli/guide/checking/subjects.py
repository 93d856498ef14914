"""Which words each subject needs: the table of the files in `words/`.

Every row also needs `sources`, or in some subjects at least `derived`; any row may name `facts` of
the seed article and say in `derived` which of its numbers are ours.
"""

from meso_cli.guide.checking.shape import Fields, fields_of
from meso_cli.model.records import HISTORY
from meso_cli.model.tiers import TIERS
from meso_cli.model.words import Words
from meso_cli.values import NamedTuple


class Subject(NamedTuple):
    """One file of words.

    Its rows are those of the numbers' file of the same name, unless `ids` lists them;
    `free` rows are named as the writer likes. Where they `may_be_ours`, a row without sources says so
    in `derived`.
    """

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    free: bool = False
    may_be_ours: bool = False

    @property
    def file(self) -> str:
        """The file below the guide's folder."""
        return f"words/{self.name}.toml"

    @property
    def numbers(self) -> str | None:
        """The file whose rows these words are about; None where the ids are fixed or free."""
        return None if self.ids or self.free else f"{self.name}.toml"

    @property
    def fields(self) -> Fields:
        """The keys that a row may have."""
        required = self.required if self.may_be_ours else ("sources", *self.required)
        known = fields_of(Words, ("sources", *self.required, *self.optional, "derived", "facts"))
        return {name: field._replace(required=name in required) for name, field in known.items()}


RULE_IDS = (
    "above-course", "outlasting", "rebound", "reported", "holding", "lists", "course", "combination",
)  # fmt: skip

SUBJECTS = (
    Subject("restrictions", ("why", "instead"), ("differ",)),
    Subject(
        "topics", (), ("text", "why", "instead", "condition", "stake", "ask", "differ"), may_be_ours=True
    ),
    Subject("holds", ("text", "derived")),
    Subject("symptoms", ("text", "why", "question", "instead", "advice"), ("asked",)),
    Subject("signs", ("title", "asked", "question", "advice"), ("why",)),
    Subject("combinations", ("title", "text", "advice")),
    Subject("care", ("text", "why"), ("differ",)),
    Subject("phases", ("text",)),
    Subject("days", ("title", "text")),
    Subject("modifiers", ("title", "text")),
    Subject("history", ("title", "text", "advice", "noted"), ids=HISTORY),
    Subject("before", ("title", "text"), ("differ",), free=True, may_be_ours=True),
    Subject("rules", ("title", "text", "derived"), ("advice",), ids=RULE_IDS),
    Subject("tiers", ("title", "text"), ("instead",), ids=TIERS),
    Subject("about", ("title", "text"), ("instead",), ids=("scope", "intended-use", "call-instead")),
)
