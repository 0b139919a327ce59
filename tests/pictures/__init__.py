"""Odd and hostile picture files, made by script, and a reader of what is stored of them.

`corpus.py` gathers the files of its neighbours, each with the end it should meet; `reading.py` reads stored files without
the library that wrote them. Nothing here is kept as a file or fetched: every file is made when it is asked for.

Beside them, `killing.py` starts processes of a site to kill them, and `inside.py` says what is left of its rows and files.
"""
