"""Uploads in an object store that speaks S3: a private bucket, whose troubles look like those of a disk."""

from contextlib import contextmanager

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

# A store that does not answer must not hold a request for minutes. The checksums of newer clients are unknown to
# many stores; the address with the bucket in its path is known to all.
CLIENT = Config(
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    connect_timeout=5,
    read_timeout=20,
    retries={"mode": "standard", "max_attempts": 3},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


@contextmanager
def as_of_a_disk():
    """Raise what goes wrong between here and the store as ``OSError``, as a disk would."""
    try:
        yield
    except (BotoCoreError, ClientError, Boto3Error) as trouble:
        raise OSError(f"The object store failed: {trouble}") from trouble


class ObjectStore(S3Storage):
    """The bucket that MEDIA_STORE names. Nothing in it is public: files come out through the site or by a signed address."""

    def get_default_settings(self):
        return {**super().get_default_settings(), "client_config": CLIENT}

    def signed_address(self, name: str, *, content_type: str, disposition: str) -> str:
        """Return an address of the store at which this file can be fetched for about a minute, under these headers only."""
        answer = {
            "ResponseContentType": content_type,
            "ResponseContentDisposition": disposition,
            "ResponseCacheControl": "private, no-store",
        }
        with as_of_a_disk():
            return self.url(name, parameters=answer)

    def _open(self, name, mode="rb"):
        with as_of_a_disk():
            file = super()._open(name, mode)
            if "r" in mode:
                file.open()  # fetched now, not when half an answer has gone out
            return file

    def _save(self, name, content):
        with as_of_a_disk():
            return super()._save(name, content)

    def delete(self, name):
        with as_of_a_disk():
            super().delete(name)

    def exists(self, name):
        with as_of_a_disk():
            return super().exists(name)

    def listdir(self, name):
        with as_of_a_disk():
            return super().listdir(name)

    def size(self, name):
        with as_of_a_disk():
            return super().size(name)
