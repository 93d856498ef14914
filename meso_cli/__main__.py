"""The app."""

import typer

from meso_cli.commands.group import MesoGroup
from meso_cli.commands.root import root

app = typer.Typer(
    cls=MesoGroup,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(root)


def main() -> None:
    """The entry point `meso`."""
    app(prog_name="meso")


if __name__ == "__main__":
    main()
