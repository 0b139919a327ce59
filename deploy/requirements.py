"""Refresh the pins and hashes of requirements.txt and requirements-dev.txt: `make requirements`.

What is wanted stands in the two files themselves, one comment line each: `# django ~=5.2.0: the web framework`. This program
asks the package index which versions fit together on every supported Python and system, and writes them back with the hashes of
all their files. To add a library, add its comment line above the first "needed by" line and run this; to drop one, delete its line.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST_PYTHON = "3.11"
NEXT_PYTHON, NEXT_DJANGO = "3.13", "django ~=6.1.0"
WANTED = re.compile(
    r"^# (?P<name>[a-z0-9.-]+)(?P<extras>\[[a-z0-9,]+\])? ?(?P<range>[=~<>!][^:]*)?: (?!needed by )"
)
RUNTIME, DEVELOPMENT = Path("requirements.txt"), Path("requirements-dev.txt")

RUNTIME_HEAD = """\
# What the site runs on, each with what it is for, pinned and with the hashes of all its files.
# To read it: grep -v -- --hash requirements.txt. To refresh it: make requirements.
"""
DEVELOPMENT_HEAD = """\
# What the tests and the checks need besides what the site runs on, in the same form.
# To read it: grep -v -- --hash requirements-dev.txt. To refresh it: make requirements.

-r requirements.txt
"""
NEXT_HEAD = "# The next Django, not installed from here: make test-next puts it in the place of the one in requirements.txt.\n"


def main():
    """Resolve both files and the next Django, then write the files."""
    runtime_wanted, development_wanted = wanted_in(RUNTIME), wanted_in(DEVELOPMENT)
    runtime = resolve(runtime_wanted)
    development = resolve(development_wanted, together_with=runtime)
    others = {name: package for name, package in {**runtime, **development}.items() if name != "django"}
    next_wanted = {**runtime_wanted, **development_wanted, "django": {"spec": NEXT_DJANGO}}
    next_django = resolve(next_wanted, together_with=others, python=NEXT_PYTHON)["django"]

    RUNTIME.write_text(f"{RUNTIME_HEAD}\n{listing(runtime, runtime_wanted)}")
    only_development = {name: package for name, package in development.items() if name not in runtime}
    next_lines = "".join(f"# {line}\n" for line in pin("django", next_django).splitlines())
    listed = listing(only_development, development_wanted)
    DEVELOPMENT.write_text(f"{DEVELOPMENT_HEAD}\n{listed}\n{NEXT_HEAD}{next_lines}")
    print(f"{len(runtime)} packages in {RUNTIME}, {len(only_development)} more in {DEVELOPMENT}.")
    print("Now run: make test test-next")


def wanted_in(path):
    """Return what the comment lines of a requirements file ask for, by package name."""
    found = {}
    for line in path.read_text().splitlines():
        match = WANTED.match(line)
        if match:
            name, extras, versions = match["name"], match["extras"] or "", match["range"] or ""
            found[name] = {"spec": f"{name}{extras}{versions}", "extras": extras, "comment": line}
    return found


def resolve(wanted, together_with=None, python=OLDEST_PYTHON):
    """Ask the index for the newest versions that fit, and return name -> version, marker, hashes and who needs it."""
    with tempfile.TemporaryDirectory() as folder:
        asked, fixed = Path(folder, "asked.in"), Path(folder, "fixed.txt")
        asked.write_text("".join(f"{item['spec']}\n" for item in wanted.values()))
        fixed.write_text(
            "".join(f"{name}=={package['version']}\n" for name, package in (together_with or {}).items())
        )
        command = "-m uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --upgrade"
        arguments = [*command.split(), "--python-version", python, "--constraint", fixed, asked]
        answer = subprocess.run(
            [sys.executable, *arguments], check=True, stdout=subprocess.PIPE, text=True
        ).stdout
    return packages_in(answer)


def packages_in(resolution):
    """Read the resolver's answer."""
    packages, package = {}, None
    for line in resolution.splitlines():
        pinned = re.match(r"^([a-z0-9.-]+)==([^ ;]+)(?: *; *(.+?))? *\\?$", line)
        if pinned:
            name, version, marker = pinned.groups()
            package = packages[name] = {"version": version, "marker": marker, "hashes": [], "needed_by": []}
        elif "--hash=" in line:
            package["hashes"].append(line.strip().removesuffix("\\").strip())
        elif match := re.match(r"^ +#(?: via |   )([a-z0-9-]+)$", line):
            package["needed_by"].append(match[1])
    return packages


def listing(packages, wanted):
    """Write packages as requirements: first the wanted ones in the order of their file, then what those need."""
    entries = []
    for name, item in wanted.items():
        entries.append(f"{item['comment']}\n{pin(name, packages[name], item['extras'])}")
    for name, package in packages.items():
        if name not in wanted:
            entries.append(f"# {name}: needed by {', '.join(package['needed_by'])}\n{pin(name, package)}")
    return "\n".join(entries)


def pin(name, package, extras=""):
    """Write one requirement with its hashes, one a line."""
    marker = f" ; {package['marker']}" if package["marker"] else ""
    return " \\\n    ".join([f"{name}{extras}=={package['version']}{marker}", *package["hashes"]]) + "\n"


if __name__ == "__main__":
    main()
