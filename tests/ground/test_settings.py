"""An unsafe setting stops the start with a sentence that says what to set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
STRONG = "k3J9-qLw0Zr7xYv5Tn2Bm8Hc4Fd6Gs1Pa-uEoIiQzWxCvRtYbN"
SAFE = {"SECRET_KEY": STRONG, "SITE_URL": "https://outreach.example.org"}


STRICT = "s.SESSION_COOKIE_SECURE, s.ALLOWED_HOSTS, s.SECURE_HSTS_SECONDS > 0"


def start(tmp_path, said=STRICT, **environment) -> subprocess.CompletedProcess:
    """Load the settings in a process of their own with just these variables, and print some."""
    clean = {"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, "DATA_DIR": str(tmp_path), **environment}
    code = f"from ciss_site import settings as s; print({said})"
    return subprocess.run([sys.executable, "-c", code], env=clean, cwd=ROOT, capture_output=True, text=True)


def test_a_safe_production_starts_and_is_strict(tmp_path):
    assert start(tmp_path, **SAFE).stdout == "True ['outreach.example.org'] True\n"


def test_a_trial_on_this_machine_starts_without_https(tmp_path):
    assert start(tmp_path, SECRET_KEY=STRONG).stdout == "False ['localhost', '127.0.0.1'] False\n"


def test_pages_may_show_pictures_of_the_store_only_when_it_hands_them_out(tmp_path):
    store = {
        "MEDIA_STORE": "s3://outreach/site",
        "S3_ENDPOINT_URL": "https://s3.example.org",
        "S3_ACCESS_KEY_ID": "a",
        "S3_SECRET_ACCESS_KEY": "b",
    }
    shown = "s.CONTENT_SECURITY_POLICY['DIRECTIVES']['img-src'][2:]"
    said = {
        way: start(tmp_path, shown, **SAFE, **store, FILES_BY=way).stdout.strip()
        for way in ("django", "signed")
    }
    assert said == {"django": "[]", "signed": "['https://s3.example.org']"}


@pytest.mark.parametrize(
    ("unsafe", "sentence"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing or weak. Set it to at least 50 random characters"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY is missing or weak."),
        ({"SECRET_KEY": "django-insecure-" + STRONG}, "SECRET_KEY is missing or weak."),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is empty or holds a wildcard. Name each host"),
        ({"ALLOWED_HOSTS": ".example.org"}, "ALLOWED_HOSTS is empty or holds a wildcard."),
        ({"DEBUG": "True"}, "DEBUG is on while SITE_URL is public. Take DEBUG out of the environment."),
        ({"SITE_URL": "http://outreach.example.org"}, "set SITE_URL to https://outreach.example.org"),
        ({"SITE_URL": "outreach"}, "Set it to the public address, such as https://outreach.example.org."),
        ({"FILES_BY": "apache"}, "FILES_BY is 'apache'. Set it to django, nginx (files on disk) or signed"),
        ({"FILES_BY": "signed"}, "FILES_BY is signed, but uploads are on disk."),
        (
            {"MEDIA_STORE": "s3://outreach"},
            "S3_ENDPOINT_URL, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are missing",
        ),
        ({"SITE_LANGUAGES": "en,xx"}, "SITE_LANGUAGES names xx, which has no row in ciss_site/languages.py."),
    ],
)
def test_an_unsafe_setting_stops_the_start_and_says_what_to_set(tmp_path, unsafe, sentence):
    result = start(tmp_path, **{**SAFE, **unsafe})
    assert result.returncode != 0
    assert sentence in result.stderr
