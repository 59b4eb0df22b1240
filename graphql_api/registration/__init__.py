"""Trusted operations as they are registered: read from manifests, checked, kept, removed."""
