"""What the commands share: the call, its context, the terminal, how a write begins and ends."""
