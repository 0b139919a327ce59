"""`manage.py remake_renditions`: have the worker make pictures anew, after their sizes or formats have changed."""

from django.core.management.base import BaseCommand

from ciss_site.images.waiting import count_waiting, mark_outdated


class Command(BaseCommand):
    """Set waiting what was made by another recipe. Pages go on showing the files there are until the new ones stand."""

    help = (
        "Has the worker make anew what was made by another recipe of widths, formats and crops; --all: everything. Pages "
        "show the files there are until the new ones stand."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--all", action="store_true", help="Everything, whatever it was made by.")

    def handle(self, *args, **options) -> None:
        marked = mark_outdated(everything=options["all"])
        self.stdout.write(f"Set waiting: {marked}. Waiting now: {count_waiting()}.")
        self.stdout.write("The worker makes them; where none runs: manage.py make_renditions")
