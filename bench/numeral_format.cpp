// Numerals: write single numbers, as a string and into bytes of one's own; beside it ICU.
#include <hantext/numeral/format.hpp>
#include <hantext/numeral/money.hpp>

#include <benchmark/benchmark.h>

#ifdef HANTEXT_BENCH_ICU
#include <unicode/unum.h>
#endif

#include <array>
#include <string_view>

namespace {

using hantext::decimal;
using hantext::numeral::style;

const decimal number(1234567); // 一百二十三万四千五百六十七, 39 bytes

template <class Write> void measure(benchmark::State& state, Write write) {
  for (auto _ : state)
    write();
}

void numeral_format(benchmark::State& state, style how) {
  measure(state, [how] {
    auto text = hantext::numeral::format(number, how);
    benchmark::DoNotOptimize(text);
  });
}
BENCHMARK_CAPTURE(numeral_format, lower, style::lower);
BENCHMARK_CAPTURE(numeral_format, upper, style::upper);
BENCHMARK_CAPTURE(numeral_format, digits, style::digits);
BENCHMARK_CAPTURE(numeral_format, money, style::money);
BENCHMARK_CAPTURE(numeral_format, compact, style::compact);
BENCHMARK_CAPTURE(numeral_format, arabic, style::arabic);

void numeral_format_to(benchmark::State& state, style how) {
  std::array<char, hantext::numeral::max_format_size> room{};
  measure(state, [how, &room] {
    auto size = hantext::numeral::format_to(room, number, how);
    benchmark::DoNotOptimize(size);
    benchmark::ClobberMemory();
  });
}
BENCHMARK_CAPTURE(numeral_format_to, lower, style::lower);

void numeral_parse_money(benchmark::State& state) {
  std::string_view text = "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分";
  measure(state, [&text] {
    benchmark::DoNotOptimize(text);
    auto sum = hantext::numeral::parse_money(text);
    benchmark::DoNotOptimize(sum);
  });
}
BENCHMARK(numeral_parse_money);

#ifdef HANTEXT_BENCH_ICU
void icu_spell_out(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat* const format = unum_open(UNUM_SPELLOUT, nullptr, 0, "zh", nullptr, &status);
  std::array<UChar, 64> room{};
  measure(state, [format, &room, &status] {
    const auto size = unum_formatInt64(format, 1234567, room.data(), 64, nullptr, &status);
    benchmark::DoNotOptimize(size);
    benchmark::ClobberMemory();
  });
  unum_close(format);
}
BENCHMARK(icu_spell_out);
#endif

} // namespace
