#include <hantext/decimal.hpp>

#include "catch.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using hantext::decimal;
using hantext::error_kind;
using hantext::parse_decimal;

constexpr decimal number(std::string_view text) {
  const auto read = parse_decimal(text);
  return read ? *read : decimal(-987654321);
}

// Expected result "" means overflow.
constexpr bool gives(const hantext::result<decimal>& result, std::string_view expected) {
  return expected.empty() ? result.error().kind == error_kind::overflow
                          : result && *result == number(expected);
}

constexpr std::string_view largest = "340282366920938463463374607431768211455"; // 2^128 - 1

constexpr bool arithmetic_is_exact() {
  struct row {
    std::string_view left, right, sum, difference, product;
  };
  constexpr row rows[] = {
      {"0", "0", "0", "0", "0"},
      {"1", "2", "3", "-1", "2"},
      {"0.1", "0.2", "0.3", "-0.1", "0.02"},
      {"12.5", "-12.5", "0", "25", "-156.25"},
      {"-3", "-4", "-7", "1", "12"},
      {"999", "1", "1000", "998", "999"},
      {"4.3", "10000", "10004.3", "-9995.7", "43000"},
      {"18446744073709551615", "1", "18446744073709551616", "18446744073709551614",
       "18446744073709551615"},
      {"18446744073709551616", "18446744073709551616", "36893488147419103232", "0", ""},
      {"1267650600228229401496703205376", "88817841970012523233890533447265625",
       "88819109620612751463292030150471001", "-88816574319412295004489036744060249",
       "112589990684262400000000000000000000000000000000000000000000000000"}, // 2^100 x 5^50
      {largest, "5", "340282366920938463463374607431768211460",
       "340282366920938463463374607431768211450", ""},
      {largest, "1", "", "340282366920938463463374607431768211454", largest},
      {largest, largest, "680564733841876926926749214863536422910", "0", ""},
  };
  for (const row& each : rows) {
    const decimal left = number(each.left);
    const decimal right = number(each.right);
    if (!gives(add(left, right), each.sum) || !gives(add(right, left), each.sum) ||
        !gives(subtract(left, right), each.difference) ||
        !gives(multiply(left, right), each.product) ||
        !gives(multiply(right, left), each.product)) {
      return false;
    }
  }
  return true;
}
static_assert(arithmetic_is_exact());

constexpr bool order_is_that_of_the_numbers() {
  constexpr std::string_view ascending[] = {
      "-340282366920938463463374607431768211455",
      "-340282366920938463463374607431768211450",
      "-1000",
      "-999.999",
      "-1",
      "-0.5",
      "-0.05",
      "0",
      "0.049999",
      "0.05",
      "0.5",
      "0.51",
      "1",
      "9",
      "10",
      "10.0001",
      "43000",
      "43000.5",
      "18446744073709551615",
      "18446744073709551616",
      "340282366920938463463374607431768211454",
      "340282366920938463463374607431768211455",
      "340282366920938463463374607431768211460",
      "990000000000000000000000000000000000000",
      "1000000000000000000000000000000000000000",
  };
  decimal numbers[std::size(ascending)];
  for (std::size_t i = 0; i < std::size(ascending); ++i) {
    numbers[i] = number(ascending[i]);
    for (std::size_t j = 0; j <= i; ++j) {
      if ((numbers[i] <=> numbers[j]) != (i <=> j) || (numbers[j] <=> numbers[i]) != (j <=> i) ||
          (numbers[i] == numbers[j]) != (i == j)) {
        return false;
      }
    }
  }
  return true;
}
static_assert(order_is_that_of_the_numbers());

