"""Run by the bench with the Python that has pyvips: the same renditions by libvips, and print CPU seconds and peak memory.

libvips is under the LGPL and no part of the site; here it is a measuring stick. Its encoders get the same
quality and effort as ours (its AVIF effort 1 is the encoder's speed 8).
"""

import json
import os
import sys
import time
from pathlib import Path

os.environ["VIPS_CONCURRENCY"] = "1"
import pyvips

WIDTHS = (1600, 960, 640, 320)


def peak_memory() -> float:
    """Return the most memory this process has held, in MB. (``getrusage`` would count what its parent held, too.)"""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def main(paths: list[str]) -> None:
    """Make twelve renditions of each file."""
    pyvips.cache_set_max(0)
    begun = time.process_time()
    for path in paths:
        content = Path(path).read_bytes()
        for width in WIDTHS:
            image = pyvips.Image.thumbnail_buffer(content, width).copy_memory()
            image.heifsave_buffer(compression="av1", Q=60, effort=1)
            image.webpsave_buffer(Q=78, effort=4)
            image.jpegsave_buffer(Q=80, optimize_coding=True, interlace=True)
    spent = time.process_time() - begun
    peak = peak_memory()
    print(json.dumps({"seconds": spent, "peak": peak}))


if __name__ == "__main__":
    main(sys.argv[1:])
