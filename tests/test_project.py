"""What the project promises as a whole: its layout, its two commands, its dependencies, and what no file may hold."""

import gettext
import os
import re
import socket
import subprocess
import sys
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

from deploy.catalogues import compile_catalogue
from deploy.environment import requirements_for
from tests.run_everything import Outcome, missing_pieces

ROOT = Path(__file__).resolve().parent.parent
RUNTIME, DEVELOPMENT = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"

CODE = {
    "manage.py",
    "ciss_site",
    "events",
    "people",
    "institutions",
    "templates",
    "static",
    "tests",
    "requirements.txt",
}
CONVENTIONAL = {"README.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml", "requirements-dev.txt"}
CONVENTIONAL |= {"locale", "docs", "deploy"}
MADE_BY_THE_COMMANDS = {"var", "__pycache__"}

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)(?:\[[a-z0-9,]+\])?==\d[^ ]*(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
PURPOSE = re.compile(r"^# (?P<name>[a-z0-9-]+)(?:\[[a-z0-9,]+\])?(?: [~=<>!][^:]+)?: (?:needed by )?.{4,}$")

# Permissive, by the words that packages use for them in their metadata.
PERMISSIVE = re.compile(
    r"\b(?:MIT|BSD|Apache|ISC|HPND|MIT-CMU|PSF|Python Software Foundation|Unlicense|0BSD|CC0)\b"
)
# PostgreSQL's driver is LGPL: used as a library, unchanged, it asks nothing of the project's own code.
LGPL_ON_PURPOSE = {"psycopg", "psycopg-binary"}

OTHER_HOSTS = {
    ".html": re.compile(
        r"""(?:\b(?:src|srcset|poster)\s*=\s*["']?|<link\b(?=[^>]*rel=["']?(?:stylesheet|preload|icon|preconnect|modulepreload))"""
        r"""[^>]*href=["']?)(?:https?:)?//""",
        re.IGNORECASE,
    ),
    ".css": re.compile(r"""(?:url\(\s*["']?|@import\s+["'])(?:https?:)?//""", re.IGNORECASE),
    ".js": re.compile(r"""(?:\bfrom|\bimport|\bimport\(|\bfetch\(|importScripts\()\s*["'`](?:https?:)?//"""),
}
MACHINE_PATHS = re.compile(r"(?<![\w.~}/-])/(?:work|root|home/\w+|Users/\w+)/")
FOREIGN_WORDS = re.compile(
    r"\b(?:anthropic|chatgpt|openai|github copilot|claude (?:code|opus|sonnet)|claude\.md|agents\.md|subagents?"
    r"|language models?|as an ai|generated (?:by|with) (?:an )?ai|co-authored-by"
    r"|pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org)\b",
    re.IGNORECASE,
)


# The layout ---------------------------------------------------------------------------------------


def test_top_level_holds_the_fixed_names_and_no_others():
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert found - MADE_BY_THE_COMMANDS == CODE | CONVENTIONAL


def test_hidden_files_of_the_project_are_there():
    assert [name for name in (".ci/run", ".env.example", ".gitignore") if not (ROOT / name).is_file()] == []
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_changelog_speaks_of_the_present_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]

    assert re.findall(rf"^## .*{re.escape(version)}", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE) != []


def test_env_example_names_every_setting_that_is_read():
    read = set(
        re.findall(
            r"""\benv(?:\.\w+)?\(\s*"([A-Z][A-Z0-9_]+)\"""", (ROOT / "ciss_site/settings.py").read_text()
        )
    )
    described = set(re.findall(r"^#?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert described == read


# The commands -------------------------------------------------------------------------------------


def test_make_help_lists_every_command_with_a_sentence():
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split())
    steps = {"dependencies", "dependencies-dev", "catalogues"}  # of other commands, not commands

    helped = subprocess.run(
        ["make", "-C", ROOT, "--no-print-directory", "help"], capture_output=True, text=True, check=True
    )

    assert set(re.findall(r"^  make ([a-z-]+) +\w.{15,}$", helped.stdout, re.MULTILINE)) == targets - steps


def test_run_says_what_to_do_when_the_port_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = run_locally(PORT=str(port))

    assert run.returncode == 1
    message = (
        f"Port {port} is taken by another program. Stop that, or choose another: make run PORT={port + 1}\n"
    )
    assert run.stderr == message.replace("PORT=65536", "PORT=8000")


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1"])
def test_run_refuses_a_port_that_is_none(port):
    run = run_locally(PORT=port)

    assert run.returncode == 1
    assert run.stderr == f"PORT is {port!r}. Give a number from 1 to 65535, such as: make run PORT=8001\n"


def run_locally(**environment):
    """Start `make run`'s program, which looks at its port before anything else."""
    command = [sys.executable, ROOT / "deploy/run_locally.py"]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=60
    )


def test_nothing_may_be_missing_complains_of_a_test_that_ran_nowhere():
    outcomes = [
        Outcome("SQLite", {"a": "passed", "b": "skipped", "c": "skipped"}, {"b": "not here", "c": "no Java"}),
        Outcome("PostgreSQL", {"a": "passed", "b": "passed", "c": "skipped"}, {"c": "no Java"}),
        Outcome("Browser", missing="no Chromium was found"),
    ]

    assert sorted(set(missing_pieces(outcomes))) == ["Browser did not run", "c was skipped: no Java"]