constexpr bool integers_are_checked() {
  return *number("255").to_integer<std::uint8_t>() == 255 &&
         number("256").to_integer<std::uint8_t>().error().kind == error_kind::overflow &&
         *number("-128").to_integer<std::int8_t>() == -128 &&
         number("-129").to_integer<std::int8_t>().error().kind == error_kind::overflow &&
         number("128").to_integer<std::int8_t>().error().kind == error_kind::overflow &&
         number("-1").to_integer<unsigned>().error().kind == error_kind::overflow &&
         *number("-9223372036854775808").to_integer<std::int64_t>() ==
             std::numeric_limits<std::int64_t>::min() &&
         number("9223372036854775808").to_integer<std::int64_t>().error().kind ==
             error_kind::overflow &&
         *number("18446744073709551615").to_integer<std::uint64_t>() ==
             std::numeric_limits<std::uint64_t>::max() &&
         number("18446744073709551616").to_integer<std::uint64_t>().error().kind ==
             error_kind::overflow &&
         number(largest).to_integer<std::uint64_t>().error().kind == error_kind::overflow &&
         number("0.5").to_integer<int>().error().kind == error_kind::not_an_integer &&
         *number("12.00").to_integer<int>() == 12 && *decimal().to_integer<int>() == 0 &&
         decimal(std::numeric_limits<std::int64_t>::min()) == number("-9223372036854775808") &&
         decimal(std::numeric_limits<std::uint64_t>::max()) == number("18446744073709551615") &&
         decimal(1000) == number("1000.0") && decimal(1000).exponent() == 3;
}
static_assert(integers_are_checked());

constexpr bool powers_of_ten_shift() {
  return *shift10(number("4.3"), 4) == decimal(43000) &&
         *shift10(number("43000"), -4) == number("4.3") &&
         *shift10(decimal(), 100000) == decimal() &&
         shift10(decimal(1), 251).error().kind == error_kind::overflow &&
         shift10(decimal(1), -251).error().kind == error_kind::overflow &&
         shift10(decimal(1), 2147483647).error().kind == error_kind::overflow &&
         shift10(decimal(10), 249) && shift10(decimal(-1), -250);
}
static_assert(powers_of_ten_shift());

constexpr bool doubles_are_nearest() {
  return number("0").to_double() == 0.0 && number("0.1").to_double() == 0.1 &&
         number("-12.5").to_double() == -12.5 && number("0.3").to_double() == 0.3 &&
         number("9007199254740993").to_double() == 9007199254740992.0 &&
         number("9007199254740995").to_double() == 9007199254740996.0 &&
         number("9007199254740993.00000000000001").to_double() == 9007199254740994.0 &&
         number("18446744073709551615").to_double() == 18446744073709551616.0 &&
         number(largest).to_double() == 340282366920938463463374607431768211455.0 &&
         shift10(number("1.7"), 250)->to_double() == 1.7e250 &&
         shift10(number("12345678901234567890123456789"), -250)->to_double() ==
             12345678901234567890123456789e-250 &&
         shift10(number(largest), 250)->to_double() == 340282366920938463463374607431768211455e250;
}
static_assert(doubles_are_nearest());

#if defined(__SIZEOF_INT128__)
constexpr bool integers_of_128_bits_are_checked() {
  using hantext::detail::native_int128;
  using hantext::detail::native_uint128;
  constexpr auto most = ~native_uint128{0};
  constexpr auto least = static_cast<native_int128>(native_uint128{1} << 127);
  constexpr auto edge = static_cast<native_uint128>(std::uint64_t{1} << 63) << 1; // 2^64
  constexpr std::string_view signed_end = "170141183460469231731687303715884105728";
  return decimal(most) == number(largest) && *decimal(most).to_integer<native_uint128>() == most &&
         decimal(least) == -number(signed_end) &&
         *decimal(least).to_integer<native_int128>() == least &&
         number(signed_end).to_integer<native_int128>().error().kind == error_kind::overflow &&
         *number("170141183460469231731687303715884105727").to_integer<native_int128>() ==
             -(least + 1) &&
         number("-170141183460469231731687303715884105729")
                 .to_integer<native_int128>()
                 .error()
                 .kind == error_kind::overflow &&
         number("-1").to_integer<native_uint128>().error().kind == error_kind::overflow &&
         *decimal(edge).to_integer<native_uint128>() == edge &&
         *decimal(-static_cast<native_int128>(edge)).to_integer<native_int128>() ==
             -static_cast<native_int128>(edge) &&
         shift10(decimal(1), 39)->to_integer<native_uint128>().error().kind ==
             error_kind::overflow &&
         decimal(native_int128{-5}) == decimal(-5) && decimal(native_uint128{0}) == decimal();
}
static_assert(integers_of_128_bits_are_checked());
#endif

