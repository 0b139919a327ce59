"""By which words each cause of a refusal is known. When a sentence is worded anew, this is the place to change."""

import re
import unicodedata

from django.core.exceptions import ValidationError

from .odd_files import Cause

# The cause is known by the code of its refusal; these words have to be in the English sentence besides.
SENTENCES = {
    Cause.NOT_A_PICTURE: r"is not a JPEG, PNG or WebP picture\. Save it as JPEG",
    Cause.HEIC: r"is a HEIC picture.*Export it as JPEG",
    Cause.EMPTY: r"is empty\. Copy it again",
    Cause.DAMAGED: r"is damaged or cut short.*Copy it again",
    Cause.TOO_HEAVY: r"is \S+\sMB; the limit is \S+\sMB\. Save it smaller",
    Cause.TOO_MANY_PIXELS: r"(pixels; the limit is|unpacks to more than) \d+ million.*Save it smaller",
    Cause.TOO_SMALL: r"has only \d+ × \d+ pixels; it needs \d+.*Choose a larger",
    Cause.TOO_LONG: r"has \d+ × \d+ pixels; neither side may have more than \d+\. Save it smaller",
    Cause.ANIMATED: r"is an animation\. Save one picture of it as JPEG",
}
HIDDEN = {"Cc", "Cs"}  # control characters, halves of letters
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
LONGEST = 400  # letters of a whole sentence


def cause_of(refusal: ValidationError) -> Cause:
    """Return the cause that a refusal gives, after its sentence was found to say so."""
    error = refusal.error_list[0]
    cause = Cause(error.code)
    assert len(refusal.messages) == 1
    assert re.search(SENTENCES[cause], refusal.messages[0]), refusal.messages[0]
    return cause


def flaws_of(sentence: str) -> list[str]:
    """Return what an editor should not be shown in a sentence that repeats the name of a file."""
    flaws = [
        f"U+{ord(letter):04X}"
        for letter in sentence
        if unicodedata.category(letter) in HIDDEN or TURNING.match(letter)
    ]
    flaws += [part for part in ("../", "/etc", "C:\\") if part in sentence]
    if len(sentence) > LONGEST:
        flaws.append(f"{len(sentence)} letters")
    return flaws
