"""Make or refresh a virtual environment: `environment.py .venv requirements.txt`, or `--next` for the next Django.

It installs only when the requirements or the Python have changed since the last time, and needs nothing but Python itself.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

RUNTIME, DEVELOPMENT = Path("requirements.txt"), Path("requirements-dev.txt")
THIS_PYTHON = " ".join(f"{sys.version} {sys.base_prefix}".split())
PINNED_DJANGO = re.compile(r"^django==(?:.*\\\n)*.*\n", re.MULTILINE)
NEXT_DJANGO = re.compile(r"^# django==(?:.*\\\n)*.*\n", re.MULTILINE)


def main(folder, wanted):
    """Bring the environment in `folder` up to what `wanted` asks for."""
    environment = Path(folder)
    stamp = environment / "installed"
    stamped = stamp.read_text().splitlines() if stamp.exists() else []
    if {THIS_PYTHON, fingerprint(wanted)} <= set(stamped):
        return
    if THIS_PYTHON not in stamped:
        print(
            f"Making the virtual environment {environment} with Python {sys.version.split()[0]} (a few seconds) ...",
            flush=True,
        )
        make(environment)
    print(f"Installing the dependencies into {environment} (the first time up to a minute) ...", flush=True)
    install(environment, requirements_for(wanted))
    # The development set holds the runtime set, so having the first is having both.
    satisfied = [wanted, str(RUNTIME)] if wanted == str(DEVELOPMENT) else [wanted]
    stamp.write_text("\n".join([THIS_PYTHON, *map(fingerprint, satisfied)]) + "\n")


def requirements_for(wanted):
    """Return the whole text of the requirements to install."""
    if wanted == str(RUNTIME):
        return RUNTIME.read_text()
    both = RUNTIME.read_text() + DEVELOPMENT.read_text().replace(f"-r {RUNTIME}\n", "")
    if wanted == str(DEVELOPMENT):
        return both
    next_django = NEXT_DJANGO.search(DEVELOPMENT.read_text())
    if wanted != "--next" or not next_django:
        sys.exit(
            f"{wanted} is neither {RUNTIME}, {DEVELOPMENT} nor --next (whose Django stands at the end of {DEVELOPMENT})."
        )
    return PINNED_DJANGO.sub("", both) + re.sub(r"^# ", "", next_django[0], flags=re.MULTILINE)


def fingerprint(wanted):
    """Return what changes when the requirements do."""
    return hashlib.sha256(requirements_for(wanted).encode()).hexdigest()


def make(environment):
    """Make an empty environment in place of whatever is there."""
    shutil.rmtree(environment, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(environment)], capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(environment, ignore_errors=True)
        advice = (
            "This Python cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv"
        )
        sys.exit(f"{made.stdout}{made.stderr}{advice}")


def install(environment, requirements):
    """Install the requirements, checking every file against its hash."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "requirements.txt")
        listed.write_text(requirements)
        pip = [
            environment / "bin" / "python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]
        installed = subprocess.run([*pip, "--require-hashes", "--requirement", listed])
    if installed.returncode:
        sys.exit(
            "The dependencies could not be installed; the lines above say why. This needs the network. Then run it again."
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
