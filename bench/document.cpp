// Construction of a document: from clean text, one paragraph a line, and from a damaged twin of it,
// cut at a column width with the indent lost, justification blanks and a blank line between lines.
#include <hantext/document.hpp>

#include "corpus.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

/// Cuts every line at 17 characters, the first at 15; every fourth line is letter-spaced.
std::string damaged(std::string_view clean) {
  std::string out;
  std::size_t room = 15;
  std::size_t lines = 0;
  std::string line;
  const auto finish = [&] {
    out += line;
    out += "\n\n";
    line.clear();
    ++lines;
  };
  for (const auto element : hantext::utf8::elements(clean)) {
    if (element.code_point == U'\n') {
      if (!line.empty()) finish();
      room = 15;
      continue;
    }
    const bool closing = hantext::chars::is_punctuation(element.code_point) &&
                         !hantext::chars::is_opening(element.code_point);
    if (room == 0 && !closing) {
      finish();
      room = 17;
    }
    if (lines % 4 == 3 && !line.empty() && element.length == 3) line += ' ';
    line += clean.substr(element.offset, element.length);
    if (room > 0) --room;
  }
  finish();
  return out;
}

void construct(benchmark::State& state, const std::string& raw, hantext::layout mode) {
  std::size_t changes = 0;
  for (auto _ : state) {
    const hantext::document page(raw, mode);
    changes = page.map().changes();
    benchmark::DoNotOptimize(page.text().data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(raw.size()));
  state.counters["changes_per_kB"] =
      1000.0 * static_cast<double>(changes) / static_cast<double>(raw.size());
}

void clean_text(benchmark::State& state) {
  construct(state, bench::corpus(), hantext::layout::automatic);
}
void damaged_text(benchmark::State& state) {
  static const std::string raw = damaged(bench::corpus());
  construct(state, raw, hantext::layout::automatic);
}
void clean_text_forced_whole(benchmark::State& state) {
  construct(state, bench::corpus(), hantext::layout::whole_lines);
}

void to_source(benchmark::State& state) {
  static const std::string raw = damaged(bench::corpus());
  const hantext::document page(raw);
  std::size_t i = 0;
  for (auto _ : state) {
    i = (i * 2654435761U + 1) % page.sentences().size();
    benchmark::DoNotOptimize(page.to_source(page.sentences()[i].text));
  }
}

BENCHMARK(clean_text)->Unit(benchmark::kMillisecond);
BENCHMARK(clean_text_forced_whole)->Unit(benchmark::kMillisecond);
BENCHMARK(damaged_text)->Unit(benchmark::kMillisecond);
BENCHMARK(to_source);

} // namespace
