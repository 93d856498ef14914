"""The app: every command and option, as Typer knows them."""

import typer

from meso_cli.cli.group import MesoGroup
from meso_cli.cli.root import root

app = typer.Typer(
    cls=MesoGroup,
    invoke_without_command=True,
    add_completion=False,  # Typer's own would edit the files of a shell; see `meso completion`
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(root)
