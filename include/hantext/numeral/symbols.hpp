/// \file
/// The characters that numerals are made of, and a table that finds them by their UTF-8 bytes.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace hantext::detail {

enum class numeral_kind : std::uint8_t {
  none,
  arabic,   ///< 0–9 of either width; value
  zero,     ///< 零 〇 ○
  digit,    ///< 一 to 九, 两, financial digits; value
  code,     ///< 幺, a digit of codes only; value
  pair,     ///< 俩 仨, a digit and its measure word; value
  tens,     ///< 廿 卅 卌 皕; value in tens
  small,    ///< 十 百 千; value is the power of ten
  big,      ///< 万 亿 兆; value is the power of ten
  great,    ///< 京 to 载, read by option; value is the power of ten
  several,  ///< 几 数
  more,     ///< 余 多 来
  point,    ///< 点 ．
  dash,     ///< - – — －
  wave,     ///< ~ ～
  to,       ///< 至 到
  negative, ///< 负, −
  half,     ///< 半
  link,     ///< 成 又 分: with these something may follow that belongs to the number
};

/// Which way of writing a character belongs to; a bit mask.
enum numeral_script : std::uint8_t {
  script_shared = 0,
  script_arabic = 1,
  script_lower = 2,
  script_upper = 4,
};

struct numeral_character {
  char32_t code_point;
  numeral_kind kind;
  std::uint8_t value;
  std::uint8_t script;
  bool starts; ///< whether `scan` looks for a numeral where it meets this character
};

