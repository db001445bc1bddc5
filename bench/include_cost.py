"""What including a header costs: python3 bench/include_cost.py [COMPILER [HEADER…]]

Compiles a file that includes nothing else, syntax only, and prints the median of the processor
times, less that of an empty file; and, where nlohmann/json.hpp is installed (Debian:
nlohmann-json3-dev), as a share of what that one costs. Rounds go over all headers in turn, so that
a busy machine slows all alike. build/release/hantext.single.hpp is measured where it is. The last
line is what a pack of 50 rules in code (`rules::compiled`) costs beside its header. Headers that
are named, as hantext/numeral.hpp, are measured alone: for a machine that is quiet but for a minute.
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
    for name in ("hantext report extract extract/period packs/china_gov packs/built_in rules/explain "
                 "rules/typed rules dedup document numeral lexicon decimal chars utf8/utf16 "
                 "utf8/offset_map utf8 result").split()
] + ["hantext.single.hpp"]


def pack_of(rules):
    """A pack of half metrics, half names, each with a guard and fields."""
    words = ("造林 种草 开挖 疏浚 改造 新建 修建 铺设 安装 整治 清理 维修 拆除 完成 建成 发放 培训 检查 排查 "
             "整改 走访 慰问 救助 安置 帮扶").split()
    units = "亩 公里 户 人 处 座 间 条 项 家".split()
    text = (f"lexicon verb = {' '.join(words)} 开展(status=ongoing) ;\n"
            f"lexicon unit = {' '.join(units)} 公顷(base=m2,factor=10000) ;\n"
            "lexicon place (kind=town) = 清源县 云溪镇 安平街道 ;\n"
            "pattern name = ( not before(<verb>) [han] ){2,8} ;\n"
            "record metric set place = nearest <place> before in paragraph ;\n")
    for i in range(rules // 2):
        word, other, unit = words[i % 25], words[(i + 1) % 25], units[i % 10]
        text += (f'rule metric.m{i} emits metric at q = "{word}" "了"? what:[han]{{0,6}}? q:( n:@number '
                 f'unit:( "{unit}" | <unit> ) ) not before("路")\n  unless @number | "{other}" between '
                 f'what and q where n.value > {i}\n'
                 "  set value = n.value, bound = n.bound, unit = unit, what = what ;\n"
                 f'rule work.w{i} emits work at title = v:<verb> "了"? title:( name ( "{word}行动" | '
                 f'"{other}工程" ) ) before(edge | [punctuation])\n  within clause set status = v.status or '
                 '"ongoing", size = nearest @metric.value after in clause within 12 ;\n')
    return text


def seconds(source):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", f"-I{root}/include",
                           f"-I{single}", source], stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) if done.returncode == 0 else None


if sys.argv[2:]:
    headers = headers[:2] + sys.argv[2:]
compiled = "#include <hantext/rules/compiled.hpp>\n"
packs = {"rules/compiled.hpp": compiled, "… with 50 rules":
         compiled + 'const auto& p = hantext::rules::compiled<R"(' + pack_of(50) + ')">.get();\n'}

with tempfile.TemporaryDirectory() as folder:
    times = {header: [] for header in headers}
    sources = {}
    for number, header in enumerate(headers):
        sources[header] = f"{folder}/{number}.cpp"
        pathlib.Path(sources[header]).write_text(f"#include <{header}>\n" if header else "\n")
    for name, source in packs.items() if not sys.argv[2:] else ():
        times[name] = []
        sources[name] = f"{folder}/{len(sources)}.cpp"
        pathlib.Path(sources[name]).write_text(source)
    for _ in range(3):
        for header in times:
            if times[header] is not None:
                time = seconds(sources[header])
                times[header] = times[header] + [time] if time is not None else None

pack = times.pop("… with 50 rules", None)
empty = statistics.median(times[""])
costs = {h: statistics.median(t) - empty for h, t in times.items() if t and h}
unit = costs.get("nlohmann/json.hpp")
for header, cost in costs.items():
    share = f"  {cost / unit:5.2f}" if unit else ""
    print(f"{header:28} {cost * 1000:6.0f} ms{share}")
if pack:
    more = statistics.median(pack) - empty - costs["rules/compiled.hpp"]
    print(f"{'a pack of 50 rules in code':28} {more * 1000:6.0f} ms more than its header")
