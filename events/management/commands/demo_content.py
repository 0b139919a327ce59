"""Write the demonstration: two real reports, the staff, the institutions, pages and drawn pictures."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from events.demo.albums import write_albums
from events.demo.institutions import write_institutions
from events.demo.moscow import write_visit
from events.demo.pages import write_pages
from events.demo.people import write_people
from events.demo.roundtable import write_roundtable
from events.demo.samples import write_samples
from events.demo.topics import write_topics
from events.demo.writing import Writer, demonstration_account


class Command(BaseCommand):
    """Write what is missing of the demonstration. What is there already stays as it is."""

    help = "Writes the demonstration content in both languages; what is there already stays as it is."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--sample",
            type=int,
            default=0,
            metavar="N",
            help="Write N further events, invented and marked as samples.",
        )
        parser.add_argument(
            "--without-pictures", action="store_true", help="Draw no pictures and write no albums."
        )

    def handle(self, *args, sample: int, without_pictures: bool, **options) -> None:
        if sample < 0:
            raise CommandError(f"--sample is {sample}. Give the number of sample events to write, 0 or more.")
        writer = Writer(demonstration_account())
        try:
            with transaction.atomic():
                write_all(writer, sample, not without_pictures)
        except BaseException:
            writer.forget_pictures()
            raise
        for sentence in writer.report():
            self.stdout.write(sentence)


def write_all(writer: Writer, sample: int, pictures: bool) -> None:
    """Write all subjects in the order in which they refer to each other."""
    topics = write_topics(writer)
    institutions = write_institutions(writer)
    people = write_people(writer, institutions, topics)
    visit, _is_new = write_visit(writer, institutions, people, topics)
    roundtable, _is_new = write_roundtable(writer, institutions, people, topics)
    write_pages(writer)
    if pictures:
        write_albums(writer, visit, roundtable)
    write_samples(writer, sample, topics, pictures)
