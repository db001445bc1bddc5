/// \file
/// Writing numbers in Chinese.
///
/// - `format(number, style, options)` gives a string, `format_to` the same in the caller's bytes.
/// - `format_ratio` writes shares: 百分之三十, 三分之二.
/// - `format_digits` writes a code whose zeros count: 007 as 〇〇七.
///
/// What is written is exact unless a rounding is asked for, and reads back to the same number: with
/// `parse`, sums of money with `parse_money`, and digit strings, which might be estimates (三四),
/// with `parse_options::prefer_digit_strings`.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/result.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace hantext::numeral {

/// How `format` writes.
enum class style : std::uint8_t {
  arabic,  ///< 35000
  lower,   ///< 三万五千
  upper,   ///< 叁万伍仟, the financial characters
  digits,  ///< 三五〇〇〇, for years and numbering
  money,   ///< 叁万伍仟元整
  ordinal, ///< 第三万五千
  compact, ///< 3.5万, 5.41亿, 1.2万亿; below ten thousand as arabic
};

/// Which characters: 万亿两贰叁陆负点 or 萬億兩貳參陸負點.
enum class script : std::uint8_t { simplified, traditional };

/// Which zero. GB/T 15835-2011 has 零 in quantities and 〇 in years and numbering.
enum class zero_sign : std::uint8_t {
  by_style, ///< 〇 in digits, 零 in all else
  ling,     ///< 零: 二零二一
  circle,   ///< 〇: 一千〇五; never in upper and money
};

/// `format_options::places` for no limit: no decimal has more.
inline constexpr int all_places = -decimal::min_exponent;

/// Choices in writing.
struct format_options {
  numeral::script script = numeral::script::simplified; ///< 万 or 萬
  numeral::zero_sign zero = zero_sign::by_style;        ///< 零 or 〇
  /// 两 instead of 二 for the number two itself, before 百 and 千, and where it stands alone before
  /// 万 and 亿: 两, 两百, 一万两千, 两亿, but 十二万, 二十, 二点五. lower and ordinal only.
  bool liang = false;
  bool renminbi = false;         ///< money: 人民币 in front
  bool zheng_after_jiao = false; ///< money: 整 after 角 too, where it may be left out
  /// The most digits behind the point, in compact behind the point of what is written. money never
  /// has more than 2, digits and ordinal none.
  int places = all_places;
  /// What happens to a number with more places; `exact` refuses it.
  hantext::rounding rounding = hantext::rounding::exact;
};

/// No number takes more bytes to write.
inline constexpr std::size_t max_format_size = 1536;

/// Writes a number in UTF-8; `not_writable` where that style cannot hold it exactly.
///
/// Whole parts go to 10^38 (arabic: no limit). From 10^16 on 亿 is repeated, 兆 is never written.
/// 10 to 19 begin with 十 in lower and 壹拾 in upper, inside a number it is 一十; a gap is one 零,
/// and there is no gap between 万 and 千 in 十万一千. digits and ordinal take no fractions and no
/// negative numbers. money is written by the rules for cheques: 整 after 元, none after 分, 零
/// before 分 where there is no 角.
///
/// One allocation at most, for the string.
template <class = void>
result<std::string> format(const decimal& number, style how, const format_options& options = {});

/// The same into the caller's bytes, no allocation: the number of bytes written. `overflow` where
/// there are too few; `max_format_size` are always enough.
template <class = void>
constexpr result<std::size_t> format_to(std::span<char> out, const decimal& number, style how,
                                        const format_options& options = {}) noexcept;

/// Writes a share as `parsed` holds it: 百分之三十 for 30 percent, 负千分之五, 三分之二 for 2 and
/// the denominator 3; without `ratio` as `format`. lower, upper and arabic only (百分之30). The
/// denominator is at least 1.
template <class = void>
result<std::string> format_ratio(const decimal& value, ratio of, std::int64_t denominator,
                                 style how, const format_options& options = {});

/// Writes ASCII digits one by one and keeps every zero: 007 as 〇〇七. Errors: `empty_input`, and
/// `not_a_number` at the first byte that is no digit.
template <class = void>
result<std::string> format_digits(std::string_view digits, const format_options& options = {});

