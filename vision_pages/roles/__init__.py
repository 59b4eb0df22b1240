"""Who works on a city's pages, with which rights, and in which order."""
