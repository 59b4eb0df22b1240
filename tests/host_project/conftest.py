"""The project is tested where it is installed, not here."""

collect_ignore = ["project"]
