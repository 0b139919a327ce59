"""The editor of formatted text, as it works under a strict content security policy."""

import json
from functools import cache

from django import forms
from django_prose_editor.config import expand_extensions
from django_prose_editor.widgets import ProseEditorWidget, prose_editor_admin_media
from js_asset import Media, Script

from ciss_site.richtext import EXTENSIONS

PARTS = {"ListItem": True, "TableRow": True, "TableHeader": True, "TableCell": True}


@cache
def editor_extensions() -> str:
    """Return, as JSON, the allowlist's extensions with the parts they are made of."""
    chosen = {**EXTENSIONS, **PARTS}
    # The editor knows these protocols by itself; told so for each text of a form, it complains of hearing it again.
    chosen["Link"] = {key: value for key, value in chosen["Link"].items() if key != "protocols"}
    return json.dumps(expand_extensions(chosen), separators=(",", ":"))


class ProseWidget(ProseEditorWidget):
    """A textarea that becomes an editor; without scripts it stays a textarea of HTML."""

    @property
    def media(self):
        return prose_editor_admin_media + Media(js=[Script("js/admin/prose.js", type="module")])

    def get_context(self, name, value, attrs):
        context = forms.Textarea.get_context(self, name, value, attrs)
        context["widget"]["attrs"]["data-prose"] = editor_extensions()
        return context


def with_nonce(media, request):
    """Return the media of a form with the nonce of this answer: the editor's import map is an inline script."""
    return Media.from_media(media, nonce=str(request.csp_nonce))
