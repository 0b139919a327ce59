"""Run by the bench in a process of its own: make the renditions of the files named, and print CPU seconds and peak memory.

``python -m tests.bench.with_ours make|take FILE ...``: ``make`` is what the worker does with a stored original, in
the four widths and three formats that libvips makes too; ``take`` is what a request does with an uploaded file.
"""

import json
import os
import sys
import time
from pathlib import Path


def peak_memory() -> float:
    """Return the most memory this process has held, in MB. (``getrusage`` would count what its parent held, too.)"""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def main(what: str, paths: list[str]) -> None:
    """Do it once for each file."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ciss_site.settings")
    import django

    django.setup()
    from ciss_site.images import read_picture
    from ciss_site.images.rendering import renditions

    begun = time.process_time()
    for path in paths:
        if what == "make":
            with Path(path).open("rb") as original:
                count = sum(1 for _ in renditions(original, (), (0.5, 0.5)))
            assert count == 12
        else:
            with Path(path).open("rb") as opened:
                from django.core.files import File

                read_picture(File(opened, name="photograph.jpg"))
    spent = time.process_time() - begun
    peak = peak_memory()
    print(json.dumps({"seconds": spent, "peak": peak}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
