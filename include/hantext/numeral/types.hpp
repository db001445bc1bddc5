/// \file
/// What a numeral says: value or interval, bound, form, ratio; and the options for reading.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/result.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
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
  percent,          ///< 百分之三十: value 30; 两成五: value 25; 30%
  per_mille,        ///< 千分之五: value 5
  per_ten_thousand, ///< 万分之一: value 1
  fraction,         ///< 三分之二: value 2, denominator 3; 一又三分之二: value 5
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
  bool ordinal = false;                        ///< 第三; `parse` only
  bool shortened = false;                      ///< 三百五: the last multiplier is left out
  /// How many digits a digit string has: 3 for 零零三. `digit_text` writes them all.
  int digits = 0;
  /// Where 半 made half a unit, the bytes of its measure word: 年 in 两年半 and in 半年.
  span measure{};
};

/// The digits of a digit string with the zeros before them: 003 for 零零三. Empty for all else.
inline std::string digit_text(const parsed<decimal>& number) {
  if (number.form != form::digit_string) return {};
  std::string text = to_string(number.value);
  const auto wanted = static_cast<std::size_t>(number.digits);
  if (text.size() < wanted) text.insert(0, wanted - text.size(), '0');
  return text;
}

/// A numeral found in running text, `[begin, end)` in bytes.
struct mention {
  std::size_t begin = 0;    ///< its first byte
  std::size_t end = 0;      ///< after its last byte
  parsed<decimal> number{}; ///< what it says
};

/// How much `parse` takes.
enum class mode : std::uint8_t {
  strict,  ///< one exact number in its normal form: what `format` would write
  normal,  ///< every form that is in use
  lenient, ///< damaged print too: blanks inside, O for 〇, 点五 and .5
};

/// What 兆 stands for.
enum class zhao : std::uint8_t {
  million = 6,          ///< 10^6: mega
  trillion = 12,        ///< 10^12: the modern large number
  ten_quadrillion = 16, ///< 10^16: the old large number, 亿亿
};

/// Choices in reading. The defaults suit prose.
struct parse_options {
  /// Two neighbouring digits are a code, not an estimate: 三四 is 34 instead of 3 to 4.
  bool prefer_digit_strings = false;
  /// `scan`: further words that hold numeral characters but no number (names, slogans), besides
  /// the built-in list. The words must stay alive while the scan runs; meant for up to some dozens.
  std::span<const std::string_view> words{};
  /// `scan`: 成 is a unit and stays outside: 三成 is 三, not 30 percent.
  bool tenths_as_units = false;
  /// How much `parse` takes; `scan` reads as in normal mode.
  numeral::mode mode = numeral::mode::normal;
  numeral::zhao zhao = zhao::trillion; ///< what 兆 is
  /// 京 10^16, 垓 10^20, 秭 10^24, 穰 10^28, 沟 10^32, 涧 10^36, 正 10^40 and 载 10^44 are read, as
  /// multiples of a 兆 of 10^12. A sum of more than 38 significant digits is an `overflow`.
  bool large_units = false;
  /// `parse`: the other accounting characters of the Unicode character database are read: 壱 弐 貮
  /// 漆 阡 陌.
  bool accounting_variants = false;
  /// Multipliers may stand upon each other: 万万 is 10^8, 万万亿 10^16, 亿兆 10^20.
  bool stacked_multipliers = false;
};

} // namespace hantext::numeral
