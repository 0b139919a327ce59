"""The worker and the server are killed twenty times in the midst of their work: nothing is lost, doubled or half made."""

import itertools
import random
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from tests.factories import jpeg
from tests.pictures.killing import Uploads, kill, site_to_kill, stored, uploaded, wait_until, web, worker

pytestmark = pytest.mark.slow
TIMES = 10
TIMES_AT_MOST = 40  # on a machine too busy to be killed between a file and its row
WAITING = 6  # photographs that wait at each start of the worker, so that it never ends by itself
SENT = 6  # photographs sent at each start of the server
SEED = 20180403


def moments(chosen: random.Random, most: int) -> Iterator[tuple[int, float]]:
    """Yield (count, seconds): kill when so many more are stored; every third time a moment later than that."""
    for number in itertools.count():
        yield chosen.randint(1, most), chosen.random() ** 2 / 4 if number % 3 == 2 else 0.0


def kill_at(moment: tuple[int, float], there: Callable[[], set[str]], process) -> None:
    """Kill the process at that moment of its work, ``there`` being what it adds to."""
    more, seconds = moment
    before = there()
    working = wait_until(lambda: len(there() - before) >= more, process)
    assert working, f"It ended by itself with {process.returncode}."
    until = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() >= until, process)
    kill(process)


def test_a_killed_worker_leaves_nothing_half_made_and_the_next_makes_the_rest(tmp_path):
    when = moments(random.Random(SEED), most=30)
    with site_to_kill(tmp_path) as (site, inside):
        inside.prepare(2 * WAITING)
        midst = 0
        for moment in itertools.islice(when, TIMES):
            assert inside.have_waiting(WAITING) >= WAITING
            with worker(site) as process:
                kill_at(moment, partial(stored, site), process)
            assert process.returncode == -9, moment
            assert inside.rows_without_files() == [], moment
            midst += bool(inside.left_over())
            assert inside.sweep() == "", moment
            assert inside.files_beside_rows() == [], moment
        assert inside.have_waiting(1) > 0
        site.manage("make_renditions", "--quiet")
        assert inside.progress() == [2 * WAITING, 2 * WAITING]
        assert (inside.rows_without_files(), inside.left_over(), inside.files_beside_rows()) == ([], 0, [])
    assert midst >= TIMES // 2  # most came in the midst of a picture


def test_a_killed_server_keeps_what_it_acknowledged_and_takes_the_rest_again(tmp_path):
    when = moments(random.Random(SEED), most=4)
    with site_to_kill(tmp_path) as (site, inside):
        uploads = Uploads(site, **inside.prepare(0))
        kills = midst = 0
        while kills < TIMES or (midst < 2 and kills < TIMES_AT_MOST):
            new = range(kills * SENT + 1, (kills + 1) * SENT + 1)
            moment, pictures = next(when), photographs(*sorted(uploads.broken), *new)
            there = stored if kills % 3 else uploaded  # between two files or after them, or before them
            with web(site) as process, uploads.sending(pictures):
                kill_at(moment, partial(there, site), process)
            kills += 1
            assert uploads.answers == [], moment
            assert inside.without_row_or_file(list(uploads.taken.values())) == [], moment
            assert inside.rows_without_files() == [], moment
            midst += bool(inside.left_over())
            assert inside.sweep() == "", moment
            assert inside.files_beside_rows() == [], moment
        acknowledged = len(uploads.taken)
        with web(site), uploads.sending(photographs(*uploads.broken)):
            pass
        assert (uploads.answers, uploads.broken) == ([], set())
        assert len(set(uploads.taken) | uploads.already) == kills * SENT == inside.progress()[0]
        assert (inside.left_over(), inside.files_beside_rows()) == (0, [])
    assert acknowledged >= TIMES // 2  # before a kill, in the same run of the server
    assert midst >= 2  # these came between a file and its row


def photographs(*numbers: int) -> dict[int, bytes]:
    """Return that many different photographs by their numbers."""
    return {number: jpeg(1600, 1200, number=number) for number in numbers}
