"""What `data/` says, as Python reads it fastest; generated, never edited: see `meso_cli.guide.compiling`."""
