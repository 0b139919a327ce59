"""`make run`: the site on this machine, with workers and static files as in production, its data kept between runs."""

import hashlib
import os
import secrets
import signal
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"


def main():
    """Prepare what is not ready yet, say where the site is, and serve it until Ctrl-C."""
    port = free_port()
    keep_secret_key(ROOT / ".env")
    os.environ["SITE_URL"] = f"http://localhost:{port}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "ciss_site.settings"
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    prepare()
    announce(port)
    serve(port)


def free_port():
    """Return the port to serve on, or stop with what to do when it cannot be had."""
    asked = os.environ.get("PORT") or "8000"
    if not asked.isdecimal() or not 1 <= int(asked) <= 65535:
        sys.exit(f"PORT is {asked!r}. Give a number from 1 to 65535, such as: make run PORT=8001")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(asked)))
        except PermissionError:
            sys.exit(f"Port {asked} is reserved for the system. Choose a higher one: make run PORT=8000")
        except OSError:
            another = int(asked) + 1 if int(asked) < 65535 else 8000
            sys.exit(
                f"Port {asked} is taken by another program. Stop that, or choose another: make run PORT={another}"
            )
    return int(asked)


def keep_secret_key(path):
    """Write a secret key to .env the first time, so that sessions and everything done by hand use the same one."""
    written = path.read_text() if path.exists() else ""
    if os.environ.get("SECRET_KEY") or any(line.startswith("SECRET_KEY=") for line in written.splitlines()):
        return
    if written and not written.endswith("\n"):
        written += "\n"
    path.touch(mode=0o600)
    comment = "# Made by make run for this machine alone. .env.example says what else can stand here."
    path.write_text(f"{written}{comment}\nSECRET_KEY={secrets.token_urlsafe(60)}\n")
    print("Wrote a secret key for this machine to .env.")


def prepare():
    """Bring the database, the demonstration content, the editor's account and the static files up to date."""
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    try:
        django.setup()
        prepare_database()
    except ImproperlyConfigured as refusal:
        sys.exit(f"The site does not start: {refusal}")
    except OperationalError as refusal:
        advice = "See that it runs and that DATABASE_URL is right; without it, SQLite is used."
        sys.exit(f"The database cannot be used: {str(refusal).strip()}\n{advice}")
    collect_static_files()


def prepare_database():
    """Migrate; on a new database also write the demonstration content; see that the editor has an account."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    # A first run that was stopped half-way begins its content again.
    unfinished = Path(settings.DATA_DIR) / "first-run-unfinished"
    if not MigrationRecorder(connection).applied_migrations():
        unfinished.touch()
        print("Making the database ...", flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    if unfinished.exists():
        print("Writing the demonstration content with its pictures (once, up to a minute) ...", flush=True)
        call_command("demo_content", sample=24)
    call_command("editor_account")
    unfinished.unlink(missing_ok=True)
    connection.close()


def collect_static_files():
    """Collect the static files under hashed names, when they or the libraries have changed since the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    state = hashlib.sha256(str(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path)).stat()
            state.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    stamp = root.with_name(f"{root.name}-collected")
    if root.is_dir() and stamp.exists() and stamp.read_text() == state.hexdigest():
        return
    print("Collecting and compressing the static files (some seconds) ...", flush=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(state.hexdigest())


def announce(port):
    """Print every address a newcomer needs."""
    from django.conf import settings

    lines = [f"{name + ':':<10} http://localhost:{port}/{code}/" for code, name in settings.LANGUAGES]
    lines += [f"{'Admin:':<10} http://localhost:{port}/{code}/admin/" for code, _name in settings.LANGUAGES]
    print("\nThe site is at\n  " + "\n  ".join(lines))
    print("Log in to the admin with the account named above; a new one-time password: make password")
    print("New pictures are made in their sizes beside it; a first run takes a minute or two for that.")
    print("Ctrl-C stops the site and keeps its data.\n", flush=True)


def serve(port):
    """Run gunicorn, and beside it the worker that makes pictures in their sizes, until it ends or Ctrl-C."""
    options = f"--bind {HOST}:{port} --workers 2 --threads 4 --graceful-timeout 5 --log-level error"
    gunicorn = [sys.executable, "-m", "gunicorn", *options.split(), "ciss_site.wsgi:application"]
    # Ctrl-C reaches every process of a terminal's session: the server is in another, and is stopped by us, once.
    server = subprocess.Popen(gunicorn, start_new_session=True)
    watching = [sys.executable, "manage.py", "make_renditions", "--watch", "--quiet"]
    worker = subprocess.Popen(watching, start_new_session=True)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: server.terminate())
    code = server.wait()
    worker.terminate()
    worker.wait()
    if code:
        sys.exit(f"The server ended by itself with code {code}; the lines above say why.")
    print("\nThe site has stopped. Its data is kept; make run starts it again.")


if __name__ == "__main__":
    main()
