"""What editors see beside the pages: the terms, the site settings, the counters."""
