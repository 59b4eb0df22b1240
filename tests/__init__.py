"""The tests of both apps and the site."""
