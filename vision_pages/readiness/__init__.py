"""Whether a draft is ready to be published: what is refused, and what an editor should look at."""
