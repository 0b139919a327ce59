"""Writing the demonstration's records: what is there already is left as an editor has it."""

from collections import Counter
from html import escape
from io import BytesIO

from django.core.files.base import ContentFile
from django.db.models import Model, Q

from ciss_site.languages import codes, column, set_words, words_in
from ciss_site.models import User
from ciss_site.richtext import from_paragraphs

ACCOUNT = "demonstration"
LANGUAGES = ("en", "ar")
JPEG_QUALITY = 92


def both(en: str, ar: str) -> dict[str, str]:
    """Return the words of one field in the two languages of the demonstration."""
    return {"en": en, "ar": ar}


def paragraphs(en: str, ar: str) -> dict[str, str]:
    """Return rich text in both languages from plain text whose blank lines part paragraphs."""
    return both(from_paragraphs(en), from_paragraphs(ar))


def sections(*parts: tuple[str, str]) -> str:
    """Return rich text from pairs of a heading and plain text; an empty heading is left out."""
    return "".join(
        (f"<h2>{escape(heading, quote=False)}</h2>" if heading else "") + from_paragraphs(text)
        for heading, text in parts
    )


def rank_of(person: Model) -> dict[str, str]:
    """Return the person's rank by language, to be kept as that of the day."""
    ranks = {code: words_in(person, "honorific", code) for code in codes()}
    return {code: rank for code, rank in ranks.items() if rank}


def demonstration_account() -> User:
    """Return the account in whose name the demonstration is published. Nobody can sign in with it."""
    account, is_new = User.objects.get_or_create(username=ACCOUNT, defaults={"is_active": False})
    if is_new:
        account.set_unusable_password()
        account.save()
    return account


class Writer:
    """Writes what is missing, leaves what is there, and counts what it wrote.

    Fields given as a dictionary are words by language: ``title=both("…", "…")``.
    """

    def __init__(self, by: User):
        self.by = by
        self.written: Counter[type[Model]] = Counter()
        self.pictures: list[Model] = []

    def publish(self, record: Model, languages=LANGUAGES, at=None) -> None:
        """Publish the record in those of the languages that the site has."""
        for code in languages:
            if code in codes():
                record.publish(code, by=self.by, at=at)

    def keep(self, model: type[Model], key: str, *, publish=(), same=None, **fields) -> tuple[Model, bool]:
        """Return the record with that address, or one the same by nature, and whether it was written just now.

        A record is the same by nature when its name is, in one of the languages; ``same`` says it otherwise.
        """
        found = model.objects.filter(Q(slug=key) | (same or self._same_name(model, fields))).order_by("pk")
        if record := found.filter(slug=key).first() or found.first():
            return record, False
        record = self.add(model, slug=key, **fields)
        self.publish(record, publish)
        return record, True

    def add(self, model: type[Model], **fields) -> Model:
        """Write a new record and return it."""
        words = {field: value for field, value in fields.items() if isinstance(value, dict)}
        record = model(**{field: value for field, value in fields.items() if field not in words})
        for field, by_language in words.items():
            set_words(record, field, **by_language)
        record.save()
        self.written[model] += 1
        return record

    def add_picture(self, model: type[Model], image, name: str, **fields) -> Model:
        """Write a new record with the drawn ``image`` as its picture, stored as JPEG."""
        buffer = BytesIO()
        image.save(buffer, "JPEG", quality=JPEG_QUALITY)
        photo = self.add(model, image=ContentFile(buffer.getvalue(), name=f"{name}.jpg"), **fields)
        self.pictures.append(photo)
        return photo

    def forget_pictures(self) -> None:
        """Take the stored pictures away again, for when the records are not kept after all."""
        for photo in self.pictures:
            photo.image.delete(save=False)

    def report(self) -> list[str]:
        """Return in sentences what was written."""
        if not self.written:
            return ["All of the demonstration is there already; nothing was changed."]
        return [
            f"Wrote {count} {model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural}."
            for model, count in self.written.items()
        ]

    def _same_name(self, model: type[Model], fields: dict) -> Q:
        field = getattr(model, "title_field", "name")
        condition = Q()
        for code, words in fields[field].items():
            if code in codes():
                condition |= Q(**{column(field, code): words})
        if "parent" in fields:
            condition &= Q(parent=fields["parent"])
        return condition
