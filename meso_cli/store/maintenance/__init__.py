"""Looking after the file: backups, the doctor, repair, upgrade, wiping, and which files are its own."""
