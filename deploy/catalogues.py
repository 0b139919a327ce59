"""Compile the message catalogues of locale/ with Babel, so that neither running nor testing the site needs gettext.

A catalogue with a faulty message, such as a wrong number of plural forms, is refused with its line, and the old one stays in use.
"""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


def main():
    """Compile each catalogue that is newer than its compiled form."""
    faults = []
    for source in sorted(Path("locale").glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime_ns <= source.stat().st_mtime_ns:
            faults += compile_catalogue(source, compiled)
    if faults:
        sys.exit("\n".join(faults))


def compile_catalogue(source, compiled):
    """Write the compiled form of one catalogue, or return its faults."""
    try:
        with source.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except (PoFileError, ValueError) as fault:
        return [f"{source}: {fault}"]
    # Without a language Babel takes a catalogue for a template and leaves its plural rule out.
    catalogue.locale = source.parent.parent.name
    faults = [
        f"{source}:{message.lineno}: {fault}"
        for message in catalogue
        for fault in faults_of(message, catalogue)
    ]
    if faults:
        return faults
    beside = compiled.with_suffix(".mo.new")  # a run that is stopped here leaves the old catalogue whole
    with beside.open("wb") as file:
        write_mo(file, catalogue)  # without the messages marked fuzzy: they are guesses
    beside.replace(compiled)
    return []


def faults_of(message, catalogue):
    """Return what is wrong with one translation; one that is missing altogether is not wrong."""
    if message.pluralizable and any(message.string) and not all(message.string):
        return [f"all {catalogue.num_plurals} plural forms are needed, and some are empty"]
    return message.check(catalogue)


if __name__ == "__main__":
    main()
