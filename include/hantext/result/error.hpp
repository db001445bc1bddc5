/// \file
/// What went wrong, and where: kinds of errors with their messages, and spans of bytes.
///
/// For headers that report errors but need no `result`; <hantext/result.hpp> has both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext {

/// A half-open range of byte offsets, `[begin, end)`.
struct span {
  std::size_t begin = 0; ///< the first byte
  std::size_t end = 0;   ///< after the last

  /// Length in bytes.
  constexpr std::size_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }
  /// Whether `inner` lies wholly inside this span.
  constexpr bool contains(span inner) const noexcept {
    return begin <= inner.begin && inner.end <= end;
  }
  /// Whether the two spans share at least one byte.
  constexpr bool overlaps(span other) const noexcept {
    return begin < other.end && other.begin < end;
  }
  /// The bytes of `text` that this span covers; `text` must be the text that the span belongs to.
  constexpr std::string_view in(std::string_view text) const noexcept {
    return std::string_view(text.data() + begin, size());
  }
  friend constexpr bool operator==(span, span) noexcept = default;
};

/// What kind of thing went wrong. The groups follow the headers that report them.
enum class error_kind : std::uint8_t {
  none,
  // utf8.hpp (names follow Unicode 3.9, table 3-7)
  unexpected_continuation,
  overlong,
  surrogate,
  too_large,
  truncated,
  invalid_byte,
  // decimal.hpp, numeral.hpp
  empty_input,
  not_a_number,
  repeated_multiplier,
  multiplier_out_of_order,
  misplaced_zero,
  missing_digits,
  trailing_text,
  overflow,
  not_an_integer,
  inexact,
  not_writable,
  not_normal,
  ambiguous,
  missing_measure,
  // lexicon.hpp
  empty_word,
  too_many_words,
  // rules.hpp
  expected_statement,
  expected_name,
  expected_symbol,
  expected_pattern,
  expected_value,
  unterminated_text,
  unknown_name,
  duplicate_name,
  bad_repeat,
  matches_nothing,
  pattern_too_large,
  expected_number,
  runs_later,
  unknown_source,
  unused_name,
  never_matches,
  shadowed,
  conflicting_word,
  failed_example,
  damaged_program,
  // dedup.hpp
  bad_option,
  damaged_index,
};

/// An error: its kind and the bytes of the input that it is about.
struct error {
  error_kind kind = error_kind::none; ///< what went wrong
  std::size_t offset = 0;             ///< byte offset in the input where the error was found
  std::size_t length = 0;             ///< how many bytes are affected; 0 at the end of the input

  /// One English sentence for a person: what is wrong and what to do about it.
  constexpr std::string_view message() const noexcept {
    switch (kind) {
    case error_kind::none:
      return "no error";
    case error_kind::unexpected_continuation:
      return "a UTF-8 continuation byte stands without its lead byte; save the file as UTF-8";
    case error_kind::overlong:
      return "a UTF-8 character is written with more bytes than it needs; save the file as UTF-8";
    case error_kind::surrogate:
      return "a UTF-16 surrogate is encoded as UTF-8; convert the file from UTF-16 once more";
    case error_kind::too_large:
      return "a UTF-8 sequence lies beyond U+10FFFF; save the file as UTF-8";
    case error_kind::truncated:
      return "a UTF-8 character breaks off before its last byte; the file may have been cut";
    case error_kind::invalid_byte:
      return "a byte that UTF-8 never uses; the file may be GB18030, Big5 or binary";
    case error_kind::empty_input:
      return "there is nothing to read; give at least one digit or numeral";
    case error_kind::not_a_number:
      return "this is not a number; use digits, Chinese numerals or both";
    case error_kind::repeated_multiplier:
      return "a multiplier follows another of the same size; put a digit between them";
    case error_kind::multiplier_out_of_order:
      return "a multiplier is larger than the one before it allows; check 十, 百, 千, 万, 亿";
    case error_kind::misplaced_zero:
      return "零 stands where no zero can be read; write one 零 for a gap";
    case error_kind::missing_digits:
      return "digits are missing here; write them out";
    case error_kind::trailing_text:
      return "the number ends before the text does; remove what follows or scan the text instead";
    case error_kind::overflow:
      return "the number does not fit the type asked for; ask for a wider one";
    case error_kind::not_an_integer:
      return "the number has a fraction; ask for decimal instead of an integer type";
    case error_kind::inexact:
      return "digits would be lost; keep more places or name a way of rounding";
    case error_kind::not_writable:
      return "this number cannot be written exactly in that style; round it first";
    case error_kind::not_normal:
      return "the number can be read but is not in its normal form; write it out or read it in "
             "normal mode";
    case error_kind::ambiguous:
      return "this can be read in more than one way; write the missing 零 or multiplier";
    case error_kind::missing_measure:
      return "半 counts only beside a measure word; write one such as 年 or 个";
    case error_kind::empty_word:
      return "a word of the list is empty; remove it";
    case error_kind::too_many_words:
      return "the word list is too large; split it";
    case error_kind::expected_statement:
      return "expected a statement: import, lexicon, pattern, record, rule, annotation, extend, "
             "replace, off, example or counter-example";
    case error_kind::expected_name:
      return "expected a name made of letters, digits, '_' or '.'";
    case error_kind::expected_symbol:
      return "something is missing before this point; compare the statement with the grammar";
    case error_kind::expected_pattern:
      return "expected a part of a pattern: \"text\", <lexicon>, [class], @annotation or (group)";
    case error_kind::expected_value:
      return "expected a value: \"text\", a capture, or 'nearest' and an annotation";
    case error_kind::unterminated_text:
      return "a quoted text is not closed on its line; add the closing quotation mark";
    case error_kind::unknown_name:
      return "this name is not defined above; check its spelling or define it first";
    case error_kind::duplicate_name:
      return "this name is already defined; choose another";
    case error_kind::bad_repeat:
      return "a repetition needs bounds {least,most} with least <= most and most from 1 to 255";
    case error_kind::matches_nothing:
      return "this can match the empty text; make at least one part of it necessary";
    case error_kind::pattern_too_large:
      return "the rules expand to too many states; lower the bounds of nested repetitions";
    case error_kind::expected_number:
      return "expected a number in digits";
    case error_kind::runs_later:
      return "records of this type are made at the same time or later; a rule sees only those of "
             "types whose first rule stands above the first rule of its own type";
    case error_kind::unknown_source:
      return "there is no pack or file of this name; check its spelling and where it is looked for";
    case error_kind::unused_name:
      return "nothing uses this; remove it or use it";
    case error_kind::never_matches:
      return "this can never match; what it needs is never there";
    case error_kind::shadowed:
      return "this never wins: another rule or alternative before it matches the same";
    case error_kind::conflicting_word:
      return "the lexicon lists this word with different attributes; keep one of them";
    case error_kind::failed_example:
      return "the example does not hold";
    case error_kind::damaged_program:
      return "this is no compiled rule pack of this version; compile the pack again";
    case error_kind::bad_option:
      return "an option lies outside its range; see the header for what it takes";
    case error_kind::damaged_index:
      return "this is not an index, or it is damaged; build it again";
    }
    return "unknown error";
  }
};

} // namespace hantext
