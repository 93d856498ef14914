"""The root command: loads a command when it is called, and turns every error into a sentence."""

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from meso_cli.commands import shared, terminal
from meso_cli.commands.catalogue import CATALOGUE
from meso_cli.errors import Exit, MesoError
from meso_cli.text import ended, visible, visible_lines


class SharedCommand(TyperCommand):
    """A command that takes the shared options, too; its help is plain unless a person looks at it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(shared.options(on_root=False))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Rich's help on a terminal, plain text in a pipe."""
        self.rich_markup_mode = _markup_mode()
        super().format_help(ctx, formatter)


class SharedGroup(TyperGroup):
    """A command with commands of its own; each of these is a `SharedCommand`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(shared.options(on_root=False))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Rich's help on a terminal, plain text in a pipe."""
        self.rich_markup_mode = _markup_mode()
        super().format_help(ctx, formatter)


class MesoGroup(TyperGroup):
    """The root: imports one module a call."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(shared.options(on_root=True))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # the signature is Typer's
        """Every command, in the order of the help."""
        return list(CATALOGUE)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # the signature is Typer's
        """The one command that was called, built from its module."""
        listed = CATALOGUE.get(cmd_name)
        if listed is None:
            return None
        function = getattr(import_module(f"meso_cli.commands.{listed.module}"), listed.function)
        if isinstance(function, typer.Typer):  # a command with commands of its own
            group = typer.main.get_group(function)
            group.name, group.short_help = cmd_name, listed.line
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
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Rich's help on a terminal, plain text in a pipe."""
        self.rich_markup_mode = _markup_mode()
        super().format_help(ctx, formatter)

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
        self._main_shell_completion(extra, "meso", complete_var)
        sys.exit(_guarded(self, given, extra))


def _guarded(group: MesoGroup, args: list[str], extra: dict[str, Any]) -> int:
    """Runs the call and says what went wrong, in one sentence on stderr."""
    try:
        code = _run(group, args, extra)
        if sys.stdout is not None:
            sys.stdout.flush()
    except MesoError as error:
        code = _say(str(error), error.exit_code)
    except typer.TyperException as error:
        why = ended(visible(error.format_message(), 300))
        code = _say(f"{why} {_see_help(error)}{_red_flags_first(args)}", Exit.USAGE)
    except (KeyboardInterrupt, typer.Abort, EOFError):
        code = _say("Stopped; nothing more was saved.", Exit.INTERRUPTED)
    except OSError as error:
        code = _output_refused(error, args)
    except Exception as error:
        code = _bug(error, args)
    return code


def _run(group: MesoGroup, args: list[str], extra: dict[str, Any]) -> int:
    try:
        with group.make_context("meso", _help_asked_for(args), **extra) as ctx:
            group.invoke(ctx)
    except typer.Exit as stop:
        return stop.exit_code
    return Exit.FINE


def _help_asked_for(args: list[str]) -> list[str]:
    """`help` as the first word asks for the help, of meso or of one command; `log help` is an alarm."""
    words = [word for word in args if word not in shared.FLAGS]
    if words == ["help"] or (len(words) == 2 and words[0] == "help" and words[1] in CATALOGUE):
        return [*words[1:], "--help"]
    return args


def _say(sentence: str, code: int) -> int:
    """One line on stderr; if even that is refused, the code must do."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        terminal.abandon(sys.stdout)
    terminal.remark(f"meso: {visible(sentence)}")
    return code


def _see_help(error: Any) -> str:
    ctx = getattr(error, "ctx", None)
    return f"See: {ctx.command_path if ctx else 'meso'} --help"


def _red_flags_first(args: list[str]) -> str:
    """A mistyped option or command beside a red flag must not cost the card; says what to repeat."""
    from meso_cli.commands.card import show_card_for

    try:
        command = show_card_for(args)
    except (MesoError, OSError):
        return ""
    return f". Nothing was saved; to record it: {command}" if command else ""


def _output_refused(error: OSError, args: list[str]) -> int:
    terminal.abandon(sys.stdout)
    if error.errno in (errno.EPIPE, errno.EINVAL) and _is_about_output(error):
        return Exit.FINE  # the reader of the pipe has seen enough
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EBADF) and _is_about_output(
        error
    ):
        done = "".join(f" {note}." for note in getattr(error, "__notes__", ()))
        return _say(f"The output could not be written ({error.strerror}).{done}", Exit.SYSTEM)
    if isinstance(error.filename, (str, bytes)):  # a file that somebody named, and that resists
        from meso_cli.store.faults import system

        refused = system(error, Path(os.fsdecode(error.filename)))
        return _say(str(refused), refused.exit_code)
    return _bug(error, args)


def _is_about_output(error: OSError) -> bool:
    return error.filename is None


def _bug(error: Exception, args: list[str]) -> int:
    """A bug of ours: no text of a note is shown, unless the person asks for the traceback."""
    if "--debug" in args and sys.stderr is not None:
        import traceback

        lines = "".join(traceback.format_exception(error))
        print(visible_lines(lines), end="", file=sys.stderr)  # noqa: T201  # as Python itself would
    done = " and ".join(getattr(error, "__notes__", ())) or "your records are as they were"
    return _say(
        f"This is a bug in meso ({type(error).__name__}); {done}. See the details with --debug.", Exit.BUG
    )


def _markup_mode() -> Any:
    """Rich's panels belong on a terminal alone; in a pipe they would be boxes in a file."""
    return "rich" if terminal.is_rich_terminal() else None
