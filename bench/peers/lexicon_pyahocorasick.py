"""Many words in one text with pyahocorasick: lexicon_pyahocorasick.py TEXT WORDS

WORDS is what `bench_lexicon_peers COUNT WORDS` writes.
"""

import pathlib
import sys
import time

import ahocorasick

data = pathlib.Path(sys.argv[1]).read_bytes()
text = data.decode()
words = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").split()
automaton = ahocorasick.Automaton()
for number, word in enumerate(words):
    automaton.add_word(word, number)
automaton.make_automaton()
best = 1e9
for _ in range(3):
    begin = time.perf_counter()
    matches = sum(1 for _ in automaton.iter(text))
    best = min(best, time.perf_counter() - begin)
print(f"pyahocorasick {len(data) / 1e6 / best:8.1f} MB/s  {matches} matches")