struct rounding_row {
  std::string_view number;
  int places;
  // exact ("" for inexact), half_even, half_up, down, up, floor, ceiling
  std::string_view rounded[7];
};
constexpr rounding_row rounding_rows[] = {
    {"2.5", 0, {"", "2", "3", "2", "3", "2", "3"}},
    {"-2.5", 0, {"", "-2", "-3", "-2", "-3", "-3", "-2"}},
    {"3.5", 0, {"", "4", "4", "3", "4", "3", "4"}},
    {"2.51", 0, {"", "3", "3", "2", "3", "2", "3"}},
    {"2.49", 0, {"", "2", "2", "2", "3", "2", "3"}},
    {"-0.4", 0, {"", "0", "0", "0", "-1", "-1", "0"}},
    {"0.05", 1, {"", "0", "0.1", "0", "0.1", "0", "0.1"}},
    {"9.995", 2, {"", "10", "10", "9.99", "10", "9.99", "10"}},
    {"1250", -2, {"", "1200", "1300", "1200", "1300", "1200", "1300"}},
    {"1250", -9, {"", "0", "0", "0", "1000000000", "0", "1000000000"}},
    {"7", -300, {"", "0", "0", "0", "!", "0", "!"}},
    {"12.34", 2, {"12.34", "12.34", "12.34", "12.34", "12.34", "12.34", "12.34"}},
    {"12.34", 250, {"12.34", "12.34", "12.34", "12.34", "12.34", "12.34", "12.34"}},
    {"-1200", -2, {"-1200", "-1200", "-1200", "-1200", "-1200", "-1200", "-1200"}},
    {"0", -2147483647, {"0", "0", "0", "0", "0", "0", "0"}},
    {"1", -2147483647 - 1, {"", "0", "0", "0", "!", "0", "!"}},
    {"1", 2147483647, {"1", "1", "1", "1", "1", "1", "1"}},
    {"0.34028236692093846346337460743176821145",
     37,
     {"", "0.3402823669209384634633746074317682114", "0.3402823669209384634633746074317682115",
      "0.3402823669209384634633746074317682114", "0.3402823669209384634633746074317682115",
      "0.3402823669209384634633746074317682114", "0.3402823669209384634633746074317682115"}},
};
constexpr hantext::rounding every_rounding[] = {
    hantext::rounding::exact,  hantext::rounding::half_even, hantext::rounding::half_up,
    hantext::rounding::down,   hantext::rounding::up,        hantext::rounding::floor,
    hantext::rounding::ceiling};

constexpr bool rounds(const rounding_row& row) {
  for (const auto how : every_rounding) {
    const std::string_view expected = row.rounded[static_cast<std::size_t>(how)];
    const auto rounded = round_to(number(row.number), row.places, how);
    const bool right = expected.empty()  ? rounded.error().kind == error_kind::inexact
                       : expected == "!" ? rounded.error().kind == error_kind::overflow
                                         : rounded.has_value() && *rounded == number(expected);
    if (!right) return false;
  }
  return true;
}
constexpr bool all_round() {
  return std::all_of(std::begin(rounding_rows), std::end(rounding_rows), rounds);
}
static_assert(all_round());

