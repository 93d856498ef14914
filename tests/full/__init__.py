"""What takes long or needs another program: run by `.ci/full`, left out of an ordinary run."""