/// Every character beyond ASCII that has a meaning in a numeral. 参 and 參 are not starters, for in
/// prose they are 参加; ○ is none but before a point, for it is a list mark; 弌 弍 弎 are none, for
/// they are rare.
inline constexpr numeral_character numeral_characters[] = {
    {U'零', numeral_kind::zero, 0, script_shared, true},
    {U'〇', numeral_kind::zero, 0, script_shared, true},
    {U'○', numeral_kind::zero, 0, script_shared, false},
    {U'一', numeral_kind::digit, 1, script_lower, true},
    {U'二', numeral_kind::digit, 2, script_lower, true},
    {U'两', numeral_kind::digit, 2, script_lower, true},
    {U'兩', numeral_kind::digit, 2, script_lower, true},
    {U'三', numeral_kind::digit, 3, script_lower, true},
    {U'四', numeral_kind::digit, 4, script_lower, true},
    {U'五', numeral_kind::digit, 5, script_lower, true},
    {U'六', numeral_kind::digit, 6, script_lower, true},
    {U'七', numeral_kind::digit, 7, script_lower, true},
    {U'八', numeral_kind::digit, 8, script_lower, true},
    {U'九', numeral_kind::digit, 9, script_lower, true},
    {U'壹', numeral_kind::digit, 1, script_upper, true},
    {U'弌', numeral_kind::digit, 1, script_upper, false},
    {U'贰', numeral_kind::digit, 2, script_upper, true},
    {U'貳', numeral_kind::digit, 2, script_upper, true},
    {U'弍', numeral_kind::digit, 2, script_upper, false},
    {U'叁', numeral_kind::digit, 3, script_upper, true},
    {U'叄', numeral_kind::digit, 3, script_upper, true},
    {U'參', numeral_kind::digit, 3, script_upper, false},
    {U'参', numeral_kind::digit, 3, script_upper, false},
    {U'弎', numeral_kind::digit, 3, script_upper, false},
    {U'肆', numeral_kind::digit, 4, script_upper, true},
    {U'伍', numeral_kind::digit, 5, script_upper, true},
    {U'陆', numeral_kind::digit, 6, script_upper, true},
    {U'陸', numeral_kind::digit, 6, script_upper, true},
    {U'柒', numeral_kind::digit, 7, script_upper, true},
    {U'捌', numeral_kind::digit, 8, script_upper, true},
    {U'玖', numeral_kind::digit, 9, script_upper, true},
    {U'幺', numeral_kind::code, 1, script_lower, false},
    {U'俩', numeral_kind::pair, 2, script_lower, false},
    {U'倆', numeral_kind::pair, 2, script_lower, false},
    {U'仨', numeral_kind::pair, 3, script_lower, false},
    {U'廿', numeral_kind::tens, 2, script_lower, true},
    {U'卅', numeral_kind::tens, 3, script_lower, true},
    {U'卌', numeral_kind::tens, 4, script_lower, true},
    {U'皕', numeral_kind::tens, 20, script_lower, true},
    {U'十', numeral_kind::small, 1, script_lower, true},
    {U'百', numeral_kind::small, 2, script_lower, true},
    {U'千', numeral_kind::small, 3, script_lower, true},
    {U'拾', numeral_kind::small, 1, script_upper, true},
    {U'佰', numeral_kind::small, 2, script_upper, true},
    {U'仟', numeral_kind::small, 3, script_upper, true},
    {U'万', numeral_kind::big, 4, script_shared, true},
    {U'萬', numeral_kind::big, 4, script_shared, true},
    {U'亿', numeral_kind::big, 8, script_shared, true},
    {U'億', numeral_kind::big, 8, script_shared, true},
    {U'兆', numeral_kind::big, 12, script_shared, false},
    {U'京', numeral_kind::great, 16, script_shared, false},
    {U'垓', numeral_kind::great, 20, script_shared, false},
    {U'秭', numeral_kind::great, 24, script_shared, false},
    {U'穰', numeral_kind::great, 28, script_shared, false},
    {U'沟', numeral_kind::great, 32, script_shared, false},
    {U'溝', numeral_kind::great, 32, script_shared, false},
    {U'涧', numeral_kind::great, 36, script_shared, false},
    {U'澗', numeral_kind::great, 36, script_shared, false},
    {U'正', numeral_kind::great, 40, script_shared, false},
    {U'载', numeral_kind::great, 44, script_shared, false},
    {U'載', numeral_kind::great, 44, script_shared, false},
    {U'几', numeral_kind::several, 0, script_lower, false},
    {U'幾', numeral_kind::several, 0, script_lower, false},
    {U'数', numeral_kind::several, 1, script_lower, false},
    {U'數', numeral_kind::several, 1, script_lower, false},
    {U'余', numeral_kind::more, 0, script_shared, false},
    {U'餘', numeral_kind::more, 0, script_shared, false},
    {U'馀', numeral_kind::more, 0, script_shared, false},
    {U'多', numeral_kind::more, 1, script_shared, false},
    {U'来', numeral_kind::more, 2, script_shared, false},
    {U'來', numeral_kind::more, 2, script_shared, false},
    {U'点', numeral_kind::point, 0, script_shared, false},
    {U'點', numeral_kind::point, 0, script_shared, false},
    {U'．', numeral_kind::point, 0, script_shared, false},
    {U'–', numeral_kind::dash, 0, script_shared, false},
    {U'—', numeral_kind::dash, 0, script_shared, false},
    {U'－', numeral_kind::dash, 0, script_shared, false},
    {U'‐', numeral_kind::dash, 0, script_shared, false},
    {U'‑', numeral_kind::dash, 0, script_shared, false},
    {U'～', numeral_kind::wave, 0, script_shared, false},
    {U'〜', numeral_kind::wave, 0, script_shared, false},
    {U'∼', numeral_kind::wave, 0, script_shared, false},
    {U'至', numeral_kind::to, 0, script_shared, false},
    {U'到', numeral_kind::to, 0, script_shared, false},
    {U'负', numeral_kind::negative, 0, script_shared, false},
    {U'負', numeral_kind::negative, 0, script_shared, false},
    {U'−', numeral_kind::negative, 0, script_shared, false},
    {U'半', numeral_kind::half, 0, script_lower, true},
    {U'成', numeral_kind::link, 0, script_shared, false},
    {U'又', numeral_kind::link, 0, script_shared, false},
    {U'分', numeral_kind::link, 0, script_shared, false},
    {U'０', numeral_kind::arabic, 0, script_arabic, true},
    {U'１', numeral_kind::arabic, 1, script_arabic, true},
    {U'２', numeral_kind::arabic, 2, script_arabic, true},
    {U'３', numeral_kind::arabic, 3, script_arabic, true},
    {U'４', numeral_kind::arabic, 4, script_arabic, true},
    {U'５', numeral_kind::arabic, 5, script_arabic, true},
    {U'６', numeral_kind::arabic, 6, script_arabic, true},
    {U'７', numeral_kind::arabic, 7, script_arabic, true},
    {U'８', numeral_kind::arabic, 8, script_arabic, true},
    {U'９', numeral_kind::arabic, 9, script_arabic, true},
};

/// A character as a numeral sees it.
struct numeral_symbol {
  numeral_kind kind = numeral_kind::none;
  std::uint8_t value = 0;
  std::uint8_t script = script_shared;
  std::uint8_t length = 1; ///< its bytes where its kind is not `none`; 0 at the end of the text
  bool starts = false;
};

/// The symbols of all characters, and tables that lead to them from UTF-8 bytes.
///
/// The characters of three bytes lie in blocks of 64 that share their first two bytes. `block`
/// gives for those two bytes the number of a row of `cell`, 0 where no numeral character lies in
/// the block; `cell` gives for the third byte an index into `symbol`, 0 for none.
struct numeral_table {
  static constexpr std::size_t characters =
      sizeof(numeral_characters) / sizeof(numeral_characters[0]);
  static constexpr std::size_t end_of_text = 1; ///< index of the symbol past the end
  static constexpr std::size_t first_digit = 2; ///< of ASCII 0
  static constexpr std::size_t hyphen = 12;
  static constexpr std::size_t tilde = 13;
  static constexpr std::size_t first_character = 14;
  static constexpr std::size_t most_blocks = 72;

