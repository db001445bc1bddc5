/// \file
/// The compiled form of a rule pack: word lists, instructions, and what each rule sets.
///
/// A `program` is what `rules::compile` gives and `rules::engine` runs. It is immutable and may be
/// shared between threads.
#pragma once

#include <hantext/lexicon.hpp>
#include <hantext/result.hpp>

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::rules {

namespace detail {

/// What annotates the text. Ids below `first_named` are built in; word lists and record types get
/// the following ones in the order of their definition.
enum : std::uint32_t { number_type, percent_type, quoted_type, title_type, first_named };

constexpr std::uint32_t none = 0xFFFFFFFF; // no type, capture, place or annotation

/// The engine knows the text as rows of bits, one bit for each place: where a character of some
/// class stands, where a sentence begins, where an annotation of some type begins or ends, where a
/// certain character stands. Rows come in this order; the first ones are named by
/// `chars::char_class`.
enum : std::uint32_t {
  sentence_begin_row = 6,
  sentence_end_row,
  paragraph_begin_row,
  paragraph_end_row,
  inside_row, ///< all places of sentences, their ends too
  first_type_row
};
constexpr std::uint32_t begin_row(std::uint32_t type) noexcept { return first_type_row + 2 * type; }
constexpr std::uint32_t end_row(std::uint32_t type) noexcept {
  return first_type_row + 2 * type + 1;
}

/// Some rows, as the words of a set of bits that are not zero.
struct row_set {
  struct word {
    std::uint32_t index;
    std::uint64_t bits;
    friend auto operator<=>(const word&, const word&) = default;
  };
  std::vector<word> words;

  bool empty() const noexcept { return words.empty(); }
  /// Rows are inserted in any order.
  void insert(std::uint32_t row) {
    std::size_t i = 0;
    while (i < words.size() && words[i].index < row / 64)
      ++i;
    if (i == words.size() || words[i].index != row / 64) {
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(i), word{row / 64, 0});
    }
    words[i].bits |= std::uint64_t{1} << (row % 64);
  }
  template <class F> void for_each(F&& found) const {
    for (const word& one : words) {
      for (std::uint64_t left = one.bits; left != 0; left &= left - 1)
        found(one.index * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
    }
  }
  bool meets(const std::uint64_t* present) const noexcept {
    for (const word& one : words) {
      if ((one.bits & present[one.index]) != 0) return true;
    }
    return false;
  }
  friend auto operator<=>(const row_set&, const row_set&) = default;
};

/// A condition on places, made from rows: it holds where one of its parts does, or where none does
/// if it is negated, and all of `also` hold.
struct mask {
  row_set here;                                  ///< rows that hold of the place itself
  row_set before;                                ///< rows that hold of the place before it
  std::vector<std::vector<std::uint32_t>> texts; ///< rows of characters that follow each other
  bool texts_before = false;                     ///< the texts end here; else they begin here
  bool negated = false;
  std::vector<std::uint32_t> also; ///< indexes of masks
  friend auto operator<=>(const mask&, const mask&) = default;
};

enum class operation : std::uint8_t {
  step,   ///< consume a character where `argument` holds
  run,    ///< consume from `least` to `most` such characters, as many or as few as possible
  jump,   ///< consume an annotation of type `argument`
  fork,   ///< try `next`, then `other`
  go,     ///< go on at `next` if the need `argument` (if any) is met in the window, or is not
  save,   ///< note the place in slot `argument`
  look,   ///< go on only where `argument` holds
  accept, ///< the rule has matched
};

/// Marks an argument that is the index of a mask; else it is a row.
constexpr std::uint32_t is_mask = 0x8000'0000;

/// Instructions lead forwards only, and most to the one behind them.
struct instruction {
  operation op = operation::accept;
  bool reluctant = false; ///< of `run`; of `go`: the need must not be met
  std::uint8_t least = 0;
  std::uint8_t most = 0;
  std::uint32_t argument = 0;
  std::uint32_t next = 0;
  std::uint32_t other = 0;
  /// Where this one fails, everything between it and the instruction `skip_to` fails, too.
  std::uint32_t skip_to = none;
  /// Of the last fork of a repetition: its first one. Where what is repeated fails the last time,
  /// it always does.
  std::uint32_t first_fork = none;
};

struct attribute {
  std::string name;
  std::string value;
};

/// A word of a word list with its attributes.
struct word_entry {
  std::uint32_t type = 0;
  std::vector<attribute> attributes;
};

enum class value_kind : std::uint8_t { constant, capture, nearest };
enum class direction : std::uint8_t { either, before, after };
enum class scope : std::uint8_t { clause, sentence, paragraph };

/// One alternative of the value that a rule sets.
struct value_source {
  value_kind kind = value_kind::constant;
  std::uint32_t target = 0; ///< capture index, or annotation type
  std::string text;         ///< the constant, or the attribute's name (empty: the text itself)
  detail::direction direction = direction::either;
  detail::scope scope = scope::sentence;
};

struct assignment {
  std::uint32_t field = 0;
  std::vector<value_source> alternatives;
};

struct rule {
  std::string name;
  std::uint32_t type = 0;   ///< annotation type of the record
  bool blocks = false;      ///< takes its place from other rules and emits nothing
  std::uint32_t anchor = 0; ///< capture whose span is the record's; 0 is the whole match
  std::uint32_t begin = 0;  ///< its instructions are [begin, end)
  std::uint32_t end = 0;
  std::vector<row_set> needed; ///< of each set one row must be present for the rule to match
  std::vector<std::string> captures;
  std::vector<assignment> assignments;
};

struct named_type {
  std::string name;
  bool is_record = false;
};

/// What rules ask about the annotations of a type.
struct type_use {
  bool begins = false; ///< where they begin
  bool ends = false;   ///< where they end
  bool listed = false; ///< what they are
};

/// Numbers the characters that rules speak of.
class alphabet {
public:
  /// The row of a character; the same for the same character.
  std::uint32_t insert(char32_t c, std::uint32_t next_row) {
    if (pages_.size() <= c / page_size) pages_.resize(c / page_size + 1, 0);
    std::uint32_t& page = pages_[c / page_size];
    if (page == 0) {
      page = static_cast<std::uint32_t>(rows_.size());
      rows_.resize(rows_.size() + page_size, 0);
    }
    std::uint32_t& row = rows_[page + c % page_size];
    if (row == 0) row = next_row;
    return row;
  }
  /// The row of a character, 0 for none.
  std::uint32_t find(char32_t c) const noexcept {
    const std::size_t page = c / page_size;
    return page < pages_.size() ? rows_[pages_[page] + c % page_size] : 0;
  }

private:
  static constexpr std::size_t page_size = 64;
  std::vector<std::uint32_t> pages_; // where the page begins in `rows_`; 0 is the empty page
  std::vector<std::uint32_t> rows_ = std::vector<std::uint32_t>(page_size, 0);
};

} // namespace detail

/// A compiled rule pack. Made by `rules::compile`; use it through `rules::engine`.
class program {
public:
  /// The names of its rules, in file order.
  std::vector<std::string_view> rule_names() const {
    std::vector<std::string_view> names;
    for (const detail::rule& rule : rules)
      names.push_back(rule.name);
    return names;
  }

  // What follows is the engine's; it may change between versions.
  /// \cond
  std::vector<detail::named_type> types; // index + detail::first_named is the type's id
  std::vector<detail::type_use> uses;    // by id of type
  lexicon words;
  std::vector<std::vector<detail::word_entry>> entries; // by word index
  detail::alphabet characters;
  std::uint32_t row_count = 0;
  std::vector<detail::mask> masks;
  std::vector<detail::row_set> needs; // of parts of rules: one row must be present in the window
  std::vector<detail::instruction> code;
  std::size_t longest_code = 0; // of a rule
  std::vector<detail::rule> rules;
  std::vector<std::uint32_t> by_type;    // indexes of rules, ordered by type
  std::vector<std::uint32_t> type_begin; // by index of the type: its rules' begin in `by_type`
  std::vector<std::vector<std::uint32_t>> wakes; // by row: the places in `by_type` that it wakes
  std::vector<std::uint32_t> always_awake;       // the places of rules that no row wakes
  std::vector<std::string> fields;
  /// \endcond
};

} // namespace hantext::rules