constexpr bool doubles_come_in_exactly_or_shortest() {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  return *decimal::from_double_exact(0.5) == number("0.5") &&
         *decimal::from_double_exact(-0.0) == decimal() &&
         *decimal::from_double_exact(-6.25) == number("-6.25") &&
         *decimal::from_double_exact(1e22) == *shift10(decimal(1), 22) &&
         *decimal::from_double_exact(0x1p-50) ==
             number("0.00000000000000088817841970012523233890533447265625") &&
         decimal::from_double_exact(0.1).error().kind == error_kind::overflow &&
         decimal::from_double_exact(1e300).error().kind == error_kind::overflow &&
         decimal::from_double_exact(5e-324).error().kind == error_kind::overflow &&
         decimal::from_double_exact(-infinity).error().kind == error_kind::overflow &&
         decimal::from_double_exact(nan).error().kind == error_kind::not_a_number &&
         *decimal::from_double_shortest(0.1) == number("0.1") &&
         *decimal::from_double_shortest(-1234.5678) == number("-1234.5678") &&
         *decimal::from_double_shortest(0.0) == decimal() &&
         *decimal::from_double_shortest(9007199254740993.0) == number("9007199254740992") &&
         *decimal::from_double_shortest(5.684341886080802e-14) ==
             number("0.00000000000005684341886080802") &&
         *decimal::from_double_shortest(1e250) == *shift10(decimal(1), 250) &&
         *decimal::from_double_shortest(1e-250) == *shift10(decimal(1), -250) &&
         decimal::from_double_shortest(1.5e-250).error().kind == error_kind::overflow &&
         decimal::from_double_shortest(1e251).error().kind == error_kind::overflow &&
         decimal::from_double_shortest(5e-324).error().kind == error_kind::overflow &&
         decimal::from_double_shortest(infinity).error().kind == error_kind::overflow &&
         decimal::from_double_shortest(nan).error().kind == error_kind::not_a_number;
}
static_assert(doubles_come_in_exactly_or_shortest());

// --- an oracle: whole numbers as digits, the way they are added and multiplied on paper ----------

/// Digits from the last to the first.
using paper = std::vector<int>;

paper carried(paper digits) {
  for (std::size_t place = 0; place < digits.size(); ++place) {
    if (digits[place] < 10) continue;
    if (place + 1 == digits.size()) digits.push_back(0);
    digits[place + 1] += digits[place] / 10;
    digits[place] %= 10;
  }
  while (!digits.empty() && digits.back() == 0)
    digits.pop_back();
  return digits;
}
paper sum_on_paper(const paper& left, const paper& right) {
  paper sum(std::max(left.size(), right.size()));
  for (std::size_t place = 0; place < sum.size(); ++place)
    sum[place] =
        (place < left.size() ? left[place] : 0) + (place < right.size() ? right[place] : 0);
  return carried(sum);
}
paper product_on_paper(const paper& left, const paper& right) {
  paper product(left.size() + right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j)
      product[i + j] += left[i] * right[j];
  }
  return carried(product);
}
/// The plain text of digits with a point before the last `places`.
std::string text_of(const paper& digits, std::size_t places) {
  std::string text;
  for (std::size_t place = std::max(digits.size(), places + 1); place-- > 0;) {
    text += static_cast<char>('0' + (place < digits.size() ? digits[place] : 0));
    if (place == places && places > 0) text += '.';
  }
  if (places > 0) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

} // namespace

#if defined(__SIZEOF_INT128__)
TEST_CASE("integers of 128 bits are decimals, and the way back is checked") {
  REQUIRE(integers_of_128_bits_are_checked());
}
#endif

TEST_CASE("rounding goes where its name says") {
  for (const rounding_row& row : rounding_rows) {
    INFO(row.number << " to " << row.places);
    CHECK(rounds(row));
  }
}

