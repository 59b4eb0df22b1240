"""Documents: what is public, what it says, and when it is written."""
