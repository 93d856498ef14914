"""Your data: backups, the doctor, export and import, wiping all of it."""
