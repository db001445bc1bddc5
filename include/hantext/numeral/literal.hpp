/// \file
/// Chinese numerals in source code, read and checked by the compiler: `"三万五千"_zh`.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/parse.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/result.hpp>

#include <cstddef>
#include <string_view>

namespace hantext::detail {

// None of these is defined: a literal that leads to one does not compile, and the compiler names
// the function that it cannot call at compile time.
void this_literal_is_empty();
void this_literal_is_not_a_number();
void this_literal_repeats_a_multiplier();
void this_literal_has_a_multiplier_larger_than_the_one_before();
void this_literal_has_a_zero_where_none_can_be_read();
void this_literal_lacks_digits();
void this_literal_goes_on_after_its_number();
void this_literal_is_too_large_for_a_decimal();
void this_literal_can_be_read_in_two_ways();
void this_literal_has_a_half_without_its_measure_word();
void this_literal_is_an_estimate_or_a_range();
void this_literal_is_a_share_or_an_ordinal();

template <class T> constexpr decimal read_literal(std::string_view text) {
  const auto read = numeral::parse<decimal_for<T>>(text);
  switch (read.error().kind) {
  case error_kind::none:
    break;
  case error_kind::empty_input:
    this_literal_is_empty();
    break;
  case error_kind::repeated_multiplier:
    this_literal_repeats_a_multiplier();
    break;
  case error_kind::multiplier_out_of_order:
    this_literal_has_a_multiplier_larger_than_the_one_before();
    break;
  case error_kind::misplaced_zero:
    this_literal_has_a_zero_where_none_can_be_read();
    break;
  case error_kind::missing_digits:
    this_literal_lacks_digits();
    break;
  case error_kind::trailing_text:
    this_literal_goes_on_after_its_number();
    break;
  case error_kind::overflow:
    this_literal_is_too_large_for_a_decimal();
    break;
  case error_kind::ambiguous:
    this_literal_can_be_read_in_two_ways();
    break;
  case error_kind::missing_measure:
    this_literal_has_a_half_without_its_measure_word();
    break;
  default:
    this_literal_is_not_a_number();
    break;
  }
  if (read->is_range || read->limit != numeral::bound::exact) {
    this_literal_is_an_estimate_or_a_range();
  }
  if (read->ratio != numeral::ratio::none || read->ordinal || !read->measure.empty()) {
    this_literal_is_a_share_or_an_ordinal();
  }
  return read->value;
}

/// The characters of a literal.
template <class Char, std::size_t N> struct literal_text {
  char bytes[N]{};

  consteval literal_text(const Char (&text)[N]) noexcept {
    for (std::size_t index = 0; index < N; ++index)
      bytes[index] = static_cast<char>(text[index]);
  }
  constexpr std::string_view view() const noexcept { return {bytes, N - 1}; }
};

} // namespace hantext::detail

namespace hantext::literals {

/// The exact number that the literal says, in any form that `numeral::parse` takes; anything else
/// does not compile. `using namespace hantext::literals;` makes it known. Also `u8"三万五千"_zh`.
template <detail::literal_text Text> consteval decimal operator""_zh() {
  return detail::read_literal<decltype(Text)>(Text.view());
}

} // namespace hantext::literals
