"""The rest: settings, completion, the manual, a made-up example."""
