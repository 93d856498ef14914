"""`meso config`: the settings, where each comes from, and changing one."""

import os
from typing import Annotated, Any

import typer

from meso_cli.commands import paths, terminal, typed
from meso_cli.commands.looking import settings
from meso_cli.commands.shared import Shared, shared
from meso_cli.config.editing import put, take_out
from meso_cli.config.reading import SETTINGS, given, understood
from meso_cli.errors import BadValue
from meso_cli.guide.words import read_regions
from meso_cli.model.settings import Settings
from meso_cli.views.blocks import Say
from meso_cli.views.settings import Shown, setting_words, settings_document


def config(
    ctx: typer.Context,
    key: Annotated[
        str | None,
        typer.Argument(metavar="[KEY]", help=f"One of {', '.join(SETTINGS)}.", show_default=False),
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="[VALUE]", help="What it shall be.", show_default=False)
    ] = None,
    unset: Annotated[bool, typer.Option("--unset", help="Back to the default.")] = False,
) -> None:
    """Your settings: all of them with where each comes from, one, or a new value for one.

    \b
    Examples:
      meso config
      meso config region gb
      meso config day_start 04:00
      meso config --unset region
    """
    options = shared(ctx)
    name = typed.choice((key or "").replace("-", "_"), SETTINGS, "setting")
    if unset and (name is None or value is not None):
        raise BadValue("Say which setting alone: meso config --unset region")
    if name is None:
        _list(options)
    elif unset:
        _unset(name, options)
    elif value is None:
        terminal.write(setting_words(_in_force(name)) + "\n")
    else:
        _set(name, value, options)


def _list(options: Shared) -> None:
    path = paths.config_file()
    own, by = settings(), given(path, os.environ)
    _check_region(own.region, "region")
    rows = tuple(
        Shown(name, value, by[name].by if name in by else "default", SETTINGS[name].variable)
        for name, value in own._asdict().items()
    )
    terminal.show(settings_document(rows, path), options)


def _in_force(name: str) -> Any:
    own = settings()
    if name == "region":
        _check_region(own.region, name)
    return getattr(own, name)


def _set(name: str, words: str, options: Shared) -> None:
    value = understood(name, words, name)
    if name == "region":
        _check_region(value, name)
    path = paths.config_file()
    put(path, name, value if isinstance(value, (int, bool)) else setting_words(value))
    terminal.show((Say(f"{name} = {setting_words(value)} is saved in {path}."), *_overridden(name)), options)


def _unset(name: str, options: Shared) -> None:
    path = paths.config_file()
    default = setting_words(getattr(Settings(), name))
    stood = take_out(path, name)
    done = f"{name} is taken out of {path}" if stood else f"{name} did not stand in {path}"
    terminal.show((Say(f"{done}; the default is: {default}."), *_overridden(name)), options)


def _overridden(name: str) -> tuple[Say, ...]:
    """The environment goes first, so a change in the file may seem to do nothing."""
    variable = SETTINGS[name].variable
    if not os.environ.get(variable):
        return ()
    return (Say(f"{variable} is set in your environment and goes first.", "watch"),)


def _check_region(code: str | None, where: str) -> None:
    """Only the guide knows whose numbers there are."""
    known = read_regions()
    if code is not None and code not in known:
        raise BadValue(f"'{code}' is no known region ({where}); allowed: {', '.join(known)}.")
