"""Files kept with a record: no address serves them as such, so the desk hands them to those who may see the record."""

from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db.models import FileField
from django.http import Http404
from django.template import loader
from django.urls import NoReverseMatch, path, reverse

from ciss_site.images import PictureFile
from ciss_site.serving import document_response, original_response, picture_response

THUMBNAIL = 320  # the width in which the desk shows a picture


def file_address(file, width: int | None = None) -> str:
    """Return the desk's address of a stored file (a picture: as JPEG, as near that width as there is), or nothing when it has none."""
    options = file.instance._meta
    try:
        address = reverse(
            f"admin:{options.app_label}_{options.model_name}_file", args=[file.instance.pk, file.field.name]
        )
    except NoReverseMatch:
        return ""
    return f"{address}?width={width}" if width else address


class KeptFile(AdminFileWidget):
    """A file input that links what is kept now; a picture is shown."""

    template_name = "admin/widgets/kept_file.html"

    def _render(self, template_name, context, renderer=None):
        """Render with the site's templates: Django's form renderer knows only those of the installed apps."""
        return loader.get_template(template_name).render(context)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if self.is_initial(value) and getattr(value, "instance", None) and value.instance.pk:
            is_picture = isinstance(value, PictureFile)
            context["address"] = file_address(value)
            context["picture"] = file_address(value, THUMBNAIL) if is_picture else ""
        return context


class HandsOutFiles:
    """Mixin of an admin: an address for each file of a record, open to those who may see the record."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_file"
        view = self.admin_site.admin_view(self.file_view)
        return [path("<path:object_id>/file/<slug:field>/", view, name=name), *super().get_urls()]

    def file_view(self, request, object_id, field):
        """Answer with a file of the record: a picture to look at, a document to save."""
        record = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        file = self._file(record, field)
        if not isinstance(file, PictureFile):
            return document_response(request, file, str(record))
        width = request.GET.get("width", "")
        rendition = file.nearest(int(width[:5])) if width.isdecimal() else ""
        return picture_response(request, file, rendition) if rendition else original_response(request, file)

    def _file(self, record, field):
        try:
            known = record is not None and isinstance(self.opts.get_field(field), FileField)
        except FieldDoesNotExist:
            known = False
        file = getattr(record, field) if known else None
        if not file:
            raise Http404
        return file
