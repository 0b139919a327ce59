"""Uploads in an object store: a real one as to its protocol, from the upload to the deletion."""

import http.client
import itertools
import logging
from io import BytesIO
from urllib.parse import parse_qsl, urlsplit

import pytest
from botocore.exceptions import EndpointConnectionError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from PIL import Image

from ciss_site.disposal import delete_files
from ciss_site.languages import codes
from ciss_site.stores import SIGNED_SECONDS, media_store
from ciss_site.templatetags.pages import picture
from events.models import Attachment, Photo
from tests.factories import jpeg, make_album, make_event, make_photo
from tests.ground.test_renditions import stored_files
from tests.object_store import KEY, REGION, SECRET, changed, client_of, object_store

pytestmark = pytest.mark.django_db
_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def endpoint():
    with object_store() as address:
        yield address


@pytest.fixture
def bucket(endpoint, settings):
    """A bucket of this test's own, named by the settings as the environment would; other objects lie beside ours."""
    name = f"outreach-{next(_numbers)}"
    store = client_of(endpoint)
    store.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    store.put_object(Bucket=name, Key="others/secret.txt", Body=b"of somebody else")
    kept = media_store(f"s3://{name}/site/uploads", endpoint=endpoint, region=REGION, key=KEY, secret=SECRET)
    settings.STORAGES = {**settings.STORAGES, "default": kept}
    return name


@pytest.fixture
def made(bucket) -> Photo:
    """A public photograph in the store, with its renditions."""
    make_photo(make_album(), width=700, height=500)
    call_command("make_renditions", quiet=True)
    return Photo.objects.get()


def objects_in(endpoint: str, bucket: str) -> list[str]:
    """Return the keys in a bucket, as its owner sees them."""
    return sorted(
        one["Key"] for one in client_of(endpoint).list_objects_v2(Bucket=bucket).get("Contents", [])
    )


