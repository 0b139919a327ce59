"""Choosing a record by typing a few letters of its name, in any language."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)

from ciss_site.editing.panes import translated_names
from ciss_site.languages import columns


class Known:
    """Mixin of an autocomplete widget: records the form has loaded already are not asked for again."""

    known: dict = {}

    def optgroups(self, name, value, attr=None):
        selected = {str(one) for one in value} - {"", "None"}
        if not selected <= self.known.keys():
            return super().optgroups(name, value, attr)
        options = [self.create_option(name, pk, str(self.known[pk]), True, 0) for pk in sorted(selected)]
        if not self.is_required and not self.allow_multiple_selected:
            options.insert(0, self.create_option(name, "", "", False, 0))
        return [(None, options, 0)]


class KnownSelect(Known, AutocompleteSelect):
    """One record, found by typing."""


class KnownSelectMultiple(Known, AutocompleteSelectMultiple):
    """Several records, found by typing."""


def remember_loaded(form) -> None:
    """Hand each autocomplete widget of ``form`` the records that its instance has loaded."""
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, KnownSelectMultiple):
            chosen = form.initial.get(name) or []
            widget.known = {str(one.pk): one for one in chosen if hasattr(one, "pk")}
        elif isinstance(widget, KnownSelect) and form.instance._meta.get_field(name).is_cached(form.instance):
            record = getattr(form.instance, name)
            widget.known = {str(record.pk): record} if record else {}


class FoundByTyping:
    """Mixin of an admin or inline: its ``autocomplete_fields`` know what is loaded; it is searched in every language."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", KnownSelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            widget = KnownSelectMultiple(db_field, self.admin_site, using=kwargs.get("using"))
            kwargs.setdefault("widget", widget)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A chosen record can be changed and a missing one created from here; deleting is done on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def get_search_fields(self, request):
        return in_every_language(self.model, self.search_fields)


def in_every_language(model, lookups) -> list[str]:
    """Return search lookups in which each translated field, own or of a related record, is all its columns."""
    found = []
    for lookup in lookups:
        owner, name = model, lookup
        *path, name = lookup.split("__")
        for step in path:
            owner = owner._meta.get_field(step).related_model
        prefix = "".join(f"{step}__" for step in path)
        names = columns(name) if name in translated_names(owner) else [name]
        found += [prefix + one for one in names]
    return found


class FoundView(AutocompleteJsonView):
    """What was found: each record with what tells it from its namesakes."""

    def serialize_result(self, obj, to_field_name):
        found = super().serialize_result(obj, to_field_name)
        describe = getattr(self.model_admin, "tell_apart", None)
        apart = describe(obj) if describe else ""
        return {**found, "text": f"{found['text']} ({apart})" if apart else found["text"]}
