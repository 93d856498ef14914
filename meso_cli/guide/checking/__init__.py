"""The parts of the strict check of the guide's files; `meso_cli.guide.check` is the door."""
