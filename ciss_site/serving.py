"""Handing out stored files: only after a view has asked whether the record may be seen."""

from django.http import FileResponse, Http404, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, quote_etag
from django.utils.text import get_valid_filename

from ciss_site.images import PictureFile
from ciss_site.images.recipe import CONTENT_TYPES

SANDBOX = "default-src 'none'; sandbox"


def picture_response(request, picture: PictureFile, rendition: str) -> HttpResponseBase:
    """Return a rendition of the picture by its name (``640.avif``), or 404 when there is none of that name."""
    stored = picture.stored_name(rendition) if picture else ""
    if not stored:
        raise Http404
    return _file_response(request, picture.storage, stored, CONTENT_TYPES[rendition.rpartition(".")[2]])


def original_response(request, picture: PictureFile, name: str) -> HttpResponseBase:
    """Return the clean original as a download; ``name`` is what it is saved as, without an ending."""
    if not picture:
        raise Http404
    response = _file_response(request, picture.storage, picture.name, "image/jpeg")
    return _as_download(response, f"{name}.jpg")


def document_response(request, file, title: str) -> HttpResponseBase:
    """Return a stored document as a download named after its title."""
    ending = file.name.rpartition(".")[2]
    response = _file_response(request, file.storage, file.name, "application/octet-stream")
    return _as_download(response, f"{get_valid_filename(title) or 'document'}.{ending}")


def _as_download(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _file_response(request, storage, name: str, content_type: str) -> HttpResponseBase:
    # A stored name is never given twice, so it is its own version; a cache asks again each time, because
    # the record may have been withdrawn since.
    etag = quote_etag(name)
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponseNotModified()
    else:
        try:
            response = FileResponse(storage.open(name), content_type=content_type)
        except FileNotFoundError as error:
            raise Http404 from error
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    patch_cache_control(response, no_cache=True)
    return response
