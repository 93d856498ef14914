"""The root command: loads a command when it is called, and turns Typer's errors into ours."""

import sys
from collections.abc import Sequence
from contextlib import closing
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from meso_cli.cli import options
from meso_cli.cli.catalogue import CATALOGUE
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.guard import guarded
from meso_cli.errors import BadValue, Exit, MesoError
from meso_cli.text import visible


class _Shared:
    """A command or group that takes the shared options; its help is plain unless a person looks at it."""

    params: list[Any]
    on_root = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(options.options(on_root=self.on_root))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Rich's help on a terminal, plain text in a pipe."""
        self.rich_markup_mode = _markup_mode(ctx)
        super().format_help(ctx, formatter)  # type: ignore[misc]  # of the command or group beside it


class SharedCommand(_Shared, TyperCommand):
    """A command that takes the shared options, too."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """With the list of what can be logged, where the help has a place for it."""
        from meso_cli.cli.item_list import with_items  # no other call needs it

        self.help = with_items(self.help or "")
        super().format_help(ctx, formatter)


class SharedGroup(_Shared, TyperGroup):
    """A command with commands of its own; each of these is a `SharedCommand`."""


class MesoGroup(_Shared, TyperGroup):
    """The root: imports one module per call."""

    on_root = True

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the signature is Typer's
        """Every command, in the order of the help."""
        return list(CATALOGUE)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # the signature is Typer's
        """The one command that was called, built from its module."""
        listed = CATALOGUE.get(cmd_name)
        if listed is None:
            return None
        function = getattr(import_module(f"meso_cli.cli.{listed.module}"), listed.function)
        if isinstance(function, typer.Typer):  # a command with commands of its own
            group = typer.main.get_group(function)
            group.name, group.short_help, group.rich_help_panel = cmd_name, listed.line, listed.group
            return group
        app = typer.Typer(add_completion=False)
        app.command(cmd_name, cls=SharedCommand, short_help=listed.line, rich_help_panel=listed.group)(
            function
        )
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As Typer's, with a "did you mean" that knows the commands not yet loaded."""
        if args and args[0] not in CATALOGUE:
            self.commands = dict.fromkeys(CATALOGUE)  # type: ignore[assignment]  # only the names are looked at
        options.call_of(ctx).writes = bool(args) and args[0] in CATALOGUE and CATALOGUE[args[0]].writes
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  # the signature is Typer's
        """The plain help's commands, in their groups."""
        for group in dict.fromkeys(listed.group for listed in CATALOGUE.values()):
            with formatter.section(group):
                rows = [(name, listed.line) for name, listed in CATALOGUE.items() if listed.group == group]
                formatter.write_dl(rows)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,  # noqa: ARG002  # it is always "meso"
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: ARG002  # every call ends in an exit code
        windows_expand_args: bool = True,  # noqa: ARG002  # a shell's patterns are not ours to expand
        **extra: Any,
    ) -> Any:
        """Run one call; whatever happens ends in an exit code of `meso_cli.errors.Exit`."""
        given = list(sys.argv[1:] if args is None else args)
        self._complete(extra, complete_var)
        with closing(Call()) as call:
            sys.exit(guarded(lambda: _run(self, call, given, extra), given))

    def _complete(self, extra: dict[str, Any], complete_var: str | None) -> None:
        """A shell's call for completion, which ends here; what is no instruction is a bad value."""
        try:
            self._main_shell_completion(extra, "meso", complete_var)
        except SystemExit as stop:  # Typer's 1 is "not allowed" here
            sys.exit(Exit.USAGE if stop.code else Exit.FINE)


def _run(group: MesoGroup, call: Call, args: list[str], extra: dict[str, Any]) -> int:
    """Runs the call by Typer, whose exceptions end here."""
    try:
        with group.make_context("meso", _help_asked_for(args), obj=options.kept(call), **extra) as ctx:
            group.invoke(ctx)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort as stop:
        raise KeyboardInterrupt from stop
    except typer.TyperException as error:
        what = visible(error.format_message(), 300)
        raise BadValue(what, _see_help(error), _red_flags_first(call, args)) from error
    return Exit.FINE


def _help_asked_for(args: list[str]) -> list[str]:
    """`help` as the first word asks for the help, of meso or of one command; `log help` is an alarm."""
    words = [word for word in args if word not in options.FLAGS]
    if words == ["help"] or (len(words) == 2 and words[0] == "help" and words[1] in CATALOGUE):
        return [*words[1:], "--help"]
    return args


def _see_help(error: Any) -> str:
    ctx = getattr(error, "ctx", None)
    return f"See: {ctx.command_path if ctx else 'meso'} --help"


def _red_flags_first(call: Call, args: list[str]) -> str:
    """A mistyped option or command beside a red flag must not cost the card; says what to repeat."""
    from meso_cli.commands.ask.card import show_card_for

    try:
        command = show_card_for(call, [word for word in args if word not in CATALOGUE])
    except (MesoError, OSError):
        return ""
    return f"Nothing was saved; to record it: {command}" if command else ""


def _markup_mode(ctx: typer.Context) -> Any:
    """Rich's panels belong on a terminal alone; in a pipe they would be boxes in a file."""
    return "rich" if terminal.is_rich_terminal(options.call_of(ctx)) else None
