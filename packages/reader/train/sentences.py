"""The sentences of a passage, as spans of characters."""
import re


def sentences(text):
    begin, out = 0, []
    for m in re.finditer(r"(?<=[.!?])[\"”’)]*\s+(?=[“\"'(A-Z0-9])", text):
        out.append((begin, m.start()))
        begin = m.end()
    return [(b, e) for b, e in out + [(begin, len(text))] if e > b]
