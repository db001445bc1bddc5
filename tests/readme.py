"""Runs what README.md and examples/README.zh.md show: readme.py PROGRAM ROOT

Every block of the Chinese one stands in the English one, too, and their tables have the same
figures. Shell lines that call hantext are run in a folder with pages as they name them; rules are
compiled. The C++ block, the CMake blocks and the pack of all constructs have tests of their own; a
block of any other kind fails here.
"""

import gzip
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()
root = pathlib.Path(sys.argv[2]).resolve()


def blocks(path):
    text = path.read_text(encoding="utf-8")
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def fail(what):
    sys.exit(f"README: {what}")


english = blocks(root / "README.md")
chinese = blocks(root / "examples" / "README.zh.md")
for block in chinese:
    if block not in english:
        fail(f"only the Chinese one has\n{block[1]}")


def figures(path):
    """The figures of each row of its tables; in the table of headers, what stands after the texts."""
    rows = [line.strip("| ").split(" | ") for line in path.read_text(encoding="utf-8").splitlines()
            if line.startswith("| ")]
    return [re.findall(r"\d[\d.,]*|[GM]B", " ".join(cells[2:] if cells[0][0] == "`" else cells))
            for cells in rows]


for ours, theirs in zip(figures(root / "README.md"), figures(root / "examples" / "README.zh.md"),
                        strict=True):
    if ours != theirs:
        fail(f"a table has {ours}, and in Chinese {theirs}")

# What they link to exists.
for path in (root / "README.md", root / "examples" / "README.zh.md"):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target and not (path.parent / target).exists():
            fail(f"{path.name} links to {target}, which is not there")

with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    (work / "bin").mkdir()
    (work / "bin" / "hantext").symlink_to(program)
    shutil.copytree(root / "examples" / "data", work / "pages")
    page = (work / "pages" / "1.txt").read_text(encoding="utf-8")
    (work / "page.txt").write_text(page, encoding="utf-8")
    (work / "old.txt").write_text(page, encoding="gb18030")
    with gzip.open(work / "pages.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"meta": {"id": "a"}, "page": {"text": page}}) + "\n")

    def run(command):
        done = subprocess.run(["bash", "-c", "set -o pipefail\nPATH=$PWD/bin:$PATH\n" + command],
                              cwd=work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8")
        if done.returncode != 0:
            fail(f"{command}\nended with {done.returncode}\n{done.stdout}")
        return done.stdout

    for language, text in english:
        if language == "sh":
            for line in filter(None, text.splitlines()):
                script = re.match(r"sh (\S+)", line)
                if script:  # this very test runs in one of them
                    run(f"sh -n {root / script[1]}")
                elif "hantext" in line:
                    said = run(line)
                    numbers = re.search(r"# ([\d, ]+);", line)
                    if numbers and said.split() != numbers[1].split(", "):
                        fail(f"{line}\nprints {said}")
                else:
                    fail(f"a line of another kind: {line}")
        elif language == "text" and re.search(r"^(rule|lexicon) ", text, re.MULTILINE):
            (work / "my.rules").write_text(text, encoding="utf-8")
            run("hantext extract --rules my.rules pages/")
        elif language == "ebnf":  # the grammar stands in the header, too
            header = (root / "include" / "hantext" / "rules.hpp").read_text(encoding="utf-8")
            if text not in re.sub(r"^///(     )?", "", header, flags=re.MULTILINE):
                fail(f"rules.hpp has another grammar than\n{text}")
        elif language not in ("cpp", "text", "cmake", "rules"):
            fail(f"a block of a kind that no test knows: {language!r}\n{text}")
    for wanted in ("report.html", "report/index.html", "records.csv"):
        if not (work / wanted).exists():
            fail(f"{wanted} was not written")
