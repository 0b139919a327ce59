"""The state of each language of a record: what stands beside its form, and the buttons that change it."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ciss_site.editing.records import DeskAdmin
from ciss_site.languages import REGISTRY, Language, codes, column, words_in
from ciss_site.publishing import Publishable, State

BUTTON = "_state"  # the name of every state button; its value is "<what>:<language>"
WHEN = "_publish_at"  # the name of the input of a time to come, followed by _<language>

PUBLISH, SCHEDULE, REVIEW, WITHDRAW, ARCHIVE = "publish", "schedule", "review", "withdraw", "archive"
WORDS = {
    PUBLISH: _("Publish"),
    SCHEDULE: _("Publish at this time"),
    REVIEW: _("Send to review"),
    WITHDRAW: _("Back to draft"),
    ARCHIVE: _("Archive"),
}
DONE = {
    PUBLISH: _("%(language)s is published."),
    SCHEDULE: _("%(language)s is published at the time given."),
    REVIEW: _("%(language)s is sent to review."),
    WITHDRAW: _("%(language)s is a draft again. The public no longer sees it."),
    ARCHIVE: _("%(language)s is archived. The public no longer sees it."),
}
OFFERED = {
    State.DRAFT: (PUBLISH, SCHEDULE, REVIEW),
    State.REVIEW: (PUBLISH, SCHEDULE, WITHDRAW),
    State.PUBLISHED: (WITHDRAW, ARCHIVE),
    State.ARCHIVED: (PUBLISH, SCHEDULE, WITHDRAW),
}
WITHOUT_PUBLISH_RIGHT = {(State.DRAFT, REVIEW), (State.REVIEW, WITHDRAW)}


@dataclass(frozen=True)
class LanguageState:
    """What the form's panel shows of one language."""

    language: Language
    label: str
    state: str
    at: datetime | None
    by: object | None
    buttons: list[tuple[str, str]]
    may_schedule: bool
    when_name: str
    url: str

    @property
    def is_scheduled(self) -> bool:
        """Whether it is to become public at a time still to come."""
        return self.state == "scheduled"


def offered(record: Publishable, code: str, may_publish: bool) -> list[str]:
    """Return what may be done now with one language of the record."""
    state = State(record.state_in(code))
    offers = OFFERED[state]
    if record.is_scheduled_in(code):
        offers = (PUBLISH, SCHEDULE, WITHDRAW)
    return [what for what in offers if may_publish or (state, what) in WITHOUT_PUBLISH_RIGHT]


def address_in(record: Publishable, code: str) -> str:
    """Return the record's address in that language, or nothing while it has none."""
    if not record.pk:
        return ""
    try:
        return record.url_in(code)
    except NoReverseMatch:
        return ""


def state_badge(record: Publishable, code: str):
    """Return the state of one language as a small mark: the language in itself, and the state in words."""
    kind = "scheduled" if record.is_scheduled_in(code) else record.state_in(code)
    words = gettext("Scheduled") if kind == "scheduled" else State(kind).label
    row = REGISTRY[code]
    return format_html(
        '<span class="state-badge is-{}"><bdi lang="{}" dir="{}">{}</bdi> {}</span>',
        kind,
        row.code,
        row.direction,
        row.name,
        words,
    )


class PublishableAdmin(DeskAdmin):
    """The admin of a record with a page of its own in each language."""

    change_form_template = "admin/publishable_change_form.html"

    # The list ---------------------------------------------------------------------------------

    @admin.display(description=_("state"))
    def states(self, record):
        """Show the state of each language."""
        return format_html_join(" ", "{}", ((state_badge(record, code),) for code in codes()))

    # The form ---------------------------------------------------------------------------------

    def may_publish(self, request) -> bool:
        """Say whether this user may publish records of this kind."""
        return request.user.has_perm(f"{self.opts.app_label}.publish_{self.opts.model_name}")

    def get_queryset(self, request):
        records = super().get_queryset(request)
        if getattr(request.resolver_match, "url_name", "").endswith("_change"):
            return records.select_related(*(column("published_by", code) for code in codes()))
        return records

    def save_model(self, request, obj, form, change):
        if not change:
            obj.source_language = self._language_written(obj)
        super().save_model(request, obj, form, change)

    def _language_written(self, record) -> str:
        """Return the language a new record was written in: the one said, unless only another has a title."""
        written = [code for code in codes() if words_in(record, record.title_field, code)]
        said = record.source_language
        return said if said in written or not written else written[0]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        may_change = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        if may_change and not context["is_popup"]:
            record = self.model._default_manager.get(pk=obj.pk) if context["errors"] and obj else obj
            context["language_states"] = self.language_states(request, record or self.model())
            context["state_button"] = BUTTON
        return super().render_change_form(request, context, add, change, form_url, obj)

    def language_states(self, request, record) -> list[LanguageState]:
        """Return what the panel shows, one row a language."""
        may_publish = self.may_publish(request)
        return [self._language_state(record, code, may_publish) for code in codes()]

    def _language_state(self, record, code, may_publish) -> LanguageState:
        kind = "scheduled" if record.is_scheduled_in(code) else record.state_in(code)
        offers = offered(record, code, may_publish)
        return LanguageState(
            language=REGISTRY[code],
            label=gettext("Scheduled") if kind == "scheduled" else State(kind).label,
            state=kind,
            at=record.published_at_in(code),
            by=getattr(record, column("published_by", code)),
            buttons=[(f"{what}:{code}", WORDS[what]) for what in offers if what != SCHEDULE],
            may_schedule=SCHEDULE in offers,
            when_name=f"{WHEN}_{code}",
            url=address_in(record, code),
        )

    # The buttons ------------------------------------------------------------------------------

    def response_add(self, request, obj, post_url_continue=None):
        return self._change_state(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._change_state(request, obj) or super().response_change(request, obj)

    def _change_state(self, request, record):
        """Do what a state button says, after what was typed has been saved; stay on the form."""
        what, _colon, code = request.POST.get(BUTTON, "").partition(":")
        if what not in WORDS or code not in codes():
            return None
        if what not in offered(record, code, self.may_publish(request)):
            raise PermissionDenied
        try:
            self._do(what, record, code, request)
        except ValidationError as refusal:
            saved = gettext("What was typed is saved, and the state is as before.")
            messages.error(request, " ".join([*refusal.messages, saved]))
        else:
            said = DONE[what] % {"language": REGISTRY[code].name}
            self.log_change(request, record, said)
            messages.success(request, said)
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])
        )

    def _do(self, what: str, record: Publishable, code: str, request) -> None:
        if what == PUBLISH:
            record.publish(code, by=request.user)
        elif what == SCHEDULE:
            when = moment(request.POST.get(f"{WHEN}_{code}", ""))
            record.publish(code, by=request.user, at=when)
        elif what == REVIEW:
            record.send_to_review(code)
        elif what == WITHDRAW:
            record.withdraw(code)
        else:
            record.archive(code)


def moment(typed: str) -> datetime:
    """Return the time typed, in the office's zone. Raises ``ValidationError`` with what to do."""
    sentence = _("Say when it is to be published: choose the day and the time, then press the button again.")
    field = forms.DateTimeField(error_messages={"required": sentence, "invalid": sentence})
    return field.clean(typed)
