#include <hantext/rules/typed.hpp>

#include "catch.hpp"

#include <hantext/rules/compile.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rules = hantext::rules;

namespace {

enum class unit { mu, hectare };
bool read_value(std::string_view text, unit& out) {
  if (text == "亩") out = unit::mu;
  if (text == "公顷") out = unit::hectare;
  return text == "亩" || text == "公顷";
}

struct area {
  std::uint8_t value = 0;
  unit measure = unit::mu;
  hantext::span name;
  std::optional<hantext::decimal> high;
};

} // namespace

template <> struct hantext::rules::record_of<area> {
  static constexpr std::string_view type = "metric";
  static constexpr auto members =
      rules::members(rules::member("value", &area::value), rules::member("unit", &area::measure),
                     rules::member("name", &area::name), rules::member("high", &area::high));
};

TEST_CASE("fields and captures go to the members of the same name") {
  const auto made = rules::compile(R"(
    rule a emits metric = name:"造林" n:@number unit:( "亩" | "公顷" | "片" )
      set value = n.value, high = n.value_high ;
    rule b emits other = "植树" ;)");
  REQUIRE(made);
  const hantext::document page("造林30亩，造林20至40公顷，造林300亩，造林3片，植树。");
  const auto found = rules::records<area>(rules::engine(*made).run(page), page.text());
  REQUIRE(found.size() == 2); // 300 does not fit, 片 is no unit, and the last is no metric
  CHECK(found[0].value == 30);
  CHECK(found[0].measure == unit::mu);
  CHECK(found[0].name == hantext::span{0, 6});
  CHECK_FALSE(found[0].high);
  CHECK(found[1].measure == unit::hectare);
  CHECK(found[1].high == hantext::decimal(40));
}

TEST_CASE("what the caller marks is an element with attributes") {
  const auto made = rules::compile(R"(annotation plate ;
    rule a emits fine = car:@plate "违停" set province = car.province ;)");
  REQUIRE(made);
  const hantext::document page("甲A12违停，乙B34违停，丙违停。");
  std::vector<rules::marked> marks{{"plate", {20, 26}, {{"province", "乙", {}}}},
                                   {"plate", {0, 6}, {}},
                                   {"unknown", {0, 6}, {}},
                                   {"plate", {7, 5}, {}},
                                   {"plate", {0, 999}, {}}};
  marks[0].where = {page.text().find("乙"), page.text().find("乙") + 6};
  const auto found = rules::engine(*made).run(page, std::span<const rules::marked>(marks));
  REQUIRE(found.size() == 2);
  CHECK(found[0].find("province") == nullptr);
  REQUIRE(found[1].find("province") != nullptr);
  CHECK(found[1].find("province")->value == "乙");
}
