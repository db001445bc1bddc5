/// \file
/// Reading a whole string as one numeral, with sign, ratio and range around the number.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/reader.hpp>
#include <hantext/numeral/symbols.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/result.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

/// A numeral with everything that belongs to it.
struct numeral_quantity {
  numeral::parsed<decimal> number{};
  std::size_t end = 0;
  std::uint8_t scripts = script_shared;
  bool has_multiplier = false;
  bool bare = false;
  int digit_string_length = 0; ///< of a Chinese digit string
  error problem{};

  constexpr explicit operator bool() const noexcept { return problem.kind == error_kind::none; }
};

constexpr numeral::form form_of(const numeral_reading& reading) noexcept {
  using numeral::form;
  if (reading.digit_string) return form::digit_string;
  const bool arabic = (reading.scripts & script_arabic) != 0;
  const bool lower = (reading.scripts & script_lower) != 0;
  const bool upper = (reading.scripts & script_upper) != 0;
  if (arabic) return reading.has_multiplier || lower || upper ? form::mixed : form::digits;
  if (upper) return lower ? form::mixed : form::upper;
  return form::lower;
}

/// The words for parts of a whole that begin with a bare multiplier.
struct ratio_word {
  std::string_view word;
  numeral::ratio ratio;
};
inline constexpr ratio_word ratio_words[] = {
    {"百分之", numeral::ratio::percent},
    {"千分之", numeral::ratio::per_mille},
    {"万分之", numeral::ratio::per_ten_thousand},
    {"萬分之", numeral::ratio::per_ten_thousand},
};

constexpr const ratio_word* ratio_word_at(std::string_view text, std::size_t offset) noexcept {
  for (const ratio_word& each : ratio_words) {
    if (numeral_at(text, offset, each.word)) return &each;
  }
  return nullptr;
}

/// Whether two Arabic integers around a hyphen are the ends of a range rather than parts of a phone
/// number or a code: 0375-2345678 and 400-8001234 are not.
constexpr bool comparable_digits(const numeral_reading& low, const numeral_reading& high) noexcept {
  if (low.digits == 0 || high.digits == 0) return true; // fractions, multipliers: plain numbers
  return high.digits <= 4 || high.digits - low.digits <= 2;
}

/// Gives `low` the multiplier of `high` where the language shares it: 3-5万, 三至五百万.
constexpr bool distribute(decimal& low, const numeral_reading& first,
                          const numeral_reading& second) noexcept {
  if (first.has_multiplier && first.low >= decimal(100)) return false;
  const bool one_digit = first.low < decimal(10) && second.last_power > 1;
  decimal coefficient = one_digit ? second.last_coefficient : second.great_coefficient;
  int power = one_digit ? second.last_power : second.great_power;
  if (power == 0 || !(first.low < coefficient)) return false;
  const auto shifted = shift10(first.low, power);
  if (!shifted) return false;
  low = *shifted;
  return true;
}

/// The numeral that may stand behind a separator of ranges at `offset`; a problem if none.
constexpr numeral_reading read_second(std::string_view text, std::size_t offset, bool scanning,
                                      const numeral::parse_options& options) noexcept {
  const numeral_symbol symbol = numeral_symbol_at(text, offset);
  if (symbol.kind != numeral_kind::arabic && symbol.kind != numeral_kind::digit &&
      symbol.kind != numeral_kind::tens &&
      !(symbol.kind == numeral_kind::small && symbol.value == 1)) {
    numeral_reading none;
    none.problem = error_kind::not_a_number;
    return none;
  }
  return numeral_reader(text, offset, scanning, options.prefer_digit_strings).read();
}

