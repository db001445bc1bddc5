#include <hantext/numeral.hpp>

#include "catch.hpp"

#include <string>

namespace numeral = hantext::numeral;
using namespace hantext::literals;

// Literals are read by the compiler; tests/compile_fail/numeral.cpp has those that it refuses.
static_assert("三万五千"_zh == 35000);
static_assert("三点一四"_zh == *hantext::parse_decimal("3.14"));
static_assert(u8"负1.2万亿"_zh == -1'200'000'000'000);
static_assert("二〇二一"_zh == 2021);

TEST_CASE("one header reads, finds and writes numerals") {
  const auto read = numeral::parse("三万五千");
  REQUIRE(read);
  CHECK(*numeral::format(read->value, numeral::style::upper) == "叁万伍仟");
  CHECK(numeral::scan("清源县有三万五千户").size() == 1);
  CHECK(*numeral::parse_money("叁万伍仟元整") == "三万五千"_zh);
}
