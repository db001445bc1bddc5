/// \file
/// What a numeral says: value or interval, bound, form, ratio; and the options for reading.
#pragma once

#include <hantext/decimal.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hantext::numeral {

/// How the true number lies to the number that is written.
enum class bound : std::uint8_t {
  exact,
  over,     ///< 30多, 两万余, 十来, 超百亿
  under,    ///< 近百
  at_least, ///< 上百
  at_most,
  about, ///< 几十, 数百, 十几
};

/// The name of a bound, as records and rules use it.
constexpr std::string_view to_string(bound value) noexcept {
  switch (value) {
  case bound::exact:
    return "exact";
  case bound::over:
    return "over";
  case bound::under:
    return "under";
  case bound::at_least:
    return "at_least";
  case bound::at_most:
    return "at_most";
  case bound::about:
    return "about";
  }
  return {};
}

/// How a numeral is written.
enum class form : std::uint8_t {
  digits,       ///< 1700, 12,345, １２３
  lower,        ///< 三千五百
  upper,        ///< 叁仟伍佰, the financial characters
  mixed,        ///< 3万5千, 1.5亿
  digit_string, ///< 二〇二一, 007: digit by digit; leading zeros may matter, see the text itself
};

/// Whether the value counts parts of a whole.
enum class ratio : std::uint8_t {
  none,
  percent,          ///< 百分之三十: value 30
  per_mille,        ///< 千分之五: value 5
  per_ten_thousand, ///< 万分之一: value 1
  fraction,         ///< 三分之二: value 2, denominator 3
};

/// A numeral that was read. The multiplier is applied: 1.5亿 has the value 150000000.
template <class T = decimal> struct parsed {
  T value{};                                   ///< the lower end where a range
  T high{};                                    ///< the upper end; else equal to `value`
  bound limit = bound::exact;                  ///< 30多: over
  numeral::form form = numeral::form::digits;  ///< how it is written
  numeral::ratio ratio = numeral::ratio::none; ///< 百分之, 千分之, 三分之
  bool is_range = false;                       ///< 三四十, 3-5万, 几十
  bool distributed = false;                    ///< 3-5万: the 万 belongs to both ends
  std::int64_t denominator = 1;                ///< of a fraction
};

/// A numeral found in running text, `[begin, end)` in bytes.
struct mention {
  std::size_t begin = 0;
  std::size_t end = 0;
  parsed<decimal> number{};
};

/// Choices in reading. The defaults suit prose.
struct parse_options {
  /// Two neighbouring digits are a code, not an estimate: 三四 is 34 instead of 3 to 4.
  bool prefer_digit_strings = false;
  /// `scan`: further words that hold numeral characters but no number (names, slogans), besides
  /// the built-in list. The words must stay alive while the scan runs; meant for up to some dozens.
  std::span<const std::string_view> words{};
};

} // namespace hantext::numeral
