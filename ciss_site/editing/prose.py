"""The editor of formatted text, as it works under a strict content security policy."""

import json

from django.forms import Script
from django_prose_editor.widgets import ProseEditorWidget, prose_editor_admin_media
from js_asset import Media


class ProseWidget(ProseEditorWidget):
    """A textarea that becomes an editor; without scripts it stays a textarea of HTML."""

    @property
    def media(self):
        return prose_editor_admin_media + Media(js=[Script("js/admin/prose.js", type="module")])

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        own = context["widget"]["attrs"]
        own.pop(f"data-django-prose-editor-{self.preset}", None)
        own["data-prose"] = json.dumps(self.get_config()["extensions"], separators=(",", ":"))
        return context


def with_nonce(media, request):
    """Return the media of a form with the nonce of this answer: the editor's import map is an inline script."""
    return Media.from_media(media, nonce=str(request.csp_nonce))
