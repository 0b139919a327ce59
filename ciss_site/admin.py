"""The desk of the ground floor: plain pages, topics and accounts."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.utils.translation import gettext_lazy as _

from ciss_site.editing import DeskAdmin, PublishableAdmin, state_filters
from ciss_site.languages import any_words, columns
from ciss_site.models import Page, Topic, User


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    """About, contact, privacy, accessibility."""

    desk_order = 10
    list_display = ("__str__", "slug", "states", "changed_at")
    list_filter = state_filters()
    search_fields = ("title", "slug")
    ordering = ("slug",)
    fieldsets = (
        (None, {"fields": ("title", "body")}),
        (_("Address and language"), {"fields": (("slug", "source_language"),)}),
    )


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    """Themes and regions."""

    desk_order = 20
    list_display = ("__str__", "kind", "slug")
    list_filter = ("kind",)
    search_fields = ("name",)
    ordering = ("kind", "slug")
    prepopulated_fields = {"slug": columns("name")[:1]}
    fieldsets = ((None, {"fields": ("name", ("kind", "slug"))}),)
    quick_fieldsets = fieldsets
    refused_at = {"ciss_site_topic_slug_ascii": "slug"}

    def tell_apart(self, topic):
        """Say which kind of topic it is."""
        return topic.get_kind_display() if any_words(topic, "name") else ""


class PasswordForAnother(AdminPasswordChangeForm):
    """A password that somebody gives to somebody else: it lets in once."""

    def save(self, commit=True):
        user = super().save(commit=False)
        user.must_change_password = user.has_usable_password()
        if commit:
            user.save()
        return user


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts at the desk."""

    list_display = ("username", "first_name", "last_name", "email", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_active", "groups")
    fieldsets = (
        (None, {"fields": ("username", "password", "must_change_password")}),
        (_("Person"), {"fields": (("first_name", "last_name"), "email")}),
        (_("Rights"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")
    change_password_form = PasswordForAnother

    def save_model(self, request, obj, form, change):
        """A password given by somebody else lets in once."""
        if not change:
            obj.must_change_password = obj.has_usable_password()
        super().save_model(request, obj, form, change)
