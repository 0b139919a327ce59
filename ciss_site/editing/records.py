"""The admin of a record and the inlines of what belongs to it."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminURLFieldWidget
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet

from ciss_site.editing.choosing import FoundByTyping, remember_loaded
from ciss_site.editing.files import HandsOutFiles, KeptFile
from ciss_site.editing.panes import LanguagePanes
from ciss_site.editing.prose import ProseWidget, with_nonce
from ciss_site.languages import codes, column
from ciss_site.publishing import Publishable
from ciss_site.richtext import RichTextField


def sentence_of(model, constraint_name: str) -> str:
    """Return what the model says when its constraint of that name is broken."""
    return next(one for one in model._meta.constraints if one.name == constraint_name).violation_error_message


class DeskForm(forms.ModelForm):
    """A form that says a constraint's sentence at the field which can put it right.

    ``refused_at`` gives that field for the constraint's name.
    """

    refused_at: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        remember_loaded(self)

    def _get_validation_exclusions(self):
        """Keep the states under validation, though no input shows them: constraints ask for them."""
        exclude = super()._get_validation_exclusions()
        if isinstance(self.instance, Publishable):
            exclude -= {
                column(field, code) for field in ("state", "published_at", "published_by") for code in codes()
            }
        return exclude

    def _update_errors(self, errors):
        if NON_FIELD_ERRORS in getattr(errors, "error_dict", {}):
            others = {name: found for name, found in errors.error_dict.items() if name != NON_FIELD_ERRORS}
            placed = self._broken_constraints()
            said = {str(error.message) for found in placed.values() for error in found}
            unplaced = [
                error for error in errors.error_dict[NON_FIELD_ERRORS] if str(error.message) not in said
            ]
            for name, found in {**({NON_FIELD_ERRORS: unplaced} if unplaced else {}), **others}.items():
                placed[name] = [*placed.get(name, []), *found]
            errors = ValidationError(placed)
        super()._update_errors(errors)

    def _broken_constraints(self) -> dict[str, list[ValidationError]]:
        """Ask each constraint by itself (several say the same sentence), and put its refusal at its own field."""
        placed = {}
        for constraint in self.instance._meta.constraints:
            place = self._place_of(constraint.name)
            if place not in self.fields:
                continue
            try:
                constraint.validate(type(self.instance), self.instance, self._get_validation_exclusions())
            except ValidationError as refusal:
                if not hasattr(refusal, "error_dict"):
                    placed.setdefault(place, []).extend(refusal.error_list)
        return placed

    def _place_of(self, constraint_name: str) -> str | None:
        """Return the field of a constraint: as told, else the one its name ends in (``events_event_title_en``)."""
        prefix = f"{self.instance._meta.app_label}_{self.instance._meta.model_name}_"
        return self.refused_at.get(constraint_name, constraint_name.removeprefix(prefix))


class DeskFormSet(BaseInlineFormSet):
    """Rows of an inline. ``only_once`` names what no two rows may share: (fields, the one that must be filled, sentence)."""

    only_once: tuple = ()

    def clean(self):
        super().clean()
        for fields, filled, sentence in self.only_once:
            self._refuse_doubles(fields, filled, sentence)

    def _refuse_doubles(self, fields, filled, sentence):
        seen = set()
        for form in self.forms:
            values = getattr(form, "cleaned_data", {})
            if values.get("DELETE") or not values.get(filled):
                continue
            row = tuple(values.get(field) for field in fields)
            if row in seen:
                form.add_error(filled, sentence)
            seen.add(row)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = form.fields["DELETE"].label


class OnTheDesk(LanguagePanes, FoundByTyping):
    """What admins and inlines share: languages side by side, records found by typing, files and formatted text."""

    form = DeskForm
    refused_at: dict[str, str] = {}
    formfield_overrides = {
        RichTextField: {"widget": ProseWidget},
        models.FileField: {"widget": KeptFile},
        models.URLField: {"widget": AdminURLFieldWidget, "assume_scheme": "https"},
    }


class DeskAdmin(OnTheDesk, HandsOutFiles, admin.ModelAdmin):
    """The admin of one kind of record.

    ``desk_order`` is its place among the records of its app on the first page; 0 leaves it out there.
    ``quick_fieldsets`` is the short form when it is created on the spot, from another record's form.
    """

    desk_order = 50
    quick_fieldsets = None
    view_on_site = False
    save_on_top = False
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refused_at = self.refused_at
        return form

    def is_quick(self, request, obj) -> bool:
        """Say whether the record is being created on the spot, from another record's form."""
        return obj is None and bool(self.quick_fieldsets) and "_popup" in {**request.GET, **request.POST}

    def declared_fieldsets(self, request, obj=None):
        if self.is_quick(request, obj):
            return self.quick_fieldsets
        return super().declared_fieldsets(request, obj)

    def get_inlines(self, request, obj):
        return [] if self.is_quick(request, obj) else super().get_inlines(request, obj)

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = with_nonce(context["media"], request)
        return super().render_change_form(request, context, *args, **kwargs)


class DeskInline(OnTheDesk):
    """What belongs to a record. ``form_related`` and ``form_prefetch`` are loaded with the rows."""

    formset = DeskFormSet
    extra = 0
    form_related: tuple[str, ...] = ()
    form_prefetch: tuple = ()

    def get_queryset(self, request):
        rows = super().get_queryset(request).prefetch_related(*self.form_prefetch)
        return rows.select_related(*self.form_related) if self.form_related else rows

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.refused_at = self.refused_at
        return formset


class RowsInline(DeskInline, admin.StackedInline):
    """Rows that each open into a form; what is saved stands closed, under its name."""

    template = "admin/edit_inline/rows.html"


class TableInline(DeskInline, admin.TabularInline):
    """Rows of a table, for what is short."""
