"""Handing out files: the same headers whoever sends the bytes, and settings that do not go together are refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import Client

from ciss_site.stores import ON_DISK, files_by, media_store, origin_of
from events.models import Attachment
from tests.factories import jpeg, make_album, make_event, make_institution, make_photo

OF_THE_WAY = {"Content-Length", "X-Accel-Redirect"}
STORE = {"endpoint": "https://s3.example.org", "region": "", "key": "a", "secret": "b"}


@pytest.fixture
def addresses(db) -> list[str]:
    """The address of a rendition, an original, a logo and a document, all public."""
    photo = make_photo(make_album(), width=400, height=300)
    institution = make_institution(logo=ContentFile(jpeg(400, 300), "l.jpg"))
    attachment = Attachment.objects.create(
        event=make_event(), file=ContentFile(b"%PDF-1.7", "a.pdf"), is_public=True, title_ar="تقرير الزيارة"
    )
    return [
        f"/files/photographs/{photo.pk}/400.jpg",
        f"/files/photographs/{photo.pk}/download/",
        f"/files/logos/{institution.pk}/400.jpg",
        f"/files/attachments/{attachment.pk}/",
    ]


def headers_of(response) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name not in OF_THE_WAY}


def test_nginx_is_given_the_headers_of_the_site_the_stored_name_and_no_body(addresses, settings):
    for address in addresses:
        settings.FILES_BY = "django"
        direct = Client().get(address)
        stored = direct["ETag"].strip('"')
        assert b"".join(direct.streaming_content) != b""
        settings.FILES_BY = "nginx"
        handed = Client().get(address)
        assert headers_of(handed) == headers_of(direct)
        assert (handed.status_code, handed.content) == (200, b"")
        assert handed["X-Accel-Redirect"] == f"/_files/{stored}"


@pytest.mark.parametrize("way", ["django", "nginx"])
def test_a_file_carries_its_kind_its_version_and_what_keeps_it_harmless(addresses, settings, way):
    settings.FILES_BY = way
    rendition, original, logo, document = (Client().get(address) for address in addresses)
    assert [one["Content-Type"] for one in (rendition, original, logo, document)] == [
        "image/jpeg",
        "image/jpeg",
        "image/jpeg",
        "application/octet-stream",
    ]
    assert rendition["Content-Disposition"] == 'inline; filename="400.jpg"'
    assert original["Content-Disposition"].startswith('attachment; filename="album-')
    assert document["Content-Disposition"].startswith("attachment; filename*=utf-8''%D8%AA%D9%82")
    for one in (rendition, original, logo, document):
        assert one["X-Content-Type-Options"] == "nosniff"
        assert one["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert one["Cross-Origin-Resource-Policy"] == "same-origin"
        assert one["Cache-Control"] == "no-cache"
        assert one["ETag"].startswith('"')


@pytest.mark.parametrize("way", ["django", "nginx"])
def test_what_the_browser_has_is_not_sent_again(addresses, settings, way):
    settings.FILES_BY = way
    etag = Client().get(addresses[0])["ETag"]
    for known in (etag, f'"another", {etag}'):
        again = Client().get(addresses[0], headers={"if-none-match": known})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
        assert again["Cache-Control"] == "no-cache"
        assert "X-Accel-Redirect" not in again
    assert Client().get(addresses[0], headers={"if-none-match": '"another"'}).status_code == 200


def test_head_names_the_length_and_opens_no_file(addresses, monkeypatch):
    length = Client().get(addresses[1])["Content-Length"]
    monkeypatch.setattr(FileSystemStorage, "open", None)
    head = Client().head(addresses[1])
    assert (head.status_code, head["Content-Length"], head.content) == (200, length, b"")


@pytest.mark.parametrize("way", ["django", "nginx"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_file_that_is_gone_is_not_found(addresses, settings, way, method):
    settings.FILES_BY = way
    stored = Client().get(addresses[0])["ETag"].strip('"')
    FileSystemStorage().delete(stored)
    assert getattr(Client(), method)(addresses[0]).status_code == 404


def test_a_disk_that_fails_is_said_with_a_503(addresses, monkeypatch):
    def failing(*_args):
        raise OSError("Input/output error")

    monkeypatch.setattr(FileSystemStorage, "open", failing)
    response = Client().get(addresses[0])
    assert (response.status_code, response["Cache-Control"]) == (503, "no-store")
    assert "is closed for a short while" in response.content.decode()


# The settings -------------------------------------------------------------------------------------


def test_without_a_store_uploads_are_on_disk():
    assert media_store("", endpoint="", region="", key="", secret="") == ON_DISK


def test_a_store_is_private_and_gives_no_name_twice():
    store = media_store("s3://outreach/site/media/", **STORE)
    options = store["OPTIONS"]
    assert (options["bucket_name"], options["location"], options["region_name"]) == (
        "outreach",
        "site/media",
        "us-east-1",
    )
    assert (options["default_acl"], options["querystring_auth"], options["file_overwrite"]) == (
        None,
        True,
        False,
    )
    assert media_store("s3://outreach", **STORE)["OPTIONS"]["location"] == ""


@pytest.mark.parametrize(
    ("address", "access", "sentence"),
    [
        (
            "",
            {"endpoint": "https://s3.example.org"},
            "S3_ENDPOINT_URL, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are set, but MEDIA_STORE",
        ),
        (
            "",
            {"endpoint": "", "key": "", "secret": "", "region": "x"},
            "S3_REGION is set, but MEDIA_STORE is not",
        ),
        ("s3://outreach", {"secret": ""}, "S3_SECRET_ACCESS_KEY is missing"),
        ("s3://outreach", {"key": "", "secret": ""}, "S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are missing"),
        ("s3://outreach", {"endpoint": ""}, "S3_ENDPOINT_URL is missing"),
        ("s3://outreach", {"endpoint": "s3.example.org"}, "S3_ENDPOINT_URL is 's3.example.org'"),
        (
            "s3://outreach",
            {"endpoint": "https://s3.example.org/outreach"},
            "store's address without a bucket",
        ),
        ("https://s3.example.org/outreach", {}, "Set it to a bucket, and a folder in it"),
        ("s3://", {}, "Set it to a bucket"),
        ("s3://outreach/../others", {}, "Set it to a bucket"),
    ],
)
def test_half_a_store_is_refused(address, access, sentence):
    with pytest.raises(ImproperlyConfigured, match=sentence):
        media_store(address, **{**STORE, **access})


@pytest.mark.parametrize(
    ("way", "store", "sentence"),
    [
        ("apache", ON_DISK, "FILES_BY is 'apache'. Set it to django, nginx"),
        ("", ON_DISK, "FILES_BY is ''"),
        ("nginx", media_store("s3://outreach", **STORE), "which nginx cannot read"),
        ("signed", ON_DISK, "FILES_BY is signed, but uploads are on disk"),
        (
            "signed",
            media_store("s3://outreach", **{**STORE, "endpoint": "http://store:9000"}),
            "S3_ENDPOINT_URL is not https",
        ),
    ],
)
def test_a_way_that_does_not_go_with_the_store_is_refused(way, store, sentence):
    with pytest.raises(ImproperlyConfigured, match=sentence):
        files_by(way, store, local=False)


def test_a_way_that_goes_with_the_store_is_taken():
    store = media_store("s3://outreach", **STORE)
    assert [files_by(way, ON_DISK, local=False) for way in ("django", "nginx")] == ["django", "nginx"]
    assert [files_by(way, store, local=False) for way in ("django", "signed")] == ["django", "signed"]
    assert origin_of("https://s3.example.org:9000/") == "https://s3.example.org:9000"
