/// \file
/// Numerals in running text, leftmost-longest, with their byte spans.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/numeral/context.hpp>
#include <hantext/numeral/quantity.hpp>
#include <hantext/numeral/symbols.hpp>
#include <hantext/numeral/types.hpp>
#include <hantext/numeral/words.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hantext::numeral {

/// Walks over the numerals of a text, one at a time, without allocation. The text, and the words of
/// the options, must outlive it.
class scanner {
public:
  /// At the beginning of the text.
  constexpr explicit scanner(std::string_view text, const parse_options& options = {}) noexcept
      : text_(text), options_(options) {}

  /// The next numeral in `found`; false at the end of the text. Linear in the text over all calls.
  template <class T = void> constexpr bool next(mention& found) noexcept;

private:
  enum class sign : std::uint8_t { none, minus, name };

  constexpr std::size_t find_start(std::size_t offset) const noexcept;
  constexpr bool glued_to_code(std::size_t offset) const noexcept;
  constexpr std::size_t end_of_code(std::size_t offset) const noexcept;
  constexpr std::size_t begin_of_prefix(std::size_t offset) const noexcept;
  constexpr char32_t character_before(std::size_t offset) const noexcept;
  constexpr sign sign_before(std::size_t offset) const noexcept;
  constexpr bool is_dotted(std::size_t begin, std::size_t end) const noexcept;
  constexpr bool leads_with_zero(std::size_t offset) const noexcept;
  constexpr std::size_t end_of_caller_word(std::size_t offset) const noexcept;
  constexpr bool is_number_in_prose(const detail::numeral_quantity& quantity,
                                    std::size_t begin) const noexcept;

  std::string_view text_;
  parse_options options_;
  std::size_t position_ = 0;
  std::size_t last_end_ = 0; ///< end of the last numeral or word; nothing before it is looked at
  bool has_last_ = false;    ///< whether the last one was a numeral
};

/// Every numeral of a running text, in order and without overlap.
///
/// Each mention is as long as can be read from its first character: sign, 几 数 上 近, multiplier,
/// 余 多 来 and the other end of a range belong to it; units, 第, 年 and 月 do not. 一 stands for
/// itself wherever it is no part of a word, also where it is but an article. A bare 百 千 万 亿 is
/// no mention, nor are words such as 统一 and 十分 (a built-in list and `options.words`), digits
/// behind a Latin letter (A1, PM2.5), and damaged numerals such as 一百百, which are passed over
/// whole. Linear in the text.
template <class T = void>
std::vector<mention> scan(std::string_view text, const parse_options& options = {}) {
  std::vector<mention> found;
  scanner walk(text, options);
  for (mention each; walk.next<T>(each);)
    found.push_back(each);
  return found;
}
template <class = void>
std::vector<mention> scan(std::u8string_view text, const parse_options& options = {}) {
  return scan(std::string_view(reinterpret_cast<const char*>(text.data()), text.size()), options);
}

} // namespace hantext::numeral

