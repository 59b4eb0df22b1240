"""The rules of Leichte Sprache, as far as a program can check them."""
