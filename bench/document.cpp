// Construction of a document: from clean text, one paragraph a line, and from a damaged twin of it
// that the generator of the tests makes; look-up in its map.
#include <hantext/document.hpp>

#include "../tests/damage.hpp"
#include "corpus.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

/// Lines of 17 characters, the indent lost, about every fourth spaced out, blank lines between.
const std::string& twin() {
  static const std::string raw = [] {
    damage::ways how;
    how.interline = how.justified = true;
    return damage::cut_twin(bench::corpus(), how, 17);
  }();
  return raw;
}

void construct(benchmark::State& state, const std::string& raw, hantext::layout mode) {
  std::size_t changes = 0;
  std::size_t map_bytes = 0;
  for (auto _ : state) {
    const hantext::document page(raw, mode);
    changes = page.map().changes();
    map_bytes = page.map().memory();
    benchmark::DoNotOptimize(page.text().data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(raw.size()));
  state.counters["map_bytes_per_kB"] =
      1000.0 * static_cast<double>(map_bytes) / static_cast<double>(raw.size());
  state.counters["changes_per_kB"] =
      1000.0 * static_cast<double>(changes) / static_cast<double>(raw.size());
}

void clean_text(benchmark::State& state) {
  construct(state, bench::corpus(), hantext::layout::automatic);
}
void damaged_text(benchmark::State& state) { construct(state, twin(), hantext::layout::automatic); }
void clean_text_forced_whole(benchmark::State& state) {
  construct(state, bench::corpus(), hantext::layout::whole_lines);
}

void to_source(benchmark::State& state) {
  const hantext::document page(twin());
  std::size_t i = 0;
  for (auto _ : state) {
    i = (i * 2654435761U + 1) % page.sentences().size();
    benchmark::DoNotOptimize(page.to_source(page.sentences()[i].text));
  }
}

void cursor_to_source(benchmark::State& state) {
  const hantext::document page(twin());
  hantext::source_map::cursor cursor(page.map());
  std::size_t i = 0;
  for (auto _ : state) {
    i = i + 1 < page.sentences().size() ? i + 1 : 0;
    benchmark::DoNotOptimize(cursor.to_source(page.sentences()[i].text));
  }
}

void folded(benchmark::State& state) {
  const hantext::document page(bench::corpus());
  for (auto _ : state)
    benchmark::DoNotOptimize(page.folded().text().data());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page.text().size()));
}

BENCHMARK(clean_text)->Unit(benchmark::kMillisecond);
BENCHMARK(clean_text_forced_whole)->Unit(benchmark::kMillisecond);
BENCHMARK(damaged_text)->Unit(benchmark::kMillisecond);
BENCHMARK(to_source);
BENCHMARK(cursor_to_source);
BENCHMARK(folded)->Unit(benchmark::kMillisecond);

} // namespace
