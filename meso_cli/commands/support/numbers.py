"""What a person names: an entry (`12`, `#12`) or a treatment (`t1`)."""

import re

from meso_cli.commands.support.treatment_choice import treatment_named
from meso_cli.errors import BadValue, NothingFound
from meso_cli.model.records import Entry, Treatment
from meso_cli.store.reading import Reader
from meso_cli.text import visible

_ENTRY = re.compile(r"#?([0-9]{1,18})")
_TREATMENT = re.compile(r"[tT][0-9]{1,18}")


def is_treatment(name: str) -> bool:
    """Whether a name is a treatment's; `BadValue` where it is no name at all."""
    if _TREATMENT.fullmatch(name.strip()):
        return True
    if _ENTRY.fullmatch(name.strip()):
        return False
    raise BadValue(
        f"'{visible(name, 40)}' is not an entry or treatment; entries are called 12 or #12, treatments t1"
    )


def entry_named(name: str, store: Reader) -> tuple[Treatment, Entry]:
    """An entry by its number, after its treatment; `NothingFound` where there is none."""
    match = _ENTRY.fullmatch(name.strip())
    found = store.entry(int(match[1])) if match else None
    if found is None:
        raise NothingFound(f"There is no entry {visible(name, 40)}; meso history lists them.")
    treatment_id, entry = found
    return treatment_named(str(treatment_id), store), entry
