// Construction of a document: from clean text, one paragraph a line, and from a damaged twin of it
// that the generator of the tests makes; look-up in its map. "peak" is the most memory that was
// allocated at a time, "kept" what the finished document holds, both as multiples of the source,
// which is not counted itself.
#include <hantext/document.hpp>

#include "../tests/damage.hpp"
#include "corpus.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

namespace {

std::size_t allocated = 0;
std::size_t most_allocated = 0;

/// Before each block stands how large it is.
constexpr std::size_t header = 16;

void* allocate(std::size_t size) {
  void* const block = std::malloc(size + header);
  if (block == nullptr) std::abort();
  *static_cast<std::size_t*>(block) = size;
  allocated += size;
  most_allocated = std::max(most_allocated, allocated);
  return static_cast<char*>(block) + header;
}
void release(void* memory) noexcept {
  if (memory == nullptr) return;
  void* const block = static_cast<char*>(memory) - header;
  allocated -= *static_cast<std::size_t*>(block);
  std::free(block);
}

} // namespace

void* operator new(std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }

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
  const std::size_t before = allocated;
  most_allocated = before;
  std::size_t kept = 0;
  for (auto _ : state) {
    const hantext::document page(raw, mode);
    changes = page.map().changes();
    map_bytes = page.map().memory();
    kept = allocated - before;
    benchmark::DoNotOptimize(page.text().data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(raw.size()));
  state.counters["peak"] =
      static_cast<double>(most_allocated - before) / static_cast<double>(raw.size());
  state.counters["kept"] = static_cast<double>(kept) / static_cast<double>(raw.size());
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
