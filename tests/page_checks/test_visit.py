"""The whole visit: axe, HTML, requests, JavaScript, both widths and schemes; right pages pass, planted faults are found."""

from pathlib import Path

import pytest

from .axe import axe_findings
from .finding import report
from .markup import ValidatorMissingError, find_validator, validate
from .samples import good_page, with_fault
from .visit import check_page, check_without_javascript

LATE_BOX = """<script>
requestAnimationFrame(() => requestAnimationFrame(() => {
  const box = document.createElement("div");
  box.style.blockSize = "300px";
  document.body.prepend(box);
}));
</script></body>"""
FONTS = sorted((Path(__file__).parents[2] / "static" / "fonts").rglob("*.woff2"))


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_right_page_passes_everything(browser, site, language):
    documents, asked = {}, {}
    url = f"{site.url}/{language}/events/"
    site.pages[f"/{language}/search/"] = (200, {}, "")

    findings = check_page(browser, url, language=language, documents=documents)
    findings += check_without_javascript(browser, url, language=language, asked=asked)

    assert not findings, report(findings)
    assert list(documents) == [url]
    assert asked and set(asked.values()) == {200}


@pytest.mark.browser
@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("axe", ' alt="The hall"', ""),
        ("axe", "a { color: #7fcdb6; }", "a { color: #333; }"),
        ("axe", "color: #13191a", "color: #999"),
        ("axe", "<h1>", "<h1></h1><h4>"),
        (13, "<footer><p>", '<footer><p style="inline-size: 500px">'),
        ("network", "</head>", '<link rel="stylesheet" href="https://elsewhere.example/a.css"></head>'),
        (
            "network",
            "<footer>",
            '<img src="https://elsewhere.example/a.png" loading="lazy" alt="" width="1" height="1"><footer>',
        ),
        ("network", "<footer>", '<img src="/missing.png" alt="" width="1" height="1"><footer>'),
        ("network", "</body>", "<script>fetch('https://elsewhere.example/x').catch(() => 0)</script></body>"),
        ("script", "</body>", "<script>nowhere()</script></body>"),
        (
            14,
            "</body>",
            LATE_BOX,
        ),
    ],
)
def test_planted_fault_is_found(browser, site, kind, right, wrong):
    site.pages["/en/events/"] = (200, {}, with_fault(good_page("en", site.url), right, wrong))

    findings = check_page(browser, f"{site.url}/en/events/", language="en", bilingual_only=kind != "axe")

    assert kind in {finding.condition for finding in findings}, report(findings)


@pytest.mark.browser
def test_other_status_than_awaited_is_found(browser, site):
    site.pages["/en/events/"] = (404, {}, good_page("en", site.url))
    url = f"{site.url}/en/events/"

    assert "status" in {
        finding.condition for finding in check_page(browser, url, language="en", bilingual_only=True)
    }
    assert "status" not in {
        finding.condition
        for finding in check_page(browser, url, language="en", status=404, bilingual_only=True)
    }


@pytest.mark.browser
@pytest.mark.skipif(not FONTS, reason="the site has no font of its own")
def test_font_that_moves_the_text_is_found_however_fast_it_comes(browser, site):
    face = "@font-face { font-family: Late; src: url(/late.woff2); font-display: swap; size-adjust: 250% }"
    page = with_fault(good_page("en", site.url), "<style>", f"<style>{face} main {{ font-family: Late }}")
    site.pages |= {
        "/late.woff2": (200, {"Content-Type": "font/woff2"}, FONTS[0].read_bytes()),
        "/en/events/": (200, {}, page),
    }

    findings = check_page(browser, f"{site.url}/en/events/", language="en", bilingual_only=True)

    assert 14 in {finding.condition for finding in findings}, report(findings)


@pytest.mark.browser
def test_policy_that_refuses_a_part_is_found(browser, site):
    page = with_fault(good_page("en", site.url), "</body>", "<script>1</script></body>")
    site.pages["/en/events/"] = (200, {"Content-Security-Policy": "script-src 'self'"}, page)

    findings = check_page(browser, f"{site.url}/en/events/", language="en")

    assert [finding.condition for finding in findings] == ["script"]


@pytest.mark.browser
@pytest.mark.parametrize(
    "wrong",
    [
        "<p id=t></p><script>document.getElementById('t').textContent = 'Made by a script'</script>",
        "<p id=t></p><script>document.getElementById('t').innerHTML = '<a href=/en/events/moscow/?a>x</a>'</script>",
        '<button type="button">Open</button>',
        '<a href="#">Open</a>',
        '<a href="javascript:void(0)">Open</a>',
        '<a href="/en/gone/">Open</a>',
    ],
)
def test_need_of_javascript_is_found(browser, site, wrong):
    site.pages["/en/events/"] = (200, {}, with_fault(good_page("en", site.url), "</main>", wrong + "</main>"))

    findings = check_without_javascript(browser, f"{site.url}/en/events/")

    assert {finding.condition for finding in findings} == {"no script"}


@pytest.mark.browser
def test_axe_is_silent_on_a_right_page_and_speaks_of_small_targets(paper):
    paper.set_content(good_page("en"))
    assert axe_findings(paper) == []

    tiny = "min-block-size:0;font-size:8px;line-height:8px"
    paper.set_content(
        with_fault(
            good_page("en"),
            "</form>",
            f'</form><a style="{tiny}" href="/x">a</a><a style="{tiny}" href="/y">b</a>',
        )
    )

    assert any("target-size" in finding.sentence for finding in axe_findings(paper))


@pytest.mark.validator
def test_html_is_validated_in_one_run_and_errors_name_their_page():
    try:
        find_validator()
    except ValidatorMissingError as missing:
        pytest.skip(str(missing))
    today = '<search><button type="button" popovertarget="p" id="b">x</button><div popover id="p">y</div></search></main>'
    documents = {
        "right": good_page("ar"),
        "today": good_page("en").replace("</main>", today),
        "wrong": good_page("en").replace("<h1>", "<h1><div>").replace(' alt="The hall"', ""),
    }

    findings = validate({**documents, "empty": ""})

    assert {finding.where for finding in findings} == {"wrong", "empty"}, report(findings)
    assert any("alt" in finding.sentence for finding in findings)


def test_validator_missing_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ValidatorMissingError, match="default-jre-headless"):
        find_validator()


@pytest.mark.browser
def test_error_page_owes_no_counterpart(browser, site):
    page = good_page("en", site.url)
    head = page[page.index("<link rel") : page.index("<style")]
    site.pages["/en/gone/"] = (
        404,
        {},
        page.replace(head, "").replace('href="/ar/events/"', 'href="/ar/gone/"'),
    )
    site.pages["/en/search/"] = (200, {}, "")
    url = f"{site.url}/en/gone/"

    findings = check_page(
        browser, url, language="en", status=404, bilingual_only=True
    ) + check_without_javascript(browser, url)

    assert not findings, report(findings)
