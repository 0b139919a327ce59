"""The addresses of the site: one set of pages below each language, files and old addresses beside them."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

handler400 = "ciss_site.views.bad_request"
handler403 = "ciss_site.views.forbidden"
handler404 = "ciss_site.views.not_found"
handler500 = "ciss_site.views.server_error"

urlpatterns = [
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("events.urls")),
        path("", include("institutions.urls")),
        path("", include("people.urls")),
        path("", include("ciss_site.public_urls")),
    ),
    path("files/", include("institutions.file_urls")),
    path("files/", include("people.file_urls")),
    path("files/", include("events.file_urls")),
    path("", include("events.old_addresses")),
]
