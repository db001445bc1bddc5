#!/bin/sh
# Installs what is missing, builds all tests and runs them: sh tests/run.sh [PRESET]
# PRESET is one of CMakePresets.json: tests (the default), dev, asan, clang.
set -eu
cd "$(dirname "$0")/.."
preset=${1:-tests}
cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

case $preset in
  clang) extra='clang++=clang libbenchmark-dev' ;;
  *) extra='' ;;
esac
# shellcheck disable=SC2086 # one word a package
sh .ci/install c++=g++ cmake=cmake ninja=ninja-build catch2 python3=python3 \
  $extra

cmake --preset "$preset"
cmake --build --preset "$preset" --parallel "$cores"
ctest --preset "$preset" --parallel "$cores"
