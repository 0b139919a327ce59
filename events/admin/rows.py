"""Rows of what belongs to an event or to one of its meetings: who took part, what was promised."""

from ciss_site.constraints import OF_ANOTHER_EVENT
from ciss_site.editing import DeskFormSet, RowsInline, sentence_of
from events.models import Event, FollowUp, Meeting, Participation


class RowsOfEvent(DeskFormSet):
    """Rows that belong to an event, edited on its form or on the form of one of its meetings."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        if isinstance(self.instance, Meeting):
            form.instance.event = self.instance.event
        return form


class ParticipationFormSet(RowsOfEvent):
    """Who took part: a new row takes rank, post and institution of that day from the person's record."""

    only_once = (
        (
            ("meeting", "person", "role"),
            "person",
            sentence_of(Participation, "events_participation_once"),
        ),
    )

    def save_new(self, form, commit=True):
        participation = super().save_new(form, commit=False)
        participation.remember_post()
        if commit:
            participation.save()
            form.save_m2m()
        return participation


class OfEventInline(RowsInline):
    """Rows whose meeting is one of the event's own."""

    formset = RowsOfEvent

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        if "meeting" in formset.form.base_fields:
            offer_own_meetings(formset.form.base_fields["meeting"], obj)
        return formset

    def get_fields(self, request, obj=None):
        """On a meeting's form the meeting needs no choosing."""
        if self.parent_model is Event:
            return self.fields
        lines = [
            tuple(name for name in line if name != "meeting") if isinstance(line, tuple) else line
            for line in self.fields
        ]
        return [line for line in lines if line != "meeting"]


def offer_own_meetings(field, event, but=None) -> None:
    """Limit a choice of meetings to those of the event (``but`` one), asked for once for all rows."""
    own = Meeting.objects.filter(event=event).exclude(pk=but and but.pk) if event else Meeting.objects.none()
    field.queryset = own
    field.choices = [
        ("", "–"),
        *((meeting.pk, str(meeting)) for meeting in own.select_related("institution")),
    ]
    field.error_messages["invalid_choice"] = OF_ANOTHER_EVENT
    field.widget.can_add_related = field.widget.can_change_related = False


class ParticipationInline(OfEventInline):
    """Who took part, in the post of that day."""

    model = Participation
    formset = ParticipationFormSet
    autocomplete_fields = ("person", "institution")
    form_related = ("person", "institution")
    refused_at = {
        "events_participation_says_who": "person",
        "events_participation_once": "person",
        "events_participation_same_event": "meeting",
    }
    fields = (
        ("person", "institution"),
        ("meeting", "side", "role", "order"),
        "who",
        "title_at_the_time",
        "honorific_at_the_time",
        "talk_title",
    )


class FollowUpInline(OfEventInline):
    """What was promised."""

    model = FollowUp
    autocomplete_fields = ("person", "institution", "agreement")
    form_related = ("person", "institution", "agreement")
    show_change_link = True
    refused_at = {"events_followup_same_event": "meeting"}
    fields = (
        "what",
        ("kind", "strength", "state", "waiting_on"),
        ("person", "institution"),
        ("meeting", "agreement"),
        ("due_on", "due_precision"),
        "due_words",
    )
