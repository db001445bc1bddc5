/// \file
/// Writing numbers in Chinese, and reading sums of money back.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/parse.hpp>
#include <hantext/numeral/symbols.hpp>
#include <hantext/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hantext::numeral {

/// How `format` writes.
enum class style : std::uint8_t {
  arabic, ///< 35000
  lower,  ///< 三万五千
  upper,  ///< 叁万伍仟, the financial characters
  digits, ///< 三五〇〇〇, for years and numbering
  money,  ///< 叁万伍仟元整
};

/// Writes a number in UTF-8, simplified characters; exact, or the error `not_writable`.
///
/// lower and upper take whole parts below 10^38 and any fraction (点); 10 to 19 begin with 十 in
/// lower and 壹拾 in upper, inside a number 一十; a gap is one 零, none between 万 and 千
/// (十万一千); from 10^16 on 亿 is repeated. digits takes whole numbers that are not negative, and
/// writes zero as 〇. money takes up to two places: 整 after 元, none after 角 and 分, 零 before 分
/// where there is no 角.
///
/// What is written reads back to the same number with `parse`, money with `parse_money`; digits of
/// two neighbours, such as 三四, with `parse_options::prefer_digit_strings`.
result<std::string> format(const decimal& number, style how);

/// Reads a sum of money: an amount in any form that `parse` takes, 元 (圆, 圓), 角, 分, and 整 or
/// 正 at the end: 壹佰元整, 三元五角, 伍分. Errors as for `parse`.
constexpr result<decimal> parse_money(std::string_view text) noexcept;

} // namespace hantext::numeral

