"""Two versions of one record: whether they say the same, and which of them is the later."""

import json
from collections.abc import Mapping
from typing import Any


def is_same(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Whether two versions say the same; the document of a plan may be written in other ways."""
    if ours == theirs or "document" not in theirs:
        return ours == theirs
    # A tool that formats JSON may sort the keys and write 12.0 as 12: equal values to Python.
    read = ({**version, "document": json.loads(version["document"])} for version in (ours, theirs))
    return next(read) == next(read)


def weight(values: Mapping[str, Any]) -> tuple[str, bool, str]:
    """The later update is heavier; of two at one second a deletion, else the same one everywhere."""
    rest = {key: value for key, value in values.items() if not key.endswith("_id")}
    return str(values["updated_at"]), values["deleted_at"] is not None, json.dumps(rest, sort_keys=True)
