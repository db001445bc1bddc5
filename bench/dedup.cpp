// Throughput of the duplicate finder on the lines of the corpus, cut to paragraphs of up to 120
// characters, every tenth of them once more with a few edits.
#include "corpus.hpp"

#include <hantext/dedup.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::vector<std::string> make_paragraphs(std::size_t count) {
  std::vector<std::string> paragraphs;
  std::mt19937 random(1);
  std::u32string letters;
  hantext::utf8::decode(bench::corpus(), letters);
  for (std::size_t at = 0; paragraphs.size() < count;) {
    std::u32string piece = letters.substr(at, 30 + random() % 90);
    at += piece.size();
    if (at >= letters.size()) at = random() % 30; // again, cut elsewhere
    for (int copy = random() % 10 == 0 ? 2 : 1; copy > 0; --copy) {
      std::string bytes;
      for (const char32_t c : piece)
        hantext::utf8::append(bytes, c);
      paragraphs.push_back(bytes);
      for (std::size_t edit = 0; edit < piece.size() / 8; ++edit)
        piece[random() % piece.size()] = static_cast<char32_t>(0x4E00 + random() % 5000);
    }
  }
  return paragraphs;
}

void find_duplicates(benchmark::State& state) {
  const std::vector<std::string> stored = make_paragraphs(static_cast<std::size_t>(state.range(0)));
  const std::vector<std::string_view> paragraphs(stored.begin(), stored.end());
  hantext::dedup::options wanted;
  wanted.threshold = static_cast<double>(state.range(1)) / 100;
  std::size_t bytes = 0;
  for (const std::string_view paragraph : paragraphs)
    bytes += paragraph.size();
  std::size_t groups = 0;
  for (auto _ : state) {
    groups = hantext::dedup::find(paragraphs, wanted).size();
    benchmark::DoNotOptimize(groups);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(paragraphs.size()));
  state.counters["groups"] = static_cast<double>(groups);
}
BENCHMARK(find_duplicates)
    ->ArgNames({"paragraphs", "threshold"})
    ->Args({1000, 80})
    ->Args({10000, 80})
    ->Args({50000, 80})
    ->Args({50000, 90})
    ->Unit(benchmark::kMillisecond);

void find_repeats(benchmark::State& state) {
  const std::string& text = bench::corpus();
  for (auto _ : state)
    benchmark::DoNotOptimize(hantext::dedup::repeats(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}
BENCHMARK(find_repeats)->Unit(benchmark::kMillisecond);

void compare_pair(benchmark::State& state) {
  const std::vector<std::string> paragraphs = make_paragraphs(2000);
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(hantext::dedup::similarity(paragraphs[i], paragraphs[i + 1]));
    i = (i + 1) % (paragraphs.size() - 1);
  }
}
BENCHMARK(compare_pair);

} // namespace
