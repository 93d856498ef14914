"""The practitioner's plan: set, cleared, shown, loaded from a clinic's file."""
