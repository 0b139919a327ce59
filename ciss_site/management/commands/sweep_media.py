"""`manage.py sweep_media`: finds stored files without rows and rows without files, and mends with --fix."""

from collections import Counter
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError

from ciss_site.mending import mend
from ciss_site.sweeping import Sweep


class Command(BaseCommand):
    """Compare every stored file with every row."""

    help = (
        "Compares every stored file with every record: files that no record needs, pictures and documents that are "
        "missing, empty folders. --fix mends: it deletes what nobody needs, has missing sizes made anew, and makes the "
        "largest size left the original. It ends with 1 when something is wrong that was not mended, or that a person has "
        "to mend; with 0 otherwise. It may be interrupted and repeated, while the site is running too."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--fix", action="store_true", help="Mend what can be mended.")
        parser.add_argument(
            "--older-than",
            type=int,
            default=60,
            metavar="MINUTES",
            help="Leave files alone that are younger: their upload may still be running (60 unless said). "
            "0 only while neither the site nor the worker runs.",
        )
        parser.add_argument(
            "--however-many",
            action="store_true",
            help="Mend also where more than half is missing or unknown, as it would be with the wrong store or database.",
        )

    def handle(self, *args, fix: bool, older_than: int, however_many: bool, **options) -> None:
        if older_than < 0:
            raise CommandError("--older-than takes the minutes since a file was made: 0 or more.")
        sweep = Sweep(timedelta(minutes=older_than))
        wrong, left = Counter(), 0
        for batch in sweep.batches():
            for found in batch:
                wrong[found.kind] += 1
            # Before mending: they tell of the row as it was.
            sentences = [found.sentence() for found in batch]
            outcomes = mend(batch, however_many) if fix and batch else [None] * len(batch)
            for sentence, outcome in zip(sentences, outcomes, strict=True):
                self.stdout.write(f"{sentence} {outcome.sentence}" if outcome else sentence)
                left += outcome is None or outcome.for_a_person
        self.say_all(sweep, wrong, older_than)
        self.end(fix, wrong, left)

    def say_all(self, sweep: Sweep, wrong: Counter, older_than: int) -> None:
        """Print what was looked at and how much of it was wrong."""
        if sweep.strange:
            self.stdout.write(f"Of nobody here, left alone: {', '.join(sweep.strange)}.")
        if sweep.young:
            self.stdout.write(
                f"Younger than {older_than} minutes and in no record, left alone: {sweep.young}."
            )
        self.stdout.write(
            f"Compared: {sweep.records} records with a file, {sweep.files} files in their place."
        )
        for kind, count in wrong.items():
            self.stdout.write(f"{kind.value}: {count}")

    def end(self, fix: bool, wrong: Counter, left: int) -> None:
        """Say how it ends, with 1 where somebody has to know."""
        if not wrong:
            self.stdout.write("Nothing is wrong.")
        elif not left:
            self.stdout.write("Everything was mended.")
        elif fix:
            raise CommandError(f"Left for a person: {left}. The lines above say what to do.")
        else:
            raise CommandError(f"Wrong: {left}. To mend what can be mended: manage.py sweep_media --fix")