// ---------------------------------------------------------------------------------------------

} // namespace hantext::numeral

namespace hantext::detail {

/// A Han character in UTF-8, and a zero behind it.
struct han_bytes {
  char byte[4];
  constexpr han_bytes(const char (&text)[4]) noexcept : byte{text[0], text[1], text[2], '\0'} {}
};

/// Writes a character and returns its end. The byte behind it is spoilt: one store is faster than
/// three.
constexpr char* put_han(char* out, const han_bytes& character) noexcept {
  if (std::is_constant_evaluated()) {
    for (std::size_t index = 0; index < sizeof character.byte; ++index)
      out[index] = character.byte[index];
  } else {
    std::memcpy(out, character.byte, sizeof character.byte);
  }
  return out + 3;
}

/// The characters of one way of writing.
struct numeral_glyphs {
  han_bytes digit[10];
  han_bytes small[3]; ///< 十 百 千
  han_bytes ten_thousand;
  han_bytes hundred_million;
  han_bytes two; ///< 两
  han_bytes negative;
  han_bytes point;
  han_bytes bi; ///< of 人民币
  bool upper;
};

/// In the order of `numeral::script`, lower before upper.
inline constexpr numeral_glyphs numeral_scripts[2][2] = {
    {{{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
      {"十", "百", "千"},
      "万",
      "亿",
      "两",
      "负",
      "点",
      "币",
      false},
     {{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
      {"拾", "佰", "仟"},
      "万",
      "亿",
      "贰",
      "负",
      "点",
      "币",
      true}},
    {{{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
      {"十", "百", "千"},
      "萬",
      "億",
      "兩",
      "負",
      "點",
      "幣",
      false},
     {{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"},
      {"拾", "佰", "仟"},
      "萬",
      "億",
      "貳",
      "負",
      "點",
      "幣",
      true}},
};

/// Writes the parts of a number one behind the other. The room must be large enough.
template <class = void> class basic_numeral_writer {
public:
  constexpr basic_numeral_writer(char* out, numeral::style how,
                                 const numeral::format_options& options) noexcept
      : out_(out), glyphs_(numeral_scripts[options.script == numeral::script::traditional ? 1 : 0]
                                          [is_upper(how) ? 1 : 0]),
        zero_(glyphs_.digit[0]), two_(options.liang ? glyphs_.two : glyphs_.digit[2]) {
    const bool by_digit = how == numeral::style::digits;
    if (!is_upper(how) && (options.zero == numeral::zero_sign::circle ||
                           (options.zero == numeral::zero_sign::by_style && by_digit))) {
      zero_ = "〇";
    }
  }

  constexpr char* end() const noexcept { return out_; }
  constexpr const numeral_glyphs& glyphs() const noexcept { return glyphs_; }
  constexpr void advance_to(char* end) noexcept { out_ = end; }

  constexpr void put(const han_bytes& character) noexcept { out_ = put_han(out_, character); }

  /// 二〇二一
  constexpr void digit_by_digit(std::string_view digits) noexcept {
    for (const char digit : digits)
      put(digit == '0' ? zero_ : glyphs_.digit[digit - '0']);
  }

  /// A whole number without zeros in front. Four digits are a section; every second section ends
  /// in 万, the others in as many 亿 as there are groups of eight below.
  constexpr void whole(std::string_view digits, bool two_alone = false) noexcept {
    if (digits == "0") return put(zero_);
    if (digits == "2" && two_alone) return put(two_);
    char* out = out_; // stays in a register
    std::size_t place = digits.size();
    bool started = false;
    bool gap = false;             // zeros that a digit may still follow
    bool section_written = false; // whether the section has a digit other than 0
    bool group_written = false;   // whether the group of eight has one
    for (const char character : digits) {
      const auto digit = static_cast<std::size_t>(character - '0');
      --place;
      const std::size_t power = place % 4;
      if (digit == 0) {
        gap = true;
      } else {
        if (gap) out = put_han(out, zero_);
        gap = false;
        const bool two =
            digit == 2 && (power >= 2 || (power == 0 && place > 0 && !section_written));
        const bool ten_alone = digit == 1 && power == 1 && !started && !glyphs_.upper;
        if (!ten_alone) out = put_han(out, two ? two_ : glyphs_.digit[digit]);
        if (power > 0) out = put_han(out, glyphs_.small[power - 1]);
        started = section_written = group_written = true;
      }
      if (power == 0 && place > 0) {
        if (place % 8 == 4) {
          if (section_written) out = put_han(out, glyphs_.ten_thousand);
        } else if (group_written) {
          for (std::size_t level = place / 8; level > 0; --level)
            out = put_han(out, glyphs_.hundred_million);
          group_written = false;
        }
        if (section_written) gap = false; // 十万一千: no 零 for zeros at the end of a section
        section_written = false;
      }
    }
    out_ = out;
  }

  /// A sum of money; the fraction has at most two digits.
  constexpr void money(std::string_view integer, std::string_view fraction,
                       bool zheng_after_jiao) noexcept {
    const auto digit_at = [fraction](std::size_t place) {
      return static_cast<std::size_t>(place < fraction.size() ? fraction[place] - '0' : 0);
    };
    const std::size_t jiao = digit_at(0);
    const std::size_t fen = digit_at(1);
    const bool has_yuan = integer != "0" || fraction.empty();
    if (has_yuan) {
      whole(integer);
      put("元");
    }
    if (jiao != 0) {
      put(glyphs_.digit[jiao]);
      put("角");
    } else if (fen != 0 && has_yuan) {
      put(glyphs_.digit[0]);
    }
    if (fen != 0) {
      put(glyphs_.digit[fen]);
      put("分");
    } else if (jiao == 0 || zheng_after_jiao) {
      put("整");
    }
  }

private:
  static constexpr bool is_upper(numeral::style how) noexcept {
    return how == numeral::style::upper || how == numeral::style::money;
  }

  char* out_;
  const numeral_glyphs& glyphs_;
  han_bytes zero_;
  han_bytes two_;
};
using numeral_writer = basic_numeral_writer<>;

/// 万, 亿 or 万亿 so that what stands before it is less than ten thousand, where possible.
template <class T>
constexpr bool write_compact(basic_numeral_writer<T>& writer, const decimal& number,
                             const numeral::format_options& options) noexcept {
  constexpr decimal ten_thousand(10'000);
  const decimal size = number.is_negative() ? -number : number;
  int power = 0;
  while (power < 12 && !(size < *shift10(ten_thousand, power)))
    power += 4;
  auto rounded = round_to(*shift10(number, -power), options.places, options.rounding);
  if (!rounded) return false;
  // 9999.9999万 may have become 10000万.
  if (power < 12 && (*rounded == ten_thousand || *rounded == -ten_thousand)) {
    rounded = shift10(*rounded, -4);
    power += 4;
  }
  writer.advance_to(write_plain(*rounded, writer.end()));
  if (rounded->is_zero()) return true;
  if (power % 8 == 4) writer.put(writer.glyphs().ten_thousand);
  if (power >= 8) writer.put(writer.glyphs().hundred_million);
  return true;
}

/// Writes a number into enough room; the end, or null where it cannot be written.
template <class T = void>
constexpr char* write_numeral(char* out, decimal number, numeral::style how,
                              const numeral::format_options& options) noexcept {
  using numeral::style;
  constexpr std::size_t most_digits = 38; // up to here `parse` holds every whole part
  const bool counts = how == style::digits || how == style::ordinal;
  const int most_places = counts ? 0 : how == style::money ? 2 : numeral::all_places;
  const int places = options.places < most_places ? options.places : most_places;
  if (how != style::compact && -number.exponent() > places) {
    const auto rounded = round_to(number, places, options.rounding);
    if (!rounded) return nullptr;
    number = *rounded;
  }
  if (how == style::arabic) return write_plain(number, out);
  if (counts && number.is_negative()) return nullptr;

  char plain[max_plain_size];
  const bool negative = number.is_negative();
  const char* const first = plain + (negative ? 1 : 0);
  const std::string_view text(first, static_cast<std::size_t>(write_plain(number, plain) - first));
  const std::size_t point = number.is_integer() ? text.size() : text.find('.');
  const std::string_view integer = text.substr(0, point);
  if (integer.size() > most_digits) return nullptr;
  const std::string_view fraction =
      point == text.size() ? std::string_view() : text.substr(point + 1);

  basic_numeral_writer<T> writer(out, how, options);
  if (how == style::compact) {
    return write_compact(writer, number, options) ? writer.end() : nullptr;
  }
  if (how == style::digits) {
    writer.digit_by_digit(integer);
    return writer.end();
  }
  if (how == style::money && options.renminbi) {
    writer.put("人");
    writer.put("民");
    writer.put(writer.glyphs().bi);
  }
  if (negative) writer.put(writer.glyphs().negative);
  if (how == style::money) {
    writer.money(integer, fraction, options.zheng_after_jiao);
    return writer.end();
  }
  if (how == style::ordinal) writer.put("第");
  writer.whole(integer, how == style::lower && fraction.empty());
  if (!fraction.empty()) {
    writer.put(writer.glyphs().point);
    writer.digit_by_digit(fraction);
  }
  return writer.end();
}

template <class = void> result<std::string> written(const char* first, const char* end) {
  if (end == nullptr) return error{error_kind::not_writable, 0, 0};
  return std::string(first, end);
}

} // namespace hantext::detail

namespace hantext::numeral {

template <class T>
result<std::string> format(const decimal& number, style how, const format_options& options) {
  char room[max_format_size];
  return detail::written(room, detail::write_numeral<T>(room, number, how, options));
}

template <class T>
constexpr result<std::size_t> format_to(std::span<char> out, const decimal& number, style how,
                                        const format_options& options) noexcept {
  char room[max_format_size];
  const bool enough = out.size() >= max_format_size;
  char* const first = enough ? out.data() : room;
  const char* const end = detail::write_numeral<T>(first, number, how, options);
  if (end == nullptr) return error{error_kind::not_writable, 0, 0};
  const auto size = static_cast<std::size_t>(end - first);
  if (enough) return size;
  if (size > out.size()) return error{error_kind::overflow, 0, 0};
  for (std::size_t index = 0; index < size; ++index)
    out[index] = room[index];
  return size;
}

template <class T>
result<std::string> format_ratio(const decimal& value, ratio of, std::int64_t denominator,
                                 style how, const format_options& options) {
  if (of == ratio::none) return format<T>(value, how, options);
  char room[max_format_size];
  if ((how != style::lower && how != style::upper && how != style::arabic) || denominator < 1)
    return error{error_kind::not_writable, 0, 0};
  format_options plain = options;
  plain.liang = false; // 三分之二
  detail::basic_numeral_writer<T> writer(room, how, plain);
  if (value.is_negative()) writer.put(writer.glyphs().negative);
  switch (of) {
  case ratio::none:
  case ratio::percent:
    writer.put("百");
    break;
  case ratio::per_mille:
    writer.put("千");
    break;
  case ratio::per_ten_thousand:
    writer.put(writer.glyphs().ten_thousand);
    break;
  case ratio::fraction:
    writer.advance_to(detail::write_numeral<T>(writer.end(), denominator, how, plain));
    break;
  }
  writer.put("分");
  writer.put("之");
  const decimal size = value.is_negative() ? -value : value;
  return detail::written(room, detail::write_numeral<T>(writer.end(), size, how, plain));
}

template <class T>
result<std::string> format_digits(std::string_view digits, const format_options& options) {
  if (digits.empty()) return error{error_kind::empty_input, 0, 0};
  for (std::size_t offset = 0; offset < digits.size(); ++offset) {
    if (digits[offset] < '0' || digits[offset] > '9')
      return error{error_kind::not_a_number, offset, 1};
  }
  std::string text(digits.size() * 3, '\0');
  detail::basic_numeral_writer<T> writer(text.data(), style::digits, options);
  writer.digit_by_digit(digits);
  return text;
}

} // namespace hantext::numeral
