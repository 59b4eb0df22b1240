"""Files for agencies: given out, and taken back."""
