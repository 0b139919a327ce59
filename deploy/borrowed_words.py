"""Words of Django whose own Arabic is missing or faulty: listed, so that gathering messages keeps them in our catalogues.

Nothing imports this file. A catalogue of the project goes before those of Django.
"""
# ruff: noqa: E501 - sentences as they stand in Django

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext, pgettext

COUNT = 1

WORDS = (
    _("English"),
    _("Arabic"),
    _("Urdu"),
    _("Added “%(object)s”."),
    _("Changed “%(object)s” — %(changes)s"),
    _("Deleted “%(object)s.”"),
    _("Added {name} “{object}”."),
    _("Changed {fields} for {name} “{object}”."),
    _("Changed {fields}."),
    _("Deleted {name} “{object}”."),
    _("No fields changed."),
    _("Hold down “Control”, or “Command” on a Mac, to select more than one."),
    _("The {name} “{obj}” was added successfully."),
    _("You may edit it again below."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    _("Items must be selected in order to perform actions on them. No items have been changed."),
    _("Successfully deleted %(count)d %(items)s."),
    _("Delete selected %(verbose_name_plural)s"),
    _("Add another %(verbose_name)s"),
    _("Add another %(model)s"),
    _("Change selected %(model)s"),
    _("Delete selected %(model)s"),
    _("View selected %(model)s"),
    _("Select %s to change"),
    _("Select %s to view"),
    _("Select all %(total_count)s %(module_name)s"),
    _("Save and add another"),
    _("Save and continue editing"),
    _("Save as new"),
    _("Save and view"),
    _("View"),
    _("History"),
    _("Change history: %s"),
    _("Models in the %(name)s application"),
    _("%(app)s administration"),
    ngettext("entry", "entries", COUNT),
    _("This object doesn’t have a change history. It probably wasn’t added via this admin site."),
    _("You don’t have permission to view or edit anything."),
    _(
        "Deleting the %(object_name)s '%(escaped_object)s' would result in deleting related objects, but your account doesn't have permission to delete the following types of objects:"
    ),
    _(
        "Deleting the %(object_name)s '%(escaped_object)s' would require deleting the following protected related objects:"
    ),
    _(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? All of the following related items will be deleted:'
    ),
    _(
        "Deleting the selected %(objects_name)s would result in deleting related objects, but your account doesn't have permission to delete the following types of objects:"
    ),
    _(
        "Deleting the selected %(objects_name)s would require deleting the following protected related objects:"
    ),
    _(
        "Are you sure you want to delete the selected %(objects_name)s? All of the following objects and their related items will be deleted:"
    ),
    _(
        "Deleting %(class_name)s %(instance)s would require deleting the following protected related objects: %(related_objects)s"
    ),
    _("Yes, I’m sure"),
    _("No, take me back"),
    _("Delete?"),
    _("After you’ve created a user, you’ll be able to edit more user options."),
    _(
        "You are authenticated as %(username)s, but are not authorized to access this page. Would you like to login to a different account?"
    ),
    _(
        "Please enter the correct %(username)s and password for a staff account. Note that both fields may be case-sensitive."
    ),
    _("Log in"),
    _("Log in again"),
    _("Thanks for spending some quality time with the web site today."),
    _("Welcome,"),
    _("View site"),
    _("Unknown content"),
    _("Currently:"),
    _("Change:"),
    _(
        "Please enter your old password, for security’s sake, and then enter your new password twice so we can verify you typed it in correctly."
    ),
    _("Your password was changed."),
    _("Add %(name)s"),
    _("Add"),
    _("Model name"),
    _("Add link"),
    _("Change or view list link"),
    _("Select this object for an action - {}"),
    _("Select all objects on this page for an action"),
    _("Filter"),
    _("Clear all filters"),
    _("Breadcrumbs"),
    _("April"),
    _("apr"),
    pgettext("abbrev. month", "April"),
    _("%s KB"),
    _("%s MB"),
    _("%s GB"),
    _("superuser status"),
    _("staff status"),
    _("Designates whether the user can log into this admin site."),
    _("Designates that this user has all permissions without explicitly assigning them."),
    _(
        "Designates whether this user should be treated as active. Unselect this instead of deleting accounts."
    ),
    _("Specific permissions for this user."),
    _("Password-based authentication"),
    _("Enabled"),
    _("Disabled"),
    _(
        "Whether the user will be able to authenticate using a password or not. If disabled, they may still be able to authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    _("Enable password-based authentication for this user by setting a password."),
    _("Please enter a correct %(username)s and password. Note that both fields may be case-sensitive."),
    ngettext(
        "This password is too short. It must contain at least %(min_length)d character.",
        "This password is too short. It must contain at least %(min_length)d characters.",
        COUNT,
    ),
    ngettext(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
        COUNT,
    ),
    _("This field cannot be null."),
    _("%(model_name)s with this %(field_label)s already exists."),
    _("%(model_name)s with this %(field_labels)s already exists."),
    _("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    _("Enter a valid date."),
    _("Enter a valid time."),
    _("Enter a valid URL."),
)
