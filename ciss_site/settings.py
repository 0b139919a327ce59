"""Settings: all that differs between machines comes from the environment, and nothing unsafe has a default."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from ciss_site.languages import chosen
from ciss_site.stores import files_by, media_store, origin_of

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(env.path("ENV_FILE", default=str(BASE_DIR / ".env"))())

TESTING = "pytest" in sys.modules
DEBUG = env.bool("DEBUG", default=False)
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)


# Where the site stands ----------------------------------------------------------------------------


def safe_site_url(url: str) -> str:
    """Return the public address of the site without a slash at its end, or refuse an unsafe one."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ImproperlyConfigured(
            f"SITE_URL is {url!r}. Set it to the public address, such as https://outreach.example.org."
        )
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise ImproperlyConfigured(
            f"SITE_URL is {url!r}. A site others can reach needs https: set SITE_URL to https://{parts.netloc}."
        )
    return url.rstrip("/")


def safe_secret_key(key: str) -> str:
    """Return the key that signs sessions, or refuse a weak one."""
    if len(key) < 50 or len(set(key)) < 10 or key.startswith("django-insecure"):
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or weak. Set it to at least 50 random characters: "
            'python -c "import secrets; print(secrets.token_urlsafe(60))"'
        )
    return key


def safe_hosts(hosts: list[str]) -> list[str]:
    """Return the host names the site answers to, or refuse none and wildcards."""
    if not hosts or any(host.startswith(("*", ".")) for host in hosts):
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is empty or holds a wildcard. Name each host the site answers to, with commas between them."
        )
    return hosts


SITE_URL = safe_site_url(env.str("SITE_URL", default="http://localhost:8000"))
IS_LOCAL = urlsplit(SITE_URL).scheme == "http"
if DEBUG and not IS_LOCAL:
    raise ImproperlyConfigured("DEBUG is on while SITE_URL is public. Take DEBUG out of the environment.")
if TESTING:
    SECRET_KEY = "only-for-tests-" + "0123456789abcdefghij" * 3
else:
    SECRET_KEY = safe_secret_key(env.str("SECRET_KEY", default=""))
ALLOWED_HOSTS = safe_hosts(
    env.list(
        "ALLOWED_HOSTS", default=["localhost", "127.0.0.1"] if IS_LOCAL else [urlsplit(SITE_URL).hostname]
    )
)
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "ciss_site.views.csrf_failure"

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not IS_LOCAL
SECURE_HSTS_SECONDS = 0 if IS_LOCAL else env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not IS_LOCAL
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
)
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

# What it is made of -------------------------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",  # first: it must see each model before the admin does
    "ciss_site.apps.GroundConfig",
    "institutions.apps.InstitutionsConfig",
    "people.apps.PeopleConfig",
    "events.apps.EventsConfig",
    "ciss_site.apps.DeskConfig",
    "django_countries",
    "django_prose_editor",
    "js_asset",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "ciss_site.accounts.OneTimePasswordMiddleware",
    "ciss_site.caching.PrivateWhenSignedInMiddleware",
]

ROOT_URLCONF = "ciss_site.urls"
WSGI_APPLICATION = "ciss_site.wsgi.application"
AUTH_USER_MODEL = "ciss_site.User"
LOGIN_URL = "admin:login"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ciss_site.context.page",
            ],
        },
    },
]

# The database -------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers never wait for the writer (WAL); writers queue instead of failing half-way (IMMEDIATE).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# Languages and time -------------------------------------------------------------------------------

LANGUAGES = chosen(env.list("SITE_LANGUAGES", default=["en", "ar"]))
LANGUAGE_CODE = LANGUAGES[0][0]
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANSLATION_LANGUAGES = tuple(code for code, _name in LANGUAGES)
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ()}  # never one language in silence for another
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["ciss_site.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Karachi")

# Countries whose Arabic name in django-countries is an index's or an older spelling: ours stands in locale/.
COUNTRIES_OVERRIDE = {
    "BY": _("Belarus"),
    "CF": _("Central African Republic"),
    "CL": _("Chile"),
    "DO": _("Dominican Republic"),
    "EC": _("Ecuador"),
    "EE": _("Estonia"),
    "ET": _("Ethiopia"),
    "ID": _("Indonesia"),
    "KG": _("Kyrgyzstan"),
    "MD": _("Moldova"),
    "MV": _("Maldives"),
    "NZ": _("New Zealand"),
    "PH": _("Philippines"),
    "SA": _("Saudi Arabia"),
    "ES": _("Spain"),
    "SZ": _("Eswatini"),
    "TH": _("Thailand"),
    "TJ": _("Tajikistan"),
    "ZA": _("South Africa"),
}

# Files --------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"  # no address serves this folder: a view asks first whether the record may be seen
HASHED_STATIC = not (DEBUG or TESTING)
STORAGES = {
    "default": media_store(
        env.str("MEDIA_STORE", default=""),
        endpoint=env.str("S3_ENDPOINT_URL", default=""),
        region=env.str("S3_REGION", default=""),
        key=env.str("S3_ACCESS_KEY_ID", default=""),
        secret=env.str("S3_SECRET_ACCESS_KEY", default=""),
    ),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if HASHED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
FILES_BY = files_by(env.str("FILES_BY", default="django"), STORAGES["default"], local=IS_LOCAL)
if FILES_BY == "signed":  # pictures come from the store then, and no page may show any from elsewhere
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"].append(
        origin_of(STORAGES["default"]["OPTIONS"]["endpoint_url"])
    )
UPLOAD_IMAGE_BYTES = env.int("UPLOAD_IMAGE_BYTES", default=25 * 1024 * 1024)
UPLOAD_IMAGE_PIXELS = env.int("UPLOAD_IMAGE_PIXELS", default=60_000_000)
UPLOAD_DOCUMENT_BYTES = env.int("UPLOAD_DOCUMENT_BYTES", default=25 * 1024 * 1024)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # one visit with its meetings and people is one long form

# Accounts and post --------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 12}
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # tests make many accounts
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="outreach@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}

SILENCED_SYSTEM_CHECKS = []
SITE_TITLE = _("Outreach")