namespace hantext::detail {

/// The characters of one way of writing.
struct numeral_glyphs {
  std::string_view digits[10];
  std::string_view small[4]; ///< by power; none for units
  bool ten_without_one;      ///< 十 for 一十 at the beginning
};

inline constexpr numeral_glyphs lower_glyphs{
    {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, true};
inline constexpr numeral_glyphs upper_glyphs{
    {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}, false};

/// Writes four digits, of which not all are 0.
inline void append_section(std::string& out, const int (&digits)[4], const numeral_glyphs& glyphs,
                           bool first_of_number) {
  bool started = false;
  bool gap = false;
  for (std::size_t place = 0; place < 4; ++place) {
    const auto digit = static_cast<std::size_t>(digits[place]);
    const std::size_t power = 3 - place;
    if (digit == 0) {
      gap = started;
      continue;
    }
    if (gap) out += glyphs.digits[0];
    gap = false;
    const bool ten_alone =
        first_of_number && !started && power == 1 && digit == 1 && glyphs.ten_without_one;
    if (!ten_alone) out += glyphs.digits[digit];
    out += glyphs.small[power];
    started = true;
  }
}

/// Writes the digits of a whole number, without zeros in front, in sections of four: 万 closes
/// every second one, 亿 each group of eight.
inline void append_integer(std::string& out, std::string_view digits,
                           const numeral_glyphs& glyphs) {
  bool started = false;
  bool gap = false;
  bool group_written = false;
  for (std::size_t section = (digits.size() + 3) / 4; section-- > 0;) {
    int values[4]{};
    bool empty = true;
    for (std::size_t place = 0; place < 4; ++place) {
      const std::size_t from_end = section * 4 + 4 - place; // 1 for the last digit
      if (from_end <= digits.size()) values[place] = digits[digits.size() - from_end] - '0';
      empty = empty && values[place] == 0;
    }
    if (empty) {
      gap = gap || started;
    } else {
      if (started && (gap || values[0] == 0)) out += glyphs.digits[0];
      append_section(out, values, glyphs, !started);
      if (section % 2 == 1) out += "万";
      started = group_written = true;
      gap = false;
    }
    if (section % 2 == 0) {
      for (std::size_t level = 0; group_written && level < section / 2; ++level)
        out += "亿";
      group_written = false;
    }
  }
  if (!started) out += glyphs.digits[0];
}

inline bool append_money(std::string& out, std::string_view integer, std::string_view fraction) {
  if (fraction.size() > 2) return false;
  const auto jiao = static_cast<std::size_t>(fraction.empty() ? 0 : fraction[0] - '0');
  const auto fen = static_cast<std::size_t>(fraction.size() < 2 ? 0 : fraction[1] - '0');
  const bool whole = integer != "0";
  if (whole || fraction.empty()) {
    append_integer(out, integer, upper_glyphs);
    out += fraction.empty() ? "元整" : "元";
  }
  if (jiao != 0) {
    out += upper_glyphs.digits[jiao];
    out += "角";
  } else if (fen != 0 && whole) {
    out += upper_glyphs.digits[0];
  }
  if (fen != 0) {
    out += upper_glyphs.digits[fen];
    out += "分";
  }
  return true;
}

} // namespace hantext::detail

namespace hantext::numeral {

inline result<std::string> format(const decimal& number, style how) {
  const std::string plain = to_string(number);
  if (how == style::arabic) return plain;

  constexpr std::size_t most_digits = 38; // up to here `parse` holds every whole part
  const std::string_view unsigned_text =
      std::string_view(plain).substr(number.is_negative() ? 1 : 0);
  const std::size_t point = unsigned_text.find('.');
  const std::string_view integer = unsigned_text.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : unsigned_text.substr(point + 1);
  const error refusal{error_kind::not_writable, 0, 0};
  if (integer.size() > most_digits) return refusal;

  std::string out;
  out.reserve(plain.size() * 6 + 9);
  if (how == style::digits) {
    if (number.is_negative() || !fraction.empty()) return refusal;
    for (const char digit : integer) {
      out += digit == '0' ? std::string_view("〇")
                          : detail::lower_glyphs.digits[static_cast<std::size_t>(digit - '0')];
    }
    return out;
  }
  if (number.is_negative()) out += "负";
  if (how == style::money) {
    if (!detail::append_money(out, integer, fraction)) return refusal;
    return out;
  }
  const detail::numeral_glyphs& glyphs =
      how == style::upper ? detail::upper_glyphs : detail::lower_glyphs;
  detail::append_integer(out, integer, glyphs);
  if (!fraction.empty()) {
    out += "点";
    for (const char digit : fraction)
      out += glyphs.digits[static_cast<std::size_t>(digit - '0')];
  }
  return out;
}

constexpr result<decimal> parse_money(std::string_view text) noexcept {
  using detail::numeral_at;
  if (text.empty()) return error{error_kind::empty_input, 0, 0};
  const std::size_t sign = numeral_at(text, 0, "负") || numeral_at(text, 0, "負") ? 3
                           : numeral_at(text, 0, "-")                             ? 1
                                                                                  : 0;
  std::size_t offset = sign;
  decimal sum;
  bool any = false;
  // 元 first: the amount before it may be any numeral.
  for (std::size_t at = offset; at < text.size(); ++at) {
    if (!numeral_at(text, at, "元") && !numeral_at(text, at, "圆") && !numeral_at(text, at, "圓")) {
      continue;
    }
    const auto amount = parse<decimal>(text.substr(offset, at - offset));
    if (!amount) {
      return error{amount.error().kind, offset + amount.error().offset, amount.error().length};
    }
    if (amount->is_range || amount->limit != bound::exact || amount->ratio != ratio::none ||
        amount->value.is_negative()) {
      return error{error_kind::not_a_number, offset, at - offset};
    }
    sum = amount->value;
    offset = at + 3;
    any = true;
    break;
  }
  struct part {
    std::string_view unit;
    int power;
  };
  constexpr part parts[] = {{"角", -1}, {"分", -2}};
  for (const part& each : parts) {
    std::size_t at = offset;
    auto digit = detail::numeral_symbol_at(text, at);
    if (digit.kind == detail::numeral_kind::zero &&
        detail::numeral_symbol_at(text, at + 3).kind == detail::numeral_kind::digit) {
      at += 3; // 元零伍分
      digit = detail::numeral_symbol_at(text, at);
    }
    const bool counts = digit.kind == detail::numeral_kind::digit ||
                        digit.kind == detail::numeral_kind::arabic ||
                        digit.kind == detail::numeral_kind::zero;
    if (!counts || !numeral_at(text, at + digit.length, each.unit)) continue;
    const auto more = add(sum, *shift10(decimal(int{digit.value}), each.power));
    if (!more) return error{error_kind::overflow, 0, text.size()};
    sum = *more;
    offset = at + digit.length + each.unit.size();
    any = true;
  }
  if (!any) return error{error_kind::not_a_number, offset, 0};
  if (numeral_at(text, offset, "整") || numeral_at(text, offset, "正")) offset += 3;
  if (offset != text.size()) {
    return error{error_kind::trailing_text, offset, text.size() - offset};
  }
  return sign != 0 ? -sum : sum;
}

} // namespace hantext::numeral
