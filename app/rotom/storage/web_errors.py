"""What the hub's refusals and a lost network mean, in one sentence each."""

import re
from collections.abc import Mapping

import httpx2

from rotom.domain.catalog import HUB
from rotom.domain.wording import worded
from rotom.storage.errors import StorageError


class WebError(StorageError):
    """What the network or the hub did not give, in one sentence.

    `may_pass`: asking again can help, after `retry_after_s` where the hub says so.
    """

    def __init__(self, says: str, may_pass: bool = False, retry_after_s: float | None = None):
        super().__init__(says)
        self.may_pass = may_pass
        self.retry_after_s = retry_after_s


def check(response: httpx2.Response, is_hub: bool, told: Mapping[str, str]) -> None:
    """Closes the answer and raises a WebError where it brings no file."""
    code = response.status_code
    if code in {httpx2.codes.OK, httpx2.codes.PARTIAL_CONTENT}:
        return
    response.close()
    path = response.request.url.path
    of = "/".join(path.strip("/").removeprefix("api/models/").split("/")[:2])
    if code == httpx2.codes.TOO_MANY_REQUESTS:
        wait_s = _retry_after_s(response.headers)
        raise WebError(
            worded("The hub asks to wait: too much was fetched at once. Try again later.")
            if wait_s is None
            else worded(
                "The hub asks to wait {wait_s:.0f} s: too much was fetched at once. "
                "Try again later.",
                wait_s=wait_s,
            ),
            may_pass=True,
            retry_after_s=wait_s,
        )
    if code >= 500:
        raise WebError(
            worded("The hub has trouble of its own ({code}). Try again later.", code=code),
            may_pass=True,
            retry_after_s=_retry_after_s(response.headers),
        )
    if not is_hub:  # its signed address has run out; the hub gives a new one
        raise WebError(
            worded("The hub's storage refuses the file ({code}).", code=code), may_pass=True
        )
    if code == httpx2.codes.UNAUTHORIZED:
        raise WebError(
            worded(
                "The hub does not show {of} to strangers, or it is gone. Set HF_TOKEN to "
                "an access token of yours, or choose another model.",
                of=of,
            )
        )
    if code == httpx2.codes.FORBIDDEN:
        raise WebError(
            worded(
                "The hub does not give {of} to you yet. Accept its licence at {hub}/{of}, "
                "and set HF_TOKEN to an access token of yours.",
                of=of,
                hub=HUB,
            )
        )
    if code == httpx2.codes.NOT_FOUND:
        what = told.get("X-Error-Code", "")
        raise WebError(
            worded(
                "The hub has no {name} in {of}{code}. Choose another model.",
                name=path.rsplit("/", 1)[1],
                of=of,
                code=f" ({what})" if what else "",
            )
        )
    raise WebError(worded("The hub refuses {of} ({code}).", of=of, code=code), may_pass=code == 416)


def _retry_after_s(headers: httpx2.Headers) -> float | None:
    """Seconds from `Retry-After`, or from the hub's `RateLimit: "...";r=0;t=seconds`."""
    for name, pattern in (
        ("Retry-After", r"\s*(\d{1,6})\s*"),
        ("RateLimit", r".*;t=(\d{1,6})\b.*"),
    ):
        if found := re.fullmatch(pattern, headers.get(name, "")):
            return float(found[1])
    return None


def lost(error: httpx2.RequestError) -> WebError:
    """The sentence for a connection that did not come about, or ended."""
    reason = str(error).strip().rstrip(".") or type(error).__name__
    match error:
        case httpx2.UnsupportedProtocol() | httpx2.LocalProtocolError():
            return WebError(worded("The hub cannot be asked ({reason}).", reason=reason))
        case httpx2.ConnectError() if "CERTIFICATE" in reason.upper():
            return WebError(
                worded(
                    "The hub does not prove who it is ({reason}). Check the date of this "
                    "machine, and whether somebody sits between it and the network.",
                    reason=reason,
                )
            )
        case httpx2.ConnectError() if "[Errno -" in reason:  # no name is found for an address
            return WebError(
                worded(
                    "The hub is not found: is this machine online? Check the network and try again."
                ),
                True,
            )
        case httpx2.ConnectError() | httpx2.ConnectTimeout() | httpx2.ProxyError():
            return WebError(
                worded(
                    "The hub cannot be reached ({reason}). Check the network and try again.",
                    reason=reason,
                ),
                True,
            )
    return WebError(
        worded("The connection was lost ({reason}). Try again.", reason=reason), may_pass=True
    )
