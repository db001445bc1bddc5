#!/bin/sh
# Installs what is missing, builds the program hantext, runs it on the sample pages and shows what
# it found: sh examples/run.sh
set -eu
cd "$(dirname "$0")/.."
cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

sh .ci/install c++=g++ cmake=cmake ninja=ninja-build
cmake --preset release >/dev/null
cmake --build --preset release --parallel "$cores" --target hantext_program

hantext=build/release/examples/hantext/hantext
demo=build/demo
mkdir -p "$demo"
"$hantext" extract -o "$demo/records.jsonl" examples/data
"$hantext" extract --format html -o "$demo/report.html" examples/data
"$hantext" extract --format md -o "$demo/report.md" examples/data

# The tables of the Markdown report, with the columns that fit a terminal and their first rows.
echo
awk '
  BEGIN {
    FS = "|"
    most["Metrics"] = 10; most["Initiatives"] = 8; most["Duplicates"] = 8
    split("quote value unit trend indicator name kind actor status", names, " ")
    for (i in names) wanted[names[i]] = 1
  }
  /^## / { section = substr($0, 4); row = 0; left = 0; next }
  !/^\|/ { next }
  {
    row++
    if (row == 2) next # the rule under the header
    if (row == 1) {
      print section
      columns = 0
      for (i = 2; i < NF; i++) {
        name = $i
        gsub(/ /, "", name)
        if (!(section in most) || section == "Duplicates" || name in wanted) keep[++columns] = i
      }
    }
    if (section in most && row > most[section] + 2) { more[section]++; next }
    line = " "
    for (i = 1; i <= columns; i++) line = line $(keep[i])
    sub(/ +$/, "", line)
    print line
    last = section
  }
  /^$/ { }
  END { }
' "$demo/report.md"

echo
echo "All records:  $demo/records.jsonl"
echo "The report:   $demo/report.html (open it in a browser)"
