"""Where uploads are kept and who hands them out: what the settings take, and which halves of it they refuse."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

ON_DISK = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
WAYS = ("django", "nginx", "signed")
ADDRESS = re.compile(
    r"s3://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?P<prefix>(?:/[\w.-]+)*)/?", re.ASCII
)
SIGNED_SECONDS = 60  # how long a signed address is good for
MOST_IN_MEMORY = 2 * 1024 * 1024  # a larger object is read through a temporary file


def media_store(address: str, *, endpoint: str, region: str, key: str, secret: str) -> dict:
    """Return what STORAGES says of uploads: the disk without an address, else the bucket it names."""
    needed = {"S3_ENDPOINT_URL": endpoint, "S3_ACCESS_KEY_ID": key, "S3_SECRET_ACCESS_KEY": secret}
    if not address:
        if without_use := [name for name, value in {**needed, "S3_REGION": region}.items() if value]:
            raise ImproperlyConfigured(
                f"{_listed(without_use)} set, but MEDIA_STORE is not. "
                "Set MEDIA_STORE to s3://bucket/folder, or take the others out: uploads are then kept in DATA_DIR."
            )
        return ON_DISK
    found = ADDRESS.fullmatch(address)
    if not found or ".." in address:
        raise ImproperlyConfigured(
            f"MEDIA_STORE is {address!r}. Set it to a bucket, and a folder in it if you like: s3://bucket/folder."
        )
    if missing := [name for name, value in needed.items() if not value]:
        raise ImproperlyConfigured(
            f"MEDIA_STORE names a bucket, but {_listed(missing)} missing. Set what belongs to the store, or take MEDIA_STORE out."
        )
    origin_of(endpoint)
    return {
        "BACKEND": "ciss_site.object_store.ObjectStore",
        "OPTIONS": {
            "bucket_name": found["bucket"],
            "location": found["prefix"].strip("/"),
            "endpoint_url": endpoint.rstrip("/"),
            "region_name": region or "us-east-1",
            "access_key": key,
            "secret_key": secret,
            "default_acl": None,  # objects are as private as their bucket
            "querystring_auth": True,
            "querystring_expire": SIGNED_SECONDS,
            "file_overwrite": False,
            "max_memory_size": MOST_IN_MEMORY,
        },
    }


def files_by(way: str, store: dict, *, local: bool) -> str:
    """Return who hands out stored files, or refuse a way that does not go with where they are kept."""
    if way not in WAYS:
        raise ImproperlyConfigured(
            f"FILES_BY is {way!r}. Set it to django, nginx (files on disk) or signed (files in an object store)."
        )
    on_disk = store == ON_DISK
    if way == "nginx" and not on_disk:
        raise ImproperlyConfigured(
            "FILES_BY is nginx, but MEDIA_STORE names an object store, which nginx cannot read. Set FILES_BY to signed or django."
        )
    if way == "signed" and on_disk:
        raise ImproperlyConfigured(
            "FILES_BY is signed, but uploads are on disk. Set MEDIA_STORE to an object store, or FILES_BY to nginx or django."
        )
    if way == "signed" and not local and not store["OPTIONS"]["endpoint_url"].startswith("https://"):
        raise ImproperlyConfigured(
            "FILES_BY is signed and S3_ENDPOINT_URL is not https, so readers' browsers would refuse the files. "
            "Set S3_ENDPOINT_URL to the https address at which they reach the store, or FILES_BY to django."
        )
    return way


def origin_of(endpoint: str) -> str:
    """Return the origin of the store's address, as a Content-Security-Policy names it."""
    parts = urlsplit(endpoint)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ImproperlyConfigured(
            f"S3_ENDPOINT_URL is {endpoint!r}. Set it to the store's address without a bucket, such as https://s3.example.org."
        )
    return f"{parts.scheme}://{parts.netloc}"


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last} are" if others else f"{last} is"
