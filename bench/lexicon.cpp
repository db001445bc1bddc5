// Throughput of the many-word matcher: words are pieces of the corpus itself, so that they are
// found as often as in real work.
#include "corpus.hpp"

#include <hantext/lexicon.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// `count` different pieces of one to five Han characters, taken evenly from the corpus.
std::vector<std::string_view> make_words(std::size_t count) {
  const std::string_view text = bench::corpus();
  std::vector<std::string_view> words;
  std::uint64_t random = 1;
  for (std::size_t tries = 0; words.size() < 2 * count && tries < 40 * count; ++tries) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    std::size_t begin = static_cast<std::size_t>(random >> 24) % text.size();
    while (begin < text.size() && is_continuation(text[begin]))
      ++begin;
    const std::size_t characters = 1 + (random >> 20) % 5;
    if (begin + 3 * characters > text.size()) continue;
    const std::string_view word = text.substr(begin, 3 * characters);
    bool han = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const auto byte = static_cast<unsigned char>(word[i]);
      han = han && (i % 3 == 0 ? byte >= 0xE4 && byte <= 0xE9 : is_continuation(word[i]));
    }
    if (han && (characters > 1 || tries % 20 == 0)) words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<std::string_view> chosen;
  for (std::size_t i = 0; i < std::min(count, words.size()); ++i)
    chosen.push_back(words[i * words.size() / std::min(count, words.size())]);
  return chosen;
}

void find_all_words(benchmark::State& state) {
  const std::string& text = bench::corpus();
  const std::vector<std::string_view> words = make_words(static_cast<std::size_t>(state.range(0)));
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
  const std::vector<std::string_view> words = make_words(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(hantext::lexicon::build(words));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(words.size()));
}
BENCHMARK(build_lexicon)->Arg(10000)->Unit(benchmark::kMillisecond);

} // namespace
