"""`make test`: run the suite on every database and tool at hand, and say in one line each what ran and what did not.

With CISS_NOTHING_MAY_BE_MISSING=1 a missing database, browser, validator or nginx is a failure, and so is a test that ran nowhere.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTHING_MAY_BE_MISSING = bool(os.environ.get("CISS_NOTHING_MAY_BE_MISSING"))
CHROMIUM_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
WORKERS = "2"
NO_TESTS_COLLECTED = 5


@dataclass
class Outcome:
    """What became of one part of the suite."""

    name: str
    results: dict = field(default_factory=dict)  # test -> "passed", "failed" or "skipped"
    reasons: dict = field(default_factory=dict)  # skipped test -> why
    missing: str = ""  # why the part did not run at all
    error: str = ""  # what went wrong besides failing tests

    def count(self, result):
        """Return how many tests came out as `result`."""
        return list(self.results.values()).count(result)

    def line(self):
        """Return the one line that says what ran."""
        if self.missing:
            return f"{self.name}: did not run: {self.missing}"
        counts = [f"{self.count('passed')} passed"]
        counts += [f"{self.count(result)} {result}" for result in ("failed", "skipped") if self.count(result)]
        return f"{self.name}: {', '.join(counts)}{f'; {self.error}' if self.error else ''}"


def main(arguments):
    """Run each part, report, and return the exit code."""
    os.chdir(ROOT)
    fast = "--fast" in arguments
    given = [argument for argument in arguments if argument != "--fast"]
    with tempfile.TemporaryDirectory(prefix="sites-") as folder:
        os.environ["SITES_FOR_TESTS"] = folder  # the parts share what tests/running_site.py makes once
        outcomes = fast_parts(given) if fast else all_parts(given)
    return report(outcomes, strict=NOTHING_MAY_BE_MISSING and not fast and not given)


def fast_parts(given):
    """Run what needs neither another program nor much time."""
    marked = "not browser and not validator and not nginx and not postgres and not slow"
    others = ("PostgreSQL", "Browser", "HTML validator", "nginx")
    return [
        on_sqlite("SQLite", marked, given),
        *(Outcome(name, missing="make test runs it") for name in others),
    ]


def all_parts(given):
    """Run every part."""
    return [
        on_sqlite("SQLite", "not browser and not validator and not nginx and not postgres", given),
        on_postgresql(given),
        in_browser(given),
        with_validator(given),
        behind_nginx(given),
    ]


# The parts ----------------------------------------------------------------------------------------


def on_sqlite(name, marked, given, **environment):
    """Run the tests marked so on SQLite in memory."""
    return run_pytest(name, marked, given, DATABASE_URL="sqlite://:memory:", **environment)


def on_postgresql(given):
    """Run all but the browser's tests on the PostgreSQL that the environment names, or on one made for the purpose."""
    name, marked = "PostgreSQL", "not browser and not validator and not nginx and not sqlite"
    with contextlib.ExitStack() as stack:
        try:
            url = postgresql_at_hand() or stack.enter_context(throwaway_postgresql())
        except NotAtHandError as reason:
            return Outcome(name, missing=str(reason))
        return run_pytest(name, marked, given, DATABASE_URL=url)


def in_browser(given):
    """Run the browser's tests in the Chromium of this machine."""
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not chromium:
        advice = "Debian: apt-get install chromium; or name one in CHROMIUM"
        return Outcome("Browser", missing=f"no Chromium was found ({advice})")
    # Tests that share a running site stay together: tests/conftest.py says which.
    return on_sqlite("Browser", "browser", ["-n", "3", "--dist", "loadgroup", *given], CHROMIUM=chromium)


def with_validator(given):
    """Run the HTML validator's tests."""
    # macOS has a java that only says there is none, so it is tried.
    java = shutil.which("java")
    if not java or subprocess.run([java, "-version"], capture_output=True).returncode:
        advice = "Debian: apt-get install default-jre-headless"
        return Outcome("HTML validator", missing=f"no Java was found ({advice})")
    return on_sqlite("HTML validator", "validator and not browser", given)


def behind_nginx(given):
    """Run the tests of the site behind nginx."""
    nginx = os.environ.get("NGINX") or shutil.which(
        "nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    )
    if not nginx:
        advice = "Debian: apt-get install nginx-light; or name one in NGINX"
        return Outcome("nginx", missing=f"no nginx was found ({advice})")
    # They share one running site.
    return on_sqlite("nginx", "nginx", ["-n", "1", *given], NGINX=nginx)


def run_pytest(name, marked, given, **environment):
    """Run pytest on the tests marked so and return what became of each."""
    print(f"\n{name}: running ...", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder, "results.xml")
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n",
            WORKERS,
            "-m",
            marked,
            f"--junit-xml={results}",
        ]
        # Neither the settings of this machine nor its uploads have a part in it.
        apart = {"ENV_FILE": os.devnull, "DATA_DIR": folder}
        code = subprocess.run([*command, *given], env={**os.environ, **apart, **environment}).returncode
        outcome = read_results(Outcome(name), results)
    if code == NO_TESTS_COLLECTED and not outcome.results:
        outcome.missing = "no test is chosen by these arguments" if given else f"no test is marked {marked}"
    elif code and not outcome.count("failed"):
        outcome.error = f"pytest ended with code {code}"
    return outcome


