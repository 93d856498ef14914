"""The command line: each command's options and help by Typer, its work by `commands`."""
