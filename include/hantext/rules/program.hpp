/// \file
/// The compiled form of a rule pack: word lists, instructions, and what each rule sets.
///
/// A `program` is what `rules::compile` gives and `rules::engine` runs. It is immutable and may be
/// shared between threads.
#pragma once

#include <hantext/lexicon.hpp>
#include <hantext/result.hpp>

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

enum class operation : std::uint8_t {
  character, ///< consume the character `argument`
  among,     ///< consume one character of the set `argument`
  one_of,    ///< consume a character whose class is in the mask `argument`
  jump,      ///< consume an annotation of type `argument`
  split,     ///< try `next`, then `other`
  save,      ///< note the position in slot `argument`
  look,      ///< go on only when the condition `argument` holds
  accept,
};

struct instruction {
  operation op = operation::accept;
  std::uint32_t argument = 0;
  std::uint32_t next = 0;
  std::uint32_t other = 0;
};

/// A condition on what stands before or behind a place: it holds where one of its parts does.
struct look {
  bool behind = false;
  bool negated = false;
  bool sentence_edge = false;
  bool paragraph_edge = false;
  std::uint32_t classes = 0;
  std::u32string characters; ///< texts of one character
  std::vector<std::u32string> texts;
  std::vector<std::uint32_t> types;
  std::uint64_t type_mask = 0; ///< of `types`, modulo 64: most places are decided by it
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

/// What every match needs: annotation types and characters, both as sets modulo 64.
struct necessities {
  std::uint64_t types = 0;
  std::uint64_t characters = 0;

  constexpr bool within(necessities present) const noexcept {
    return (types & ~present.types) == 0 && (characters & ~present.characters) == 0;
  }
};

constexpr std::uint64_t bit_of(std::uint32_t id) noexcept { return std::uint64_t{1} << (id % 64); }

struct rule {
  std::string name;
  std::uint32_t type = 0;   ///< annotation type of the record
  bool blocks = false;      ///< takes its place from other rules and emits nothing
  std::uint32_t anchor = 0; ///< capture whose span is the record's; 0 is the whole match
  std::uint32_t begin = 0;  ///< its instructions are [begin, end)
  std::uint32_t end = 0;
  std::uint32_t first_classes = 0;     ///< classes of characters that a match can begin with
  std::uint64_t first_characters = 0;  ///< characters it can begin with, modulo 64
  std::uint64_t first_annotations = 0; ///< annotation types it can begin with, modulo 64
  necessities needed;                  ///< what a sentence must hold for the rule to be tried
  std::vector<std::string> captures;
  std::vector<assignment> assignments;
};

struct named_type {
  std::string name;
  bool is_record = false;
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
  lexicon words;
  std::vector<std::vector<detail::word_entry>> entries; // by word index
  std::vector<std::u32string> sets;                     // of characters
  std::vector<detail::look> looks;
  std::vector<detail::instruction> code;
  std::vector<detail::rule> rules;
  std::vector<std::string> fields;
  /// \endcond
};

} // namespace hantext::rules
