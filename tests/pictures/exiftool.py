"""A second opinion of another program: exiftool reads stored files, and finds their size and coding alone."""

import json
import shutil
import subprocess
from pathlib import Path

EXIFTOOL = shutil.which("exiftool")
# Groups that tell of the file on the disk, and what follows from its size.
OF_THE_FILE = {"SourceFile", "System"}
PLAIN = {
    "ExifTool": {"ExifToolVersion"},
    "File": {
        *("FileType", "FileTypeExtension", "MIMEType", "ImageWidth", "ImageHeight", "EncodingProcess"),
        *("BitsPerSample", "ColorComponents", "YCbCrSubSampling"),
    },
    "Composite": {"ImageSize", "Megapixels"},
    "JFIF": {"JFIFVersion", "ResolutionUnit", "XResolution", "YResolution"},
    "RIFF": {"VP8Version", "ImageWidth", "ImageHeight", "HorizontalScale", "VerticalScale", "AlphaIsUsed"},
    "QuickTime": {
        *("MajorBrand", "MinorVersion", "CompatibleBrands", "HandlerType", "PrimaryItemReference"),
        *("ImageWidth", "ImageHeight", "ImageSpatialExtent", "ImagePixelDepth", "MediaDataSize", "MediaDataOffset"),
        *("AV1ConfigurationVersion", "ChromaFormat", "ChromaSamplePosition", "ColorProfiles", "ColorPrimaries"),
        *("TransferCharacteristics", "MatrixCoefficients", "VideoFullRangeFlag", "PixelAspectRatio"),
        *("SeqProfile", "SeqLevelIdx0", "SeqTier0", "HighBitDepth", "TwelveBit", "InitialDelaySamples", "MediaData"),
    },
}  # fmt: skip


def strange_tags(*paths: Path) -> dict[str, list[str]]:
    """Return, by path, the tags of these files or folders that do not tell of pixels alone."""
    answer = subprocess.run(
        [EXIFTOOL, "-json", "-G0:1", "-a", "-u", "-r", *map(str, paths)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    found = {}
    for file in json.loads(answer.stdout):
        tags = [f"{name}={value}" for name, value in file.items() if _is_strange(name)]
        if tags:
            found[file["SourceFile"]] = tags
    return found


def _is_strange(tag: str) -> bool:
    if tag == "SourceFile":
        return False
    groups, _colon, name = tag.rpartition(":")
    group, *inner = groups.split(":")
    if group in OF_THE_FILE or set(inner) & OF_THE_FILE:
        return False
    return name not in PLAIN.get(group, ())