  std::array<numeral_symbol, first_character + characters> symbol{};
  std::array<std::uint8_t, 1024> block{};
  std::array<std::array<std::uint8_t, 64>, most_blocks> cell{};
  std::array<std::uint64_t, 1024> starters{}; ///< a bit for each character of a block
  /// By the six low bits of the second and, 256 times these, of the third byte: whether a
  /// character that begins a numeral ends with these two. A coarse test, but of one load.
  std::array<std::uint8_t, 0x4000> maybe_starter{};
  std::size_t blocks = 1; ///< row 0 stays empty

  constexpr numeral_table() noexcept {
    symbol[end_of_text].length = 0;
    for (std::uint8_t digit = 0; digit < 10; ++digit) {
      symbol[first_digit + digit] = {numeral_kind::arabic, digit, script_arabic, 1, true};
    }
    symbol[hyphen].kind = numeral_kind::dash;
    symbol[tilde].kind = numeral_kind::wave;
    std::size_t index = first_character;
    for (const numeral_character& character : numeral_characters) {
      const auto number = static_cast<std::size_t>(character.code_point >> 6);
      if (block[number] == 0) block[number] = static_cast<std::uint8_t>(blocks++);
      cell[block[number]][character.code_point & 0x3FU] = static_cast<std::uint8_t>(index);
      if (character.starts) {
        starters[number] |= std::uint64_t{1} << (character.code_point & 0x3FU);
        maybe_starter[(number & 0x3FU) | (character.code_point & 0x3FU) << 8] = 1;
      }
      symbol[index++] = {character.kind, character.value, character.script, 3, character.starts};
    }
  }
};
inline constexpr numeral_table numeral_lookup{};
static_assert(numeral_lookup.blocks <= numeral_table::most_blocks);
static_assert(numeral_table::first_character + numeral_table::characters <= 256);

constexpr std::uint32_t numeral_byte(std::string_view text, std::size_t offset) noexcept {
  return static_cast<unsigned char>(text[offset]);
}

/// Eight bytes from `offset` on, all within the text, the first one lowest.
constexpr std::uint64_t numeral_eight_bytes(std::string_view text, std::size_t offset) noexcept {
  std::uint64_t bytes = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    std::memcpy(&bytes, text.data() + offset, sizeof bytes);
    return bytes;
  }
  for (std::size_t index = 0; index < 8; ++index) {
    bytes |= std::uint64_t{static_cast<unsigned char>(text[offset + index])} << (8 * index);
  }
  return bytes;
}

/// Whether a character of three bytes seems to start here (its lead is E0 to EF and two
/// continuation bytes follow). All that a numeral cares for: any other bytes are not of one.
constexpr bool numeral_three_bytes(std::string_view text, std::size_t offset) noexcept {
  if (offset + 3 > text.size()) return false;
  const std::uint32_t second = numeral_byte(text, offset + 1) ^ 0x80U;
  const std::uint32_t third = numeral_byte(text, offset + 2) ^ 0x80U;
  return (numeral_byte(text, offset) & 0xF0U) == 0xE0U && (second | third) < 0x40;
}

/// The symbol at any offset, also at and past the end.
constexpr const numeral_symbol& numeral_symbol_at(std::string_view text,
                                                  std::size_t offset) noexcept {
  constexpr const numeral_table& table = numeral_lookup;
  if (offset >= text.size()) return table.symbol[numeral_table::end_of_text];
  const std::uint32_t lead = numeral_byte(text, offset);
  if (numeral_three_bytes(text, offset)) {
    const std::size_t row =
        table.block[(lead & 0x0FU) << 6 | (numeral_byte(text, offset + 1) & 0x3FU)];
    return table.symbol[table.cell[row][numeral_byte(text, offset + 2) & 0x3FU]];
  }
  if (lead - '0' <= 9) return table.symbol[numeral_table::first_digit + (lead - '0')];
  if (lead == '-') return table.symbol[numeral_table::hyphen];
  if (lead == '~') return table.symbol[numeral_table::tilde];
  return table.symbol[0];
}

/// Whether `word` stands at `offset`, or ends there.
constexpr bool numeral_at(std::string_view text, std::size_t offset,
                          std::string_view word) noexcept {
  if (offset > text.size() || word.size() > text.size() - offset) return false;
  // Byte by byte: nearly always the first or second differs.
  for (std::size_t index = 0; index < word.size(); ++index) {
    if (text[offset + index] != word[index]) return false;
  }
  return true;
}
constexpr bool numeral_before(std::string_view text, std::size_t offset,
                              std::string_view word) noexcept {
  return word.size() <= offset && numeral_at(text, offset - word.size(), word);
}

/// Whether one of the words stands at `offset`, or ends there.
template <std::size_t N>
constexpr bool numeral_at_any(std::string_view text, std::size_t offset,
                              const std::string_view (&words)[N]) noexcept {
  for (const std::string_view word : words) {
    if (numeral_at(text, offset, word)) return true;
  }
  return false;
}
template <std::size_t N>
constexpr bool numeral_before_any(std::string_view text, std::size_t offset,
                                  const std::string_view (&words)[N]) noexcept {
  for (const std::string_view word : words) {
    if (numeral_before(text, offset, word)) return true;
  }
  return false;
}

} // namespace hantext::detail
