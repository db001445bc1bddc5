/// \file
/// Classes of characters in Chinese text (Han, digit, letter, punctuation, space), brackets and
/// quotes in pairs, and full-width forms folded to ordinary ones.
///
/// Follows the Unicode Character Database 15.1 (Scripts.txt, PropList.txt, Blocks.txt,
/// UnicodeData.txt); each function says where it goes its own way. Every function of one character
/// is constant time, takes any value of `char32_t`, and works in constant evaluation.
#pragma once

#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::chars {

namespace detail {

struct range {
  char32_t first;
  char32_t last;
};

/// Script=Han, Scripts.txt of Unicode 15.1, neighbouring ranges joined.
inline constexpr range han_ranges[] = {
    {0x2E80, 0x2E99},   // CJK radicals supplement
    {0x2E9B, 0x2EF3},   //
    {0x2F00, 0x2FD5},   // Kangxi radicals
    {0x3005, 0x3005},   // 々 iteration mark
    {0x3007, 0x3007},   // 〇 ideographic number zero
    {0x3021, 0x3029},   // 〡–〩 Suzhou numerals
    {0x3038, 0x303B},   // 〸〹〺 Suzhou numerals, 〻 iteration mark
    {0x3400, 0x4DBF},   // extension A
    {0x4E00, 0x9FFF},   // unified ideographs
    {0xF900, 0xFA6D},   // compatibility ideographs
    {0xFA70, 0xFAD9},   //
    {0x16FE2, 0x16FE3}, // Old Chinese hook and iteration marks
    {0x16FF0, 0x16FF1}, // Vietnamese reading marks
    {0x20000, 0x2A6DF}, // extension B
    {0x2A700, 0x2B739}, // extension C
    {0x2B740, 0x2B81D}, // extension D
    {0x2B820, 0x2CEA1}, // extension E
    {0x2CEB0, 0x2EBE0}, // extension F
    {0x2EBF0, 0x2EE5D}, // extension I
    {0x2F800, 0x2FA1D}, // compatibility supplement
    {0x30000, 0x3134A}, // extension G
    {0x31350, 0x323AF}, // extension H
};

/// White_Space of PropList.txt above ASCII, and three characters that print as nothing.
inline constexpr range space_ranges[] = {
    {0x0085, 0x0085}, // next line
    {0x00A0, 0x00A0}, // no-break space
    {0x1680, 0x1680}, // ogham space mark
    {0x2000, 0x200B}, // en quad … hair space, zero width space (not White_Space)
    {0x2028, 0x2029}, // line and paragraph separator
    {0x202F, 0x202F}, // narrow no-break space
    {0x205F, 0x2060}, // medium mathematical space, word joiner (not White_Space)
    {0x3000, 0x3000}, // ideographic space
    {0xFEFF, 0xFEFF}, // byte order mark (not White_Space)
};

/// Punctuation above ASCII: General_Category P in these blocks, and the few symbols among them
/// that are written as punctuation (U+2044 ⁄, U+2052 ⁒, full-width ＋ ＜ ＝ ＞ ～ and the like).
inline constexpr range punctuation_ranges[] = {
    {0x00A1, 0x00A1}, {0x00A7, 0x00A7}, {0x00AB, 0x00AB}, // Latin-1: ¡ § «
    {0x00B6, 0x00B7}, {0x00BB, 0x00BB}, {0x00BF, 0x00BF}, // ¶ · » ¿
    {0x2010, 0x2027}, {0x2030, 0x205E},                   // general punctuation
    {0x2329, 0x232A},                                     // 〈〉, twins of U+3008 and U+3009
    {0x27E6, 0x27EF}, {0x2985, 0x2986}, // mathematical brackets ⟦ … ⟯ ⦅ ⦆
    {0x2E00, 0x2E2E}, {0x2E30, 0x2E4F}, {0x2E52, 0x2E5D}, // supplemental punctuation
    {0x3001, 0x3003}, {0x3008, 0x3011}, {0x3014, 0x301F}, // CJK: 、。〃 〈 … 】 〔 … 〟
    {0x3030, 0x3030}, {0x303D, 0x303D},                   // 〰 〽
    {0x30A0, 0x30A0}, {0x30FB, 0x30FB},                   // ゠ ・
    {0xFE10, 0xFE19}, {0xFE30, 0xFE4F},                   // vertical and compatibility forms
    {0xFE50, 0xFE52}, {0xFE54, 0xFE66}, {0xFE68, 0xFE6B}, // small forms
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, // full-width ASCII
    {0xFF5B, 0xFF65},                                     // ｛ … ～ and half-width ｡ … ･
};

/// Opening and closing halves: Ps/Pe and the quotes Pi/Pf of UnicodeData.txt, as far as Chinese and
/// Japanese text uses them. Ordered by the opening half.
struct bracket_pair {
  char32_t opening;
  char32_t closing;
};
inline constexpr bracket_pair bracket_pairs[] = {
    {0x0028, 0x0029}, {0x005B, 0x005D}, {0x007B, 0x007D}, // ( ) [ ] { }
    {0x00AB, 0x00BB},                                     // « »
    {0x2018, 0x2019}, {0x201C, 0x201D}, {0x2039, 0x203A}, // ‘ ’ “ ” ‹ ›
    {0x2045, 0x2046}, {0x2329, 0x232A},                   // ⁅ ⁆ 〈 〉
    {0x27E6, 0x27E7}, {0x27E8, 0x27E9}, {0x27EA, 0x27EB}, // ⟦ ⟧ ⟨ ⟩ ⟪ ⟫
    {0x27EC, 0x27ED}, {0x27EE, 0x27EF}, {0x2985, 0x2986}, // ⟬ ⟭ ⟮ ⟯ ⦅ ⦆
    {0x3008, 0x3009}, {0x300A, 0x300B}, {0x300C, 0x300D}, // 〈 〉 《 》 「 」
    {0x300E, 0x300F}, {0x3010, 0x3011}, {0x3014, 0x3015}, // 『 』 【 】 〔 〕
    {0x3016, 0x3017}, {0x3018, 0x3019}, {0x301A, 0x301B}, // 〖 〗 〘 〙 〚 〛
    {0x301D, 0x301E},                                     // 〝 〞 (also closed by 〟)
    {0xFE17, 0xFE18}, {0xFE35, 0xFE36}, {0xFE37, 0xFE38}, // vertical forms
    {0xFE39, 0xFE3A}, {0xFE3B, 0xFE3C}, {0xFE3D, 0xFE3E}, //
    {0xFE3F, 0xFE40}, {0xFE41, 0xFE42}, {0xFE43, 0xFE44}, //
    {0xFE47, 0xFE48}, {0xFE59, 0xFE5A}, {0xFE5B, 0xFE5C}, // small forms from U+FE59
    {0xFE5D, 0xFE5E},                                     //
    {0xFF08, 0xFF09}, {0xFF3B, 0xFF3D}, {0xFF5B, 0xFF5D}, // （ ） ［ ］ ｛ ｝
    {0xFF5F, 0xFF60}, {0xFF62, 0xFF63},                   // ｟ ｠ ｢ ｣
};

/// What U+FF61–U+FF9F fold to: half-width CJK punctuation, katakana and voicing marks.
inline constexpr char16_t narrow_katakana[] =
    u"\u3002\u300C\u300D\u3001\u30FB"
    u"\u30F2\u30A1\u30A3\u30A5\u30A7\u30A9\u30E3\u30E5\u30E7\u30C3\u30FC"
    u"\u30A2\u30A4\u30A6\u30A8\u30AA\u30AB\u30AD\u30AF\u30B1\u30B3\u30B5\u30B7\u30B9\u30BB\u30BD"
    u"\u30BF\u30C1\u30C4\u30C6\u30C8\u30CA\u30CB\u30CC\u30CD\u30CE\u30CF\u30D2\u30D5\u30D8\u30DB"
    u"\u30DE\u30DF\u30E0\u30E1\u30E2\u30E4\u30E6\u30E8\u30E9\u30EA\u30EB\u30EC\u30ED\u30EF\u30F3"
    u"\u3099\u309A";

/// What U+FFE0–U+FFEE fold to: currency and other signs; 0 stands for the unassigned U+FFE7.
inline constexpr char16_t wide_signs[] =
    u"\u00A2\u00A3\u00AC\u00AF\u00A6\u00A5\u20A9\0\u2502\u2190\u2191\u2192\u2193\u25A0\u25CB";

/// Whether `c` lies in one of the ranges, which are in ascending order.
template <std::size_t N> constexpr bool in(const range (&ranges)[N], char32_t c) noexcept {
  std::size_t low = 0;
  std::size_t high = N;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (ranges[middle].last < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < N && ranges[low].first <= c;
}

constexpr bool between(char32_t c, char32_t first, char32_t last) noexcept {
  return first <= c && c <= last;
}

} // namespace detail

/// Whether the character is of the Han script (Script=Han): the unified ideographs with extensions
/// A to I, compatibility ideographs, radicals, 〇, 々, 〻 and the Suzhou numerals 〡–〩 〸–〺.
constexpr bool is_han(char32_t c) noexcept {
  if (detail::between(c, 0x4E00, 0x9FFF)) return true;
  return c >= 0x2E80 && detail::in(detail::han_ranges, c);
}

/// Whether the character is a decimal digit, ASCII 0–9 or full-width ０–９: the two widths there
/// are. Digits of other scripts (General_Category Nd), mathematical 𝟎–𝟗 and circled ①–⑨ are none
/// here, for no Chinese number is written with them.
constexpr bool is_digit(char32_t c) noexcept {
  return detail::between(c, U'0', U'9') || detail::between(c, 0xFF10, 0xFF19);
}

/// The value 0–9 of a digit, ASCII or full-width; -1 for any other character.
constexpr int digit_value(char32_t c) noexcept {
  if (detail::between(c, U'0', U'9')) return static_cast<int>(c - U'0');
  if (detail::between(c, 0xFF10, 0xFF19)) return static_cast<int>(c - 0xFF10);
  return -1;
}

/// Whether the character is a letter A–Z or a–z, ASCII or full-width.
constexpr bool is_latin(char32_t c) noexcept {
  return detail::between(c, U'A', U'Z') || detail::between(c, U'a', U'z') ||
         detail::between(c, 0xFF21, 0xFF3A) || detail::between(c, 0xFF41, 0xFF5A);
}

/// Whether the character separates or prints as nothing: White_Space of Unicode, which has the
/// line ends, U+00A0 and U+3000 among them, and U+200B zero width space, U+2060 word joiner and
/// U+FEFF byte order mark besides.
constexpr bool is_space(char32_t c) noexcept {
  if (c < 0x80) return c == U' ' || detail::between(c, 0x09, 0x0D);
  return detail::in(detail::space_ranges, c);
}

/// Whether the character is punctuation: of ASCII what std::ispunct takes (so `+`, `$` and `~`
/// too), their full-width forms, CJK and general punctuation. Currency signs such as ¥ and ￥ and
/// the geometric shapes that lists begin with (●, ■) are not.
constexpr bool is_punctuation(char32_t c) noexcept {
  if (c < 0x80) {
    return detail::between(c, U'!', U'/') || detail::between(c, U':', U'@') ||
           detail::between(c, U'[', U'`') || detail::between(c, U'{', U'~');
  }
  return !detail::between(c, 0x4E00, 0x9FFF) && detail::in(detail::punctuation_ranges, c);
}

/// The closing half that belongs to an opening bracket or quote: 》 for 《, ” for “. 0 for every
/// other character. ASCII `"`, `'`, `<` and `>` are in no pair, for they do not say which way.
constexpr char32_t closing_of(char32_t c) noexcept {
  std::size_t low = 0;
  std::size_t high = sizeof(detail::bracket_pairs) / sizeof(detail::bracket_pairs[0]);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (detail::bracket_pairs[middle].opening == c) return detail::bracket_pairs[middle].closing;
    if (detail::bracket_pairs[middle].opening < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 0;
}

/// Whether the character is an opening bracket or quote.
constexpr bool is_opening(char32_t c) noexcept { return closing_of(c) != 0; }

/// Whether the character is a closing bracket or quote.
constexpr bool is_closing(char32_t c) noexcept {
  if (c == 0x301F) return true; // 〟, which closes 〝 as 〞 does
  if (!is_punctuation(c)) return false;
  for (const auto& pair : detail::bracket_pairs) {
    if (pair.closing == c) return true;
  }
  return false;
}

/// Whether the character ends a sentence: 。 ！ ？ in every width and form, ASCII ! and ?, ‼ ⁇ ⁈ ⁉.
/// Not `.` and ．, which stand in numbers, and not ； or …, which leave the sentence open.
constexpr bool is_sentence_end(char32_t c) noexcept {
  switch (c) {
  case U'!':
  case U'?':
  case 0x203C: // ‼
  case 0x2047: // ⁇
  case 0x2048: // ⁈
  case 0x2049: // ⁉
  case 0x3002: // 。
  case 0xFE12: // 。 vertical
  case 0xFE15: // ！ vertical
  case 0xFE16: // ？ vertical
  case 0xFE56: // ？ small
  case 0xFE57: // ！ small
  case 0xFF01: // ！
  case 0xFF1F: // ？
  case 0xFF61: // ｡ half-width
    return true;
  default:
    return false;
  }
}

/// The ordinary form of a full-width or half-width character, otherwise the character itself:
/// Ａ → A, ５ → 5, ％ → %, U+3000 → space, ￥ → ¥, ｡ → 。, ｱ → ア, half-width Hangul likewise.
/// These are exactly the `<wide>` and `<narrow>` decompositions of UnicodeData.txt.
constexpr char32_t fold_width(char32_t c) noexcept {
  if (c == 0x3000) return U' ';
  if (!detail::between(c, 0xFF01, 0xFFEE)) return c;
  if (c <= 0xFF5E) return c - 0xFF01 + U'!';
  if (c <= 0xFF60) return c - 0xFF5F + 0x2985; // ｟ ｠ to ⦅ ⦆
  if (c <= 0xFF9F) return detail::narrow_katakana[c - 0xFF61];
  if (c == 0xFFA0) return 0x3164; // Hangul filler
  // Half-width Hangul: one run of consonants, four runs of vowels.
  if (detail::between(c, 0xFFA1, 0xFFBE)) return c - 0xFFA1 + 0x3131;
  if (detail::between(c, 0xFFC2, 0xFFC7)) return c - 0xFFC2 + 0x314F;
  if (detail::between(c, 0xFFCA, 0xFFCF)) return c - 0xFFCA + 0x3155;
  if (detail::between(c, 0xFFD2, 0xFFD7)) return c - 0xFFD2 + 0x315B;
  if (detail::between(c, 0xFFDA, 0xFFDC)) return c - 0xFFDA + 0x3161;
  if (c < 0xFFE0 || detail::wide_signs[c - 0xFFE0] == 0) return c;
  return detail::wide_signs[c - 0xFFE0];
}

namespace detail {

/// Folds `text` onto `out`, and calls `changed(begin, end)` after each character that folds with
/// where it stands in the text.
template <class Changed>
void fold_width(std::string_view text, std::string& out, Changed&& changed) {
  out.reserve(out.size() + text.size());
  std::size_t kept = 0; // what lies before it has been copied
  for (const utf8::element element : utf8::elements(text)) {
    const char32_t folded = chars::fold_width(element.code_point);
    if (folded == element.code_point) continue;
    out.append(text.substr(kept, element.offset - kept));
    utf8::append(out, folded);
    kept = element.offset + element.length;
    changed(element.offset, kept);
  }
  out.append(text.substr(kept));
}

} // namespace detail

/// The text with every character folded. Ill-formed bytes are copied as they are. Linear.
template <class = void> std::string fold_width(std::string_view text) {
  std::string out;
  detail::fold_width(text, out, [](std::size_t, std::size_t) {});
  return out;
}

/// A text folded by `fold_width`, which knows where its bytes come from.
class folded_text {
public:
  folded_text() = default;
  /// Folds the text, which need not outlive this. Linear.
  template <class = void> explicit folded_text(std::string_view text) : source_size_(text.size()) {
    detail::fold_width(text, text_, [this](std::size_t begin, std::size_t end) {
      changes_.push_back({begin, end, text_.size()});
    });
  }

  /// The folded text.
  const std::string& text() const noexcept { return text_; }

  /// The byte of the source that a byte of `text()` comes from; of a folded character, its first
  /// byte. Beyond the end: the end. Logarithmic in the number of folded characters.
  template <class = void> std::size_t to_source(std::size_t offset) const noexcept {
    // The first change that ends after the offset, and the last that does not.
    const auto after = std::upper_bound(
        changes_.begin(), changes_.end(), offset,
        [](std::size_t wanted, const change& each) { return wanted < each.end_in_text; });
    if (after != changes_.end()) {
      const std::size_t kept_end = after == changes_.begin() ? 0 : std::prev(after)->source_end;
      const std::size_t kept_begin = after == changes_.begin() ? 0 : std::prev(after)->end_in_text;
      return std::min(kept_end + (offset - kept_begin), after->source_begin);
    }
    if (changes_.empty()) return std::min(offset, source_size_);
    return std::min(changes_.back().source_end + (offset - changes_.back().end_in_text),
                    source_size_);
  }
  /// The bytes of the source that a span of `text()` comes from; a folded character counts whole.
  template <class = void> span to_source(span folded) const noexcept {
    const std::size_t begin = to_source(folded.begin);
    if (folded.empty()) return {begin, begin};
    // The end is where the last byte's character ends.
    const auto after = std::lower_bound(
        changes_.begin(), changes_.end(), folded.end,
        [](const change& each, std::size_t wanted) { return each.end_in_text < wanted; });
    const std::size_t last = to_source(folded.end - 1);
    if (after != changes_.end() && last >= after->source_begin) return {begin, after->source_end};
    return {begin, std::min(last + 1, source_size_)};
  }

private:
  /// A character that folds: its bytes in the source, and where it ends in the folded text.
  struct change {
    std::size_t source_begin;
    std::size_t source_end;
    std::size_t end_in_text;
  };

  std::string text_;
  std::vector<change> changes_; // ascending
  std::size_t source_size_ = 0;
};

/// The classes that a character falls into; each into exactly one.
enum class char_class : std::uint8_t { han, digit, latin, punctuation, space, other };

/// The class of a character: the one of `is_han`, `is_digit`, `is_latin`, `is_punctuation` and
/// `is_space` that holds (no two ever do), or `other`.
constexpr char_class classify(char32_t c) noexcept {
  if (is_han(c)) return char_class::han;
  if (is_digit(c)) return char_class::digit;
  if (is_latin(c)) return char_class::latin;
  if (is_punctuation(c)) return char_class::punctuation;
  if (is_space(c)) return char_class::space;
  return char_class::other;
}

/// A run: neighbouring characters of one class, as many as there are.
struct run {
  char_class kind = char_class::other; ///< of all its characters
  hantext::span bytes;                 ///< in the text
  friend constexpr bool operator==(const run&, const run&) noexcept = default;
};

namespace detail {

/// A run of a text.
template <class Char> class run_cursor {
public:
  using char_type = Char;
  using value_type = run;

  constexpr run_cursor() noexcept = default;
  constexpr run_cursor(const Char* first, const Char* last) noexcept
      : first_(first), begin_(first), end_(first), last_(last) {
    find_end();
  }
  constexpr run_cursor end() const noexcept {
    run_cursor moved = *this;
    moved.begin_ = moved.end_ = last_;
    return moved;
  }

  constexpr run read() const noexcept {
    return {kind_, {offset(), static_cast<std::size_t>(end_ - first_)}};
  }
  /// Goes on to the next run; linear in its length.
  constexpr void forward() noexcept {
    begin_ = end_;
    find_end();
  }
  constexpr const Char* base() const noexcept { return begin_; }
  constexpr std::size_t offset() const noexcept {
    return static_cast<std::size_t>(begin_ - first_);
  }

private:
  constexpr void find_end() noexcept {
    const std::basic_string_view<Char> rest(begin_, static_cast<std::size_t>(last_ - begin_));
    const auto all = utf8::code_points(rest);
    auto at = all.begin();
    if (at == all.end()) return;
    kind_ = classify(*at);
    do {
      ++at;
    } while (at != all.end() && classify(*at) == kind_);
    end_ = at.base();
  }

  const Char* first_ = nullptr;
  const Char* begin_ = nullptr;
  const Char* end_ = nullptr;
  const Char* last_ = nullptr;
  char_class kind_ = char_class::other;
};

} // namespace detail

/// A view of a text as runs; made by `runs`. A forward range of `run`; satisfies std::ranges::view,
/// borrowed_range and common_range.
template <class Char> using basic_run_view = hantext::detail::text_view<detail::run_cursor<Char>>;

/// The text as maximal runs of one class: 2021年 is a run of digits and one of Han. Ill-formed
/// subparts are of class `other`. Together the runs are the text.
/// `Text` as in <hantext/utf8.hpp>.
template <hantext::detail::utf8_text Text = std::string_view>
constexpr auto runs(const Text& text) noexcept {
  const auto view = hantext::detail::utf8_text_of(text);
  return basic_run_view<typename decltype(view)::value_type>(view);
}

} // namespace hantext::chars
