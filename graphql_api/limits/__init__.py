"""How much an operation may ask: measured in one pass, before it is validated or run."""
