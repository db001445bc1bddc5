/// \file
/// Arabic digits of either width: groups of three, fraction, leading zeros.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/symbols.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

/// A run of Arabic digits with separators and fraction.
struct arabic_literal {
  decimal value{};
  std::uint64_t integer = 0; ///< where `digits` is small enough
  std::size_t end = 0;
  int digits = 0; ///< of the integer part
  bool fraction = false;
  bool leading_zero = false;
  bool overflow = false;
};

constexpr bool is_fullwidth(const numeral_symbol& symbol) noexcept { return symbol.length == 3; }

/// Whether an Arabic digit of either width ends at `offset`.
constexpr bool digit_before(std::string_view text, std::size_t offset) noexcept {
  return (offset >= 1 && numeral_symbol_at(text, offset - 1).kind == numeral_kind::arabic) ||
         (offset >= 3 && numeral_symbol_at(text, offset - 3).kind == numeral_kind::arabic &&
          numeral_symbol_at(text, offset - 3).length == 3);
}

/// The length of the thin blank between groups of three digits (GB/T 15835, ISO 80000-1) that
/// stands at `offset`, 0 for none: U+2009, U+202F, U+00A0, or a common one.
constexpr std::size_t group_blank_at(std::string_view text, std::size_t offset) noexcept {
  if (numeral_at(text, offset, " ")) return 1;
  if (numeral_at(text, offset, "\xC2\xA0")) return 2;
  return numeral_at(text, offset, "\xE2\x80\x89") || numeral_at(text, offset, "\xE2\x80\xAF") ? 3
                                                                                              : 0;
}

/// Whether groups of three ASCII digits follow, each behind a blank, and then what they count: a
/// letter, a sign or a fraction. In rows of cells nothing follows.
constexpr bool blank_groups_at(std::string_view text, std::size_t offset) noexcept {
  const auto is_digit = [text](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  std::size_t blank = group_blank_at(text, offset);
  if (blank == 0) return false;
  for (int groups = 0; blank != 0; ++groups) {
    offset += blank;
    if (groups == 12 || !is_digit(offset) || !is_digit(offset + 1) || !is_digit(offset + 2) ||
        is_digit(offset + 3)) {
      return false;
    }
    offset += 3;
    blank = group_blank_at(text, offset);
  }
  if (offset >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[offset]);
  if (next == '.') return is_digit(offset + 1);
  return next == '%' || numeral_at(text, offset, "％") || (next >= 0xE4 && next <= 0xE9) || // Han
         (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

/// Whether a digit and a blank stand before `offset`.
constexpr bool digit_and_blank_before(std::string_view text, std::size_t offset) noexcept {
  for (std::size_t length = 1; length <= 3 && length < offset; ++length) {
    if (group_blank_at(text, offset - length) == length) return digit_before(text, offset - length);
  }
  return false;
}

/// Reads Arabic digits from `begin`, where one stands. A comma separates groups of three (a
/// full-width one only between full-width digits), and so does a blank where what is counted
/// follows: 5 221座; 1.2.3 is no fraction but three numbers.
constexpr arabic_literal read_arabic(std::string_view text, std::size_t begin) noexcept {
  arabic_literal literal;
  decimal_accumulator number;
  std::size_t position = begin;
  const auto count_digits = [text](std::size_t from, std::size_t most) {
    std::size_t count = 0;
    for (auto symbol = numeral_symbol_at(text, from);
         symbol.kind == numeral_kind::arabic && count < most;
         symbol = numeral_symbol_at(text, from += symbol.length)) {
      ++count;
    }
    return count;
  };
  const auto push_digits = [&] {
    for (auto symbol = numeral_symbol_at(text, position); symbol.kind == numeral_kind::arabic;
         symbol = numeral_symbol_at(text, position)) {
      number.push(symbol.value);
      if (literal.digits < 18) literal.integer = literal.integer * 10 + symbol.value;
      if (literal.digits < 1000) ++literal.digits;
      position += symbol.length;
    }
  };
  const numeral_symbol& first = numeral_symbol_at(text, begin);
  push_digits();
  literal.leading_zero = first.value == 0 && literal.digits > 1;

  const bool by_blanks = literal.digits <= 3 && first.length == 1 && first.value != 0 &&
                         blank_groups_at(text, position) && !digit_and_blank_before(text, begin);
  while (by_blanks && literal.digits <= 39) {
    const std::size_t blank = group_blank_at(text, position);
    if (blank == 0) break;
    position += blank;
    push_digits();
  }
  while (!by_blanks && literal.digits <= 39 && !literal.leading_zero &&
         first.value != 0) { // groups of three
    const bool wide = numeral_at(text, position, "，");
    const std::size_t after = position + (wide ? 3 : 1);
    if (!wide && !numeral_at(text, position, ",")) break;
    if (wide && !(is_fullwidth(first) && is_fullwidth(numeral_symbol_at(text, after)))) break;
    if (literal.digits > 3 &&
        position == begin + static_cast<std::size_t>(literal.digits) * first.length) {
      break; // the first group is too long: 2021,300
    }
    if (count_digits(after, 4) != 3) break;
    position = after;
    push_digits();
  }
  literal.end = position;

  const auto point_at = [text](std::size_t offset) -> std::size_t {
    return numeral_at(text, offset, ".") ? 1 : numeral_at(text, offset, "．") ? 3 : 0;
  };
  const std::size_t point = point_at(position);
  // After "2021." the 10 of 2021.10.27 has no fraction either.
  const bool after_point = (numeral_before(text, begin, ".") && digit_before(text, begin - 1)) ||
                           (numeral_before(text, begin, "．") && digit_before(text, begin - 3));
  if (point != 0 && !literal.leading_zero && !after_point &&
      count_digits(position + point, 1) == 1) {
    decimal_accumulator with_fraction = number;
    with_fraction.point();
    std::size_t end = position + point;
    for (auto symbol = numeral_symbol_at(text, end); symbol.kind == numeral_kind::arabic;
         symbol = numeral_symbol_at(text, end)) {
      with_fraction.push(symbol.value);
      end += symbol.length;
    }
    const std::size_t second_point = point_at(end);
    if (second_point == 0 || count_digits(end + second_point, 1) == 0) {
      number = with_fraction;
      literal.fraction = true;
      literal.end = end;
    }
  }
  const auto value = number.finish();
  literal.overflow = !value;
  if (value) literal.value = *value;
  return literal;
}

} // namespace hantext::detail
