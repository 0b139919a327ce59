"""Fields with words in each language: side by side, each input with its own language and direction."""

from django.utils.html import format_html
from django.utils.text import capfirst

from ciss_site.languages import REGISTRY, Language, columns, normalise


class LanguageLabel(str):
    """The label of an input for one language: plain text for logs, marked up on a page."""

    field_name: str
    language: Language

    def __new__(cls, field_name: str, language: Language):
        label = super().__new__(cls, f"{field_name} – {language.name}")
        label.field_name, label.language = field_name, language
        return label

    def __html__(self) -> str:
        row = self.language
        return format_html(
            '{} <bdi class="language" lang="{}" dir="{}">{}</bdi>',
            self.field_name,
            row.code,
            row.direction,
            row.name,
        )


def translated_names(model) -> set[str]:
    """Return the names of the fields that hold words in each language."""
    return {
        field.translated_field.name
        for field in model._meta.get_fields()
        if hasattr(field, "translated_field")
    }


def side_by_side(names, translated: set[str]) -> list:
    """Return form lines in which each translated field is a line of its columns."""
    return [tuple(columns(name)) if name in translated else name for name in names]


class LanguagePanes:
    """Mixin of an admin or inline: write a translated field by its name, and its inputs stand side by side."""

    def get_fieldsets(self, request, obj=None):
        translated = translated_names(self.model)
        return [
            (name, {**options, "fields": side_by_side(options["fields"], translated)})
            for name, options in self.declared_fieldsets(request, obj)
        ]

    def declared_fieldsets(self, request, obj=None):
        """Return the fieldsets as the admin or inline declares them."""
        return super().get_fieldsets(request, obj)

    def get_exclude(self, request, obj=None):
        return [*(super().get_exclude(request, obj) or ()), *sorted(translated_names(self.model))]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        original = getattr(db_field, "translated_field", None)
        if field is not None and original is not None:
            language = REGISTRY[normalise(db_field.language)]
            field.required = False
            field.label = LanguageLabel(capfirst(str(original.verbose_name)), language)
            field.widget.attrs.update(lang=language.code, dir=language.direction)
        return field
