"""The same inputs, here and with peers.

compare.py PROGRAM [NODE_MODULES [TEXT]]   five short ones, as a Markdown table; with TEXT, a file of
                                           some megabytes, also how fast its first megabyte is read
                                           here (all of `hantext extract`, in one thread) and by
                                           Recognizers-Text (numbers, percentages, currencies and
                                           dimensions, what it reads of it in 10 seconds): medians
                                           of three, by turns
compare.py PROGRAM --copies COUNT          so many generated paragraphs, every tenth of them copied
                                           with up to a fifth of its characters edited: time and
                                           recall of `dedup` and of datasketch (trigrams,
                                           128 permutations, its own LSH)

Needs jionlp, cn2an and datasketch (pip), @microsoft/recognizers-text-suite (npm, in NODE_MODULES);
what is missing is said in its cell.
"""

import base64
import contextlib
import io
import itertools
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

program = sys.argv[1]
modules = sys.argv[2] if len(sys.argv) > 2 else "node_modules"

edited = ["清源县水利站昨日检修了三台水泵，保障灌溉用水。", "清源县水利站昨天检修三台水泵，保障了灌溉用水。"]
inputs = [
    ("figures in a sentence", "今年以来，清源县投入资金1.2亿元，新修道路三十多公里。".encode()),
    ("a range and an estimate", "每户补助3至5万元，惠及近千人，满意率百分之九十八。".encode()),
    ("cut lines, spaced out", ("今年以来，清源县开展“清水入河”行动，清\n理河道30多公里，投 入 资 金 1.2 亿 元 ，水\n"
                               "质达标率同比提高3.5个百分点。\n").encode()),
    ("two edited copies", "\n\n".join(edited).encode()),
    ("damaged bytes", "清源县".encode() + b"\xe6\xb2" + "三万元。".encode()),
]


def quietly(work):
    """What `work` returns; what it prints on the way is dropped."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            return work()
        except ImportError as problem:
            return f"(not installed: {problem.name})"
        except Exception as problem:  # the table says what the peer does with such input
            return f"{type(problem).__name__}: {problem}"


def hantext(data):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "page.txt"
        path.write_bytes(data)
        done = subprocess.run([program, "extract", path], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding="utf-8")
    said = []
    for line in done.stdout.splitlines():
        record = json.loads(line)
        if record["type"] == "metric":
            high = f"–{record['value_high']}" if "value_high" in record else ""
            bound = "" if record["bound"] == "exact" else record["bound"] + " "
            said.append(f"{record['indicator'] or '?'}: {bound}{record['value']}{high} "
                        f"{record['unit']}{' / ' + record['per'] if 'per' in record else ''} [{record['start']}-{record['end']})")
        elif record["type"] == "duplicate":
            said.append(f"{record['kind']} {record['similarity']}")
    for line in done.stderr.splitlines():
        if "byte" in line:
            said.append(line.split("page.txt: ")[1])
    return "; ".join(said) or "nothing"


def jionlp(data):
    import jionlp as jio
    return "; ".join(f"{one['text']} = {one['detail'].get('num', '?')} {one['detail'].get('case', one['detail'].get('definition', ''))} {one['offset']}"
                     for one in jio.ner.extract_money(data.decode("utf-8", "replace"), with_parsing=True)
                     ) or "no sum of money"


def cn2an(data):
    import cn2an as peer
    return peer.transform(data.decode("utf-8", "replace"), "cn2an")


def datasketch(data):
    from datasketch import MinHash
    sketches = []
    for text in data.decode("utf-8", "replace").split("\n\n"):
        sketch = MinHash(num_perm=128)
        for i in range(len(text) - 2):
            sketch.update(text[i:i + 3].encode())
        sketches.append(sketch)
    if len(sketches) < 2:
        return "one text"
    return f"Jaccard of 3-grams {sketches[0].jaccard(sketches[1]):.2f}"


def copies(count):
    """So many paragraphs of words used as often as words are (Zipf's law), and the copies' pairs."""
    chance = random.Random(1)
    words = ["".join(chr(0x4E00 + 5 * int(3500 * chance.random() ** 2.2))
                     for _ in range(1 if i < 100 else 2 + chance.randrange(8) // 6))
             for i in range(40000)]
    shares = list(itertools.accumulate(1 / (i + 2.7) for i in range(len(words))))
    texts, pairs = [], []
    while len(texts) < count:
        text = ""
        length = 30 + chance.randrange(90)
        while len(text) < length:
            text += "".join(chance.choices(words, cum_weights=shares, k=20))
        texts.append(text[:length])
        if chance.randrange(10) != 0 or len(texts) == count:
            continue
        letters = list(texts[-1])
        for _ in range(chance.randrange(length // 5 + 1)):
            at = chance.randrange(len(letters))
            letter = chr(0x4E00 + chance.randrange(4000))
            letters[at:at + chance.choice([0, 1, 1, 1])] = chance.choice([[letter], [letter], []])
        texts.append("".join(letters))
        pairs.append((len(texts) - 2, len(texts) - 1))
    return texts, pairs


def near(a, b):
    """Whether at most a fifth of the longer text's characters need an edit."""
    row = list(range(len(b) + 1))
    for i, c in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, d in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (c != d))
    return 5 * row[-1] <= max(len(a), len(b))


