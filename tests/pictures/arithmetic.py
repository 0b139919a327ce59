"""A JPEG whose pixels are packed by arithmetic coding, as the standard allows and few programs write: flat grey."""

import struct

from .containers import segment

# The chain of states that a decision walks through while it always falls the same way: how likely the other way is.
RARE = (
    0x5A1D, 0x2586, 0x1114, 0x080B, 0x03D8, 0x01DA, 0x00E5, 0x006F, 0x0036, 0x001A, 0x000D, 0x0006, 0x0003, 0x0001,
)  # fmt: skip


class Packer:
    """The arithmetic coder of the JPEG standard (annex D), for decisions that never change their mind twice."""

    def __init__(self):
        self.low, self.width, self.left, self.waiting, self.out = 0, 0x10000, 11, 0, bytearray()
        self.states = {}

    def decide(self, context: str, way: int) -> None:
        """Code one decision, which has to fall the usual way of its context or be its first."""
        state, usual = self.states.get(context, (0, 0))
        rare = RARE[state]
        self.width -= rare
        if way != usual:
            if self.width >= rare:
                self.low += self.width
                self.width = rare
            self.states[context] = (1, way)
        else:
            if self.width >= 0x8000:
                return
            if self.width < rare:
                self.low += self.width
                self.width = rare
            self.states[context] = (min(state + 1, 13), usual)
        while self.width < 0x8000:
            self._shift()

    def _shift(self) -> None:
        self.width <<= 1
        self.low <<= 1
        self.left -= 1
        if self.left:
            return
        self._put(self.low >> 19)
        self.low &= 0x7FFFF
        self.left = 8

    def _put(self, byte: int) -> None:
        if byte > 0xFF:  # a carry runs back through what is written
            place = len(self.out) - 1
            while self.out[place] == 0xFF:
                self.out[place] = 0
                place -= 1
            self.out[place] += 1
        self.out.append(byte & 0xFF)

    def packed(self) -> bytes:
        """Return all that was coded, with a nought behind each byte that could be read as a marker."""
        # Any number from low to low + width ends the code; noughts at the end need not be written.
        last = (self.low + self.width - 1) & ~0xFFFF
        self.low = last + 0x8000 if last < self.low else last
        for _number in range(3):
            self.low <<= self.left
            self._put(self.low >> 19)
            self.low &= 0x7FFFF
            self.left = 8
        return bytes(self.out).rstrip(b"\0").replace(b"\xff", b"\xff\0")


def flat_grey(width: int, height: int) -> bytes:
    """Return a grey JPEG: no block differs from the one before, and each ends at once."""
    packer = Packer()
    for _block in range((-(-width // 8)) * (-(-height // 8))):
        packer.decide("difference", 0)
        packer.decide("end of block", 1)
    return (
        b"\xff\xd8"
        + segment(0xDB, b"\0" + b"\x08" * 64)
        + segment(0xC9, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0")
        + segment(0xDA, b"\x01\x01\0\0\x3f\0")
        + packer.packed()
        + b"\xff\xd9"
    )
