"""Metrics and initiatives of a page, from Python: analyze.py LIBRARY

LIBRARY is what the build made of hantext_c.cpp (libhantext_c.so). Only ctypes is needed.
"""

import ctypes
import json
import sys


class Hantext:
    def __init__(self, library):
        self._library = ctypes.CDLL(library)
        analyze = self._library.hantext_analyze
        analyze.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p,
                            ctypes.POINTER(ctypes.c_size_t)]
        analyze.restype = ctypes.c_void_p  # not c_char_p, which would lose the pointer to free
        self._library.hantext_free.argtypes = [ctypes.c_void_p]

    def analyze(self, page, doc=""):
        """The records of a page (bytes or str) as dicts; offsets are bytes of its UTF-8."""
        if isinstance(page, str):
            page = page.encode("utf-8")
        size = ctypes.c_size_t()
        records = self._library.hantext_analyze(page, len(page), doc.encode(), ctypes.byref(size))
        if not records:
            raise MemoryError
        try:
            lines = ctypes.string_at(records, size.value).decode("utf-8").splitlines()
        finally:
            self._library.hantext_free(records)
        return [json.loads(line) for line in lines]


page = (
    "今年以来，清源县开展“清水入河”行动，清\n"
    "理河道30多公里，投 入 资 金 1.2 亿 元 ，水\n"
    "质达标率同比提高3.5个百分点。\n"
)
for record in Hantext(sys.argv[1]).analyze(page, "page 1"):
    if record["type"] == "metric":
        quote = page.encode()[record["start"]:record["end"]].decode()
        print(record["indicator"], record["value"], record["unit"], quote, sep=" | ")
    elif record["type"] == "initiative":
        print(record["name"], record["kind"], record["actor"], sep=" | ")
# Output:
# 清理河道 | 30 | 公里 | 30多公里
# 投入资金 | 120000000 | 元 | 1.2 亿 元
# 水质达标率 | 3.5 | 百分点 | 3.5个百分点
# 清水入河行动 | campaign | 清源县
