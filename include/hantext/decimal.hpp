/// \file
/// Exact decimal numbers: a 128-bit coefficient and a decimal exponent.
///
/// Figures read from text are never rounded, so they are never kept in a `double`. A `decimal` is
/// `coefficient x 10^exponent` with a sign, always in the one normal form (no zero at the end of
/// the coefficient, no negative zero), so equal numbers are equal member by member. Arithmetic
/// either gives the exact result or an error of kind `overflow`. What rounds says so in its name.
/// Everything is constexpr but `to_string`.
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

// Integers of 128 bits where the compiler has them; std::integral may not know them.
#if defined(__SIZEOF_INT128__)
__extension__ typedef __int128 native_int128;           // NOLINT(modernize-use-using)
__extension__ typedef unsigned __int128 native_uint128; // NOLINT(modernize-use-using)
template <class T>
concept native_128_bits = std::same_as<T, native_int128> || std::same_as<T, native_uint128>;
#else
template <class T>
concept native_128_bits = false;
#endif

} // namespace detail

/// The integer types that a decimal can be made of and turned into: all of the language but `bool`,
/// and those of 128 bits where the compiler has them.
template <class T>
concept decimal_integer =
    (std::integral<T> && !std::same_as<T, bool>) || detail::native_128_bits<T>;

/// What happens to the digits that `round_to` takes off (names as in IEEE 754 and elsewhere).
enum class rounding : std::uint8_t {
  exact,     ///< nothing but zeros may go: the error `inexact` otherwise
  half_even, ///< to the nearest, from the middle to the even digit
  half_up,   ///< to the nearest, from the middle away from zero: 四舍五入
  down,      ///< toward zero: 截尾
  up,        ///< away from zero: 进一
  floor,     ///< toward minus infinity
  ceiling,   ///< toward plus infinity
};

/// A number without rounding. Copies are cheap; a default one is 0.
///
/// Range: up to 38 significant digits anywhere between 10^-250 and 10^288.
class decimal {
public:
  /// The exponent of the normal form lies within [min_exponent, max_exponent]. With these bounds
  /// every decimal has a finite, normal `double` next to it.
  static constexpr int min_exponent = -250;
  /// The other end of that range.
  static constexpr int max_exponent = 250;

  constexpr decimal() noexcept = default;

  /// Any integer is a decimal without loss.
  template <decimal_integer Integer>
  constexpr decimal(Integer value) noexcept : decimal(value < Integer{}, magnitude_of(value)) {}

  /// `coefficient x 10^exponent` (the coefficient in two 64-bit halves), or `overflow`.
  static constexpr result<decimal> from_parts(bool negative, std::uint64_t high, std::uint64_t low,
                                              int exponent) noexcept;

  /// Every digit of a double: 0.5 is 0.5, but 0.1 is 0.1000000000000000055511…, which has 55 digits
  /// and therefore is `overflow`. Infinities are `overflow` too, a NaN is `not_a_number`.
  static constexpr result<decimal> from_double_exact(double value) noexcept;

  /// The shortest decimal of which `value` is the nearest double, of several the nearest: 0.1 is
  /// 0.1. Turns back into the same double. Errors: `overflow` outside the range of decimals
  /// (subnormal doubles, infinities), `not_a_number`.
  static constexpr result<decimal> from_double_shortest(double value) noexcept;

  /// Whether it is zero.
  constexpr bool is_zero() const noexcept { return coefficient_ == detail::uint128{}; }
  /// Whether it is below zero; there is no negative zero.
  constexpr bool is_negative() const noexcept { return negative_; }
  /// Whether there is no fraction.
  constexpr bool is_integer() const noexcept { return exponent_ >= 0; }
  /// The upper half of the coefficient.
  constexpr std::uint64_t coefficient_high() const noexcept { return coefficient_.high; }
  /// The lower half of the coefficient.
  constexpr std::uint64_t coefficient_low() const noexcept { return coefficient_.low; }
  /// The power of ten that the coefficient is multiplied by.
  constexpr int exponent() const noexcept { return exponent_; }

  /// The same number as an integer type: `not_an_integer` where there is a fraction, `overflow`
  /// where the type cannot hold it.
  template <decimal_integer Integer> constexpr result<Integer> to_integer() const noexcept;

  /// The nearest double, from the middle to the even one.
  constexpr double to_double() const noexcept;

  /// The same number with the other sign; zero stays zero.
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

