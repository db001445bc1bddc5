// Throughput of the many-word matcher.
#include "corpus.hpp"
#include "words.hpp"

#include <hantext/lexicon.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

void find_all_words(benchmark::State& state) {
  const std::string& text = bench::corpus();
  const std::vector<std::string_view> words =
      bench::make_words(static_cast<std::size_t>(state.range(0)));
  const auto compiled = hantext::lexicon::build(words);
  std::size_t matches = 0;
  for (auto _ : state) {
    matches = 0;
    compiled->for_each(text, [&](hantext::lexicon_match) { ++matches; });
    benchmark::DoNotOptimize(matches);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
  state.counters["words"] = static_cast<double>(words.size());
  state.counters["matches"] = static_cast<double>(matches);
  state.counters["memory"] = static_cast<double>(compiled->memory());
}
BENCHMARK(find_all_words)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

void build_lexicon(benchmark::State& state) {
  const std::vector<std::string_view> words =
      bench::make_words(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(hantext::lexicon::build(words));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(words.size()));
  state.counters["memory"] = static_cast<double>(hantext::lexicon::build(words)->memory());
}
BENCHMARK(build_lexicon)->Arg(10000)->Arg(1000000)->Unit(benchmark::kMillisecond);

} // namespace
