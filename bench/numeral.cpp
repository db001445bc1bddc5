// Numerals: scan running text, parse single numbers.
#include <hantext/numeral.hpp>

#include "corpus.hpp"

#include <benchmark/benchmark.h>

#ifdef HANTEXT_BENCH_ICU
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>
#endif

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view long_numeral = "一百二十三万四千五百六十七";

void scan(benchmark::State& state, const std::string& text) {
  std::size_t found = 0;
  for (auto _ : state) {
    hantext::numeral::scanner walk(text);
    found = 0;
    for (hantext::numeral::mention mention; walk.next(mention); ++found) {
      benchmark::DoNotOptimize(mention);
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.counters["mentions"] = static_cast<double>(found);
}

void numeral_scan_corpus(benchmark::State& state) { scan(state, bench::corpus()); }
BENCHMARK(numeral_scan_corpus);

void numeral_scan_without_numerals(benchmark::State& state) {
  std::string text;
  while (text.size() < (std::size_t{1} << 20)) {
    text += "清源县安平街道的居民在河边散步，孩子们追着风筝奔跑，老人们坐在树下聊天。";
  }
  scan(state, text);
}
BENCHMARK(numeral_scan_without_numerals);

void numeral_scan_only_numerals(benchmark::State& state) {
  std::string text;
  while (text.size() < (std::size_t{1} << 20)) {
    text += "三万五千、1.5亿、12,345、百分之三十、两万余、3-5万、二〇二一；";
  }
  scan(state, text);
}
BENCHMARK(numeral_scan_only_numerals);

template <class T> void numeral_parse(benchmark::State& state, std::string_view text) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(text);
    auto read = hantext::numeral::parse<T>(text);
    benchmark::DoNotOptimize(read);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
void numeral_parse_integer(benchmark::State& state) {
  numeral_parse<std::int64_t>(state, long_numeral);
}
BENCHMARK(numeral_parse_integer);
void numeral_parse_decimal(benchmark::State& state, std::string_view text) {
  numeral_parse<hantext::decimal>(state, text);
}
BENCHMARK_CAPTURE(numeral_parse_decimal, chinese, long_numeral);
BENCHMARK_CAPTURE(numeral_parse_decimal, mixed, "10亿零817万5288");
BENCHMARK_CAPTURE(numeral_parse_decimal, arabic, "1234567.89");

#ifdef HANTEXT_BENCH_ICU
/// The same by ICU, from its own UTF-16: the text is not converted in the loop.
void numeral_parse_icu(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat rules(icu::URBNF_SPELLOUT, icu::Locale::getChina(), status);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(long_numeral.data(), static_cast<std::int32_t>(long_numeral.size())));
  if (U_FAILURE(status)) {
    state.SkipWithError("ICU has no spell-out rules for Chinese");
    return;
  }
  for (auto _ : state) {
    icu::Formattable read;
    rules.parse(text, read, status);
    benchmark::DoNotOptimize(read);
  }
}
BENCHMARK(numeral_parse_icu);
#endif

} // namespace
