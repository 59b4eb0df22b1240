"""Previews: what publishing a draft would write, kept beside the documents and laid over them."""