TEST_CASE("a rounded number is the neighbour that the text of the number points to") {
  std::mt19937_64 random(23);
  for (int round = 0; round < 20000; ++round) {
    // One after the other, so that every compiler draws the same numbers.
    const bool negative = random() % 2 == 0;
    const std::uint64_t high_half = random() % 7 == 0 ? random() : 0;
    const std::uint64_t bits = random();
    const auto value = *decimal::from_parts(negative, high_half, bits >> (random() % 64), -9);
    const int places = static_cast<int>(random() % 8);
    const auto low = *round_to(value, places, hantext::rounding::floor);
    const auto high = *round_to(value, places, hantext::rounding::ceiling);
    INFO(to_string(value) << " to " << places);
    // The oracle cuts the text.
    std::string text = to_string(value);
    const std::size_t point = text.find('.');
    const bool whole =
        point == std::string::npos || text.size() - point - 1 <= static_cast<std::size_t>(places);
    if (!whole) text.erase(point + (places == 0 ? 0 : static_cast<std::size_t>(places) + 1));
    const auto cut = *parse_decimal(text);
    REQUIRE(*round_to(value, places, hantext::rounding::down) == cut);
    REQUIRE((value.is_negative() ? high : low) == cut);
    REQUIRE((low == value) == whole);
    if (whole) {
      REQUIRE(*round_to(value, places, hantext::rounding::exact) == value);
      continue;
    }
    REQUIRE(*subtract(high, low) == *shift10(decimal(1), -places));
    REQUIRE(*round_to(value, places, hantext::rounding::up) == (value.is_negative() ? low : high));
    const auto below = *subtract(value, low);
    const auto above = *subtract(high, value);
    const auto nearest = *round_to(value, places, hantext::rounding::half_even);
    const auto school = *round_to(value, places, hantext::rounding::half_up);
    if (below == above) {
      REQUIRE(school == (value.is_negative() ? low : high));
      const auto five_times = *shift10(*multiply(nearest, decimal(5)), places);
      REQUIRE((five_times.is_zero() || five_times.exponent() >= 1)); // even
      REQUIRE((nearest == low || nearest == high));
    } else {
      REQUIRE(nearest == (below < above ? low : high));
      REQUIRE(school == nearest);
    }
  }
}

TEST_CASE("a double comes in exactly, or as the shortest text that leads back to it") {
  REQUIRE(doubles_come_in_exactly_or_shortest());
  std::mt19937_64 random(29);
  const auto check = [](double value) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific);
    const std::string shortest(text, end.ptr);
    INFO(shortest);
    const auto read = decimal::from_double_shortest(value);
    REQUIRE(read);
    REQUIRE(read->to_double() == value);
    // d.ddde±xx is the same number.
    const std::size_t e = shortest.find('e');
    const auto mantissa = *parse_decimal(shortest.substr(0, e));
    REQUIRE(*read == *shift10(mantissa, std::stoi(shortest.substr(e + 1))));
    if (const auto exact = decimal::from_double_exact(value)) REQUIRE(exact->to_double() == value);
  };
  for (int power = -700; power <= 800; ++power) // the neighbours below are nearer than those above
    check(std::ldexp(1.0, power));
  for (int round = 0; round < 3000; ++round) {
    const double mantissa = static_cast<double>(random() >> 11) + 1;
    check(std::ldexp(random() % 2 == 0 ? mantissa : -mantissa,
                     static_cast<int>(random() % 1400) - 750));
    check(static_cast<double>(random() % 1000000) / 1000);
  }
}

TEST_CASE("sums and products are those found on paper") {
  std::mt19937_64 random(31);
  const auto draw = [&random] {
    paper digits(1 + random() % 24);
    for (int& digit : digits)
      digit = random() % 3 == 0 ? 0 : static_cast<int>(random() % 10);
    return carried(digits);
  };
  int fitting = 0;
  for (int round = 0; round < 20000; ++round) {
    const paper left = draw();
    const paper right = draw();
    const std::size_t places = random() % 12;
    const auto one = *parse_decimal(text_of(left, places));
    const auto other = *parse_decimal(text_of(right, places));
    const std::string sum = text_of(sum_on_paper(left, right), places);
    const std::string product = text_of(product_on_paper(left, right), 2 * places);
    INFO(to_string(one) << " and " << to_string(other));
    REQUIRE(to_string(*add(one, other)) == sum);
    REQUIRE(*subtract(*parse_decimal(sum), one) == other);
    if (const auto found = multiply(one, other)) {
      REQUIRE(to_string(*found) == product);
      ++fitting;
    } else { // only where more than 128 bits are needed
      REQUIRE(found.error().kind == error_kind::overflow);
      REQUIRE_FALSE(parse_decimal(product));
    }
  }
  CHECK(fitting > 10000);
}

