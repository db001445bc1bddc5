/// \file
/// Dates of the calendar, and the days that a time expression means on a page of a known date.
///
/// A rule pack says in named terms what a time expression holds (a year, a shift from the page's
/// year, a quarter, "up to now"); `resolve` turns the terms into days. Proleptic Gregorian
/// calendar, written as ISO 8601 writes it.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral.hpp>
#include <hantext/result.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hantext {

/// A day.
struct date {
  int year = 1;  ///< of the common era
  int month = 1; ///< 1 to 12
  int day = 1;   ///< 1 to 31

  friend constexpr bool operator==(const date&, const date&) noexcept = default;
  friend constexpr auto operator<=>(const date&, const date&) noexcept = default;
};

/// How many days the month has, 1 to 12; 0 for other months.
constexpr int days_in_month(int year, int month) noexcept {
  if (month < 1 || month > 12) return 0;
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Whether the calendar has the day, in years 1 to 9999.
constexpr bool is_valid(date day) noexcept {
  return day.year >= 1 && day.year <= 9999 && day.day >= 1 &&
         day.day <= days_in_month(day.year, day.month);
}

/// The same day some months later, or earlier; the month's last day where it has no such day.
constexpr date add_months(date day, int months) noexcept {
  const int count = day.year * 12 + day.month - 1 + months;
  date moved{count / 12, count % 12 + 1, day.day};
  if (moved.day > days_in_month(moved.year, moved.month)) {
    moved.day = days_in_month(moved.year, moved.month);
  }
  return moved;
}

/// The day before, or after, by a number of days of at most some thousands.
constexpr date add_days(date day, int days) noexcept {
  day.day += days;
  while (day.day < 1) {
    if (--day.month < 1) {
      day.month = 12;
      --day.year;
    }
    day.day += days_in_month(day.year, day.month);
  }
  while (day.day > days_in_month(day.year, day.month)) {
    day.day -= days_in_month(day.year, day.month);
    if (++day.month > 12) {
      day.month = 1;
      ++day.year;
    }
  }
  return day;
}

/// Reads "2024-03-05"; nothing where the text is no such day.
constexpr std::optional<date> parse_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {};
  std::size_t part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    parts[part] = parts[part] * 10 + (text[i] - '0');
  }
  const date day{parts[0], parts[1], parts[2]};
  if (!is_valid(day)) return std::nullopt;
  return day;
}

/// "2024-03-05"
template <class = void> std::string to_string(date day) {
  const auto digits = [](int number, std::size_t width) {
    std::string out = std::to_string(number);
    if (out.size() < width) out.insert(0, width - out.size(), '0');
    return out;
  };
  return digits(day.year, 4) + '-' + digits(day.month, 2) + '-' + digits(day.day, 2);
}

/// From the first day to the last, both included. Either may be unknown.
struct date_range {
  std::optional<date> begin; ///< the first day
  std::optional<date> end;   ///< the last day
};

/// What a time expression holds; empty where it says nothing. Numbers are in any form that
/// `numeral::parse` reads.
struct time_terms {
  std::string_view year;      ///< 2024, 二〇二四
  std::string_view republic;  ///< a year of the Republic of China: 113 is 2024
  std::string_view year_end;  ///< of 2021—2023年
  std::string_view shift;     ///< years from the page's year: "-1" for 去年
  std::string_view month;     ///< the first month
  std::string_view month_end; ///< the last, of 1-5月
  std::string_view day;       ///< the first day
  std::string_view day_end;   ///< the last, of 5日至8日
  /// The part of the year, or month, that is meant: "year" (全年), "h1", "h2", "q1" to "q4",
  /// "q3-to-date" (前三季度), "first-months" with `count`, "begin" (初), "end" (底, 末), "year-end"
  /// (年末, of the year that has ended where the page is of the first half), "early", "middle" and
  /// "late" (上旬 …).
  std::string_view part;
  std::string_view count; ///< how many `unit`s: 近五年
  std::string_view unit;  ///< "year", "month", "day"
  /// "now" (目前), "since" (以来), "until" (截至), "before" (前), "past" (近), "future" (未来),
  /// "day" (当天), "month" (本月), "previous-month" (上月), "same" (去年同期: the same days as were
  /// named before, `shift` years away, which `in_other_year` tells)
  std::string_view reach;
};

/// The same days some years later, or earlier: the last day of a month stays its last.
constexpr date_range in_other_year(date_range days, int years) noexcept {
  const auto moved = [years](date day) {
    const bool is_last = day.day == days_in_month(day.year, day.month);
    day = add_months(day, 12 * years);
    if (is_last) day.day = days_in_month(day.year, day.month);
    return day;
  };
  if (days.begin) days.begin = moved(*days.begin);
  if (days.end) days.end = moved(*days.end);
  return days;
}

/// The days that the terms mean on a page of the day `today`; nothing where they do not say.
/// A month without a year is the one of the page's year, or of the year before where that lies more
/// than half a year ahead of the page. A time whose year nobody names needs `today`.
template <class = void>
constexpr std::optional<date_range> resolve(const time_terms& terms,
                                            std::optional<date> today) noexcept;

// --- details -----------------------------------------------------------------------------------

