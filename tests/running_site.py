"""The site as it really runs, for the browser's tests: gunicorn, a database of its own, hashed static files, the demonstration content."""

import atexit
import fcntl
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60


@dataclass
class Site:
    """A running site: its address, and a way to run Python inside it."""

    url: str
    environment: dict[str, str]
    asked: dict = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)

    def manage(self, *arguments: str, text: str | None = None) -> str:
        """Run a management command beside the server, on the same database, and return what it prints."""
        command = [sys.executable, "manage.py", *arguments]
        result = subprocess.run(
            command, env=self.environment, cwd=ROOT, input=text, capture_output=True, text=True
        )
        if result.returncode:
            raise AssertionError(
                f"manage.py {' '.join(arguments)} ended with {result.returncode}:\n{result.stderr}"
            )
        return result.stdout

    def run(self, code: str) -> str:
        """Run Python code with the site's models at hand and return what it prints."""
        return self.manage("shell", "--no-imports", "-v", "0", "-c", code)


@contextmanager
def running(folder: Path, *, content: bool = True, sample: int = 0, **environment: str):
    """Serve the site from ``folder`` until the block ends, under further settings from the environment."""
    site = _site_in(folder, free_port())
    site.environment.update(environment)
    _prepare(folder, content, sample)
    port = site.url.rpartition(":")[2]
    options = f"--bind 127.0.0.1:{port} --workers 1 --threads 4 --log-level error"
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *options.split(), "ciss_site.wsgi:application"],
        env=site.environment,
        cwd=ROOT,
    )
    try:
        wait_until_up(f"{site.url}/en/", server)
        yield site
    finally:
        server.terminate()
        server.wait(10)


def _site_in(folder: Path, port: int) -> Site:
    environment = {
        **os.environ,
        "ENV_FILE": os.devnull,
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "SITE_URL": f"http://localhost:{port}",
        "DJANGO_SETTINGS_MODULE": "ciss_site.settings",
        "DEBUG": "False",
    }
    return Site(f"http://localhost:{port}", environment)


def _prepare(folder: Path, content: bool, sample: int) -> None:
    """Fill ``folder`` with a database, media and static files, made once for all workers of a run and then copied."""
    steps = [
        "empty",
        *(["content"] if content else []),
        *([f"sample-{sample}"] if content and sample else []),
    ]
    given = os.environ.get("SITES_FOR_TESTS")  # by run_everything.py, for all parts of the suite
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", os.getpid())
    shared = Path(given or Path(tempfile.gettempdir(), f"site-for-tests-{run}"))
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for before, step in pairwise(["", *steps]):
            if not (shared / step).exists():
                _build(shared, before, step, sample)
    shutil.copytree(shared / steps[-1], folder, dirs_exist_ok=True)
    if not given:
        atexit.register(shutil.rmtree, shared, ignore_errors=True)


def _build(shared: Path, before: str, step: str, sample: int) -> None:
    unfinished = shared / f"{step}-unfinished"
    if before:
        shutil.copytree(shared / before, unfinished)
    else:
        unfinished.mkdir()
    site = _site_in(unfinished, 0)
    if step == "empty":
        site.manage("migrate", "-v", "0")
        site.manage("collectstatic", "--no-input", "-v", "0")
    else:
        site.manage("demo_content", *([] if step == "content" else ["--sample", str(sample)]))
        site.manage("make_renditions", "--quiet")
    unfinished.rename(shared / step)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_up(url: str, server: subprocess.Popen) -> None:
    """Return as soon as the server answers; fail when it ends instead, or takes too long."""
    asked = urllib.request.Request(url, headers={"X-Forwarded-Proto": "https"})  # noqa: S310 - an address of this test's own
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise AssertionError(f"The server ended with {server.returncode}.")
        try:
            urllib.request.urlopen(asked, timeout=5).close()  # noqa: S310 - as above
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The server did not answer within {START_SECONDS} seconds.")
