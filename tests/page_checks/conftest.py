"""What the tests of the checks share: the session's browser, a page written on the spot, a small site of our own."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from .samples import good_page
from .snapshot import take_snapshot


@pytest.fixture(scope="session")
def paper(browser):
    """One page of the browser to write test documents on."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def read(paper):
    """Write a document on the page and read it back as a snapshot."""

    def write(html: str):
        paper.set_content(html)
        return take_snapshot(paper)

    return write


@pytest.fixture
def site():
    """A site on this host whose pages a test may change: `site.pages[path] = (status, headers, text)`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            path = urlsplit(self.path).path
            page = self.server.pages.get(path, (404, {}, "nothing here"))
            status, headers, text = page(self) if callable(page) else page
            body = text.encode() if isinstance(text, str) else text
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.url = f"http://127.0.0.1:{server.server_port}"
    server.pages = {
        f"/{language}/events/": (200, {}, good_page(language, server.url)) for language in ("en", "ar")
    }
    server.pages["/favicon.ico"] = (200, {"Content-Type": "image/png"}, b"")
    for language in ("en", "ar"):
        server.pages[f"/{language}/events/moscow/"] = (200, {}, "<!doctype html><title>x</title>")
    threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.02}).start()
    yield server
    server.shutdown()
    server.server_close()
