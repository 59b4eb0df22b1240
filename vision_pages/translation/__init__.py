"""How pages come into other languages."""
