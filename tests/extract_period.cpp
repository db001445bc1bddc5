#include <hantext/extract/period.hpp>

#include "catch.hpp"

#include <optional>
#include <string>

using hantext::date;
using hantext::date_range;
using hantext::time_terms;

namespace {

constexpr date today{2024, 3, 5};

/// "2024-01-01..2024-03-05", with "?" for an end that is not known; "-" where nothing is.
std::string days(const time_terms& terms, std::optional<date> page = today) {
  const std::optional<date_range> found = resolve(terms, page);
  if (!found) return "-";
  const auto name = [](const std::optional<date>& day) { return day ? to_string(*day) : "?"; };
  return name(found->begin) + ".." + name(found->end);
}

constexpr time_terms in_year(std::string_view year) {
  time_terms terms;
  terms.year = year;
  return terms;
}
constexpr time_terms shifted(std::string_view shift, std::string_view part = {},
                             std::string_view reach = {}) {
  time_terms terms;
  terms.shift = shift;
  terms.part = part;
  terms.reach = reach;
  return terms;
}
constexpr time_terms in_month(std::string_view month, std::string_view day = {}) {
  time_terms terms;
  terms.month = month;
  terms.day = day;
  return terms;
}
constexpr time_terms counted(std::string_view count, std::string_view unit,
                             std::string_view reach) {
  time_terms terms;
  terms.count = count;
  terms.unit = unit;
  terms.reach = reach;
  return terms;
}

constexpr bool calendar_holds() {
  return hantext::days_in_month(2024, 2) == 29 && hantext::days_in_month(1900, 2) == 28 &&
         hantext::days_in_month(2000, 2) == 29 && hantext::days_in_month(2023, 13) == 0 &&
         hantext::add_days({2024, 3, 1}, -1) == date{2024, 2, 29} &&
         hantext::add_days({2023, 12, 31}, 1) == date{2024, 1, 1} &&
         hantext::add_days({2024, 1, 1}, -366) == date{2022, 12, 31} &&
         hantext::add_months({2024, 3, 31}, -1) == date{2024, 2, 29} &&
         hantext::add_months({2024, 1, 5}, -1) == date{2023, 12, 5} &&
         hantext::parse_date("2024-02-29") == date{2024, 2, 29} &&
         !hantext::parse_date("2023-02-29") && !hantext::parse_date("2024-3-05") &&
         !hantext::parse_date("2024-13-01") && !hantext::parse_date("0000-01-01");
}

} // namespace

TEST_CASE("the calendar knows leap years, ends of months and days that are none") {
  STATIC_REQUIRE(calendar_holds());
  CHECK(calendar_holds());
  CHECK(to_string(date{987, 6, 5}) == "0987-06-05");
}

TEST_CASE("a year that is named needs no date of the page") {
  CHECK(days(in_year("2023"), {}) == "2023-01-01..2023-12-31");
  CHECK(days(in_year("二〇二三"), {}) == "2023-01-01..2023-12-31");
  time_terms years = in_year("2021");
  years.year_end = "2023";
  CHECK(days(years, {}) == "2021-01-01..2023-12-31");
  time_terms republic;
  republic.republic = "112";
  CHECK(days(republic, {}) == "2023-01-01..2023-12-31");
  time_terms until = in_year("2023");
  until.part = "end";
  until.reach = "until";
  CHECK(days(until, {}) == "?..2023-12-31");
}

TEST_CASE("years are counted from the page's") {
  CHECK(days(shifted("0")) == "2024-01-01..2024-12-31");
  CHECK(days(shifted("0", {}, "since")) == "2024-01-01..2024-03-05");
  CHECK(days(shifted("-1", "end")) == "2023-12-31..2023-12-31");
  CHECK(days(shifted("-1", "h1")) == "2023-01-01..2023-06-30");
  CHECK(days(shifted("0", "q3-to-date")) == "2024-01-01..2024-09-30");
  CHECK(days(shifted("0", "end", "before")) == "?..2024-12-31");
  CHECK(days(shifted("0"), {}) == "-");
  time_terms plan_end = in_year("2016");
  plan_end.year_end = "2020";
  plan_end.part = "end";
  CHECK(days(plan_end) == "2020-12-31..2020-12-31");
  CHECK(days(shifted({}, "year")) == "2023-01-01..2023-12-31");
  CHECK(days(shifted({}, "year"), date{2024, 8, 1}) == "2024-01-01..2024-12-31");
  CHECK(days(shifted({}, "year-end")) == "2023-12-31..2023-12-31");
  CHECK(days(shifted({}, "end")) == "2024-12-31..2024-12-31");
}

TEST_CASE("months and days are those of the page's year, or of the year before") {
  CHECK(days(in_month("1")) == "2024-01-01..2024-01-31");
  CHECK(days(in_month("12", "3")) == "2023-12-03..2023-12-03");
  CHECK(days(in_month("2", "30")) == "-");
  time_terms months = in_month("1");
  months.month_end = "5";
  CHECK(days(months) == "2024-01-01..2024-05-31");
  time_terms span = in_month("10", "27");
  span.month_end = "11";
  span.day_end = "3";
  CHECK(days(span) == "2023-10-27..2023-11-03");
  time_terms late = in_month("2");
  late.part = "late";
  CHECK(days(late) == "2024-02-21..2024-02-29");
  time_terms first = shifted({}, "first-months");
  first.count = "11";
  CHECK(days(first) == "2023-01-01..2023-11-30");
  first.count = "13";
  CHECK(days(first) == "-");
  time_terms day;
  day.day = "4";
  CHECK(days(day) == "2024-03-04..2024-03-04");
}

TEST_CASE("stretches end or begin with the page's day") {
  CHECK(days(counted("五", "year", "past")) == "2019-03-05..2024-03-05");
  CHECK(days(counted("3", "month", "future")) == "2024-03-05..2024-06-05");
  CHECK(days(counted("10", "day", "past")) == "2024-02-24..2024-03-05");
  CHECK(days(counted("0", "year", "past")) == "-");
  CHECK(days(counted({}, {}, "now")) == "?..2024-03-05");
  CHECK(days(counted("-1", {}, "day")) == "2024-03-04..2024-03-04");
  CHECK(days(counted({}, {}, "previous-month")) == "2024-02-01..2024-02-29");
  CHECK(days(shifted({}, "end", "previous-month")) == "2024-02-29..2024-02-29");
  CHECK(days({}) == "-");
}

TEST_CASE("the same days of another year keep the last days of months") {
  using hantext::in_other_year;
  constexpr date_range february = in_other_year({date{2024, 2, 1}, date{2024, 2, 29}}, -1);
  static_assert(february.end == date{2023, 2, 28});
  CHECK(to_string(*february.begin) == "2023-02-01");
  CHECK(to_string(*in_other_year({date{2025, 1, 1}, date{2025, 2, 28}}, -1).end) == "2024-02-29");
  CHECK(to_string(*in_other_year({{}, date{2024, 3, 5}}, -1).end) == "2023-03-05");
  CHECK(!in_other_year({{}, date{2024, 3, 5}}, -1).begin);
  CHECK(days(shifted("-1", {}, "same")) == "-");
}
