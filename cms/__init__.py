"""The runnable site: wiring only."""