# As makemessages writes it: no language named, the header still marked fuzzy.
CATALOGUE_HEAD = r"""#, fuzzy
msgid ""
msgstr ""
"Language: \n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;\n"

msgid "a visit"
msgid_plural "visits"
"""


def test_compiled_catalogue_keeps_the_six_plural_forms_of_arabic(tmp_path):
    forms = ["لا زيارات", "زيارة واحدة", "زيارتان", "زيارات", "زيارةً", "زيارة"]
    source = written_catalogue(tmp_path, forms)

    assert compile_catalogue(source, source.with_suffix(".mo")) == []
    with source.with_suffix(".mo").open("rb") as file:
        arabic = gettext.GNUTranslations(file)
    assert [arabic.ngettext("a visit", "visits", count) for count in (0, 1, 2, 3, 11, 100)] == forms


def test_catalogue_with_two_of_six_plural_forms_is_refused_and_the_old_one_kept(tmp_path):
    source = written_catalogue(tmp_path, ["زيارة", "زيارات"])
    compiled = source.with_suffix(".mo")
    compiled.write_bytes(b"the old one")

    assert compile_catalogue(source, compiled) == [
        f"{source}:8: all 6 plural forms are needed, and some are empty"
    ]
    assert compiled.read_bytes() == b"the old one"


def written_catalogue(folder, forms):
    """Write an Arabic catalogue of one message with these plural forms."""
    source = folder / "ar" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(
        CATALOGUE_HEAD + "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms)),
        encoding="utf-8",
    )
    return source


# The dependencies ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)
def test_requirements_are_pinned_with_hashes_and_say_what_each_is_for(path):
    lines = path.read_text().splitlines()
    pins = [number for number, line in enumerate(lines) if PIN.match(line)]

    assert pins != []
    unexplained = [lines[number] for number in pins if not explained(lines[number - 1], lines[number])]
    assert unexplained == []
    assert [lines[number] for number in pins if not HASH.match(lines[number + 1])] == []
    other = [
        line
        for line in lines
        if line and not line.startswith("#") and not PIN.match(line) and not HASH.match(line)
    ]
    assert other == (["-r requirements.txt"] if path == DEVELOPMENT else [])


def explained(comment, pin):
    """Tell whether the comment above a pin names the package and says what it is for."""
    purpose = PURPOSE.match(comment)
    return purpose is not None and purpose["name"] == PIN.match(pin)["name"]


def test_next_django_takes_the_place_of_the_present_one(monkeypatch):
    monkeypatch.chdir(ROOT)

    present, coming = requirements_for("requirements-dev.txt"), requirements_for("--next")

    assert [version[:4] for version in re.findall(r"^django==(.*)", present, re.MULTILINE)] == ["5.2."]
    assert [version[:4] for version in re.findall(r"^django==(.*)", coming, re.MULTILINE)] == ["6.1."]
    assert len(packages(coming)) == len(packages(present))


def test_licences_of_what_the_site_runs_on_are_permissive():
    names = packages(RUNTIME.read_text())

    assert {name for name in names if not is_permissive(name)} == LGPL_ON_PURPOSE


def packages(requirements):
    """Return the names of the pinned packages."""
    return [PIN.match(line)["name"] for line in requirements.splitlines() if PIN.match(line)]


def is_permissive(name):
    """Tell whether the installed package says that its licence is a permissive one, and no other."""
    about = metadata(name)
    classifiers = [line for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    said = about.get("License-Expression") or " ".join(classifiers) or about.get("License") or ""
    return bool(PERMISSIVE.search(said)) and not re.search(r"\b[AL]?GPL|General Public", said)


# What no file may hold ----------------------------------------------------------------------------


def texts():
    """Yield each text file of the project, but for this one, with its text."""
    listed = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split("\0")
    for path in sorted(ROOT / name for name in names if name):
        if path.is_file() and path != Path(__file__).resolve():
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a font or a picture


def found_in_texts(pattern, suffixes=None):
    """Return where a pattern stands, as file: match."""
    return [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path, text in texts()
        if suffixes is None or path.suffix in suffixes
        for match in pattern.finditer(text)
    ]


@pytest.mark.parametrize("suffix", OTHER_HOSTS)
def test_no_file_loads_anything_from_another_host(suffix):
    assert found_in_texts(OTHER_HOSTS[suffix], {suffix}) == []


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".html", '<script src="https://cdn.example.org/x.js">'),
        (".html", '<link rel="stylesheet" href="//fonts.example.org/css">'),
        (".html", '<link href="https://fonts.example.org/css" rel="stylesheet">'),
        (".css", "src: url(https://fonts.example.org/x.woff2)"),
        (".css", '@import "https://fonts.example.org/css";'),
        (".js", 'import x from "https://cdn.example.org/x.js";'),
    ],
)
def test_loading_from_another_host_would_be_seen(suffix, text):
    assert OTHER_HOSTS[suffix].search(text) is not None


def test_no_file_names_a_folder_of_the_machine_it_was_written_on():
    assert found_in_texts(MACHINE_PATHS) == []


def test_no_file_speaks_of_anything_but_the_project():
    assert found_in_texts(FOREIGN_WORDS) == []
