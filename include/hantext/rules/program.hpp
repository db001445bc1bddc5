/// \file
/// The compiled form of a rule pack: word lists, instructions, and what each rule sets.
///
/// A `program` is what `rules::compile` gives and `rules::engine` runs. It is immutable and may be
/// shared between threads.
///
/// There is one format, flat: every element is of a trivially copyable type, all elements of one
/// type stand in one pool, and what belongs to another element is a stretch of a pool. The parser
/// writes into vectors; the engine reads through spans, which are those of the vectors or of
/// static arrays that the compiler filled.
#pragma once

#include <hantext/lexicon.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hantext::rules {

namespace detail {

/// What annotates the text. Ids below `first_named` are built in; word lists, record types and what
/// the caller annotates get the following ones in the order of their definition.
enum : std::uint32_t {
  number_type,
  percent_type,
  quoted_type,
  title_type,
  heading_type,
  first_named
};

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

/// The elements [begin, end) of the pool of `T`.
template <class T> struct list {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }
  friend constexpr bool operator==(list, list) noexcept = default;
};
using letters = list<char>;

/// A word of a set of bits that is not zero; some of them are a set of rows.
struct row_word {
  std::uint32_t index = 0;
  std::uint64_t bits = 0;
  friend constexpr bool operator==(const row_word&, const row_word&) noexcept = default;
};
using row_list = list<row_word>;

/// A condition on places, made from rows: it holds where one of its parts does, or where none does
/// if it is negated, and all of `also` hold.
struct mask {
  row_list here;                   ///< rows that hold of the place itself
  row_list before;                 ///< rows that hold of the place before it
  list<list<std::uint32_t>> texts; ///< rows of characters that follow each other
  list<std::uint32_t> blocks;      ///< indexes of blocks
  list<std::uint32_t> any;         ///< indexes of masks that are parts, too
  list<std::uint32_t> also;        ///< indexes of masks
  bool texts_before = false;       ///< the texts and blocks end here; else they begin here
  bool negated = false;
  friend constexpr bool operator==(const mask&, const mask&) noexcept = default;
};

enum class operation : std::uint8_t {
  step,   ///< consume `most` characters from where `argument` holds on
  run,    ///< consume from `least` to `most` such characters, as many or as few as possible
  jump,   ///< consume an annotation of type `argument`
  fork,   ///< try `next`, then `other`
  go,     ///< go on at `next` if the need `argument` (if any) is met in the window, or is not
  exit,   ///< end the alternative `argument`, which is passed over where its need is not met
  save,   ///< note the place in slot `argument`
  look,   ///< go on only where `argument` holds
  accept, ///< the rule has matched
};

/// Marks an argument that is the index of a mask; else it is a row.
constexpr std::uint32_t is_mask = 0x8000'0000;

/// Instructions lead forwards only.
struct instruction {
  operation op = operation::accept;
  bool reluctant = false; ///< of `run`; of `go`: the need must not be met
  std::uint8_t least = 0;
  std::uint8_t most = 0;
  std::uint32_t argument = 0; ///< of `go`: the index of a `row_list`; of `exit`: an `alternative`
  std::uint32_t next = 0;
  std::uint32_t other = 0;
  /// Where this one fails, everything between it and the instruction `skip_to` fails, too.
  std::uint32_t skip_to = none;
  /// Of the last fork of a repetition: its first one. Where what is repeated fails the last time,
  /// it always does.
  std::uint32_t first_fork = none;
  friend constexpr bool operator==(const instruction&, const instruction&) noexcept = default;
};

/// One of several neighbours of a choice, each of which can match only where one of certain rows is
/// present. It begins with a fork unless it is the last of the choice.
struct alternative {
  std::uint32_t begin = 0; ///< its first instruction
  std::uint32_t exit = 0;  ///< its last one; the next neighbour begins behind it
  std::uint32_t first = 0; ///< index of the first neighbour; at most 63 smaller than its own
  std::uint32_t last = 0;  ///< index of the last neighbour
  bool closes = false;     ///< it is the last of the choice
  row_list needed;         ///< of which one must be present
  friend constexpr bool operator==(const alternative&, const alternative&) noexcept = default;
};
constexpr std::uint32_t most_neighbours = 64;

