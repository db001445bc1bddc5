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

# The tables of the Markdown report: the columns that fit a terminal, and their first rows.
awk -F '|' '
  BEGIN {
    columns["Documents"] = " doc bytes paragraphs metrics initiatives duplicates "
    columns["Metrics"] = " quote value unit trend indicator actor "
    columns["Initiatives"] = " name kind status actor "
    columns["Duplicates"] = " group kind similarity doc paragraph text "
    most = 10
  }
  function end_section() {
    if (row > most + 2) print "  … " row - most - 2 " more"
    row = 0
  }
  /^## / { end_section(); section = substr($0, 4) }
  /^\|/ {
    row++
    if (row == 1) { # the header
      print "\n" section
      count = 0
      for (i = 2; i < NF; i++) {
        name = $i
        gsub(/ /, "", name)
        if (index(columns[section], " " name " ")) shown[++count] = i
      }
    }
    if (row == 2 || row > most + 2) next # 2 is the rule under the header
    line = " "
    for (i = 1; i <= count; i++) line = line $(shown[i])
    sub(/ +$/, "", line)
    print line
  }
  END { end_section() }
' "$demo/report.md"

echo
echo "All records:  $demo/records.jsonl"
echo "The report:   $demo/report.html (open it in a browser)"
