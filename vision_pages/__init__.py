"""What exists: visions, projects, stages and the history of the Leitbild, as Wagtail pages."""