/// Extends `quantity`, whose numeral is `first` from `begin`, to a range if one follows.
constexpr void read_range(std::string_view text, std::size_t begin, bool scanning,
                          const numeral::parse_options& options, const numeral_reading& first,
                          numeral_quantity& quantity) noexcept {
  const numeral_symbol separator = numeral_symbol_at(text, first.end);
  const bool dash = separator.kind == numeral_kind::dash;
  if (!dash && separator.kind != numeral_kind::wave && separator.kind != numeral_kind::to) return;
  std::size_t offset = first.end + separator.length;
  if (quantity.number.ratio != numeral::ratio::none) { // 百分之三十至百分之五十
    const ratio_word* repeated = ratio_word_at(text, offset);
    if (repeated != nullptr && repeated->ratio == quantity.number.ratio) {
      offset += repeated->word.size();
    }
  }
  const numeral_reading second = read_second(text, offset, scanning, options);
  if (!second || second.is_range || second.bare) return;
  if (second.limit != numeral::bound::exact && second.limit != numeral::bound::over) return;
  if (first.digit_string != second.digit_string) return;
  if (((first.scripts ^ second.scripts) & script_arabic) != 0) return; // 三-30
  if (first.digit_string &&
      ((first.scripts & script_arabic) != 0 || first.digits != second.digits)) {
    return;
  }
  if (dash) {
    // 2021-10-27 is a date, 9:15-17:30 and 10/27-11/3 are no ranges of plain numbers.
    const auto joins = [text](std::size_t at) {
      return numeral_symbol_at(text, at).kind == numeral_kind::dash || numeral_at(text, at, ":") ||
             numeral_at(text, at, "：") || numeral_at(text, at, "/");
    };
    const bool joined_before = (begin >= 1 && joins(begin - 1) && digit_before(text, begin - 1)) ||
                               (begin >= 3 && numeral_three_bytes(text, begin - 3) &&
                                joins(begin - 3) && digit_before(text, begin - 3));
    const numeral_symbol after = numeral_symbol_at(text, second.end);
    const std::size_t joint = after.kind == numeral_kind::dash     ? after.length
                              : numeral_at(text, second.end, "：") ? 3
                                                                   : 1;
    const bool joined_after =
        joins(second.end) &&
        numeral_symbol_at(text, second.end + joint).kind == numeral_kind::arabic;
    if (joined_before || joined_after || !comparable_digits(first, second)) return;
  }
  decimal low = first.low;
  const bool shared = distribute(low, first, second);
  if (!(low < second.low)) return;
  quantity.number.value = low;
  quantity.number.high = second.low;
  quantity.number.is_range = true;
  quantity.number.distributed = shared;
  quantity.number.limit = second.limit;
  quantity.end = second.end;
  quantity.scripts = static_cast<std::uint8_t>(first.scripts | second.scripts);
  quantity.has_multiplier = first.has_multiplier || second.has_multiplier;
  numeral_reading both = second;
  both.scripts = quantity.scripts;
  both.has_multiplier = quantity.has_multiplier;
  quantity.number.form = form_of(both);
}

/// The numeral behind 分之: 三分之二.
constexpr bool read_fraction(std::string_view text, const numeral_reading& whole,
                             const numeral::parse_options& options, bool scanning,
                             numeral_quantity& quantity) noexcept {
  constexpr std::string_view of = "分之";
  if (!numeral_at(text, whole.end, of) || whole.is_range || whole.digit_string) return false;
  const auto denominator = whole.low.to_integer<std::int64_t>();
  if (!denominator || *denominator <= 0 || whole.limit != numeral::bound::exact) return false;
  const numeral_reading part = read_second(text, whole.end + of.size(), scanning, options);
  if (!part || part.digit_string || part.limit != numeral::bound::exact) return false;
  quantity.number.value = part.low;
  quantity.number.high = part.high;
  quantity.number.is_range = part.is_range;
  quantity.number.ratio = numeral::ratio::fraction;
  quantity.number.denominator = *denominator;
  quantity.end = part.end;
  return true;
}

