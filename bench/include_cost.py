"""What including a header costs: python3 bench/include_cost.py [COMPILER]

Compiles a file that includes nothing else, syntax only, and prints the median of the processor
times, less that of an empty file; and, where nlohmann/json.hpp is installed (Debian:
nlohmann-json3-dev), as a share of what that one costs. Rounds go over all headers in turn, so that
a busy machine slows all alike. build/release/hantext.single.hpp is measured where it is.
"""

import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
compiler = sys.argv[1] if len(sys.argv) > 1 else "g++"
single = root / "build" / "release"
headers = ["", "nlohmann/json.hpp"] + [
    f"hantext/{name}.hpp"
    for name in ("hantext report extract packs/china_gov rules dedup document numeral lexicon "
                 "decimal chars utf8/utf16 utf8/offset_map utf8 result").split()
] + ["hantext.single.hpp"]


def seconds(source):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", f"-I{root}/include",
                           f"-I{single}", source], stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) if done.returncode == 0 else None


with tempfile.TemporaryDirectory() as folder:
    times = {header: [] for header in headers}
    sources = {}
    for number, header in enumerate(headers):
        sources[header] = f"{folder}/{number}.cpp"
        pathlib.Path(sources[header]).write_text(f"#include <{header}>\n" if header else "\n")
    for _ in range(3):
        for header in headers:
            if times[header] is not None:
                time = seconds(sources[header])
                times[header] = times[header] + [time] if time is not None else None

empty = statistics.median(times[""])
costs = {h: statistics.median(t) - empty for h, t in times.items() if t and h}
unit = costs.get("nlohmann/json.hpp")
for header, cost in costs.items():
    share = f"  {cost / unit:5.2f}" if unit else ""
    print(f"{header:28} {cost * 1000:6.0f} ms{share}")
