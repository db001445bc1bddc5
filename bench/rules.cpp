// How fast rules run: the built-in pack, and packs of a few and of many rules of the same kind.
#include <hantext/document.hpp>
#include <hantext/packs/china_gov.hpp>
#include <hantext/rules.hpp>

#include "corpus.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace rules = hantext::rules;

/// The first part of the corpus: rules take their time, and more text says no more.
const hantext::document& page() {
  static const hantext::document made(
      std::string_view(bench::corpus()).substr(0, std::size_t{1} << 20));
  return made;
}

void run_pack(benchmark::State& state, std::string_view pack) {
  const hantext::result<rules::program> program = rules::compile(pack);
  if (!program) {
    state.SkipWithError("the pack does not compile");
    return;
  }
  std::size_t records = 0;
  for (auto _ : state) {
    records = rules::engine(*program).run(page()).size();
    benchmark::DoNotOptimize(records);
  }
  state.counters["records"] = static_cast<double>(records);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(page().text().size()));
}

/// `count` rules that each look for a word of their own before a figure.
std::string many_rules(std::size_t count) {
  std::string pack;
  for (std::size_t i = 0; i < count; ++i) {
    // Two characters of the common range, another pair for every rule.
    std::string word;
    hantext::utf8::append(word, static_cast<char32_t>(0x4E00 + i * 7 % 5000));
    hantext::utf8::append(word, static_cast<char32_t>(0x5E00 + i * 13 % 5000));
    pack += "rule own.r" + std::to_string(i) + " emits figure = \"" + word +
            "\" [han]{0,4} n:@number set value = n.value ;\n";
  }
  return pack;
}

void built_in_pack(benchmark::State& state) { run_pack(state, hantext::packs::china_gov()); }

void rules_of_one_kind(benchmark::State& state) {
  run_pack(state, many_rules(static_cast<std::size_t>(state.range(0))));
}

void compile_built_in_pack(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(rules::compile(hantext::packs::china_gov()));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(hantext::packs::china_gov().size()));
}

/// Processor time of 64 times the text, as a multiple of that of the text; the median of all
/// rounds. The short text is run 16 times before the long one and 16 times behind it, all of which
/// count: the best of many short runs would be compared with a long one that shares the machine.
void growth_with_length(benchmark::State& state) {
  const auto program = rules::compile(hantext::packs::china_gov());
  if (!program) {
    state.SkipWithError("the pack does not compile");
    return;
  }
  const rules::engine engine(*program);
  const std::string once = bench::corpus().substr(0, bench::corpus().find('\n', 1 << 15)) + "\n";
  std::string often;
  for (int i = 0; i < 64; ++i)
    often += once;
  const hantext::document short_page(once), long_page(often);
  const auto time_of = [&](const hantext::document& of, int times) {
    const std::clock_t begin = std::clock();
    for (int i = 0; i < times; ++i)
      benchmark::DoNotOptimize(engine.run(of));
    return static_cast<double>(std::clock() - begin);
  };
  std::vector<double> ratios;
  for (auto _ : state) {
    double one = time_of(short_page, 16);
    const double all = time_of(long_page, 1);
    one += time_of(short_page, 16);
    ratios.push_back(32 * all / std::max(1.0, one));
  }
  std::sort(ratios.begin(), ratios.end());
  state.counters["ratio"] = ratios[ratios.size() / 2];
}

BENCHMARK(built_in_pack)->Unit(benchmark::kMillisecond);
BENCHMARK(rules_of_one_kind)->Arg(20)->Arg(2000)->Unit(benchmark::kMillisecond);
BENCHMARK(compile_built_in_pack)->Unit(benchmark::kMillisecond);
BENCHMARK(growth_with_length)->Unit(benchmark::kMillisecond);

} // namespace
