/// \file
/// Reading a whole string as one numeral, into the type that the caller wants.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/damaged.hpp>
#include <hantext/numeral/normal.hpp>
#include <hantext/numeral/plain.hpp>
#include <hantext/numeral/quantity.hpp>
#include <hantext/numeral/symbols.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/result.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace hantext::detail {

template <class T>
concept numeral_target = std::same_as<T, decimal> || std::floating_point<T> || decimal_integer<T>;

template <numeral_target T> constexpr result<T> decimal_to(const decimal& number) noexcept {
  if constexpr (std::same_as<T, decimal>) {
    return number;
  } else if constexpr (std::floating_point<T>) {
    const double nearest = number.to_double(); // always finite
    if constexpr (sizeof(T) < sizeof(double)) {
      constexpr double largest = std::numeric_limits<T>::max();
      if (nearest > largest || nearest < -largest) return error{error_kind::overflow, 0, 0};
    }
    return static_cast<T>(nearest);
  } else {
    return number.to_integer<T>();
  }
}
/// The same for a plain integer, which is below 10^16.
template <numeral_target T> constexpr result<T> plain_to(std::uint64_t number) noexcept {
  if constexpr (std::integral<T> && sizeof(T) <= sizeof number) {
    if (number > static_cast<std::uint64_t>(std::numeric_limits<T>::max())) {
      return error{error_kind::overflow, 0, 0};
    }
  }
  return static_cast<T>(number);
}

/// `decimal`, by a name that a template knows only when it is used, so that `parse` is not compiled
/// where it is merely defined.
template <class> using decimal_for = decimal;

/// Reads the whole of a text, which may be an ordinal.
template <class T = void>
constexpr result<numeral::parsed<decimal>>
read_whole(std::string_view text, const numeral::parse_options& options) noexcept {
  constexpr std::string_view ordinal = "第";
  constexpr std::string_view whole = "百分百";
  if (text.empty()) return error{error_kind::empty_input, 0, 0};
  if (text == whole) {
    numeral::parsed<decimal> all{decimal(100), decimal(100)};
    all.form = numeral::form::lower;
    all.ratio = numeral::ratio::percent;
    return all;
  }
  const bool is_ordinal = numeral_at(text, 0, ordinal);
  const std::size_t begin = is_ordinal ? ordinal.size() : 0;
  const numeral_symbol& first = numeral_symbol_at(text, begin);
  if (is_ordinal && begin == text.size()) return error{error_kind::missing_digits, begin, 0};
  if (is_ordinal && (first.kind == numeral_kind::negative || first.kind == numeral_kind::dash)) {
    return error{error_kind::not_a_number, begin, first.length};
  }
  numeral_quantity quantity = read_quantity<T>(text, begin, false, options);
  if (!quantity) return quantity.problem;
  if (quantity.end != text.size()) {
    return error{error_kind::trailing_text, quantity.end, text.size() - quantity.end};
  }
  numeral::parsed<decimal>& number = quantity.number;
  number.ordinal = is_ordinal;
  const bool counts = !number.is_range && number.limit == numeral::bound::exact &&
                      number.ratio == numeral::ratio::none && number.value.is_integer();
  if (is_ordinal && !counts) return error{error_kind::not_a_number, begin, text.size() - begin};
  if (is_ordinal && number.shortened)
    return error{error_kind::ambiguous, text.size(), 0}; // 第三百五
  if (options.mode == numeral::mode::strict) {
    const std::size_t departure = basic_normal_form<T>(text, number).departure();
    if (departure != normal_form::none) {
      return error{error_kind::not_normal, departure, text.size() - departure};
    }
  }
  return number;
}

/// The same for a text that is cleaned first; offsets lead back to the text as it was given.
template <class T = void>
constexpr result<numeral::parsed<decimal>>
read_cleaned(std::string_view text, const numeral::parse_options& options) noexcept {
  if (text.empty()) return error{error_kind::empty_input, 0, 0};
  const basic_cleaned_numeral<T> clean(text, options);
  if (clean.too_long()) return error{error_kind::overflow, 0, text.size()};
  auto read = read_whole<T>(clean.text(), options);
  if (!read) {
    const error& problem = read.error();
    const span place = clean.origin(span{problem.offset, problem.offset + problem.length});
    return error{problem.kind, place.begin, place.size()};
  }
  if (!read->measure.empty()) read->measure = clean.origin(read->measure);
  return read;
}

} // namespace hantext::detail

namespace hantext::numeral {

/// Reads a whole string as one numeral.
///
/// Takes Chinese numerals (lower, financial, traditional), Arabic digits of any width with
/// separators and fraction, both mixed (3万5千), ellipsis (三百五 = 350), decimals with 点 or ．,
/// 百分之, 成, % and fractions (一又三分之二), digit strings (二〇二一), estimates and ranges
/// (三四十, 几十, 30多万, 3-5万), 半 with a measure word (两年半), and 第. Multipliers go to 亿,
/// repeated where numbers are larger (一亿亿 = 10^16), and 兆; `parse_options` has the larger ones,
/// and the modes.
///
/// What could mean two numbers is refused: 三亿五千 leaves out 万 or 零, 百八十 is 80 to 180.
///
/// \tparam T `decimal`, any integer type (checked), or a floating-point type (nearest)
/// Errors, with the byte offset where reading failed: `empty_input`, `not_a_number`,
/// `repeated_multiplier`, `multiplier_out_of_order`, `misplaced_zero`, `missing_digits`,
/// `missing_measure`, `ambiguous`, `trailing_text`, `overflow`, `not_an_integer`, and in strict
/// mode `not_normal`. Linear; does not allocate.
template <class T = decimal>
requires detail::numeral_target<T>
constexpr result<parsed<T>> parse(std::string_view text,
                                  const parse_options& options = {}) noexcept {
  if (options.mode != mode::strict) {
    const detail::plain_integer plain = detail::read_plain_integer(text);
    if (plain.found) {
      const auto value = detail::plain_to<T>(plain.value);
      if (!value) return error{value.error().kind, 0, text.size()};
      parsed<T> number{*value, *value};
      number.form = (plain.scripts & detail::script_upper) != 0 ? form::upper : form::lower;
      return number;
    }
  }
  const auto read = options.mode == mode::lenient || options.accounting_variants
                        ? detail::read_cleaned<std::void_t<T>>(text, options)
                        : detail::read_whole<std::void_t<T>>(text, options);
  if (!read) return read.error();
  const auto value = detail::decimal_to<T>(read->value);
  const auto high = detail::decimal_to<T>(read->high);
  if (!value || !high) {
    return error{value ? high.error().kind : value.error().kind, 0, text.size()};
  }
  return parsed<T>{*value,        *high,           read->limit,       read->form,
                   read->ratio,   read->is_range,  read->distributed, read->denominator,
                   read->ordinal, read->shortened, read->digits,      read->measure};
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
