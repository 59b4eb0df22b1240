"""What `benchmarks/site.py` answers beside the site itself."""

PROCESS = "/benchmark/process"
CONSTANT = "/benchmark/constant/"  # a number follows: so many bytes
