"""What a page asks for: no request leaves the host, nothing on it breaks, nothing it refers to is on another host."""

from __future__ import annotations

from urllib.parse import urlsplit

from .finding import Finding, shorten

REFERENCES = """() => {
  const found = [];
  const add = (element, address) => {
    if (address) found.push([element.cloneNode(false).outerHTML.slice(0, 150), new URL(address, document.baseURI).href]);
  };
  const OF = { "[src]": "src", "[poster]": "poster", "object[data]": "data", "form[action]": "action", "use[href]": "href" };
  for (const [which, attribute] of Object.entries(OF)) {
    for (const element of document.querySelectorAll(which)) add(element, element.getAttribute(attribute));
  }
  for (const element of document.querySelectorAll("[srcset]")) {
    for (const one of element.getAttribute("srcset").split(/,\\s+/)) add(element, one.trim().split(/\\s+/)[0]);
  }
  for (const link of document.querySelectorAll("link[rel]")) {
    if (!/\\b(canonical|alternate|license|author|me|next|prev|search)\\b/.test(link.rel)) add(link, link.getAttribute("href"));
  }
  return found;
}"""


class Requests:
    """Records what a page asks for from the moment it is made: `Requests(page)` before the first `goto`."""

    def __init__(self, page) -> None:
        self.asked: list[str] = []
        self.broken: list[Finding] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("response", self._answered)
        page.on(
            "pageerror",
            lambda error: self.broken.append(Finding("script", "A script fails.", shorten(error.message))),
        )
        page.on("console", self._said)

    def _answered(self, response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.broken.append(
                Finding("network", f"A part of the page answers {response.status}.", shorten(response.url))
            )

    def _said(self, message) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.broken.append(
                Finding(
                    "script",
                    "The content security policy refuses a part of the page.",
                    shorten(message.text, 200),
                )
            )

    def leaving(self, origin: str) -> list[Finding]:
        """The requests that left the host (scheme, host and port) of `origin`."""
        return [
            Finding("network", "A request leaves the host.", shorten(url))
            for url in dict.fromkeys(self.asked)
            if not stays(url, origin)
        ]


def stays(url: str, origin: str) -> bool:
    """Whether an address is on the origin's host, or in the page itself (data, blob)."""
    here, there = urlsplit(origin), urlsplit(url)
    return there.scheme in ("data", "blob", "about") or (there.hostname, there.port) == (
        here.hostname,
        here.port,
    )


def references_elsewhere(page, origin: str) -> list[Finding]:
    """Pictures, styles, scripts and forms on another host, those not yet asked for (lazy, other widths) included."""
    return [
        Finding("network", "The page refers to a part on another host.", shorten(f"{url} · {html}", 160))
        for html, url in page.evaluate(REFERENCES)
        if not stays(url, origin)
    ]
