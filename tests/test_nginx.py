"""deploy/nginx.conf in a real nginx before the running site: what it hands out, and to whom; what it lets through."""

import datetime
import http.client
import ipaddress
import json
import os
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from ciss_site.languages import codes
from tests.running_site import ROOT, Site, free_port, running

pytestmark = pytest.mark.nginx
NGINX = os.environ.get("NGINX") or shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
NAME = "localhost"
# What differs from one answer to the next, or says how it was sent.
OF_THE_WAY = {"date", "server", "connection", "transfer-encoding", "accept-ranges"}

RECORDS = """
import json
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from ciss_site.models import User
from events.models import Attachment, Photo
from tests.factories import jpeg, make_album, make_event, make_photo

def account(name, **values):
    return User.objects.create_user(name, password="margalla hills in april", **values)

def cookie(user):
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value

editor = account("aisha", is_staff=True)
editor.user_permissions.set(Permission.objects.filter(content_type__app_label__in=("ciss_site", "institutions", "people", "events")))
said = {"cookie_name": settings.SESSION_COOKIE_NAME}
said |= {"cookies": {"editor": cookie(editor), "clerk": cookie(account("bashir", is_staff=True)), "reader": cookie(account("carol"))}}
for name, languages in (("public", None), ("draft", [])):
    event = make_event(languages=languages)
    album = make_album(languages=languages, event=event)
    photo = make_photo(album, width=700, height=500)
    attachment = Attachment.objects.create(event=event, file=ContentFile(b"%PDF-1.7 " + name.encode(), "a.pdf"), is_public=True)
    said[name] = {
        "album": album.pk,
        "event": event.pk,
        "avif": f"/files/photographs/{photo.pk}/640.avif",
        "crop": f"/files/photographs/{photo.pk}/card-320.webp",
        "original": f"/files/photographs/{photo.pk}/download/",
        "desk": f"/en/admin/events/photo/{photo.pk}/file/image/",
        "attachment": f"/files/attachments/{attachment.pk}/",
    }
call_command("make_renditions", quiet=True)
for name in ("public", "draft"):
    photo = Photo.objects.get(album=said[name]["album"])
    said[name]["stored"] = {"avif": photo.image.stored_name("640.avif"), "original": photo.image.name}
print(json.dumps(said))
"""


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Front:
    """The site behind nginx: its ports, and the records in it."""

    site: Site
    https: int
    http: int
    folder: Path
    records: dict

    def ask(
        self, path: str, who: str = "nobody", *, method: str = "GET", body=None, plain=False, **headers
    ) -> Answer:
        """Send a request with exactly this path, as somebody of the cast."""
        unverified = ssl._create_unverified_context()  # noqa: S323 - the certificate was made a moment ago
        line = (
            http.client.HTTPConnection("127.0.0.1", self.http, timeout=20)
            if plain
            else http.client.HTTPSConnection("127.0.0.1", self.https, timeout=20, context=unverified)
        )
        sent = {
            "Host": f"{NAME}:{self.https}",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        if who != "nobody":
            sent["Cookie"] = f"{self.records['cookie_name']}={self.records['cookies'][who]}"
        try:
            line.request(method, path, body=body, headers=sent)
            answer = line.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            line.close()


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    """The site with FILES_BY=nginx, an nginx with the shipped configuration before it, and one album of each kind."""
    if not NGINX:
        pytest.skip("no nginx was found")
    folder = tmp_path_factory.mktemp("front")
    data, https, http_port = folder / "data", free_port(), free_port()
    chosen = {"FILES_BY": "nginx", "BEHIND_PROXY": "True", "SITE_URL": f"https://{NAME}:{https}"}
    with running(data, content=False, **chosen) as site:
        site.environment["PYTHONPATH"] = str(ROOT)
        records = json.loads(site.run(RECORDS))
        with nginx(folder, data, site.url.rpartition(":")[2], https, http_port):
            yield Front(site, https, http_port, data, records)


@contextmanager
def nginx(folder: Path, data: Path, upstream: str, https: int, http_port: int):
    """Run nginx on deploy/nginx.conf with the names, paths and ports of this test."""
    certificate(folder)
    text = (ROOT / "deploy/nginx.conf").read_text()
    for shipped, ours in {
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": "",
        "listen 80;": f"listen 127.0.0.1:{http_port};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{https} ssl http2;",
        "outreach.example.org": NAME,
        "/etc/ssl/outreach/": f"{folder}/",
        "/var/lib/outreach/": f"{data}/",
        "127.0.0.1:8000": f"127.0.0.1:{upstream}",
    }.items():
        assert shipped in text, f"deploy/nginx.conf no longer says {shipped}"
        text = text.replace(shipped, ours)
    (folder / "site.conf").write_text(text)
    user = "user root;" if os.geteuid() == 0 else ""
    kinds = "\n".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{user} worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{ access_log off; {kinds}\ninclude {folder}/site.conf; }}\n"
    )
    command = [NGINX, "-p", str(folder), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert tried.returncode == 0, tried.stderr
    server = subprocess.Popen(command)
    try:
        wait_until_open(https, server)
        yield
    finally:
        server.terminate()
        server.wait(10)


def wait_until_open(port: int, server: subprocess.Popen) -> None:
    """Return as soon as somebody listens on the port."""
    for _ in range(200):
        assert server.poll() is None, "nginx ended"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nginx does not listen")


def certificate(folder: Path) -> None:
    """Write a certificate for this machine, good for an hour."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName(NAME), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    encoding = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(made.public_bytes(encoding))
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "privkey.pem").write_bytes(key.private_bytes(encoding, *plain))


# What is handed out -------------------------------------------------------------------------------

FILES = ("avif", "crop", "original", "attachment")


def test_nginx_itself_sends_a_public_photograph_under_the_headers_of_the_site(front):
    files = front.records["public"]
    direct = json.loads(
        front.site.run(AS_DJANGO_ANSWERS.format(paths=[files[name] for name in FILES], port=front.https))
    )
    for name in FILES:
        answer = front.ask(files[name])
        assert answer.status == 200
        seen = {header: value for header, value in answer.headers.items() if header not in OF_THE_WAY}
        assert seen == direct[files[name]]
    photograph = front.ask(files["avif"])
    assert photograph.body == (front.folder / "media" / files["stored"]["avif"]).read_bytes()
    assert (photograph.headers["content-type"], photograph.headers["accept-ranges"]) == (
        "image/avif",
        "bytes",
    )
    original = front.ask(files["original"])
    assert original.body == (front.folder / "media" / files["stored"]["original"]).read_bytes()


AS_DJANGO_ANSWERS = """
import json
from django.test import Client, override_settings
said = {{}}
with override_settings(FILES_BY="django"):
    for path in {paths}:
        answer = Client().get(path, headers={{"host": "localhost:{port}", "x-forwarded-proto": "https"}})
        said[path] = {{name.lower(): value for name, value in answer.headers.items()}}
print(json.dumps(said))
"""


def test_head_and_what_the_browser_has_already_cost_no_body(front):
    address = front.records["public"]["avif"]
    whole = front.ask(address)
    head = front.ask(address, method="HEAD")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(whole.body)))
    again = front.ask(address, If_None_Match=whole.headers["etag"])
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", whole.headers["etag"])
    part = front.ask(address, Range="bytes=0-9")
    assert (part.status, part.body) == (206, whole.body[:10])


@pytest.mark.parametrize("who", ["nobody", "reader", "clerk"])
def test_what_is_not_public_is_not_found_by_outsiders(front, who):
    files = front.records["draft"]
    assert {name: front.ask(files[name], who).status for name in FILES} == dict.fromkeys(FILES, 404)
    assert front.ask(files["desk"], who).status in (302, 403)


def test_what_is_not_public_is_found_by_the_editor_and_kept_by_no_cache(front):
    files = front.records["draft"]
    for name in (*FILES, "desk"):
        answer = front.ask(files[name], "editor")
        assert (answer.status, bool(answer.body)) == (200, True)
        assert {"private", "no-store"} <= set(answer.headers["cache-control"].split(", "))
        assert "Cookie" in answer.headers["vary"].split(", ")


def test_after_withdrawal_the_next_request_finds_nothing(front):
    files = front.records["public"]
    code = "from events.models import {0}; record = {0}.objects.get(pk={1}); [record.{2} for code in {3}]"
    etag = front.ask(files["avif"]).headers["etag"]
    both = (("Album", files["album"]), ("Event", files["event"]))
    assert {name: front.ask(files[name]).status for name in FILES} == dict.fromkeys(FILES, 200)
    for kind, pk in both:
        front.site.run(code.format(kind, pk, "withdraw(code)", codes()))
    try:
        assert {name: front.ask(files[name]).status for name in FILES} == dict.fromkeys(FILES, 404)
        assert front.ask(files["avif"], If_None_Match=etag).status == 404
    finally:
        by = "publish(code, by=__import__('tests.factories').factories.publisher())"
        for kind, pk in both:
            front.site.run(code.format(kind, pk, by, codes()))


# Other ways to the folder -------------------------------------------------------------------------


def test_the_folder_of_uploads_has_no_address(front):
    stored = front.records["public"]["stored"]["avif"]
    assert (front.folder / "media" / stored).exists()
    (front.folder / "media" / "plain.txt").write_text("here")
    database = Path(front.site.environment["DATABASE_URL"]).name
    asked = [
        f"/_files/{stored}",
        f"//_files/{stored}",
        f"/%5ffiles/{stored}",
        f"/%5Ffiles%2f{stored}",
        f"/en/../_files/{stored}",
        f"/en/%2e%2e/_files/{stored}",
        f"/_files//{stored}",
        f"/_files/./{stored}",
        f"/_FILES/{stored}",
        "/_files",
        "/_files/",
        "/_files/plain.txt",
        "/_files/plain.txt?x=1",
        "/_files/plain.txt%00",
        f"/_files/../{database}",
        f"/_files/%2e%2e/{database}",
        f"/_files/..%2f{database}",
        f"/_files../{database}",
        f"/_files/x/../../{database}",
        f"/media/{stored}",
        "/media/plain.txt",
        f"/files/{stored}",
        f"/files/photographs/1/..%2f..%2f{database}",
        f"/static/../{database}",
        f"/static/%2e%2e/{database}",
        "/_too_large/json",
        "/etc/passwd",
    ]
    for who in ("nobody", "editor"):
        ends = {path: in_the_end(front, path, who) for path in asked}
        assert {path: status for path, status in ends.items() if status not in (400, 404)} == {}


def in_the_end(front: Front, path: str, who: str) -> int:
    """Return the status of a path, or of where the site leads from it: to the same with a slash at its end."""
    answer = front.ask(path, who)
    if answer.status == 301 and answer.headers["location"].startswith("/"):
        answer = front.ask(answer.headers["location"], who)
    return answer.status


def test_what_a_visitor_says_of_accel_and_forwarding_means_nothing(front):
    stored, hidden = front.records["public"]["stored"]["avif"], front.records["draft"]["avif"]
    tricks = {
        "X_Accel_Redirect": f"/_files/{stored}",
        "X_Sendfile": f"/_files/{stored}",
        "X_Original_URL": f"/_files/{stored}",
    }
    assert front.ask(hidden, **tricks).status == 404
    page = front.ask("/en/", **tricks, X_Accel_Buffering="no", X_Accel_Limit_Rate="1")
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    told = {
        "X_Forwarded_Host": "evil.example",
        "X_Forwarded_Proto": "http",
        "Forwarded": "host=evil.example;proto=http",
    }
    page = front.ask("/en/", **told)
    assert (page.status, b"evil.example" in page.body) == (200, False)
    plain = front.ask("/en/?q=1", plain=True, X_Forwarded_Proto="https")
    assert (plain.status, plain.headers["location"]) == (301, f"https://{NAME}/en/?q=1")


# Uploads ------------------------------------------------------------------------------------------


def test_a_body_too_large_is_refused_in_the_readers_language(front):
    large = b"x" * (1024 * 1024 + 1)
    english = front.ask("/en/search/", method="POST", body=large)
    assert (english.status, english.headers["content-type"]) == (413, "text/html; charset=utf-8")
    said = english.body.decode()
    assert '<html lang="en" dir="ltr">' in said
    assert "larger than the site takes at once" in said
    arabic = front.ask("/ar/search/", method="POST", body=large, Accept="application/json")
    assert (arabic.status, arabic.headers["content-type"]) == (413, "application/json; charset=utf-8")
    assert json.loads(arabic.body)["refusal"].startswith("ما أُرسل أكبر مما يقبله الموقع")


def test_the_desk_takes_what_the_settings_allow(front):
    body = b"x" * (settings.UPLOAD_IMAGE_BYTES + 1024 * 1024)
    answer = front.ask("/en/admin/events/album/1/photographs/add/", "editor", method="POST", body=body)
    assert answer.status == 403  # the site's own refusal: no token
    conf = (ROOT / "deploy/nginx.conf").read_text()
    assert 3 * max(settings.UPLOAD_IMAGE_BYTES, settings.UPLOAD_DOCUMENT_BYTES) < 100 * 1024 * 1024
    assert "client_max_body_size 100m;" in conf
