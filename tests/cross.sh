#!/bin/sh
# Builds the tests of floor 0 for another processor and runs them: cross.sh COMPILER EMULATOR WORK
set -eu
compiler=$1 emulator=$2 work=$3
tests=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"
# Each file by itself, so that little memory is needed; Catch2's own main only once.
for name in main utf8 utf8_kernels utf8_utf16 utf8_offset_map chars; do
  if [ "$name" != main ] || [ ! -f "$work/main.o" ]; then
    "$compiler" -std=c++20 -O1 -Wall -Wextra -I"$tests/../include" -I"$tests" -c "$tests/$name.cpp" \
      -o "$work/$name.o"
  fi
done
"$compiler" -static "$work"/*.o -o "$work/tests"
# The longest one tries the scalar code alone, which the ordinary tests have done.
exec "$emulator" "$work/tests" '~all sequences of three bytes*'
