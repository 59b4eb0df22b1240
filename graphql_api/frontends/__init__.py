"""Frontends: the city's sites and apps that read the API, as the administration registers them."""
