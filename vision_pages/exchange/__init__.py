"""Translations as files, for agencies and the tools they work with."""
