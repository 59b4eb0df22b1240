"""A PostgreSQL of the project's own, for demo and development: nobody has to install one.

It is a Django database engine: the first connection a process makes starts the server,
and the server stops when the last process that uses it has gone, however it went.
"""
