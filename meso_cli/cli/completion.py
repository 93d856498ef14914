"""`meso completion`."""

from typing import Annotated

import typer

from meso_cli.cli.options import call_of
from meso_cli.commands.more import completion as command


def completion(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish", help="Your shell.", show_default=False)],
) -> None:
    """Completion of commands, options and values by TAB: prints a shell's script, and changes no file.

    \b
    Examples:
      meso completion bash > ~/.local/share/bash-completion/completions/meso
      meso completion zsh > ~/.zfunc/_meso
      meso completion fish > ~/.config/fish/completions/meso.fish
    """
    command.completion(call_of(ctx), shell)
