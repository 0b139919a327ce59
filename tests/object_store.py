"""An object store on this machine for tests: moto's, behind a gate that checks signed addresses as a real store does."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import boto3
from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

KEY, SECRET, REGION = "AKIAIOSFODNN7EXAMPLE", "a-secret-of-the-tests", "eu-central-1"


class Quiet(WSGIRequestHandler):
    """Say nothing of each request."""

    def log(self, *_args):
        pass


def gate(store):
    """Refuse a signed address whose signature does not fit or whose time is over, which moto does not look at."""

    def answered(environ, start_response):
        asked = dict(parse_qsl(environ.get("QUERY_STRING", "")))
        if "X-Amz-Signature" in asked:
            refusal = fault_of(
                environ["REQUEST_METHOD"], f"http://{environ['HTTP_HOST']}{environ['REQUEST_URI']}", asked
            )
            if refusal:
                start_response("403 Forbidden", [("Content-Type", "application/xml")])
                return [f"<Error><Code>{refusal}</Code></Error>".encode()]
        return store(environ, start_response)

    return answered


def fault_of(method: str, url: str, asked: dict[str, str]) -> str:
    """Return why a signed address is no good, or nothing; the signature is computed anew by botocore."""
    given = asked.pop("X-Amz-Signature")
    made = datetime.strptime(asked["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    if datetime.now(UTC) > made + timedelta(seconds=int(asked["X-Amz-Expires"])):
        return "AccessDenied: Request has expired"
    unsigned = "&".join(
        part for part in urlsplit(url).query.split("&") if not part.startswith("X-Amz-Signature=")
    )
    request = AWSRequest(method=method, url=urlunsplit(urlsplit(url)._replace(query=unsigned)))
    request.context["timestamp"] = asked["X-Amz-Date"]
    signer = S3SigV4QueryAuth(Credentials(KEY, SECRET), "s3", REGION)
    fitting = signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request)
    return "" if given == fitting else "SignatureDoesNotMatch"


@contextmanager
def object_store() -> Iterator[str]:
    """Run the store until the block ends, and give its address."""
    server = make_server(
        "127.0.0.1",
        0,
        gate(DomainDispatcherApplication(create_backend_app)),
        threaded=True,
        request_handler=Quiet,
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def client_of(endpoint: str):
    """Return a client of the store, to make buckets and to look into them."""
    return boto3.client(
        "s3", endpoint_url=endpoint, region_name=REGION, aws_access_key_id=KEY, aws_secret_access_key=SECRET
    )


def changed(address: str, **values: str) -> str:
    """Return a signed address with some of its query changed."""
    parts = urlsplit(address)
    asked = dict(parse_qsl(parts.query)) | {name.replace("_", "-"): value for name, value in values.items()}
    return urlunsplit(parts._replace(query=urlencode(asked)))
