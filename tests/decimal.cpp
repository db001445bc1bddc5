#include <hantext/decimal.hpp>

#include "catch.hpp"

#include <cstdlib>
#include <random>

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

} // namespace

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
