"""The settings in force on this machine, and what is said of those that are left out."""

import os

from meso_cli.commands import paths
from meso_cli.config.reading import Configured, configured
from meso_cli.model.settings import Settings


def configuration() -> Configured:
    """The settings of the environment and of the file; nothing that is wrong with them is raised."""
    from meso_cli.guide.words import read_regions  # asked for where a region is given

    return configured(paths.config_file(), os.environ, read_regions)


def settings() -> Settings:
    """The settings in force; what is left out was remarked when the command began."""
    return configuration().settings
