"""The settings, where each comes from, and changing one."""

import os
from collections.abc import Iterator

from meso_cli.commands.data.places import settings_file
from meso_cli.commands.support import paths, terminal
from meso_cli.commands.support.call import Call
from meso_cli.config.editing import put, take_out
from meso_cli.config.reading import SETTINGS, Configured, understood
from meso_cli.errors import BadValue
from meso_cli.guide.words import read_regions
from meso_cli.model.settings import Settings, SettingState
from meso_cli.values import NamedTuple
from meso_cli.views.blocks import Say
from meso_cli.views.settings import setting_words, settings_document
from meso_cli.vocabulary import fields


class ConfigRequest(NamedTuple):
    """A setting, its new value, and whether it goes back to the default, as typed."""

    key: str | None
    value: str | None
    unset: bool


def config(call: Call, asked: ConfigRequest, *, json: bool) -> None:
    """Shows all settings or one, or changes one."""
    key, value, unset = asked
    name = fields.choice((key or "").replace("-", "_"), SETTINGS, "setting")
    if unset and (name is None or value is not None):
        raise BadValue("Say which setting alone: meso config --unset region")
    if json and (unset or value is not None):
        raise BadValue("--json shows the settings and changes none: meso config --json")
    if unset and name:
        _unset(name, call)
    elif name and value is not None:
        _set(name, value, call)
    else:
        _show(name, call, json=json)


def _show(name: str | None, call: Call, *, json: bool) -> None:
    """All settings or one, with what is left out of them and why."""
    found, file = call.configured, settings_file()
    rows = tuple(row for row in _rows(found) if name in (None, row.name))
    if json:
        from meso_cli.export.settings_json import settings_json

        terminal.write_document(settings_json(rows, found.problems, file))
    elif name is None:
        terminal.show(settings_document(rows, found.problems, file), call)
    else:
        for problem in found.problems:
            terminal.remark(f"meso: {problem}")
        terminal.write(setting_words(rows[0].value) + "\n")


def _rows(found: Configured) -> Iterator[SettingState]:
    for name, value in found.settings._asdict().items():
        by = found.given[name].by if name in found.given else "default"
        yield SettingState(name, value, by, SETTINGS[name].variable)


def _set(name: str, words: str, call: Call) -> None:
    value = understood(name, words, read_regions)
    path = paths.config_file()
    said = fields.NO_REGION if value is None else setting_words(value)
    put(path, name, value if isinstance(value, (int, bool)) else said)
    terminal.show((Say(f"{name} = {said} is saved in {path}."), *_overridden(name)), call)


def _unset(name: str, call: Call) -> None:
    path = paths.config_file()
    default = setting_words(getattr(Settings(), name))
    stood = take_out(path, name)
    done = f"{name} is taken out of {path}" if stood else f"{name} did not stand in {path}"
    terminal.show((Say(f"{done}; the default is: {default}."), *_overridden(name)), call)


def _overridden(name: str) -> tuple[Say, ...]:
    """The environment goes first, so a change in the file may seem to do nothing."""
    variable = SETTINGS[name].variable
    if not os.environ.get(variable):
        return ()
    return (Say(f"{variable} is set in your environment and goes first.", "watch"),)
