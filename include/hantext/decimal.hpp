/// \file
/// Exact decimal numbers: a 128-bit coefficient and a decimal exponent.
///
/// Figures read from text are never rounded, so they are never kept in a `double`. A `decimal` is
/// `coefficient x 10^exponent` with a sign, always in the one normal form (no zero at the end of
/// the coefficient, no negative zero), so equal numbers are equal member by member. Arithmetic
/// either gives the exact result or an error of kind `overflow`. Everything is constexpr.
#pragma once

#include <hantext/result.hpp>

#include <bit>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace hantext {

namespace detail {

/// An unsigned 128-bit integer in two halves.
struct uint128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend constexpr bool operator==(uint128, uint128) noexcept = default;
  friend constexpr auto operator<=>(uint128, uint128) noexcept = default;
};

template <std::size_t Limbs> struct wide_integer;
class decimal_accumulator;

} // namespace detail

/// A number without rounding. Copies are cheap; a default one is 0.
///
/// Range: up to 38 significant digits anywhere between 10^-250 and 10^288.
class decimal {
public:
  /// The exponent of the normal form lies within [min_exponent, max_exponent]. With these bounds
  /// every decimal has a finite, normal `double` next to it.
  static constexpr int min_exponent = -250;
  static constexpr int max_exponent = 250;

  constexpr decimal() noexcept = default;

  /// Any integer of the language is a decimal without loss.
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) constexpr decimal(Integer value) noexcept
      : decimal(value < Integer{}, {0, magnitude_of(value)}) {}

  /// `coefficient x 10^exponent` (the coefficient in two 64-bit halves), or `overflow`.
  static constexpr result<decimal> from_parts(bool negative, std::uint64_t high, std::uint64_t low,
                                              int exponent) noexcept;

  constexpr bool is_zero() const noexcept { return coefficient_ == detail::uint128{}; }
  constexpr bool is_negative() const noexcept { return negative_; }
  /// Whether there is no fraction.
  constexpr bool is_integer() const noexcept { return exponent_ >= 0; }
  /// The upper and lower half of the coefficient, and the power of ten it is multiplied by.
  constexpr std::uint64_t coefficient_high() const noexcept { return coefficient_.high; }
  constexpr std::uint64_t coefficient_low() const noexcept { return coefficient_.low; }
  constexpr int exponent() const noexcept { return exponent_; }

  /// The same number as an integer type: `not_an_integer` where there is a fraction, `overflow`
  /// where the type cannot hold it.
  template <std::integral Integer> constexpr result<Integer> to_integer() const noexcept;

  /// The nearest double (ties to even). The only way out of exactness, therefore with a name.
  constexpr double to_double() const noexcept;

  constexpr decimal operator-() const noexcept {
    decimal negated = *this;
    negated.negative_ = !negative_ && !is_zero();
    return negated;
  }

  friend constexpr bool operator==(const decimal&, const decimal&) noexcept = default;
  friend constexpr std::strong_ordering operator<=>(const decimal& left,
                                                    const decimal& right) noexcept;

private:
  friend class detail::decimal_accumulator;

  constexpr decimal(bool negative, detail::uint128 coefficient) noexcept
      : coefficient_(coefficient), negative_(negative) {
    normalise();
  }

  template <std::integral Integer>
  static constexpr std::uint64_t magnitude_of(Integer value) noexcept {
    static_assert(sizeof(Integer) <= sizeof(std::uint64_t), "integers of up to 64 bits");
    const auto bits = static_cast<std::uint64_t>(value);
    return value < Integer{} ? 0 - bits : bits;
  }

  constexpr void normalise() noexcept;

  detail::uint128 coefficient_{};
  std::int16_t exponent_ = 0;
  bool negative_ = false;
};

/// Reads a plain decimal such as `-12.50`: an optional `+` or `-`, ASCII digits and, if there is a
/// point, digits on both sides of it. Nothing else: no exponent, no separators, no blanks.
/// Errors: `empty_input`, `not_a_number`, `missing_digits`, `trailing_text`, `overflow`, with the
/// offset of the first byte that cannot be read.
constexpr result<decimal> parse_decimal(std::string_view text) noexcept;