struct attribute {
  letters name;
  letters value;
  friend constexpr bool operator==(const attribute&, const attribute&) noexcept = default;
};

/// What a word is in one of the word lists.
struct word_entry {
  std::uint32_t type = 0;
  list<attribute> attributes;
  friend constexpr bool operator==(const word_entry&, const word_entry&) noexcept = default;
};

/// A word of the word lists, in the order of their bytes.
struct word {
  letters text;
  list<word_entry> entries;
  friend constexpr bool operator==(const word&, const word&) noexcept = default;
};

enum class value_kind : std::uint8_t { constant, capture, nearest };
enum class direction : std::uint8_t { either, before, after };
enum class scope : std::uint8_t { clause, sentence, paragraph, heading, page };

/// One part of a value: the parts of one alternative are joined, and of the alternatives the first
/// that is there counts.
struct value_source {
  value_kind kind = value_kind::constant;
  detail::direction direction = direction::either;
  detail::scope scope = scope::sentence;
  bool joined = false;      ///< the next part's value follows this one's directly
  std::uint32_t target = 0; ///< capture index, or annotation type
  std::uint32_t within = 0; ///< of `nearest`: characters between; 0: as many as there are
  letters text;             ///< the constant, or the attribute's name (empty: the text itself)
  friend constexpr bool operator==(const value_source&, const value_source&) noexcept = default;
};

struct assignment {
  letters field;
  list<value_source> alternatives;
  friend constexpr bool operator==(const assignment&, const assignment&) noexcept = default;
};

/// The code of a pattern that is part of a look or of a guard.
struct block {
  std::uint32_t begin = 0; ///< its instructions are [begin, end)
  std::uint32_t end = 0;
  row_list needed; ///< one row must be present for it to match; none: it always may
  friend constexpr bool operator==(const block&, const block&) noexcept = default;
};

enum class comparison : std::uint8_t {
  exists,
  equal,   ///< as numbers where both are numbers, else as texts
  unequal, ///< likewise
  less,    ///< as numbers; what is no number is neither less nor more
  at_most,
  more,
  at_least,
  of_type, ///< a capture is an annotation of a type
};

/// One alternative of what a rule asks of values.
struct test {
  comparison compare = comparison::exists;
  bool negated = false;
  std::uint32_t type = 0;      ///< of `of_type`
  list<value_source> operands; ///< what is tested, then those of which one must compare
  friend constexpr bool operator==(const test&, const test&) noexcept = default;
};

enum class guard_kind : std::uint8_t {
  absent,  ///< no match of `block` lies between the two slots
  length,  ///< at most `most` characters do
  clause,  ///< no comma, semicolon or colon does
  heading, ///< they lie in a heading
  test,    ///< one of the tests holds
};

/// What must hold of a match for its rule to take it. Slots 2 n and 2 n + 1 are the begin and end
/// of capture n, of which 0 is the whole match.
struct guard {
  guard_kind kind = guard_kind::absent;
  std::uint32_t from = 0;
  std::uint32_t to = 1;
  std::uint32_t block = none;
  std::uint32_t most = 0; ///< characters; `none`: as many as there are
  list<test> tests;
  friend constexpr bool operator==(const guard&, const guard&) noexcept = default;
};

struct rule {
  letters name;
  letters pack;             ///< the name of the source that it stands in
  std::uint32_t type = 0;   ///< annotation type of the record
  bool blocks = false;      ///< takes its place from other rules and emits nothing
  std::uint32_t anchor = 0; ///< capture whose span is the record's; 0 is the whole match
  std::uint32_t each = 0;   ///< capture of whose occurrences each gives a record; 0: one record
  std::uint32_t priority = 0;
  std::uint32_t begin = 0; ///< its instructions are [begin, end)
  std::uint32_t end = 0;
  bool begins_rarely = false; ///< what it begins with is rarer than what it ends with
  list<row_list> needed;      ///< of each set one row must be present for the rule to match
  list<letters> captures;
  list<guard> guards;
  list<assignment> assignments;
  friend constexpr bool operator==(const rule&, const rule&) noexcept = default;
};

