#include <hantext/result.hpp>

#include "catch.hpp"

#include <set>
#include <string>
#include <string_view>

namespace {

using hantext::error;
using hantext::error_kind;
using hantext::result;
using hantext::span;

constexpr result<int> half_of(int number) {
  if (number % 2 != 0) return error{error_kind::not_an_integer, 3, 1};
  return number / 2;
}

constexpr bool values_and_errors() {
  const result<int> good = half_of(8);
  const result<int> bad = half_of(7);
  return good && *good == 4 && good.error().kind == error_kind::none && !bad && !bad.has_value() &&
         bad.error().kind == error_kind::not_an_integer && bad.error().offset == 3 &&
         bad.error().length == 1 && bad.value_or(9) == 9 && good.value_or(9) == 4;
}
static_assert(values_and_errors());

constexpr bool spans() {
  constexpr span outer{3, 9};
  return outer.size() == 6 && !outer.empty() && span{4, 4}.empty() && outer.contains({3, 9}) &&
         !outer.contains({2, 4}) && outer.overlaps({8, 12}) && !outer.overlaps({9, 12}) &&
         outer.in("012345678901") == "345678" && outer == span{3, 9};
}
static_assert(spans());

} // namespace

TEST_CASE("a result holds a value or an error") {
  CHECK(values_and_errors());
  result<std::string> text = std::string("文本");
  CHECK(text->size() == 6);
  *text += "。";
  const std::string moved = *std::move(text);
  CHECK(moved == "文本。");
}

TEST_CASE("a span is half open and cuts bytes out of its text") { CHECK(spans()); }

TEST_CASE("every kind of error has a message of its own that says what to do") {
  std::set<std::string_view> messages;
  for (int kind = 0; kind <= static_cast<int>(error_kind::damaged_index); ++kind) {
    const std::string_view message = error{static_cast<error_kind>(kind), 0, 0}.message();
    INFO(kind);
    CHECK(message != "unknown error");
    CHECK(messages.insert(message).second);
  }
}
