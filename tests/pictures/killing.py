"""Processes of a site of its own, started to be killed with SIGKILL, and what uploads to it are answered."""

import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.running_site import ROOT, Site, _site_in, free_port

PATIENCE = 120  # seconds, on a busy machine
LOOK_EVERY = 0.0002


class Inside:
    """The process that answers questions about the site: ``inside.left_over()``."""

    def __init__(self, process: subprocess.Popen):
        self._process = process

    def __getattr__(self, name: str):
        def ask(*given):
            self._process.stdin.write(json.dumps([name, *given]) + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
            assert answer, f"The question {name} ended the process that answers."
            return json.loads(answer)

        return ask


@contextmanager
def site_to_kill(folder: Path) -> Iterator[tuple[Site, Inside]]:
    """Yield a site on a database file and a store of its own, and the process that answers questions about it.

    KILLED_ON may name a PostgreSQL database, new and empty, to do the same there.
    """
    site = _site_in(folder, free_port())
    site.environment["DATABASE_URL"] = os.environ.get("KILLED_ON") or site.environment["DATABASE_URL"]
    (folder / "static").mkdir()  # its absence would be remarked on at each start
    process = _started(
        site, "-m", "tests.pictures.inside", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield site, Inside(process)
    finally:
        process.stdin.close()
        process.wait(PATIENCE)


def _started(site: Site, *arguments: str, **options) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, *arguments], env=site.environment, cwd=ROOT, **options)


@contextmanager
def process_to_kill(site: Site, *arguments: str) -> Iterator[subprocess.Popen]:
    """Start a process in a group of its own; at the end of the block the whole group is killed, if it still runs."""
    process = _started(site, *arguments, start_new_session=True)
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen) -> None:
    """Kill the process and all it started, at once."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)


def worker(site: Site):
    """Start the worker that makes renditions."""
    return process_to_kill(site, "manage.py", "make_renditions", "--quiet")


@contextmanager
def web(site: Site) -> Iterator[subprocess.Popen]:
    """Start the web server, one master and one worker process, and wait until it listens."""
    port = site.url.rpartition(":")[2]
    options = f"--bind 127.0.0.1:{port} --workers 1 --threads 4 --log-level error"
    with process_to_kill(site, "-m", "gunicorn", *options.split(), "ciss_site.wsgi:application") as process:
        assert wait_until(lambda: _listens(int(port)), process), "The server did not start."
        yield process


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), PATIENCE).close()
    except OSError:
        return False
    return True


def stored(site: Site) -> set[str]:
    """Return the files in the store, while others write and delete there."""
    return {
        os.path.join(folder, name)  # noqa: PTH118 - a hundred times a second
        for folder, _folders, names in os.walk(Path(site.environment["DATA_DIR"], "media"))
        for name in names
    }


def uploaded(site: Site) -> set[str]:
    """Return the folders of photographs in the store: each comes just before its files and its row."""
    try:
        return set(os.listdir(Path(site.environment["DATA_DIR"], "media", "photographs")))  # noqa: PTH208
    except FileNotFoundError:
        return set()


def wait_until(reached: Callable[[], bool], process: subprocess.Popen) -> bool:
    """Look again and again until it is so; return False when the process ends by itself before."""
    until = time.monotonic() + PATIENCE
    while not reached():
        if process.poll() is not None:
            return False
        assert time.monotonic() < until, "What was waited for did not come."
        time.sleep(LOOK_EVERY)
    return True


# Uploads ------------------------------------------------------------------------------------------


@dataclass
class Uploads:
    """Photographs sent to the album's door one after the other, and how each ended."""

    site: Site
    album: int
    session: str
    taken: dict[int, int] = field(default_factory=dict)  # number of the picture -> key of its row
    already: set[int] = field(default_factory=set)
    broken: set[int] = field(default_factory=set)  # sent, and the server was killed before it answered
    answers: list[str] = field(default_factory=list)  # that should not be

    def send(self, pictures: dict[int, bytes]) -> None:
        """Send these and note how each ended."""
        for number, content in pictures.items():
            try:
                self._note(number, *self._answer(number, content))
            except (OSError, http.client.HTTPException):
                self.broken.add(number)

    @contextmanager
    def sending(self, pictures: dict[int, bytes], at_once: int = 2):
        """Send these in the background while the block runs, several at a time, and wait for the end of all."""
        numbers = list(pictures)
        parts = [{number: pictures[number] for number in numbers[start::at_once]} for start in range(at_once)]
        threads = [threading.Thread(target=self.send, args=(part,)) for part in parts]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            for thread in threads:
                thread.join(PATIENCE)

    def _note(self, number: int, status: int, answer: dict) -> None:
        self.broken.discard(number)
        if status == 201:
            if number in self.taken or number in self.already:
                self.answers.append(f"picture {number} was taken twice")
            self.taken[number] = answer["photo"]
        elif status == 400 and answer["code"] == "already":
            self.already.add(number)
        else:
            self.answers.append(f"picture {number}: {status} {answer}")

    def _answer(self, number: int, content: bytes) -> tuple[int, dict]:
        boundary, secret = secrets.token_hex(16), secrets.token_hex(16)
        head = (
            f"--{boundary}\r\nContent-Disposition: form-data; "
            f'name="file"; filename="IMG_{number:04}.JPG"\r\nContent-Type: image/jpeg\r\n\r\n'
        )
        headers = {
            "Accept": "application/json",
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "Cookie": f"sessionid={self.session}; csrftoken={secret}",
            "X-CSRFToken": secret,
        }
        host = urllib.parse.urlsplit(self.site.url)
        connection = http.client.HTTPConnection(host.hostname, host.port, timeout=PATIENCE)
        try:
            connection.request(
                "POST",
                f"/en/admin/events/album/{self.album}/photographs/add/",
                head.encode() + content + f"\r\n--{boundary}--\r\n".encode(),
                headers,
            )
            response = connection.getresponse()
            return response.status, json.loads(response.read())
        finally:
            connection.close()
