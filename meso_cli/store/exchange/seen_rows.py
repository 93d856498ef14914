"""Which rows a document has named so far: one bit each, so that millions of them fit into memory."""

_PAGE = 1 << 15
"""Numbers that share a page: most documents have them in a row."""


class SeenRows:
    """A set of row numbers."""

    def __init__(self) -> None:
        self._pages: dict[int, bytearray] = {}

    def __contains__(self, number: int) -> bool:
        page = self._pages.get(number // _PAGE)
        return page is not None and bool(page[number % _PAGE >> 3] & 1 << (number & 7))

    def add(self, number: int) -> bool:
        """Whether it was not among them before."""
        page = self._pages.get(number // _PAGE)
        if page is None:
            page = self._pages[number // _PAGE] = bytearray(_PAGE // 8)
        place, bit = number % _PAGE >> 3, 1 << (number & 7)
        if page[place] & bit:
            return False
        page[place] |= bit
        return True
