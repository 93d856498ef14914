"""The app."""

import gc

# A call is over before garbage matters; collecting while modules load costs a tenth of a start.
gc.set_threshold(100_000)

import typer  # noqa: E402  # the line above must come first

from meso_cli.cli.group import MesoGroup  # noqa: E402  # the same
from meso_cli.cli.root import root  # noqa: E402  # the same

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
