"""The demo: a city's visions as its editors would have written them, in files beside this one."""