TEST_CASE("sums, differences and products are exact or an error") {
  REQUIRE(arithmetic_is_exact());
}

TEST_CASE("order and equality are those of the numbers, whatever their exponents") {
  REQUIRE(order_is_that_of_the_numbers());
}

TEST_CASE("conversion to an integer type is checked") { REQUIRE(integers_are_checked()); }

TEST_CASE("a shift by powers of ten is exact or an error") { REQUIRE(powers_of_ten_shift()); }

TEST_CASE("a double is the nearest one, ties to even") {
  REQUIRE(doubles_are_nearest());
  std::mt19937_64 random(11);
  for (int round = 0; round < 20000; ++round) {
    const int exponent = static_cast<int>(random() % 501) - 250;
    const auto value =
        decimal::from_parts(random() % 2 == 0, random() >> (random() % 64), random(), exponent);
    if (value) {
      const std::string text = to_string(*value);
      INFO(text);
      REQUIRE(value->to_double() == std::strtod(text.c_str(), nullptr));
    }
  }
}

TEST_CASE("text is written plainly and in one form") {
  struct row {
    const char* text;
    const char* written;
  };
  const row rows[] = {
      {"0", "0"},
      {"-0", "0"},
      {"-0.00", "0"},
      {"000", "0"},
      {"12.50", "12.5"},
      {"-12.50", "-12.5"},
      {"+7", "7"},
      {"0.05", "0.05"},
      {"-0.5", "-0.5"},
      {"1.0", "1"},
      {"100", "100"},
      {"00100.0100", "100.01"},
      {"123456789012345678901234567890.12345678", "123456789012345678901234567890.12345678"},
      {"1000000000000000000000000000000000000000000000000000",
       "1000000000000000000000000000000000000000000000000000"},
      {"0.000000000000000000000000000000000000000000000000001",
       "0.000000000000000000000000000000000000000000000000001"},
      {"340282366920938463463374607431768211455", "340282366920938463463374607431768211455"},
  };
  for (const row& each : rows) {
    INFO(each.text);
    const auto read = parse_decimal(each.text);
    REQUIRE(read);
    CHECK(to_string(*read) == each.written);
    CHECK(parse_decimal(to_string(*read)).value_or(decimal(-1)) == *read);
  }
}

TEST_CASE("text that is not a plain decimal is refused with its reason and place") {
  struct row {
    const char* text;
    error_kind kind;
    std::size_t offset;
  };
  const row rows[] = {
      {"", error_kind::empty_input, 0},
      {"-", error_kind::missing_digits, 1},
      {"x", error_kind::not_a_number, 0},
      {" 1", error_kind::not_a_number, 0},
      {".5", error_kind::not_a_number, 0},
      {"--1", error_kind::not_a_number, 1},
      {"1.", error_kind::missing_digits, 2},
      {"1.x", error_kind::missing_digits, 2},
      {"1.2.3", error_kind::trailing_text, 3},
      {"1e5", error_kind::trailing_text, 1},
      {"1,000", error_kind::trailing_text, 1},
      {"340282366920938463463374607431768211456", error_kind::overflow, 0},
      {"1000000000000000000000000000000000000001", error_kind::overflow, 0},
  };
  for (const row& each : rows) {
    INFO(each.text);
    const auto read = parse_decimal(each.text);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == each.kind);
    CHECK(read.error().offset == each.offset);
  }
}

TEST_CASE("random numbers survive the way to text and back, and arithmetic undoes itself") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 20000; ++round) {
    const auto draw = [&random] {
      return *decimal::from_parts(random() % 2 == 0, random() >> (random() % 64), random(),
                                  static_cast<int>(random() % 41) - 20);
    };
    const decimal left = draw();
    const decimal right = draw();
    INFO(to_string(left) << " and " << to_string(right));
    REQUIRE(*parse_decimal(to_string(left)) == left);
    REQUIRE((left < right) == (right > left));
    if (const auto sum = add(left, right)) {
      REQUIRE(*subtract(*sum, right) == left);
      REQUIRE((*sum <=> left) == (right <=> decimal()));
    }
  }
}