namespace detail {

template <class T = void> constexpr std::optional<int> number_of(std::string_view text) noexcept {
  if (text.empty()) return std::nullopt;
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  const result<numeral::parsed<decimal>> read = numeral::parse<decimal_for<T>>(text);
  if (!read) return std::nullopt;
  const result<int> value = read->value.to_integer<int>();
  if (!value || *value > 9999) return std::nullopt;
  return negative ? -*value : *value;
}

constexpr date first_day(int year, int month) noexcept { return {year, month, 1}; }
constexpr date last_day(int year, int month) noexcept {
  return {year, month, days_in_month(year, month)};
}

/// The months of a part of the year; the whole year where it is no such part.
struct month_range {
  int first = 1;
  int last = 12;
};
constexpr month_range months_of(std::string_view part) noexcept {
  if (part == "h1") return {1, 6};
  if (part == "h2") return {7, 12};
  if (part == "q1") return {1, 3};
  if (part == "q2") return {4, 6};
  if (part == "q3") return {7, 9};
  if (part == "q4") return {10, 12};
  if (part == "q3-to-date") return {1, 9};
  return {};
}

template <class T = void>
constexpr std::optional<date_range> days_of_month(const time_terms& terms, int year,
                                                  int month) noexcept {
  date begin = first_day(year, month), end = last_day(year, month);
  if (const std::optional<int> day = number_of<T>(terms.day)) {
    begin.day = *day;
    end = begin;
    if (const std::optional<int> last = number_of<T>(terms.day_end)) end.day = *last;
  } else if (terms.part == "early" || terms.part == "begin") {
    end.day = 10;
  } else if (terms.part == "middle") {
    begin.day = 11;
    end.day = 20;
  } else if (terms.part == "late") {
    begin.day = 21;
  } else if (terms.part == "end") {
    begin = end;
  }
  if (const std::optional<int> last = number_of<T>(terms.month_end)) {
    const bool has_day = !terms.day_end.empty();
    end = has_day ? date{year, *last, end.day} : last_day(year, *last);
  }
  if (!is_valid(begin) || !is_valid(end)) return std::nullopt;
  return date_range{begin, end};
}

/// The days of terms that name a year, or count from the page's.
template <class T = void>
constexpr std::optional<date_range> days_of_year(const time_terms& terms, int year,
                                                 std::optional<date> today) noexcept {
  const bool named = !terms.year.empty() || !terms.republic.empty() || !terms.shift.empty();
  const std::optional<int> month = number_of<T>(terms.month);
  if (!named && today) {
    const int last = month                          ? *month
                     : terms.part == "first-months" ? number_of<T>(terms.count).value_or(0)
                     : terms.part == "begin" || terms.part == "end" ? 0
                                                                    : months_of(terms.part).last;
    if (last - today->month > 6) --year;
  }
  if (month) return days_of_month<T>(terms, year, *month);
  date_range days{first_day(year, 1), last_day(year, 12)};
  if (const std::optional<int> last = number_of<T>(terms.year_end)) {
    days.end = last_day(*last, 12);
    if (terms.part == "end") days.begin = days.end;
  } else if (terms.part == "end" || terms.part == "year-end") {
    days.begin = days.end;
  } else if (terms.part == "begin") {
    days.end = days.begin;
  } else if (terms.part == "first-months") {
    const std::optional<int> count = number_of<T>(terms.count);
    if (!count || *count < 1 || *count > 12) return std::nullopt;
    days.end = last_day(year, *count);
  } else {
    const month_range months = months_of(terms.part);
    days = {first_day(year, months.first), last_day(year, months.last)};
  }
  return days;
}

template <class T = void>
constexpr std::optional<date_range> days_from_today(const time_terms& terms, date today) noexcept {
  const std::optional<int> count = number_of<T>(terms.count);
  if (terms.reach == "now") return date_range{std::nullopt, today};
  if (terms.reach == "day") {
    const date day = add_days(today, number_of<T>(terms.count).value_or(0));
    return date_range{day, day};
  }
  if (terms.reach == "month" || terms.reach == "previous-month") {
    const date day = add_months(today, terms.reach == "month" ? 0 : -1);
    const hantext::date last = last_day(day.year, day.month);
    return date_range{terms.part == "end" ? last : first_day(day.year, day.month), last};
  }
  if (!count || *count < 1 || *count > 1000) return std::nullopt;
  const int direction = terms.reach == "future" ? 1 : -1;
  date other = today;
  if (terms.unit == "year") {
    other = add_months(today, direction * 12 * *count);
  } else if (terms.unit == "month") {
    other = add_months(today, direction * *count);
  } else if (terms.unit == "day") {
    other = add_days(today, direction * *count);
  } else {
    return std::nullopt;
  }
  if (direction > 0) return date_range{today, other};
  return date_range{other, today};
}

} // namespace detail

template <class T>
constexpr std::optional<date_range> resolve(const time_terms& terms,
                                            std::optional<date> today) noexcept {
  using detail::number_of;
  if (terms.reach == "same") return std::nullopt;
  std::optional<int> year = number_of<T>(terms.year);
  if (const std::optional<int> republic = number_of<T>(terms.republic)) year = *republic + 1911;
  if (!year && today) {
    const bool of_month = terms.reach == "month" || terms.reach == "previous-month";
    if (const std::optional<int> shift = number_of<T>(terms.shift)) {
      year = today->year + *shift;
    } else if (!of_month && (!terms.month.empty() || !terms.part.empty())) {
      year = today->year;
    } else if (!of_month && !terms.day.empty()) {
      return detail::days_of_month<T>(terms, today->year, today->month);
    } else {
      return detail::days_from_today<T>(terms, *today);
    }
  }
  if (!year || *year < 1 || *year > 9999) return std::nullopt;
  std::optional<date_range> days = detail::days_of_year<T>(terms, *year, today);
  if (!days) return days;
  if (terms.reach == "since") {
    days->end = today && *today >= *days->begin ? today : std::nullopt;
  } else if (terms.reach == "until") {
    days->begin = std::nullopt;
  } else if (terms.reach == "before") {
    days = date_range{std::nullopt, terms.part == "end" || !terms.month.empty()
                                        ? *days->end
                                        : add_days(*days->begin, -1)};
  }
  return days;
}

} // namespace hantext