enum class type_kind : std::uint8_t {
  words,
  record,
  given, ///< the caller marks them
};

/// Which of the records of a type stay where their places overlap. What is still equal is decided
/// by what stands further left, is longer, has the higher priority, and stands first in the files.
enum class keep : std::uint8_t {
  leftmost,  ///< the leftmost, then the longest
  longest,   ///< the longest, then the leftmost
  priority,  ///< that of the highest priority
  outermost, ///< all that do not lie within another one
  distinct,  ///< all, but one of those with the same place
};

/// A word list, a record type, or a type of the caller's annotations.
struct named_type {
  letters name;
  type_kind kind = type_kind::words;
  detail::keep keep = keep::leftmost;
  constexpr bool is_record() const noexcept { return kind == type_kind::record; }
  friend constexpr bool operator==(const named_type&, const named_type&) noexcept = default;
};

/// What rules ask about the annotations of a type.
struct type_use {
  bool begins = false; ///< where they begin
  bool ends = false;   ///< where they end
  bool listed = false; ///< what they are
  bool asked = false;  ///< of records: some rule asks for a field of that name
  friend constexpr bool operator==(const type_use&, const type_use&) noexcept = default;
};

/// What a program has once.
struct heading {
  std::uint32_t row_count = 0;
  std::uint32_t longest_code = 0;   ///< of a rule
  list<std::uint32_t> pages;        ///< of the alphabet: where a page begins in `page_rows`
  list<std::uint32_t> page_rows;    ///< the rows of characters, 0 for none
  list<std::uint32_t> by_type;      ///< indexes of rules, ordered by type
  list<std::uint32_t> type_begin;   ///< by index of the type: its rules' begin in `by_type`
  list<list<std::uint32_t>> wakes;  ///< by row: the places in `by_type` that it wakes
  list<std::uint32_t> always_awake; ///< the places of rules that no row wakes
  friend constexpr bool operator==(const heading&, const heading&) noexcept = default;
};
constexpr std::uint32_t page_size = 64; // characters

template <class T, template <class> class Pool> struct pool { Pool<T> elements; };

/// One pool for each type of element.
template <template <class> class Pool, class... Elements> struct pools : pool<Elements, Pool>... {
  detail::heading heading;

  template <class T> constexpr const Pool<T>& all() const noexcept {
    return static_cast<const pool<T, Pool>&>(*this).elements;
  }
  template <class T> constexpr Pool<T>& all() noexcept {
    return static_cast<pool<T, Pool>&>(*this).elements;
  }
  /// Calls `visit` with every pool, in the order of the types.
  template <class F> constexpr void for_each_pool(F&& visit) const {
    (visit(all<Elements>()), ...);
  }
  template <class F> constexpr void for_each_pool(F&& visit) { (visit(all<Elements>()), ...); }

  template <class T> constexpr std::span<const T> of(list<T> some) const noexcept {
    return std::span<const T>(all<T>().data() + some.begin, some.size());
  }
  constexpr std::string_view text(letters some) const noexcept {
    return std::string_view(all<char>().data() + some.begin, some.size());
  }

  constexpr const Pool<named_type>& types() const noexcept { return all<named_type>(); }
  constexpr const Pool<type_use>& uses() const noexcept { return all<type_use>(); }
  constexpr const Pool<rule>& rules() const noexcept { return all<rule>(); }
  constexpr const Pool<instruction>& code() const noexcept { return all<instruction>(); }
  constexpr const Pool<alternative>& alternatives() const noexcept { return all<alternative>(); }
  constexpr const Pool<mask>& masks() const noexcept { return all<mask>(); }
  constexpr const Pool<word>& words() const noexcept { return all<word>(); }

  /// The row of a character, 0 for none.
  constexpr std::uint32_t row_of(char32_t c) const noexcept {
    const std::uint32_t page = static_cast<std::uint32_t>(c) / page_size;
    const std::uint32_t* const numbers = all<std::uint32_t>().data();
    if (page >= heading.pages.size()) return 0;
    return numbers[heading.page_rows.begin + numbers[heading.pages.begin + page] +
                   static_cast<std::uint32_t>(c) % page_size];
  }
  /// Whether one of the rows is present in a set of rows.
  constexpr bool meets(row_list rows, const std::uint64_t* present) const noexcept {
    for (const row_word& one : of(rows)) {
      if ((one.bits & present[one.index]) != 0) return true;
    }
    return false;
  }
};

