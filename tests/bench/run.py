"""`make bench`: run what is measured and what it is measured against in turn, and print ratios as a table and as JSON.

Both sides run on one core, A B A B, so that what else the machine does falls on both; a figure is the median of
the rounds. Nothing is asserted here: the targets stand beside the figures.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 5
PHOTOGRAPHS = 6
GALLERY = 36
LIBVIPS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"


def main() -> None:
    """Measure, then print."""
    os.chdir(ROOT)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        print("Pictures: twelve megapixels to four widths in three formats, on one core ...", flush=True)
        figures = measure_pictures(Path(folder))
        print(f"The page of an album with {GALLERY} photographs ...", flush=True)
        figures |= measure_gallery()
    print_table(figures)
    print(json.dumps(figures))


def prepare(folder: Path) -> None:
    """Set the site up on a scratch database and data folder."""
    os.environ |= {
        "ENV_FILE": os.devnull,
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
        "SECRET_KEY": "only-for-the-bench-" + "0123456789abcdefghij" * 3,
        "SITE_URL": "http://localhost:8000",
        "DJANGO_SETTINGS_MODULE": "ciss_site.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


# Pictures -----------------------------------------------------------------------------------------


def measure_pictures(folder: Path) -> dict:
    """Return the throughput against libvips, and the peak memory of making and of taking in."""
    from tests.bench.data import draw_photographs

    paths = [str(path) for path in draw_photographs(folder, PHOTOGRAPHS)]
    ours = [sys.executable, "-m", "tests.bench.with_ours"]
    theirs = [str(LIBVIPS_PYTHON), "tests/bench/with_libvips.py"]
    made, by_libvips, taken = [], [], []
    for _ in range(ROUNDS):
        made.append(run([*ours, "make", *paths]))
        if LIBVIPS_PYTHON.exists():
            by_libvips.append(run([*theirs, *paths]))
    taken.append(run([*ours, "take", *paths]))
    figures = {
        "renditions: CPU seconds a photograph": per_photograph(made),
        "renditions: peak memory, MB": max(one["peak"] for one in made),
        "taking in: CPU seconds a photograph": per_photograph(taken),
        "taking in: peak memory, MB": max(one["peak"] for one in taken),
    }
    if by_libvips:
        figures["libvips: CPU seconds a photograph"] = per_photograph(by_libvips)
        figures["libvips: peak memory, MB"] = max(one["peak"] for one in by_libvips)
        figures["renditions: throughput against libvips"] = per_photograph(by_libvips) / per_photograph(made)
    else:
        print("libvips: did not run: pyvips could not be installed in .venv-bench (the lines above say why).")
    return figures


def run(command: list[str]) -> dict:
    """Run a command of the bench and return what it measured."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def per_photograph(rounds: list[dict]) -> float:
    """Return the median of the rounds, for one photograph."""
    return statistics.median(one["seconds"] for one in rounds) / PHOTOGRAPHS


# Pages --------------------------------------------------------------------------------------------


def measure_gallery() -> dict:
    """Return the CPU time of an album's page against the hand-written one, and its queries for 9 and 90 photographs."""
    from django.test import Client, RequestFactory

    from tests.bench.data import make_albums
    from tests.bench.floor import album_page

    make_albums((9, GALLERY, 90))
    client, requests = Client(HTTP_HOST="localhost"), RequestFactory()

    def site():
        return client.get(f"/en/gallery/album-{GALLERY}/")

    def floor():
        return album_page(requests.get("/"), f"album-{GALLERY}")

    for page in (site(), floor()):
        assert page.content.count(b"<picture>") == GALLERY
    times = {"site": [], "floor": []}
    for _ in range(ROUNDS):
        times["site"].append(cpu(site))
        times["floor"].append(cpu(floor))
    ours, theirs = (statistics.median(times[name]) for name in ("site", "floor"))
    return {
        "album page: CPU milliseconds": ours * 1000,
        "hand-written page: CPU milliseconds": theirs * 1000,
        "album page: times the hand-written one": ours / theirs,
        "album page: queries for 9 photographs": queries(client, 9),
        "album page: queries for 90 photographs": queries(client, 90),
    }


def cpu(page, times: int = 20) -> float:
    """Return the CPU seconds of one call, over several."""
    page()
    begun = time.process_time()
    for _ in range(times):
        page()
    return (time.process_time() - begun) / times


def queries(client, size: int) -> int:
    """Return how many queries the page of an album of that size takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        client.get(f"/en/gallery/album-{size}/")
    return len(asked)


# What is said ---------------------------------------------------------------------------------------

TARGETS = {
    "renditions: throughput against libvips": "at least 0.75",
    "renditions: peak memory, MB": "below 400",
    "taking in: peak memory, MB": "below 400",
    "album page: times the hand-written one": "at most 1.5",
    "album page: queries for 9 photographs": "at most 8",
    "album page: queries for 90 photographs": "the same",
}


def print_table(figures: dict) -> None:
    """Print each figure with its target, where it has one."""
    width = max(map(len, figures))
    print()
    for name, value in figures.items():
        shown = f"{value:.2f}" if isinstance(value, float) else str(value)
        print(f"  {name:<{width}}  {shown:>8}  {TARGETS.get(name, '')}".rstrip())
    print()


if __name__ == "__main__":
    main()
