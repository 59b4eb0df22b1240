"""Purging: caches before the site forget what a change made invalid, and nothing else."""