def read_results(outcome, path):
    """Fill an outcome from pytest's JUnit file. A test and its clean-up may both be in it: a failure of either counts."""
    if not path.exists():
        return outcome
    for case in ElementTree.parse(path).iter("testcase"):
        test = f"{case.get('classname')}::{case.get('name')}"
        if case.find("failure") is not None or case.find("error") is not None:
            outcome.results[test] = "failed"
        elif (skipped := case.find("skipped")) is not None:
            outcome.results.setdefault(test, "skipped")
            outcome.reasons[test] = skipped.get("message") or "no reason given"
        else:
            outcome.results.setdefault(test, "passed")
    return outcome


# PostgreSQL ---------------------------------------------------------------------------------------


class NotAtHandError(Exception):
    """Something the tests would need is not on this machine; the message says what to do."""


def postgresql_at_hand():
    """Return the address of the PostgreSQL that DATABASE_URL or libpq's own variables name, if any."""
    import psycopg

    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith(("postgres://", "postgresql://")):
        if not os.environ.get("PGHOST"):
            return None
        host, port = os.environ["PGHOST"], os.environ.get("PGPORT", "5432")
        user, password = os.environ.get("PGUSER", ""), os.environ.get("PGPASSWORD", "")
        who = f"{user}:{password}@" if password else f"{user}@" if user else ""
        url = f"postgres://{who}{host}:{port}/{os.environ.get('PGDATABASE', 'postgres')}"
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError as refusal:
        why = str(refusal).strip().splitlines()[0]
        raise NotAtHandError(f"the server that the environment names does not answer ({why})") from None
    return url


@contextlib.contextmanager
def throwaway_postgresql():
    """Start a PostgreSQL of our own in a temporary folder, and remove it afterwards."""
    programs = postgresql_programs()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    account = unprivileged_account(folder)
    data, password, port = folder / "data", secrets.token_urlsafe(16), free_port()

    def run(program, *arguments, check=True):
        done = subprocess.run(
            [programs / program, "-D", data, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            **account,
        )
        if check and done.returncode:
            raise NotAtHandError(f"it could not be started: {log_path.read_text().strip().splitlines()[-1]}")

    log_path = folder / "log"
    secret = folder / "password"
    secret.write_text(password)
    secret.chmod(0o644 if account else 0o600)  # the folder itself is closed to others
    try:
        with log_path.open("w") as log:
            try:
                access = f"-U tests -A scram-sha-256 --pwfile={secret}"
                run("initdb", *access.split(), *f"-E UTF8 --locale={utf8_locale()} -N".split())
                options = (
                    f"-h 127.0.0.1 -p {port} -k {folder} -F -c synchronous_commit=off -c full_page_writes=off"
                )
                run("pg_ctl", "start", "-w", "-t", "60", "-l", folder / "server-log", "-o", options)
                yield f"postgres://tests:{password}@127.0.0.1:{port}/postgres"
            finally:
                if (data / "postmaster.pid").exists():
                    run("pg_ctl", "stop", "-m", "immediate", check=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def postgresql_programs():
    """Return the folder of initdb and pg_ctl, of the newest version found."""
    on_path = shutil.which("initdb")
    if on_path and shutil.which("pg_ctl"):
        return Path(on_path).resolve().parent
    places = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr").glob("pgsql-*/bin")]
    found = [place for place in places if (place / "initdb").exists() and (place / "pg_ctl").exists()]
    if not found:
        advice = "Debian: apt-get install postgresql; or name one in DATABASE_URL"
        raise NotAtHandError(f"none is named and none is installed ({advice})")
    return max(found, key=lambda place: int("".join(filter(str.isdigit, str(place))) or 0))


def unprivileged_account(folder):
    """Return how to run as someone else when we are root, whom initdb refuses, and hand that account the folder."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            account = pwd.getpwnam(name)
            os.chown(folder, account.pw_uid, account.pw_gid)
            return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise NotAtHandError("it refuses to run as root, and there is neither an account postgres nor nobody")


def utf8_locale():
    """Return a locale in which PostgreSQL knows the upper and lower case of every script."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    return next((name for name in known if name.lower().replace("-", "") in ("c.utf8", "en_us.utf8")), "C")


def free_port():
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# The report ---------------------------------------------------------------------------------------


def report(outcomes, strict):
    """Print one line for each part and one for the whole, and return the exit code."""
    complaints = missing_pieces(outcomes) if strict else []
    sqlite = outcomes[0]
    if sqlite.missing:
        complaints.append("no test ran on SQLite")
    print(f"\nWhat ran, on Python {sys.version.split()[0]} with Django {django_version()}:")
    for outcome in outcomes:
        print(f"  {outcome.line()}")
    if Path(sys.prefix).name != ".venv-next":
        print("  Django next: did not run: make test-next runs it")
    for complaint in dict.fromkeys(complaints):
        print(f"  Failed: {complaint}")
    failed = sum(outcome.count("failed") + bool(outcome.error) for outcome in outcomes) + len(complaints)
    totals = [sum(outcome.count(result) for outcome in outcomes) for result in ("passed", "skipped")]
    print(f"{totals[0]} passed, {failed} failed, {totals[1]} skipped", flush=True)
    return 1 if failed else 0


def missing_pieces(outcomes):
    """Return what did not run: whole parts, and tests that were skipped wherever they were met."""
    complaints = [f"{outcome.name} did not run" for outcome in outcomes if outcome.missing]
    ran = {test for outcome in outcomes for test, result in outcome.results.items() if result != "skipped"}
    for outcome in outcomes:
        complaints += [
            f"{test} was skipped: {why}" for test, why in outcome.reasons.items() if test not in ran
        ]
    return complaints


def django_version():
    """Return the version of Django in this environment."""
    import django

    return django.get_version()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped before everything had run.")