def copies_here(texts):
    """What `dedup` finds, and the seconds from reading the file to having written the records."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps({"id": str(i), "text": text}, ensure_ascii=False) + "\n"
                                for i, text in enumerate(texts)), encoding="utf-8")
        begin = time.perf_counter()
        done = subprocess.run([program, "dedup", "--input", "jsonl", "--quiet", path], check=True,
                              stdout=subprocess.PIPE, encoding="utf-8")
        seconds = time.perf_counter() - begin
    group_of = {}
    for number, line in enumerate(done.stdout.splitlines()):
        record = json.loads(line)
        for member in record["members"] if record["kind"] in ("exact", "near") else []:
            group_of[int(member["doc"].rsplit(":", 1)[-1])] = number
    return seconds, lambda a, b: a in group_of and group_of[a] == group_of.get(b)


def copies_there(texts):
    """What datasketch proposes, unverified, and the seconds that it took."""
    from datasketch import MinHash, MinHashLSH
    begin = time.perf_counter()
    index = MinHashLSH(threshold=0.8, num_perm=128)
    proposed = []
    for i, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([text[j:j + 3].encode() for j in range(len(text) - 2)])
        proposed.append(set(index.query(sketch)))
        index.insert(i, sketch)
    return time.perf_counter() - begin, lambda a, b: a in proposed[b]


if "--copies" in sys.argv:
    texts, pairs = copies(int(sys.argv[sys.argv.index("--copies") + 1]))
    pairs = [(a, b) for a, b in pairs if near(texts[a], texts[b])]
    print("| | seconds | paragraphs a second | recall |\n| --- | --- | --- | --- |")
    for name, run in ("hantext dedup", copies_here), ("datasketch", copies_there):
        seconds, found = run(texts)
        recall = sum(found(a, b) for a, b in pairs) / len(pairs)
        print(f"| {name} | {seconds:.2f} | {len(texts) / seconds:,.0f} | {recall:.4f} |", flush=True)
    sys.exit()


def node(texts, *arguments):
    done = subprocess.run(["node", pathlib.Path(__file__).with_name("recognizers.cjs"), *arguments],
                          input=json.dumps([base64.b64encode(text).decode() for text in texts]),
                          stdout=subprocess.PIPE, encoding="utf-8", check=True,
                          env={**os.environ, "NODE_PATH": modules})
    return json.loads(done.stdout)


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", "⏎")


others = quietly(lambda: node([data for _, data in inputs]))
print("| input | hantext | Recognizers-Text | JioNLP (money) | cn2an (transform) | datasketch | "
      "simdutf |\n| --- | --- | --- | --- | --- | --- | --- |")
for i, (name, data) in enumerate(inputs):
    if isinstance(others, str):
        recognized = valid = others
    else:
        one = others["results"][i]
        recognized = "; ".join(one["recognizers"]) or "nothing"
        valid = "valid" if one["simdutf"] else "not valid"
    row = [f"{name}: {data.decode('utf-8', 'replace')}", hantext(data), recognized,
           quietly(lambda: jionlp(data)), quietly(lambda: cn2an(data)),
           quietly(lambda: datasketch(data)), valid]
    print("| " + " | ".join(map(cell, row)) + " |")

if len(sys.argv) > 3:
    text = pathlib.Path(sys.argv[3]).read_bytes()[:1 << 20]
    text = text[:text.rindex(b"\n") + 1]
    here, there = [], []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "page.txt"
            path.write_bytes(text)
            begin = time.perf_counter()
            subprocess.run([program, "extract", "--jobs", "1", path], check=True,
                           stdout=subprocess.DEVNULL)
            here.append(len(text) / (time.perf_counter() - begin))
        run = node([text], "10")
        there.append(run["bytes"] / run["seconds"])
    fast, slow = statistics.median(here), statistics.median(there)
    print(f"\nhantext {fast / 1e6:.2f} MB/s, Recognizers-Text {slow / 1e6:.3f} MB/s: "
          f"{fast / slow:.0f} times as fast")
