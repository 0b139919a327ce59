"""Handing out stored files: only after a view has asked whether the record may be seen.

``FILES_BY`` says who sends the bytes: this process (``django``), the nginx in front of it, told by a header
(``nginx``), or the object store at an address signed for a minute (``signed``). Whoever it is, each request for
one of the site's addresses comes here first.
"""

import logging

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.encoding import filepath_to_uri
from django.utils.http import content_disposition_header, parse_etags, quote_etag
from django.utils.text import get_valid_filename

from ciss_site.images import PictureFile
from ciss_site.images.recipe import CONTENT_TYPES

log = logging.getLogger(__name__)
SANDBOX = "default-src 'none'; sandbox"
INTERNAL = "/_files/"  # where deploy/nginx.conf has the folder of uploads, closed to the outside


def picture_response(request, picture: PictureFile, rendition: str) -> HttpResponseBase:
    """Return a rendition of the picture by its name (``640.avif``), or 404 when there is none of that name."""
    stored = picture.stored_name(rendition) if picture else ""
    if not stored:
        raise Http404
    return _file_response(request, picture.storage, stored, CONTENT_TYPES[rendition.rpartition(".")[2]])


def original_response(request, picture: PictureFile, name: str = "") -> HttpResponseBase:
    """Return the clean original: a download saved as ``name`` and its ending, or without a name to look at."""
    if not picture:
        raise Http404
    return _file_response(
        request, picture.storage, picture.name, "image/jpeg", save_as=f"{name}.jpg" if name else ""
    )


def document_response(request, file, title: str) -> HttpResponseBase:
    """Return a stored document as a download named after its title."""
    ending = file.name.rpartition(".")[2]
    save_as = f"{get_valid_filename(title) or 'document'}.{ending}"
    return _file_response(request, file.storage, file.name, "application/octet-stream", save_as=save_as)


def _file_response(request, storage, name: str, content_type: str, save_as: str = "") -> HttpResponseBase:
    disposition = content_disposition_header(bool(save_as), save_as or name.rpartition("/")[2])
    if settings.FILES_BY == "signed":
        return _to_the_store(storage.signed_address(name, content_type=content_type, disposition=disposition))
    # A stored name is never given twice, so it is its own version; a cache asks again each time, because
    # the record may have been withdrawn since.
    etag = quote_etag(name)
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
    else:
        try:
            response = (
                _by_nginx(storage, name) if settings.FILES_BY == "nginx" else _by_us(request, storage, name)
            )
        except FileNotFoundError as missing:
            raise Http404 from missing
        except OSError:
            log.exception("A stored file cannot be read: %s", name)
            return _out_of_reach(request)
        response["Content-Type"] = content_type
        response["Content-Disposition"] = disposition
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    patch_cache_control(response, no_cache=True)
    return response


def _by_us(request, storage, name: str) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(headers={"Content-Length": str(storage.size(name))})
    return FileResponse(storage.open(name))


def _by_nginx(storage, name: str) -> HttpResponseBase:
    if not storage.exists(name):
        raise FileNotFoundError(name)
    return HttpResponse(headers={"X-Accel-Redirect": INTERNAL + filepath_to_uri(name)})


def _to_the_store(address: str) -> HttpResponseBase:
    """Send the reader on. The answer is kept by nobody, so that each request asks anew whether the record may be seen."""
    response = HttpResponseRedirect(address)
    patch_cache_control(response, private=True, no_store=True)
    return response


def _out_of_reach(request) -> HttpResponseBase:
    response = render(request, "503.html", status=503)
    patch_cache_control(response, no_store=True)
    return response