def fetched(address: str) -> tuple[int, dict[str, str], bytes]:
    """Fetch an address of the store as a reader's browser would, without any right of its own."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.netloc, timeout=10)
    try:
        line.request("GET", f"{parts.path}?{parts.query}" if parts.query else parts.path)
        answer = line.getresponse()
        return answer.status, {name.title(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        line.close()


def test_a_picture_is_stored_made_listed_and_shown_from_a_private_bucket(made, endpoint, bucket):
    names = made.image.stored_names()
    assert objects_in(endpoint, bucket) == sorted(
        ["others/secret.txt", *(f"site/uploads/{name}" for name in names)]
    )
    assert stored_files() == sorted(names)
    assert len(names) == 1 + 3 * 4
    grants = client_of(endpoint).get_object_acl(Bucket=bucket, Key=f"site/uploads/{names[0]}")["Grants"]
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]
    assert fetched(f"{endpoint}/{bucket}/site/uploads/{names[0]}")[0] == 403
    assert f"/files/photographs/{made.pk}/640.avif 640w" in picture(made.image, "A table")


def test_the_site_streams_from_the_store_and_asks_it_no_more_than_it_must(made):
    response = Client().get(f"/files/photographs/{made.pk}/640.avif")
    image = Image.open(BytesIO(b"".join(response.streaming_content)))
    assert (response["Content-Type"], image.format, image.size) == ("image/avif", "AVIF", (640, 457))
    head = Client().head(f"/files/photographs/{made.pk}/640.avif")
    assert (head.status_code, head["Content-Length"]) == (200, response["Content-Length"])
    assert Client().get(f"/files/photographs/{made.pk}/1600.avif").status_code == 404


def test_an_original_and_a_document_come_whole(made):
    document = b"%PDF-1.7 " + bytes(range(256)) * 20_000
    attachment = Attachment.objects.create(
        event=make_event(), file=ContentFile(document, "a.pdf"), is_public=True, title_en="A report"
    )
    response = Client().get(f"/files/attachments/{attachment.pk}/")
    assert b"".join(response.streaming_content) == document
    assert response["Content-Disposition"] == 'attachment; filename="A_report.pdf"'
    original = Client().get(f"/files/photographs/{made.pk}/download/")
    assert Image.open(BytesIO(b"".join(original.streaming_content))).size == (700, 500)


def test_a_signed_address_delivers_one_file_under_its_headers_and_to_nobody_later(
    made, settings, time_machine
):
    settings.FILES_BY = "signed"
    time_machine.move_to(timezone.now(), tick=False)
    answer = Client().get(f"/files/photographs/{made.pk}/download/")
    assert (answer.status_code, answer["Cache-Control"]) == (302, "private, no-store")
    address = answer["Location"]
    asked = dict(parse_qsl(urlsplit(address).query))
    assert (asked["X-Amz-Algorithm"], asked["X-Amz-Expires"]) == ("AWS4-HMAC-SHA256", str(SIGNED_SECONDS))
    status, headers, body = fetched(address)
    assert (status, Image.open(BytesIO(body)).size) == (200, (700, 500))
    assert headers["Content-Type"] == "image/jpeg"
    assert headers["Content-Disposition"] == f'attachment; filename="{made.album.slug}-1.jpg"'
    assert headers["Cache-Control"] == "private, no-store"

    other = made.image.stored_name("640.avif")
    for forged in (
        address.replace("/original.jpg", "/640.jpg"),
        address.replace(made.image.name, other),
        address.replace("/site/uploads/" + made.image.name, "/others/secret.txt"),
        changed(address, X_Amz_Expires="604800"),
        changed(address, response_content_type="text/html"),
        changed(address, X_Amz_Signature="0" * 64),
        address.partition("?")[0],
    ):
        assert forged != address
        assert fetched(forged)[0] == 403
    time_machine.shift(SIGNED_SECONDS + 1)
    assert fetched(address)[0] == 403


def test_renditions_and_documents_are_signed_under_their_own_kinds(made, settings):
    settings.FILES_BY = "signed"
    attachment = Attachment.objects.create(
        event=make_event(), file=ContentFile(b"%PDF-1.7", "a.pdf"), is_public=True, title_ar="تقرير"
    )
    kinds = {}
    for path in (f"/files/photographs/{made.pk}/640.avif", f"/files/attachments/{attachment.pk}/"):
        _status, headers, _body = fetched(Client().get(path)["Location"])
        kinds[path.split("/")[2]] = (headers["Content-Type"], headers["Content-Disposition"])
    assert kinds == {
        "photographs": ("image/avif", 'inline; filename="640.avif"'),
        "attachments": (
            "application/octet-stream",
            "attachment; filename*=utf-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf",
        ),
    }


@pytest.mark.parametrize("way", ["django", "signed"])
def test_after_withdrawal_the_site_sends_nobody_to_the_store(made, settings, way):
    settings.FILES_BY = way
    address = f"/files/photographs/{made.pk}/640.avif"
    assert Client().get(address).status_code == {"django": 200, "signed": 302}[way]
    for code in codes():
        made.album.withdraw(code)
    assert Client().get(address).status_code == 404


def test_a_replaced_and_a_deleted_picture_take_their_objects_along(
    made, endpoint, bucket, django_capture_on_commit_callbacks
):
    before = set(made.image.stored_names())
    with django_capture_on_commit_callbacks(execute=True):
        made.image = ContentFile(jpeg(900, 600, number=77), "other.jpg")
        made.save()
    assert set(stored_files()) == set(made.image.stored_names())
    assert set(stored_files()) & before == set()
    with django_capture_on_commit_callbacks(execute=True):
        made.album.delete()
    assert objects_in(endpoint, bucket) == ["others/secret.txt"]
    assert default_storage.listdir("photographs") == ([], [])


def test_a_name_is_never_given_twice(bucket):
    first = default_storage.save("documents/same.pdf", ContentFile(b"first"))
    second = default_storage.save("documents/same.pdf", ContentFile(b"second"))
    assert first != second
    with default_storage.open(first) as file:
        assert file.read() == b"first"


def test_a_missing_object_is_not_found_and_stops_no_other_picture(made, capsys):
    default_storage.delete(made.image.stored_name("640.avif"))
    assert Client().get(f"/files/photographs/{made.pk}/640.avif").status_code == 404
    assert Client().get(f"/files/photographs/{made.pk}/640.webp").status_code == 200


def test_a_store_out_of_reach_is_said_to_the_reader_and_breaks_no_deletion(made, monkeypatch, caplog):
    def out_of_reach(*_args, **_kwargs):
        raise EndpointConnectionError(endpoint_url="https://s3.example.org")

    monkeypatch.setattr("storages.backends.s3.S3Storage._open", out_of_reach)
    monkeypatch.setattr("storages.backends.s3.S3Storage.delete", out_of_reach)
    with caplog.at_level(logging.WARNING):
        response = Client().get(f"/files/photographs/{made.pk}/640.avif")
        delete_files(default_storage, made.image.stored_names())
    assert (response.status_code, response["Cache-Control"]) == (503, "no-store")
    assert "A file that no row needs could not be deleted" in caplog.text


def test_the_sweep_finds_and_mends_there_too_and_leaves_what_is_not_ours(made, endpoint, bucket):
    attached = Attachment(event=make_event(), file=ContentFile(b"%PDF-1.7 words", "programme.pdf"))
    attached.save()
    sound = objects_in(endpoint, bucket)
    call_command("sweep_media", older_than=0)
    default_storage.save("photographs/0a1b/original.jpg", ContentFile(b"left over"))
    default_storage.save(f"{made.image.folder}/deadbeef/320.avif", ContentFile(b"left over"))
    with pytest.raises(CommandError, match="Wrong: 2"):
        call_command("sweep_media", older_than=0)
    call_command("sweep_media", fix=True)  # they are younger than an hour
    assert len(objects_in(endpoint, bucket)) == len(sound) + 2
    call_command("sweep_media", fix=True, older_than=0)
    assert objects_in(endpoint, bucket) == sound
    default_storage.delete(made.image.name)
    with pytest.raises(CommandError, match="Left for a person: 1"):
        call_command("sweep_media", fix=True, older_than=0)
    made.refresh_from_db()
    assert (made.width, default_storage.exists(made.image.name)) == (640, True)
    call_command("sweep_media", older_than=0)