  template <decimal_integer Integer>
  static constexpr detail::uint128 magnitude_of(Integer value) noexcept {
    const auto low = static_cast<std::uint64_t>(value);
    std::uint64_t high = value < Integer{} ? ~std::uint64_t{0} : 0; // the sign carried on
    if constexpr (sizeof(Integer) > sizeof(low)) high = static_cast<std::uint64_t>(value >> 64);
    if (!(value < Integer{})) return {high, low};
    return {~high + (low == 0 ? 1U : 0U), 0 - low};
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

/// The exact sum, or `overflow`.
constexpr result<decimal> add(const decimal& left, const decimal& right) noexcept;
/// The exact difference, or `overflow`.
constexpr result<decimal> subtract(const decimal& left, const decimal& right) noexcept;
/// The exact product, or `overflow`.
constexpr result<decimal> multiply(const decimal& left, const decimal& right) noexcept;

/// `number x 10^places`, or `overflow`.
constexpr result<decimal> shift10(const decimal& number, int places) noexcept;

/// The number with at most `places` digits behind the point (fewer than 0: with zeros before it):
/// 2.345 to 2 places half_even is 2.34, 1250 to -2 places half_up is 1300. Errors: `inexact` with
/// rounding::exact where digits other than 0 would go, `overflow` past the largest decimal.
constexpr result<decimal> round_to(const decimal& number, int places, rounding how) noexcept;

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

/// A coefficient without its last digits: the last one that went, and whether there was anything
/// but zeros behind it.
struct cut_coefficient {
  uint128 rest;
  unsigned last = 0;
  bool more = false;
};
constexpr cut_coefficient cut_digits(uint128 value, int digits) noexcept {
  cut_coefficient cut{value};
  for (; digits > 0; --digits) {
    const auto divided = divide_by_ten(cut.rest);
    cut = {divided.quotient, divided.remainder, cut.more || cut.last != 0};
  }
  return cut;
}

constexpr uint128 plus_one(uint128 value) noexcept {
  return {value.high + (value.low == ~std::uint64_t{0} ? 1U : 0U), value.low + 1};
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

template <decimal_integer Integer> constexpr result<Integer> decimal::to_integer() const noexcept {
  if (exponent_ < 0) {
    return error{error_kind::not_an_integer, 0, 0};
  }
  constexpr bool is_signed = static_cast<Integer>(-1) < Integer{};
  constexpr int bits = static_cast<int>(sizeof(Integer) * 8) - (is_signed ? 1 : 0);
  constexpr std::uint64_t all = ~std::uint64_t{0};
  detail::uint128 limit{bits > 64 ? all >> (128 - bits) : 0, bits < 64 ? all >> (64 - bits) : all};
  if (negative_) { // two's complement reaches one further down
    limit = is_signed ? detail::uint128{limit.high + (limit.low == all ? 1 : 0), limit.low + 1}
                      : detail::uint128{};
  }
  const auto scaled = detail::scale_by_ten(coefficient_, exponent_);
  if (scaled.overflowed || scaled.value > limit) {
    return error{error_kind::overflow, 0, 0};
  }
  const std::uint64_t low = negative_ ? 0 - scaled.value.low : scaled.value.low;
  if constexpr (sizeof(Integer) > sizeof(low)) {
    const std::uint64_t borrow = scaled.value.low == 0 ? 0 : 1;
    const std::uint64_t high = negative_ ? 0 - scaled.value.high - borrow : scaled.value.high;
    return static_cast<Integer>(static_cast<Integer>(high) << 64 | static_cast<Integer>(low));
  } else {
    return static_cast<Integer>(low);
  }
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

namespace detail {

/// A positive double is mantissa x 2^exponent with an odd mantissa.
struct double_parts {
  std::uint64_t mantissa;
  int exponent;
};
constexpr double_parts parts_of(double value) noexcept {
  static_assert(std::numeric_limits<double>::is_iec559, "doubles of IEEE 754");
  const auto bits = std::bit_cast<std::uint64_t>(value);
  constexpr std::uint64_t hidden = std::uint64_t{1} << 52;
  const auto biased = static_cast<int>(bits >> 52 & 0x7FFU);
  const std::uint64_t mantissa = (bits & (hidden - 1)) | (biased == 0 ? 0 : hidden);
  const int zeros = std::countr_zero(mantissa);
  return {mantissa >> zeros, (biased == 0 ? 1 : biased) - 1075 + zeros};
}

/// The error for what is no number or beyond all decimals, `none` for the rest. What is below
/// 2^-848 is below 10^-255.
constexpr error_kind problem_of(double value) noexcept {
  if (value != value) return error_kind::not_a_number;
  const double size = value < 0 ? -value : value;
  const bool fits = size <= std::numeric_limits<double>::max() &&
                    (size == 0 || parts_of(size).exponent >= -900); // at most 53 bits above
  return fits ? error_kind::none : error_kind::overflow;
}

/// All digits of a double: a whole number and the power of ten it is multiplied by.
using double_room = wide_integer<68>; // 5^900 and 2^1024 fit
constexpr double_room digits_of(double_parts parts) noexcept {
  double_room digits({0, parts.mantissa});
  for (int left = parts.exponent; left < 0; left += left <= -13 ? 13 : 1)
    digits.multiply(left <= -13 ? 1'220'703'125U : 5U); // 5^13, for 2^-1 = 5 x 10^-1
  for (int left = parts.exponent; left > 0; left -= left >= 31 ? 31 : 1)
    digits.multiply(left >= 31 ? 0x8000'0000U : 2U);
  return digits;
}

} // namespace detail

constexpr result<decimal> decimal::from_double_exact(double value) noexcept {
  if (const error_kind problem = detail::problem_of(value); problem != error_kind::none)
    return error{problem, 0, 0};
  if (value == 0) return decimal();
  const auto parts = detail::parts_of(value);
  if (parts.exponent < -56) return error{error_kind::overflow, 0, 0}; // 5^56 > 2^128
  return detail::to_decimal(value < 0, detail::digits_of(parts),
                            parts.exponent < 0 ? parts.exponent : 0);
}

constexpr result<decimal> decimal::from_double_shortest(double value) noexcept {
  if (const error_kind problem = detail::problem_of(value); problem != error_kind::none)
    return error{problem, 0, 0};
  if (value == 0) return decimal();
  const auto parts = detail::parts_of(value);
  auto room = detail::digits_of(parts);
  int exponent = parts.exponent < 0 ? parts.exponent : 0;
  bool more = false; // behind the digits that stay, which are more than 17
  for (; !room.fits_uint128(); exponent += 9) {
    more = room.divide(1'000'000'000U) != 0 || more;
  }
  const detail::uint128 digits = room.low_bits();
  const int count = detail::digit_count(digits);
  // Numbers of up to 15 digits are the only ones of 15 digits near their double, and 17 digits are
  // always enough. At a power of two the farther neighbour may be the one that turns back.
  for (int wanted = 15; wanted <= 17; ++wanted) {
    const int cut_off = count > wanted ? count - wanted : 0;
    const auto cut = detail::cut_digits(digits, cut_off);
    const bool up = cut.last > 5 || (cut.last == 5 && (cut.more || more || cut.rest.low % 2 == 1));
    for (const bool higher : {up, !up}) {
      if (cut_off == 0 && higher) continue;
      const auto rest = higher ? detail::plus_one(cut.rest) : cut.rest;
      const auto number = from_parts(value < 0, rest.high, rest.low, exponent + cut_off);
      if (!number) break;
      if (number->to_double() == value) return number;
    }
  }
  return error{error_kind::overflow, 0, 0};
}

namespace detail {

/// The most characters of `to_string`: sign, 39 digits, and 250 zeros behind or "0." and 249
/// before.
inline constexpr std::size_t max_plain_size = 300;

/// Writes what `to_string` gives and returns the end.
constexpr char* write_plain(const decimal& number, char* out) noexcept {
  char digits[max_coefficient_digits]{}; // filled from the back
  std::size_t first = max_coefficient_digits;
  uint128 rest = coefficient_of(number);
  for (; rest.high != 0; rest = divide_by_ten(rest).quotient)
    digits[--first] = static_cast<char>('0' + divide_by_ten(rest).remainder);
  std::uint64_t low = rest.low;
  do {
    digits[--first] = static_cast<char>('0' + low % 10);
    low /= 10;
  } while (low != 0);

  if (number.is_negative()) *out++ = '-';
  int before_point = static_cast<int>(max_coefficient_digits - first) + number.exponent();
  if (before_point <= 0) {
    *out++ = '0';
    *out++ = '.';
    for (; before_point < 0; ++before_point)
      *out++ = '0';
    before_point = -1; // no further point
  }
  for (; first < max_coefficient_digits; ++first, --before_point) {
    if (before_point == 0) *out++ = '.';
    *out++ = digits[first];
  }
  for (; before_point > 0; --before_point)
    *out++ = '0';
  return out;
}

} // namespace detail

inline std::string to_string(const decimal& number) {
  char text[detail::max_plain_size];
  return std::string(text, detail::write_plain(number, text));
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

constexpr result<decimal> round_to(const decimal& number, int places, rounding how) noexcept {
  const std::int64_t exponent = -std::int64_t{places}; // of the last digit that may stay
  const std::int64_t surplus = exponent - number.exponent();
  if (number.is_zero() || surplus <= 0) return number;
  // In the normal form the last digit is not zero, so something is lost.
  const auto cut = detail::cut_digits(detail::coefficient_of(number),
                                      static_cast<int>(surplus < detail::max_coefficient_digits + 1
                                                           ? surplus
                                                           : detail::max_coefficient_digits + 1));
  bool larger = false; // in size
  switch (how) {
  case rounding::exact:
    return error{error_kind::inexact, 0, 0};
  case rounding::half_even:
    larger = cut.last > 5 || (cut.last == 5 && (cut.more || cut.rest.low % 2 == 1));
    break;
  case rounding::half_up:
    larger = cut.last >= 5;
    break;
  case rounding::down:
    break;
  case rounding::up:
    larger = true;
    break;
  case rounding::floor:
    larger = number.is_negative();
    break;
  case rounding::ceiling:
    larger = !number.is_negative();
    break;
  }
  const detail::uint128 rest = larger ? detail::plus_one(cut.rest) : cut.rest;
  if (rest == detail::uint128{}) return decimal();
  constexpr std::int64_t beyond = decimal::max_exponent + 1;
  return decimal::from_parts(number.is_negative(), rest.high, rest.low,
                             static_cast<int>(exponent < beyond ? exponent : beyond));
}

} // namespace hantext
