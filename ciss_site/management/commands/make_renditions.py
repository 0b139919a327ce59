"""`manage.py make_renditions`: the worker that makes pictures in the sizes of pages, outside any request."""

import fcntl
import signal
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, close_old_connections

from ciss_site.images.waiting import Waiting, count_waiting, make, mark_outdated, waiting

PAUSE = 2  # seconds between two looks for work
AGAIN_AFTER = 300  # seconds until what failed is tried again


class Command(BaseCommand):
    """Make what waits, and with --watch whatever comes to wait."""

    help = (
        "Makes the sizes of all pictures that wait for them, and those made by another recipe. With --watch it goes on "
        "until it is stopped. Killed at any moment it loses nothing: what was not made is made at the next start."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--watch", action="store_true", help="Go on and wait for more.")
        parser.add_argument("--quiet", action="store_true", help="Say only what fails.")

    def handle(self, *args, watch: bool, quiet: bool, **options) -> None:
        self.quiet = quiet
        self.failed: dict[Waiting, float] = {}
        with only_one_here(), stopped_between_two() as stop:
            if count := mark_outdated():
                self.say(f"The recipe has changed: {count} pictures are made anew.")
            while True:
                self.make_all(stop)
                if not watch or stop.asked:
                    break
                stop.pause(PAUSE)
                close_old_connections()
        if self.failed and not watch:
            raise CommandError(f"{len(self.failed)} pictures could not be made; the lines above say why.")

    def make_all(self, stop) -> None:
        """Make what waits now, but what failed a short time ago."""
        now = time.monotonic()
        self.failed = {one: when for one, when in self.failed.items() if now - when < AGAIN_AFTER}
        try:
            left = count_waiting() - len(self.failed)
            for one in waiting(but=set(self.failed)):
                if stop.asked:
                    return
                left = max(left - 1, 0)
                self.make_one(one, left)
        except DatabaseError as trouble:  # it may come back
            self.stderr.write(f"The database cannot be asked: {trouble}")

    def make_one(self, one: Waiting, left: int) -> None:
        """Make one picture and say so; what fails is said, left waiting and tried again later."""
        try:
            made = make(one)
        except DatabaseError:
            raise
        except Exception as trouble:  # a broken original or a full disk must not stop the others
            self.failed[one] = time.monotonic()
            self.stderr.write(f"{one} could not be made: {type(trouble).__name__}: {trouble}")
        else:
            self.say(f"{one} {'made' if made else 'has changed meanwhile'}, {left} left")

    def say(self, sentence: str) -> None:
        """Print what was done, unless told to be quiet."""
        if not self.quiet:
            self.stdout.write(sentence)
            self.stdout.flush()


@contextmanager
def only_one_here():
    """Hold the lock of this machine's worker. It goes with the process, however that ends.

    A worker on another machine does no harm: of two that make one picture the row takes one's files.
    """
    path = Path(settings.DATA_DIR) / "make_renditions.lock"
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError("Another make_renditions is at work on this machine already.") from None
        yield


class Stop:
    """Whether the worker was asked to end, by SIGTERM or Ctrl-C."""

    asked = False
    resting = False

    def ask(self, *_signal) -> None:
        """End after the picture in hand; at once while there is none."""
        self.asked = True
        if self.resting:
            raise KeyboardInterrupt

    def pause(self, seconds: float) -> None:
        """Sleep, unless asked to end."""
        self.resting = True
        try:
            if not self.asked:
                time.sleep(seconds)
        except KeyboardInterrupt:
            pass
        finally:
            self.resting = False


@contextmanager
def stopped_between_two():
    """Let SIGTERM and Ctrl-C end the worker after the picture in hand, where signals can be received."""
    stop = Stop()
    try:
        before = {number: signal.signal(number, stop.ask) for number in (signal.SIGTERM, signal.SIGINT)}
    except ValueError:  # not in the main thread
        before = {}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
