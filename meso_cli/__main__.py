"""The entry point."""

import gc

# A call is over before garbage matters; collecting while modules load costs a tenth of a start.
gc.set_threshold(100_000)


def main() -> None:
    """The entry point `meso`."""
    from meso_cli.cli.app import app

    app(prog_name="meso")


if __name__ == "__main__":
    main()