namespace hantext::numeral {

/// The next character that can begin a numeral. Chinese text is nearly all characters of three
/// bytes, so four of these are tested with one branch.
constexpr std::size_t scanner::find_start(std::size_t offset) const noexcept {
  constexpr const detail::numeral_table& table = detail::numeral_lookup;
  const std::size_t size = text_.size();
  // 0 where the first six of eight bytes are two characters that begin no numeral.
  const auto stops = [](std::uint64_t bytes) noexcept {
    constexpr std::uint64_t shape = 0xC0C0F0C0C0F0U; // of two characters of three bytes
    constexpr std::uint64_t leads = 0x8080E08080E0U;
    return ((bytes & shape) ^ leads) | table.maybe_starter[bytes >> 8 & 0x3F3FU] |
           table.maybe_starter[bytes >> 32 & 0x3F3FU];
  };
  constexpr std::size_t stride = 12;
  constexpr std::size_t reach = 14; // two loads of eight bytes, the second one six bytes on
  while (offset < size) {
    while (size - offset >= reach && (stops(detail::numeral_eight_bytes(text_, offset)) |
                                      stops(detail::numeral_eight_bytes(text_, offset + 6))) == 0) {
      offset += stride;
    }
    // One by one past what stopped that.
    const std::size_t until = size - offset > stride ? offset + stride : size;
    while (offset < until) {
      const std::uint32_t lead = detail::numeral_byte(text_, offset);
      if (lead >= 0xE0 && detail::numeral_three_bytes(text_, offset)) {
        const std::uint32_t second = detail::numeral_byte(text_, offset + 1) & 0x3FU;
        const std::uint32_t third = detail::numeral_byte(text_, offset + 2) & 0x3FU;
        if ((table.starters[(lead & 0x0FU) << 6 | second] >> third & 1U) != 0) return offset;
        offset += 3;
      } else {
        if (lead - '0' <= 9) return offset;
        ++offset;
      }
    }
  }
  return size;
}

/// Whether the digit at `offset` belongs to a code: A1, F-16.
constexpr bool scanner::glued_to_code(std::size_t offset) const noexcept {
  const char32_t previous = character_before(offset);
  if (chars::is_latin(previous)) return true;
  return (previous == U'-' || previous == U'_') && chars::is_latin(character_before(offset - 1));
}

/// The end of a code's digits: 2.5 of PM2.5, 1-3 of A1-3.
constexpr std::size_t scanner::end_of_code(std::size_t offset) const noexcept {
  for (;;) {
    const auto symbol = detail::numeral_symbol_at(text_, offset);
    if (symbol.kind == detail::numeral_kind::arabic) {
      offset += symbol.length;
      continue;
    }
    const bool joint = detail::numeral_at(text_, offset, ".") ||
                       detail::numeral_at(text_, offset, "-") ||
                       detail::numeral_at(text_, offset, "_");
    if (!joint ||
        detail::numeral_symbol_at(text_, offset + 1).kind != detail::numeral_kind::arabic) {
      return offset;
    }
    ++offset;
  }
}

/// Where the numeral really begins whose first multiplier stands at `offset`: at the 几, 数, 上, 近
/// or 超过 before it, if there is one that belongs to it.
constexpr std::size_t scanner::begin_of_prefix(std::size_t offset) const noexcept {
  using detail::numeral_before;
  using detail::numeral_before_any;
  const auto symbol = detail::numeral_symbol_at(text_, offset);
  // ○．五: here the mark of a list is a zero.
  if (symbol.kind == detail::numeral_kind::digit && offset >= last_end_ + 6 &&
      detail::numeral_symbol_at(text_, offset - 3).kind == detail::numeral_kind::point &&
      numeral_before(text_, offset - 3, "○")) {
    return offset - 6;
  }
  const bool multiplier =
      symbol.kind == detail::numeral_kind::small || symbol.kind == detail::numeral_kind::big;
  if (!multiplier || offset < last_end_ + 3) return offset;
  const auto before = detail::numeral_symbol_at(text_, offset - 3);
  if (before.kind == detail::numeral_kind::several) {
    const bool noun =
        before.value == 1 && numeral_before_any(text_, offset - 3, detail::before_number_noun);
    return noun ? offset : offset - 3;
  }
  if (symbol.kind == detail::numeral_kind::small && symbol.value == 1) return offset;
  for (const detail::numeral_prefix& prefix : detail::numeral_prefixes) {
    if (offset < last_end_ + prefix.word.size() || !numeral_before(text_, offset, prefix.word)) {
      continue;
    }
    const std::size_t begin = offset - prefix.word.size();
    const bool place =
        (prefix.word == "上" && numeral_before_any(text_, begin, detail::before_place_above)) ||
        (prefix.word == "近" && numeral_before_any(text_, begin, detail::before_near));
    return place ? offset : begin;
  }
  return offset;
}

/// The character that ends at `offset`, if it has one or three bytes; 0 otherwise.
constexpr char32_t scanner::character_before(std::size_t offset) const noexcept {
  if (offset == 0) return 0;
  if (detail::numeral_byte(text_, offset - 1) < 0x80) {
    return detail::numeral_byte(text_, offset - 1);
  }
  if (offset < 3 || !detail::numeral_three_bytes(text_, offset - 3)) return 0;
  return (detail::numeral_byte(text_, offset - 3) & 0x0FU) << 12 |
         (detail::numeral_byte(text_, offset - 2) & 0x3FU) << 6 |
         (detail::numeral_byte(text_, offset - 1) & 0x3FU);
}

/// What the character before `offset`, a hyphen or 负, does to the number that begins there.
constexpr scanner::sign scanner::sign_before(std::size_t offset) const noexcept {
  using detail::numeral_before;
  const char32_t mark = character_before(offset);
  const bool hyphen = mark == U'-' || mark == U'－';
  if (!hyphen && mark != U'负' && mark != U'負' && mark != U'−') return sign::none;
  const std::size_t begin = offset - (mark == U'-' ? 1 : 3);
  if (begin < last_end_) return sign::none;
  const char32_t previous = character_before(begin);
  if (mark == U'−') {
    return chars::is_digit(previous) || chars::is_latin(previous) ? sign::none : sign::minus;
  }
  if (chars::is_han(previous)) {
    if (detail::numeral_before_any(text_, begin, detail::before_minus)) return sign::minus;
    constexpr std::size_t unit_bytes = 12; // 10个月-12个月: what follows a figure closely is a unit
    const bool after_unit = has_last_ && begin < last_end_ + unit_bytes;
    return hyphen && !after_unit ? sign::name : sign::none;
  }
  if (!hyphen) return sign::minus;
  switch (previous) {
  case 0: // the beginning of the text, or a character that is not Chinese
    return begin == 0 ? sign::minus : sign::none;
  case U' ':
    return chars::is_digit(character_before(begin - 1)) ? sign::none : sign::minus; // 1000 -6060
  case U'(':
  case U':':
  case U'=':
  case U'|':
  case U'：':
  case U'，':
  case U'、':
  case U'；':
    return sign::minus;
  default:
    return chars::is_space(previous) || chars::is_opening(previous) ? sign::minus : sign::none;
  }
}

/// Whether a code such as 0423 stands here, which has no sign.
constexpr bool scanner::leads_with_zero(std::size_t offset) const noexcept {
  const auto first = detail::numeral_symbol_at(text_, offset);
  return first.kind == detail::numeral_kind::arabic && first.value == 0 &&
         detail::numeral_symbol_at(text_, offset + first.length).kind ==
             detail::numeral_kind::arabic;
}

constexpr std::size_t scanner::end_of_caller_word(std::size_t offset) const noexcept {
  std::size_t best = 0;
  for (const std::string_view word : options_.words) {
    for (std::size_t inside = 0; inside < word.size() && inside <= offset; ++inside) {
      const std::size_t end = offset - inside + word.size();
      if (end > best && word[inside] == text_[offset] &&
          detail::numeral_at(text_, offset - inside, word)) {
        best = end;
      }
    }
  }
  return best;
}

/// Whether a middle dot joins the numeral to another one: 一二·九, 3·15 are days that became names.
constexpr bool scanner::is_dotted(std::size_t begin, std::size_t end) const noexcept {
  constexpr std::string_view dot = "·";
  const auto numeral_at_offset = [this](std::size_t offset) {
    return detail::numeral_symbol_at(text_, offset).starts;
  };
  if (detail::numeral_at(text_, end, dot) && numeral_at_offset(end + dot.size())) return true;
  if (!detail::numeral_before(text_, begin, dot)) return false;
  const std::size_t before = begin - dot.size();
  return detail::digit_before(text_, before) || (before >= 3 && numeral_at_offset(before - 3));
}

/// Whether what can be read as a numeral is one in prose too.
constexpr bool scanner::is_number_in_prose(const detail::numeral_quantity& quantity,
                                           std::size_t begin) const noexcept {
  if (quantity.bare) return false;
  if (quantity.digit_string_length > 0 && quantity.digit_string_length < 4) {
    bool zero = false;
    for (std::size_t offset = begin; offset < quantity.end; offset += 3) {
      zero = zero || detail::numeral_symbol_at(text_, offset).kind == detail::numeral_kind::zero;
    }
    return zero || detail::numeral_at_any(text_, quantity.end, detail::after_short_digit_string);
  }
  if ((quantity.scripts & detail::script_upper) != 0) {
    // 伍, 陆 and 拾 are names and parts of words; 伍拾 is money.
    return (quantity.scripts & detail::script_lower) == 0 && quantity.has_multiplier &&
           quantity.end - begin >= 6;
  }
  return true;
}

template <class T> constexpr bool scanner::next(mention& found) noexcept {
  for (;;) {
    const std::size_t start = find_start(position_);
    if (start >= text_.size()) {
      position_ = text_.size();
      return false;
    }
    const auto symbol = detail::numeral_symbol_at(text_, start);
    const bool arabic = symbol.kind == detail::numeral_kind::arabic;
    if (arabic && glued_to_code(start)) {
      position_ = last_end_ = end_of_code(start);
      continue;
    }
    const bool tael =
        has_last_ && start == last_end_ &&
        (detail::numeral_at(text_, start, "两") || detail::numeral_at(text_, start, "兩"));
    if (tael) { // 二十两
      position_ = last_end_ = start + symbol.length;
      has_last_ = false;
      continue;
    }
    std::size_t begin = begin_of_prefix(start);
    const bool prefixed = begin != start;
    sign before = sign_before(begin);
    if (before == sign::name && arabic && detail::read_arabic(text_, start).fraction) {
      before = sign::minus; // no name has a fraction
    }
    if (before == sign::name && arabic) { // 歼-20
      position_ = last_end_ = end_of_code(start);
      continue;
    }
    if (before == sign::minus && !leads_with_zero(begin)) {
      begin -= detail::numeral_before(text_, begin, "-") ? 1 : 3;
    }
    detail::numeral_quantity quantity;
    if (begin != start || !detail::read_short<T>(text_, begin, quantity)) {
      quantity = detail::read_quantity<T>(text_, begin, true, options_);
    }

    std::size_t word_end = end_of_caller_word(start);
    if (!arabic) {
      const std::size_t end = detail::numeral_word_lookup<T>.end_of_hiding_word(text_, start);
      if (end > word_end) word_end = end;
      // 一个个, 一步步: a repeated measure word does not count.
      if (detail::numeral_at(text_, start, "一") && detail::numeral_three_bytes(text_, start + 3) &&
          detail::numeral_at(text_, start + 6, text_.substr(start + 3, 3)) &&
          !detail::numeral_symbol_at(text_, start + 3).starts && start + 9 > word_end) {
        word_end = start + 9;
      }
    }
    if (word_end != 0 && (!quantity || word_end >= quantity.end)) {
      // A damaged numeral is passed over whole, so that no byte is read again and again.
      position_ = last_end_ = !quantity && quantity.end > word_end ? quantity.end : word_end;
      has_last_ = false;
      continue;
    }
    const bool other_word =
        prefixed && quantity && quantity.number.limit != bound::about &&
        detail::numeral_at_any(text_, quantity.end, detail::after_bare_multiplier);
    const bool dotted = is_dotted(begin, quantity.end);
    if (!quantity || other_word || dotted || !is_number_in_prose(quantity, begin)) {
      const std::size_t passed = start + symbol.length;
      // 伍 in a name before 百余: only the character itself is passed by.
      const auto second = detail::numeral_symbol_at(text_, passed);
      if (quantity && symbol.script == detail::script_upper &&
          second.script == detail::script_lower) {
        position_ = last_end_ = passed;
        has_last_ = false;
        continue;
      }
      position_ = quantity.end > passed ? quantity.end : passed;
      last_end_ = position_;
      has_last_ = false;
      continue;
    }
    position_ = last_end_ = quantity.end;
    has_last_ = true;
    found = {begin, quantity.end, quantity.number};
    return true;
  }
}

} // namespace hantext::numeral
