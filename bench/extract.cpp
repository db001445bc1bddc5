// From the bytes of a page to records: all that `hantext extract` does, but reading and writing.
#include <hantext/extract.hpp>
#include <hantext/report.hpp>

#include "corpus.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

// The corpus in pages of about the size of a newspaper page, cut at line ends.
std::vector<std::string_view> pages_of(std::string_view text) {
  constexpr std::size_t page_size = 20'000;
  std::vector<std::string_view> pages;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (end > page_size) {
      end = text.find('\n', page_size);
      end = end == std::string_view::npos ? text.size() : end + 1;
    }
    pages.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return pages;
}

void set_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bench::corpus().size()));
}

void analyze(benchmark::State& state) {
  const auto pages = pages_of(bench::corpus());
  for (auto _ : state) {
    for (const std::string_view page : pages)
      benchmark::DoNotOptimize(hantext::analyze(page));
  }
  set_bytes(state);
}
BENCHMARK(analyze)->Unit(benchmark::kMillisecond);

// Analysis, duplicates among all pages, and the records.
void analyze_to_json_lines(benchmark::State& state) {
  const auto texts = pages_of(bench::corpus());
  for (auto _ : state) {
    std::vector<hantext::analysis> results;
    for (const std::string_view text : texts)
      results.push_back(hantext::analyze(text));
    std::vector<hantext::report::page> pages;
    for (std::size_t i = 0; i < texts.size(); ++i)
      pages.push_back({"page", &results[i], texts[i].size()});
    const auto duplicates = hantext::report::find_duplicates(pages);
    benchmark::DoNotOptimize(hantext::report::json_lines(pages, duplicates));
  }
  set_bytes(state);
}
BENCHMARK(analyze_to_json_lines)->Unit(benchmark::kMillisecond);

// Writing alone: a fresh analysis of the first pages, written again and again.
void write_json_lines(benchmark::State& state) {
  auto texts = pages_of(bench::corpus());
  if (texts.size() > 50) texts.resize(50);
  std::vector<hantext::analysis> results;
  for (const std::string_view text : texts)
    results.push_back(hantext::analyze(text));
  std::vector<hantext::report::page> pages;
  for (std::size_t i = 0; i < texts.size(); ++i)
    pages.push_back({"page", &results[i], texts[i].size()});
  std::size_t written = 0;
  for (auto _ : state) {
    const std::string records = hantext::report::json_lines(pages, {});
    written += records.size();
    benchmark::DoNotOptimize(records.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(written)); // of output
}
BENCHMARK(write_json_lines)->Unit(benchmark::kMillisecond);

} // namespace
