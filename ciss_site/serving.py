"""Handing out stored files: only after a view has asked whether the record may be seen."""

from django.http import FileResponse, Http404, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, quote_etag
from django.utils.text import get_valid_filename

from ciss_site.images import PictureFile

SANDBOX = "default-src 'none'; sandbox"


def picture_response(request, picture: PictureFile, width: int) -> HttpResponseBase:
    """Return the picture at one of its stored widths, or as the original for its own width; otherwise 404."""
    if not picture:
        raise Http404
    if width == picture.width:
        return _file_response(request, picture.storage, picture.name, "image/jpeg")
    if width not in picture.widths():
        raise Http404
    return _file_response(request, picture.storage, picture.rendition_name(width), "image/webp")


def document_response(request, file, title: str) -> HttpResponseBase:
    """Return a stored document as a download named after its title."""
    ending = file.name.rpartition(".")[2]
    response = _file_response(request, file.storage, file.name, "application/octet-stream")
    name = f"{get_valid_filename(title) or 'document'}.{ending}"
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