/// Adds and removes nothing but names the types of all elements, once.
template <template <class> class Pool>
using program_pools =
    pools<Pool, char, std::uint32_t, list<std::uint32_t>, row_word, row_list, mask, instruction,
          alternative, attribute, word_entry, word, value_source, assignment, letters, rule,
          named_type, type_use, block, test, guard>;

template <class T> using span_of = std::span<const T>;

/// A program that is being written.
struct program_data : program_pools<buffer> {
  /// Appends elements to their pool.
  template <class T> constexpr list<T> add(const buffer<T>& some) {
    buffer<T>& to = all<T>();
    const auto begin = static_cast<std::uint32_t>(to.size());
    to.append(some.begin(), some.end());
    return {begin, static_cast<std::uint32_t>(to.size())};
  }
  constexpr letters add(std::string_view some) {
    buffer<char>& to = all<char>();
    const auto begin = static_cast<std::uint32_t>(to.size());
    to.append(some.data(), some.data() + some.size());
    return {begin, static_cast<std::uint32_t>(to.size())};
  }
};

/// A program as the engine reads it.
struct program_view : program_pools<span_of> {
  const lexicon* matcher = nullptr; ///< of the words, in their order
};

template <class = void> constexpr program_view view_of(const program_data& data) noexcept {
  program_view view;
  view.heading = data.heading;
  data.for_each_pool([&]<class T>(const buffer<T>& from) {
    view.all<T>() = std::span<const T>(from.data(), from.size());
  });
  return view;
}

} // namespace detail

/// A compiled rule pack. Made by `rules::compile`; use it through `rules::engine`.
class program {
public:
  program() = default;

  /// The names of its rules, in file order.
  template <class = void> std::vector<std::string_view> rule_names() const {
    std::vector<std::string_view> names;
    const detail::program_view from = view();
    for (const detail::rule& rule : from.rules())
      names.push_back(from.text(rule.name));
    return names;
  }

  /// The pack of a rule: the name of the source that it stands in. Empty for a pack without a name,
  /// and for no such rule. Linear in the rules.
  template <class = void> std::string_view pack_of(std::string_view rule) const {
    const detail::program_view from = view();
    for (const detail::rule& one : from.rules()) {
      if (from.text(one.name) == rule) return from.text(one.pack);
    }
    return {};
  }

  // What follows is the engine's; it may change between versions.
  /// \cond
  /// Takes what the parser wrote. Errors: those of `lexicon::build`.
  template <class = void> static result<program> make(detail::program_data data) {
    program made;
    made.own_ = std::move(data);
    return made.build_matcher() ? result<program>(std::move(made))
                                : error{error_kind::too_many_words, 0, 0};
  }
  /// Takes a program that stands in static arrays; builds the matcher of its words.
  template <class = void> static program make(const detail::program_view& fixed) {
    program made;
    made.fixed_ = &fixed;
    made.build_matcher();
    return made;
  }
  template <class = void> detail::program_view view() const noexcept {
    detail::program_view view = fixed_ != nullptr ? *fixed_ : detail::view_of(own_);
    view.matcher = &matcher_;
    return view;
  }

private:
  template <class = void> bool build_matcher() {
    const detail::program_view from = view();
    std::vector<std::string_view> words;
    words.reserve(from.words().size());
    for (const detail::word& one : from.words())
      words.push_back(from.text(one.text));
    result<lexicon> built = lexicon::build(words);
    if (built) matcher_ = std::move(*built);
    return built.has_value();
  }

  detail::program_data own_;                    // of a program compiled at run time
  const detail::program_view* fixed_ = nullptr; // of one that the compiler compiled
  lexicon matcher_;
  /// \endcond
};

} // namespace hantext::rules
