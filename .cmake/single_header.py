"""Writes all of hantext into one header: single_header.py INCLUDE OUTPUT VERSION

Own #include lines are replaced by what they name: once where the file says `#pragma once`, each time
where it does not. Standard headers that stand outside of every condition move to the top.
"""

import pathlib
import re
import sys


class Joiner:
    def __init__(self, root):
        self.root = root
        self.seen = set()
        self.system = set()
        self.lines = []
        self.depth = 0  # of preprocessor conditions that are open

    def add(self, name):
        if name in self.seen:
            return
        text = (self.root / name).read_text(encoding="utf-8")
        if "#pragma once" in text:
            if self.depth:
                sys.exit(f"{name}: included under a condition, so it would be missing without it")
            self.seen.add(name)
        self.lines.append(f"// ---- {name}")
        for line in text.splitlines():
            own = re.match(r"#include <(hantext/[^>]+)>", line)
            system = re.match(r"#include <([^>/]+)>", line)
            if own:
                self.add(own[1])
            elif system and self.depth == 0:
                self.system.add(system[1])
            elif line != "#pragma once":
                if re.match(r"#\s*if", line):
                    self.depth += 1
                elif re.match(r"#\s*endif", line):
                    self.depth -= 1
                self.lines.append(line)

    def text(self, version):
        head = [
            f"// hantext {version} in one header. Made from include/hantext; change it there.",
            "// MIT licence, see LICENSE of the project.",
            "#pragma once",
            "",
            *(f"#include <{name}>" for name in sorted(self.system)),
            "",
        ]
        joined = "\n".join(head + self.lines) + "\n"
        return re.sub(r"\n{3,}", "\n\n", joined)


def main():
    include, output, version = sys.argv[1:]
    joiner = Joiner(pathlib.Path(include))
    joiner.add("hantext/hantext.hpp")
    pathlib.Path(output).write_text(joiner.text(version), encoding="utf-8", newline="\n")


main()