/// Reads a numeral with sign, ratio and range from `begin`.
constexpr numeral_quantity read_quantity(std::string_view text, std::size_t begin, bool scanning,
                                         const numeral::parse_options& options) noexcept {
  numeral_quantity quantity;
  std::size_t offset = begin;
  bool negative = false;
  const auto take_sign = [&] {
    const numeral_symbol sign = numeral_symbol_at(text, offset);
    const bool minus = sign.kind == numeral_kind::negative || numeral_at(text, offset, "-") ||
                       numeral_at(text, offset, "－");
    if (minus) {
      negative = !negative;
      offset += sign.length;
    } else if (!scanning && numeral_at(text, offset, "+")) {
      offset += 1;
    } else if (!scanning && numeral_at(text, offset, "＋")) {
      offset += 3;
    } else {
      return false;
    }
    return true;
  };
  const bool has_sign = take_sign();
  if (const ratio_word* word = ratio_word_at(text, offset)) {
    const std::size_t after = offset + word->word.size();
    quantity.number.ratio = word->ratio;
    offset = after;
    if (!has_sign) take_sign();
    if (offset >= text.size()) {
      quantity.end = offset;
      quantity.problem = {error_kind::missing_digits, offset, 0};
      return quantity;
    }
  }
  const numeral_reading first =
      numeral_reader(text, offset, scanning, options.prefer_digit_strings).read();
  quantity.end = first.end;
  quantity.scripts = first.scripts;
  quantity.has_multiplier = first.has_multiplier;
  // 百分之百 is a whole; elsewhere a bare multiplier needs a reader that asked for one.
  quantity.bare = first.bare && quantity.number.ratio == numeral::ratio::none;
  if (!first) {
    quantity.problem = {first.problem, first.problem_offset, first.problem_length};
    return quantity;
  }
  quantity.number.value = first.low;
  quantity.number.high = first.high;
  quantity.number.limit = first.limit;
  quantity.number.is_range = first.is_range;
  quantity.number.form = form_of(first);
  if (first.digit_string && (first.scripts & script_arabic) == 0) {
    quantity.digit_string_length = first.digits;
  }
  const bool plain = !first.is_range && first.limit == numeral::bound::exact && !first.bare;
  if (quantity.number.ratio != numeral::ratio::none ||
      !read_fraction(text, first, options, scanning, quantity)) {
    if (plain && !negative) {
      read_range(text, offset, scanning, options, first, quantity);
    }
  }
  if (negative) {
    const decimal low = quantity.number.value;
    quantity.number.value = -quantity.number.high;
    quantity.number.high = -low;
  }
  return quantity;
}

template <class T>
concept numeral_target = std::same_as<T, decimal> ||(std::integral<T> && !std::same_as<T, bool>) ||
                         std::floating_point<T>;

template <numeral_target T> constexpr result<T> decimal_to(const decimal& number) noexcept {
  if constexpr (std::same_as<T, decimal>) {
    return number;
  } else if constexpr (std::floating_point<T>) {
    return static_cast<T>(number.to_double());
  } else {
    return number.to_integer<T>();
  }
}

} // namespace hantext::detail

namespace hantext::numeral {

/// Reads a whole string as one numeral.
///
/// Takes Chinese numerals (lower, financial, traditional), Arabic digits of any width with
/// separators and fraction, both mixed (3万5千), ellipsis (三百五 = 350), 点 decimals, 百分之 and
/// fractions, digit strings (二〇二一), estimates and ranges (三四十, 几十, 30多万, 3-5万).
/// Multipliers go to 亿, repeated where numbers are larger: 一亿亿 = 10^16.
///
/// 	param T `decimal`, any integer type of up to 64 bits (checked), or a floating-point type
///   (nearest)
/// Errors, with the byte offset where reading failed: `empty_input`, `not_a_number`,
/// `repeated_multiplier`, `multiplier_out_of_order`, `misplaced_zero`, `missing_digits`,
/// `trailing_text`, `overflow`, `not_an_integer`. Linear; does not allocate.
template <class T = decimal>
requires detail::numeral_target<T>
constexpr result<parsed<T>> parse(std::string_view text,
                                  const parse_options& options = {}) noexcept {
  if (text.empty()) return error{error_kind::empty_input, 0, 0};
  const auto quantity = detail::read_quantity(text, 0, false, options);
  if (!quantity) return quantity.problem;
  if (quantity.end != text.size()) {
    return error{error_kind::trailing_text, quantity.end, text.size() - quantity.end};
  }
  const parsed<decimal>& number = quantity.number;
  const auto value = detail::decimal_to<T>(number.value);
  const auto high = detail::decimal_to<T>(number.high);
  if (!value || !high) {
    return error{value ? high.error().kind : value.error().kind, 0, text.size()};
  }
  return parsed<T>{*value,       *high,           number.limit,       number.form,
                   number.ratio, number.is_range, number.distributed, number.denominator};
}

/// The same for UTF-8 in `char8_t`.
template <class T = decimal>
requires detail::numeral_target<T> result<parsed<T>> parse(std::u8string_view text,
                                                           const parse_options& options = {})
noexcept {
  return parse<T>(std::string_view(reinterpret_cast<const char*>(text.data()), text.size()),
                  options);
}

} // namespace hantext::numeral
