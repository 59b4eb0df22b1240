"""E1 to E16 of the events: each trap named as it was found."""
