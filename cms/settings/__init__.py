"""The site's settings: dev, test and production, each on top of base."""