/// Plain digits, `-` in front of negative numbers, no exponent, no zeros at the end of a fraction.
/// `parse_decimal` gives the same number back.
std::string to_string(const decimal& number);

/// The exact sum, difference or product, or `overflow`.
constexpr result<decimal> add(const decimal& left, const decimal& right) noexcept;
constexpr result<decimal> subtract(const decimal& left, const decimal& right) noexcept;
constexpr result<decimal> multiply(const decimal& left, const decimal& right) noexcept;

/// `number x 10^places`, or `overflow`.
constexpr result<decimal> shift10(const decimal& number, int places) noexcept;

// ---------------------------------------------------------------------------------------------

namespace detail {

/// A coefficient has at most this many digits (2^128 is about 3.4 x 10^38).
inline constexpr int max_coefficient_digits = 39;

struct divided_by_ten {
  uint128 quotient;
  unsigned remainder;
};

/// Division by the constant ten; 2^64 = 10 x 1844674407370955161 + 6 carries the upper half down.
constexpr divided_by_ten divide_by_ten(uint128 value) noexcept {
  if (value.high == 0) {
    return {{0, value.low / 10}, static_cast<unsigned>(value.low % 10)};
  }
  const std::uint64_t carried = value.high % 10;
  const std::uint64_t units = carried * 6 + value.low % 10;
  return {{value.high / 10, carried * 1844674407370955161U + value.low / 10 + units / 10},
          static_cast<unsigned>(units % 10)};
}

struct uint128_product {
  uint128 value;
  bool overflowed;
};

/// value x factor + addend; factor and addend are small enough for a 32-bit limb.
constexpr uint128_product multiply_add(uint128 value, std::uint32_t factor,
                                       std::uint32_t addend) noexcept {
  constexpr std::uint64_t lower_half = 0xFFFFFFFFU;
  const std::uint64_t first = (value.low & lower_half) * factor + addend;
  const std::uint64_t second = (value.low >> 32) * factor + (first >> 32);
  const std::uint64_t third = (value.high & lower_half) * factor + (second >> 32);
  const std::uint64_t fourth = (value.high >> 32) * factor + (third >> 32);
  return {{(fourth << 32) | (third & lower_half), (second << 32) | (first & lower_half)},
          (fourth >> 32) != 0};
}

/// value x 10^places.
constexpr uint128_product scale_by_ten(uint128 value, int places) noexcept {
  uint128_product scaled{value, false};
  for (; places >= 9 && !scaled.overflowed; places -= 9) {
    scaled = multiply_add(scaled.value, 1'000'000'000U, 0);
  }
  for (; places > 0 && !scaled.overflowed; --places) {
    scaled = multiply_add(scaled.value, 10, 0);
  }
  return scaled;
}

constexpr int digit_count(uint128 value) noexcept {
  int digits = 1;
  while (value.high != 0) {
    value = divide_by_ten(value).quotient;
    ++digits;
  }
  for (std::uint64_t rest = value.low / 10; rest != 0; rest /= 10) {
    ++digits;
  }
  return digits;
}

/// A fixed-width unsigned integer, 32-bit limbs from the lowest up: the room in which sums and
/// products are formed before it is known whether the normal form fits, and in which doubles are
/// rounded. Callers choose `Limbs` so that nothing overflows.
template <std::size_t Limbs> struct wide_integer {
  std::uint32_t limb[Limbs]{};

  constexpr wide_integer() noexcept = default;
  constexpr explicit wide_integer(uint128 value) noexcept {
    static_assert(Limbs >= 4);
    limb[0] = static_cast<std::uint32_t>(value.low);
    limb[1] = static_cast<std::uint32_t>(value.low >> 32);
    limb[2] = static_cast<std::uint32_t>(value.high);
    limb[3] = static_cast<std::uint32_t>(value.high >> 32);
  }

  constexpr uint128 low_bits() const noexcept {
    return {(std::uint64_t{limb[3]} << 32) | limb[2], (std::uint64_t{limb[1]} << 32) | limb[0]};
  }
  constexpr bool fits_uint128() const noexcept {
    for (std::size_t index = 4; index < Limbs; ++index) {
      if (limb[index] != 0) {
        return false;
      }
    }
    return true;
  }
  constexpr void multiply(std::uint32_t factor) noexcept {
    std::uint64_t carry = 0;
    for (std::uint32_t& part : limb) {
      carry += std::uint64_t{part} * factor;
      part = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }
  /// Divides by a small number and returns the remainder.
  constexpr std::uint32_t divide(std::uint32_t divisor) noexcept {
    std::uint64_t rest = 0;
    for (std::size_t index = Limbs; index-- > 0;) {
      rest = (rest << 32) | limb[index];
      limb[index] = static_cast<std::uint32_t>(rest / divisor);
      rest %= divisor;
    }
    return static_cast<std::uint32_t>(rest);
  }
  constexpr void scale_by_ten(int places) noexcept {
    for (; places >= 9; places -= 9) {
      multiply(1'000'000'000U);
    }
    for (; places > 0; --places) {
      multiply(10);
    }
  }
  constexpr void add(const wide_integer& other) noexcept {
    std::uint64_t carry = 0;
    for (std::size_t index = 0; index < Limbs; ++index) {
      carry += std::uint64_t{limb[index]} + other.limb[index];
      limb[index] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }
  /// Subtracts a number that is not larger.
  constexpr void subtract(const wide_integer& other) noexcept {
    std::uint64_t borrow = 0;
    for (std::size_t index = 0; index < Limbs; ++index) {
      const std::uint64_t difference = std::uint64_t{limb[index]} - other.limb[index] - borrow;
      limb[index] = static_cast<std::uint32_t>(difference);
      borrow = (difference >> 32) & 1;
    }
  }
  constexpr bool less(const wide_integer& other) const noexcept {
    for (std::size_t index = Limbs; index-- > 0;) {
      if (limb[index] != other.limb[index]) {
        return limb[index] < other.limb[index];
      }
    }
    return false;
  }
  /// Number of bits up to the highest that is set; 0 for zero.
  constexpr int bit_count() const noexcept {
    for (std::size_t index = Limbs; index-- > 0;) {
      if (limb[index] != 0) {
        return static_cast<int>(index) * 32 + static_cast<int>(std::bit_width(limb[index]));
      }
    }
    return 0;
  }
  constexpr bool bit(int position) const noexcept {
    return (limb[static_cast<std::size_t>(position / 32)] >> (position % 32) & 1U) != 0;
  }
};

/// Collects digits from left to right into a decimal. Zeros are held back until a digit follows
/// them, so the coefficient is in normal form at every moment and 1000…0 may be as long as it
/// likes.
class decimal_accumulator {
public:
  constexpr void push(unsigned digit) noexcept {
    fraction_digits_ += in_fraction_ ? 1 : 0;
    if (digit == 0) {
      held_zeros_ += empty_ ? 0 : 1;
      return;
    }
    empty_ = false;
    // A run of held zeros longer than any coefficient overflows at once.
    const auto zeros = static_cast<int>(
        held_zeros_ < max_coefficient_digits ? held_zeros_ : max_coefficient_digits);
    const uint128_product shifted = scale_by_ten(coefficient_, zeros);
    const uint128_product next = multiply_add(shifted.value, 10, digit);
    overflowed_ = overflowed_ || shifted.overflowed || next.overflowed;
    coefficient_ = next.value;
    held_zeros_ = 0;
  }
  constexpr void point() noexcept { in_fraction_ = true; }

  /// The number times 10^places, or `overflow`.
  constexpr result<decimal> finish(bool negative = false, int places = 0) const noexcept {
    if (overflowed_) {
      return error{error_kind::overflow, 0, 0};
    }
    if (empty_) {
      return decimal();
    }
    const std::int64_t exponent = std::int64_t{held_zeros_} - fraction_digits_ + places;
    if (exponent < decimal::min_exponent || exponent > decimal::max_exponent) {
      return error{error_kind::overflow, 0, 0};
    }
    decimal number;
    number.coefficient_ = coefficient_;
    number.exponent_ = static_cast<std::int16_t>(exponent);
    number.negative_ = negative;
    return number;
  }

private:
  uint128 coefficient_{};
  std::int64_t held_zeros_ = 0;
  std::int64_t fraction_digits_ = 0;
  bool in_fraction_ = false;
  bool empty_ = true;
  bool overflowed_ = false;
};

/// The normal form of an intermediate result of any width.
template <std::size_t Limbs>
constexpr result<decimal> to_decimal(bool negative, wide_integer<Limbs> value,
                                     int exponent) noexcept {
  while (!value.fits_uint128()) {
    if (value.divide(10) != 0) {
      return error{error_kind::overflow, 0, 0};
    }
    ++exponent;
  }
  const uint128 bits = value.low_bits();
  return decimal::from_parts(negative, bits.high, bits.low, exponent);
}

constexpr uint128 coefficient_of(const decimal& number) noexcept {
  return {number.coefficient_high(), number.coefficient_low()};
}

} // namespace detail

constexpr void decimal::normalise() noexcept {
  if (is_zero()) {
    negative_ = false;
    exponent_ = 0;
    return;
  }
  for (auto divided = detail::divide_by_ten(coefficient_); divided.remainder == 0;
       divided = detail::divide_by_ten(coefficient_)) {
    coefficient_ = divided.quotient;
    ++exponent_;
  }
}

constexpr result<decimal> decimal::from_parts(bool negative, std::uint64_t high, std::uint64_t low,
                                              int exponent) noexcept {
  decimal number(negative, {high, low}); // its exponent now counts the zeros that were taken off
  if (number.is_zero()) {
    return number;
  }
  const std::int64_t shifted = std::int64_t{number.exponent_} + exponent;
  if (shifted < min_exponent || shifted > max_exponent) {
    return error{error_kind::overflow, 0, 0};
  }
  number.exponent_ = static_cast<std::int16_t>(shifted);
  return number;
}

constexpr std::strong_ordering operator<=>(const decimal& left, const decimal& right) noexcept {
  if (left.negative_ != right.negative_) {
    return left.negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  const decimal& low = left.negative_ ? right : left; // of two negatives the larger size is less
  const decimal& high = left.negative_ ? left : right;
  if (low.is_zero() || high.is_zero()) {
    return low.coefficient_ <=> high.coefficient_;
  }
  const int low_digits = detail::digit_count(low.coefficient_) + low.exponent_;
  const int high_digits = detail::digit_count(high.coefficient_) + high.exponent_;
  if (low_digits != high_digits) {
    return low_digits <=> high_digits;
  }
  // Equally long: bring the coefficients to the same exponent. One that leaves 128 bits on the way
  // is the larger one.
  if (low.exponent_ >= high.exponent_) {
    const auto scaled = detail::scale_by_ten(low.coefficient_, low.exponent_ - high.exponent_);
    return scaled.overflowed ? std::strong_ordering::greater : scaled.value <=> high.coefficient_;
  }
  const auto scaled = detail::scale_by_ten(high.coefficient_, high.exponent_ - low.exponent_);
  return scaled.overflowed ? std::strong_ordering::less : low.coefficient_ <=> scaled.value;
}

template <std::integral Integer> constexpr result<Integer> decimal::to_integer() const noexcept {
  static_assert(sizeof(Integer) <= sizeof(std::uint64_t), "integers of up to 64 bits");
  if (exponent_ < 0) {
    return error{error_kind::not_an_integer, 0, 0};
  }
  const auto scaled = detail::scale_by_ten(coefficient_, exponent_);
  const auto largest = static_cast<std::uint64_t>(std::numeric_limits<Integer>::max());
  std::uint64_t limit = largest;
  if (negative_) { // two's complement reaches one further down
    limit = std::is_signed_v<Integer> ? largest + 1 : 0;
  }
  if (scaled.overflowed || scaled.value.high != 0 || scaled.value.low > limit) {
    return error{error_kind::overflow, 0, 0};
  }
  const std::uint64_t bits = negative_ ? 0 - scaled.value.low : scaled.value.low;
  return static_cast<Integer>(bits);
}

constexpr double decimal::to_double() const noexcept {
  if (is_zero()) {
    return 0.0;
  }
  // 2^128 x 10^250 takes 959 bits. For negative exponents the coefficient is first moved up so far
  // (10^250 takes 831 bits, plus 64 for the digits wanted) that division leaves enough of it.
  constexpr std::size_t limbs = 34;
  constexpr int moved_limbs = 28;
  detail::wide_integer<limbs> value(coefficient_);
  bool inexact = false; // something was cut off below the bits that are left
  int binary_exponent = 0;
  if (exponent_ >= 0) {
    value.scale_by_ten(exponent_);
  } else {
    detail::wide_integer<limbs> moved;
    for (std::size_t index = 0; index < 4; ++index) {
      moved.limb[index + moved_limbs] = value.limb[index];
    }
    value = moved;
    binary_exponent = -32 * moved_limbs;
    int places = -exponent_;
    for (; places >= 9; places -= 9) {
      inexact = (value.divide(1'000'000'000U) != 0) || inexact;
    }
    for (; places > 0; --places) {
      inexact = (value.divide(10) != 0) || inexact;
    }
  }
  constexpr int mantissa_bits = 53;
  const int bits = value.bit_count();
  std::uint64_t mantissa = 0;
  for (int taken = 0; taken < mantissa_bits; ++taken) {
    const int position = bits - 1 - taken;
    mantissa = mantissa * 2 + (position >= 0 && value.bit(position) ? 1U : 0U);
  }
  binary_exponent += bits - mantissa_bits;
  const int half = bits - 1 - mantissa_bits; // the first bit that is cut off
  if (half >= 0 && value.bit(half)) {
    bool above_half = inexact;
    for (int position = half - 1; position >= 0 && !above_half; --position) {
      above_half = value.bit(position);
    }
    if (above_half || mantissa % 2 == 1) {
      ++mantissa;
    }
  }
  auto nearest = static_cast<double>(mantissa); // at most 2^53: exact
  for (; binary_exponent >= 32; binary_exponent -= 32) {
    nearest *= 4294967296.0;
  }
  for (; binary_exponent > 0; --binary_exponent) {
    nearest *= 2.0;
  }
  for (; binary_exponent <= -32; binary_exponent += 32) {
    nearest *= 1.0 / 4294967296.0;
  }
  for (; binary_exponent < 0; ++binary_exponent) {
    nearest *= 0.5;
  }
  return negative_ ? -nearest : nearest;
}

constexpr result<decimal> parse_decimal(std::string_view text) noexcept {
  if (text.empty()) {
    return error{error_kind::empty_input, 0, 0};
  }
  const auto is_digit = [text](std::size_t offset) {
    return offset < text.size() && text[offset] >= '0' && text[offset] <= '9';
  };
  detail::decimal_accumulator digits;
  std::size_t offset = text[0] == '-' || text[0] == '+' ? 1 : 0;
  const std::size_t first = offset;
  for (; is_digit(offset); ++offset) {
    digits.push(static_cast<unsigned>(text[offset] - '0'));
  }
  if (offset == first) {
    const bool at_end = offset == text.size();
    return error{at_end ? error_kind::missing_digits : error_kind::not_a_number, offset,
                 at_end ? std::size_t{0} : std::size_t{1}};
  }
  if (offset < text.size() && text[offset] == '.') {
    ++offset;
    if (!is_digit(offset)) {
      return error{error_kind::missing_digits, offset, 0};
    }
    digits.point();
    for (; is_digit(offset); ++offset) {
      digits.push(static_cast<unsigned>(text[offset] - '0'));
    }
  }
  if (offset != text.size()) {
    return error{error_kind::trailing_text, offset, text.size() - offset};
  }
  const auto number = digits.finish(text[0] == '-');
  return number ? number : error{error_kind::overflow, 0, text.size()};
}

inline std::string to_string(const decimal& number) {
  char digits[detail::max_coefficient_digits]{}; // filled from the back
  std::size_t first = sizeof digits;
  auto rest = detail::coefficient_of(number);
  do {
    const auto divided = detail::divide_by_ten(rest);
    digits[--first] = static_cast<char>('0' + divided.remainder);
    rest = divided.quotient;
  } while (rest != detail::uint128{});
  const std::size_t count = sizeof digits - first;

  std::string text(number.is_negative() ? "-" : "");
  if (number.exponent() >= 0) {
    text.append(digits + first, count);
    return text.append(static_cast<std::size_t>(number.exponent()), '0');
  }
  const auto fraction = static_cast<std::size_t>(-number.exponent());
  if (count > fraction) {
    text.append(digits + first, count - fraction);
    text += '.';
    return text.append(digits + sizeof digits - fraction, fraction);
  }
  text += "0.";
  text.append(fraction - count, '0');
  return text.append(digits + first, count);
}

constexpr result<decimal> add(const decimal& left, const decimal& right) noexcept {
  if (left.is_zero() || right.is_zero()) {
    return left.is_zero() ? right : left;
  }
  const decimal& upper = left.exponent() >= right.exponent() ? left : right;
  const decimal& lower = left.exponent() >= right.exponent() ? right : left;
  // The last digit of `lower` is not zero and stays the last digit of the sum unless the exponents
  // are equal, so a gap wider than the coefficient cannot give a result that fits.
  const int gap = upper.exponent() - lower.exponent();
  if (gap > detail::max_coefficient_digits) {
    return error{error_kind::overflow, 0, 0};
  }
  using room = detail::wide_integer<9>; // 128 bits x 10^39, and a carry
  room sum(detail::coefficient_of(upper));
  sum.scale_by_ten(gap);
  room other(detail::coefficient_of(lower));
  bool negative = upper.is_negative();
  if (upper.is_negative() == lower.is_negative()) {
    sum.add(other);
  } else if (sum.less(other)) {
    other.subtract(sum);
    sum = other;
    negative = lower.is_negative();
  } else {
    sum.subtract(other);
  }
  return detail::to_decimal(negative, sum, lower.exponent());
}

constexpr result<decimal> subtract(const decimal& left, const decimal& right) noexcept {
  return add(left, -right);
}

constexpr result<decimal> multiply(const decimal& left, const decimal& right) noexcept {
  using room = detail::wide_integer<8>;
  const room factor(detail::coefficient_of(right));
  const room multiplicand(detail::coefficient_of(left));
  room product;
  for (std::size_t row = 0; row < 4; ++row) { // long multiplication, limb by limb
    std::uint64_t carry = 0;
    for (std::size_t column = 0; column < 4; ++column) {
      carry +=
          std::uint64_t{multiplicand.limb[column]} * factor.limb[row] + product.limb[row + column];
      product.limb[row + column] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    product.limb[row + 4] = static_cast<std::uint32_t>(carry);
  }
  return detail::to_decimal(left.is_negative() != right.is_negative(), product,
                            left.exponent() + right.exponent());
}

constexpr result<decimal> shift10(const decimal& number, int places) noexcept {
  constexpr int span = decimal::max_exponent - decimal::min_exponent;
  if (places > span || places < -span) {
    return number.is_zero() ? result<decimal>(number) : error{error_kind::overflow, 0, 0};
  }
  return decimal::from_parts(number.is_negative(), number.coefficient_high(),
                             number.coefficient_low(), number.exponent() + places);
}

} // namespace hantext
