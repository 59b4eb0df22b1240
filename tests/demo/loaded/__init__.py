"""The demo as it is loaded. A package, so that pytest undoes it with the last of these tests."""
