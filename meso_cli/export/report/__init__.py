"""The practitioner's page: what it says, its charts, and the formats that it comes in."""
