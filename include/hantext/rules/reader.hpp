/// \file
/// Reads the characters of a rule pack: names, texts, words, numbers and symbols; keeps the list of
/// problems, and knows which known name an unknown one was probably meant to be.
#pragma once

#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/syntax.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace hantext::rules::detail {

// A constant evaluation follows every call, and the library's views of characters make two for each
// character where they are measured or compared; these make none.

/// Whether a text is a literal.
template <std::size_t Size>
constexpr bool is(std::string_view text, const char (&literal)[Size]) noexcept {
  if (text.size() != Size - 1) return false;
  const char* const bytes = text.data();
  for (std::size_t i = 0; i + 1 < Size; ++i) {
    if (bytes[i] != literal[i]) return false;
  }
  return true;
}

/// Whether two texts are the same.
constexpr bool are_same(std::string_view one, std::string_view other) noexcept {
  const std::size_t size = one.size();
  if (size != other.size()) return false;
  const char *const a = one.data(), *const b = other.data();
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

/// Finds names: a hash table from names to indexes. Names must live as long as the table.
template <class = void> class basic_name_table {
public:
  /// The index of a name, `none` for one that is not there.
  constexpr std::uint32_t find(std::string_view name) const noexcept {
    return slots_.empty() ? none : slots_[slot_of(name)].index;
  }
  /// Adds a name, or gives it another index.
  constexpr void insert(std::string_view name, std::uint32_t index) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    slot& here = slots_[slot_of(name)];
    count_ += here.index == none ? 1 : 0;
    here = {name, index};
  }

private:
  struct slot {
    std::string_view name;
    std::uint32_t index = none;
  };

  constexpr std::size_t slot_of(std::string_view name) const noexcept {
    std::uint64_t hash = 0xCBF2'9CE4'8422'2325; // FNV-1a
    const char* const bytes = name.data();
    for (std::size_t i = 0, size = name.size(); i < size; ++i)
      hash = (hash ^ static_cast<unsigned char>(bytes[i])) * 0x100'0000'01B3;
    std::size_t at = static_cast<std::size_t>(hash ^ hash >> 29) & (slots_.size() - 1);
    while (slots_[at].index != none && !are_same(slots_[at].name, name))
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  constexpr void grow() {
    const buffer<slot> old = slots_;
    slots_.assign(old.empty() ? 16 : 2 * old.size(), {});
    for (const slot& one : old) {
      if (one.index != none) slots_[slot_of(one.name)] = one;
    }
  }

  buffer<slot> slots_;
  std::size_t count_ = 0;
};
using name_table = basic_name_table<>;

/// How many characters must be written, left out, changed or swapped with their neighbour to make
/// one name of another; `most + 1` where more than `most`. Cost: the product of both lengths.
constexpr std::size_t edits_between(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
  buffer<std::size_t> row(b.size() + 1), last(b.size() + 1), before(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k)
    row[k] = k;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = last;
    last = row;
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      row[k] =
          std::min({last[k] + 1, row[k - 1] + 1, last[k - 1] + (a[i - 1] == b[k - 1] ? 0u : 1u)});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        row[k] = std::min(row[k], before[k - 2] + 1);
    }
  }
  return std::min(row[b.size()], most + 1);
}

/// Looks for the known name that is most like an unknown one.
template <class = void> class basic_name_guess {
public:
  explicit constexpr basic_name_guess(std::string_view unknown) noexcept
      : unknown_(unknown), fewest_(std::min<std::size_t>(3, (unknown.size() + 2) / 3) + 1) {}

  constexpr void offer(std::string_view known) {
    if (unknown_.empty() || known.size() > longest || unknown_.size() > longest ||
        known == unknown_)
      return;
    const std::size_t edits = edits_between(unknown_, known, fewest_ - 1);
    if (edits >= fewest_) return;
    fewest_ = edits;
    nearest_ = known;
  }
  /// Empty where no known name is like it.
  constexpr std::string_view nearest() const noexcept { return nearest_; }

private:
  static constexpr std::size_t longest = 64;
  std::string_view unknown_;
  std::string_view nearest_;
  std::size_t fewest_;
};
using name_guess = basic_name_guess<>;

inline constexpr std::string_view statement_words[] = {
    "import", "lexicon", "pattern", "record",     "rule",   "extend",
    "off",    "replace", "example", "annotation", "counter"};

/// A place in the sources, the small things that stand there, and the problems found.
template <class = void> class basic_reader {
protected:
  explicit constexpr basic_reader(syntax& out) noexcept : out_(out) {}

  struct cursor {
    std::uint32_t source = 0;
    std::size_t at = 0;
  };

  constexpr cursor here() const noexcept { return {source_, at_}; }
  constexpr void go_to(cursor to) noexcept {
    source_ = to.source;
    text_ = out_.sources[to.source].text;
    data_ = text_.data();
    size_ = text_.size();
    at_ = to.at;
  }
  constexpr place place_of(std::size_t begin, std::size_t length) const noexcept {
    return {source_, {begin, begin + length}};
  }

  /// Guesses what was meant by an unknown name; not any more where a pack has very many of them.
  constexpr name_guess guess_for(std::string_view unknown) const noexcept {
    return name_guess(out_.problems.size() < most_guesses ? unknown : std::string_view{});
  }
  static constexpr std::size_t most_guesses = 200;

  // --- problems --------------------------------------------------------------------------------

  constexpr bool fail(error_kind kind, std::size_t offset, std::size_t length,
                      std::string_view wanted = {}, std::string_view nearest = {}) {
    out_.problems.push_back({kind, true, place_of(offset, length), wanted, nearest});
    return false;
  }
  constexpr bool fail(error_kind kind, std::string_view wanted = {}) {
    skip_blank();
    return fail(kind, at_, at_ < size_ ? utf8::decode_one(text_, at_).length : 0u, wanted);
  }

  /// Goes on behind a mistake in the statement that begins at `begin`: at the next statement.
  constexpr void recover(std::size_t begin) noexcept {
    if (at_ > begin && data_[at_ - 1] == ';') return; // it was read to its end
    if (at_ > begin && data_[at_ - 1] == '\n' && begins_statement(peek_here())) return;
    while (at_ < size_) {
      const char c = data_[at_];
      if (c == '\n') {
        ++at_;
        if (begins_statement(peek_here())) return;
        continue;
      }
      if (c == '#') {
        skip_blank();
        if (at_ > 0 && data_[at_ - 1] == '\n' && begins_statement(peek_here())) return;
        continue;
      }
      if (c == '"' || c == '\'') skip_quoted(c);
      ++at_;
      if (c == ';') return;
    }
  }

  static constexpr bool begins_statement(std::string_view word) noexcept {
    return std::find(std::begin(statement_words), std::end(statement_words), word) !=
           std::end(statement_words);
  }

  // --- symbols ---------------------------------------------------------------------------------

  // Constant evaluation follows every call, so what reads each character calls nothing.
  constexpr void skip_blank() noexcept {
    const char* const text = data_;
    const std::size_t size = size_;
    std::size_t at = at_;
    while (at < size) {
      const char c = text[at];
      if (c == '#') {
        while (at < size && text[at] != '\n')
          ++at;
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        ++at;
      } else {
        break;
      }
    }
    at_ = at;
  }

  constexpr bool at_end() noexcept {
    skip_blank();
    return at_ >= size_;
  }
  constexpr bool next_is(char symbol) noexcept {
    skip_blank();
    return at_ < size_ && data_[at_] == symbol;
  }
  constexpr bool next_is_quote() noexcept { return next_is('"') || next_is('\''); }

  constexpr bool accept(char symbol) noexcept {
    if (!next_is(symbol)) return false;
    ++at_;
    return true;
  }
  /// Symbols of several characters, without blanks between them.
  template <std::size_t Size> constexpr bool accept(const char (&symbols)[Size]) noexcept {
    skip_blank();
    if (!follows(symbols)) return false;
    at_ += Size - 1;
    return true;
  }
  template <std::size_t Size> constexpr bool expect(const char (&symbols)[Size]) {
    return accept(symbols) || fail(error_kind::expected_symbol, symbols);
  }
  /// Whether these symbols stand exactly here.
  template <std::size_t Size> constexpr bool follows(const char (&symbols)[Size]) const noexcept {
    return size_ - at_ >= Size - 1 && is({data_ + at_, Size - 1}, symbols);
  }

  // --- names -----------------------------------------------------------------------------------

  /// A name that begins exactly here; empty when there is none.
  constexpr std::string_view peek_here() const noexcept {
    const char* const text = data_;
    const std::size_t size = size_;
    std::size_t end = at_;
    for (; end < size; ++end) {
      const char c = text[end];
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (c >= 'A' && c <= 'Z'))
        continue;
      break;
    }
    return {text + at_, end - at_};
  }
  constexpr std::string_view peek_name() noexcept {
    skip_blank();
    return peek_here();
  }

  template <std::size_t Size> constexpr bool accept_word(const char (&word)[Size]) noexcept {
    if (!next_is(word[0]) || !is(peek_here(), word)) return false;
    at_ += Size - 1;
    return true;
  }

  constexpr bool read_name(std::string_view& name, place* where = nullptr) {
    name = peek_name();
    if (where != nullptr) *where = place_of(at_, name.size());
    if (name.empty()) return fail(error_kind::expected_name);
    at_ += name.size();
    return true;
  }

  /// The name of a rule, whose parts are joined by dots.
  constexpr bool read_rule_name(std::string_view& name, place& where) {
    skip_blank();
    const std::size_t begin = at_;
    do {
      if (!read_name(name)) return false;
    } while (at_ < size_ && data_[at_] == '.' && ++at_ > 0);
    name = {data_ + begin, at_ - begin};
    where = place_of(begin, name.size());
    return true;
  }

  /// An attribute's name behind a dot; empty when there is no dot.
  constexpr bool read_attribute_name(std::string_view& attribute) {
    attribute = {};
    if (at_ >= size_ || data_[at_] != '.') return true;
    ++at_;
    return read_name(attribute);
  }

  // --- texts -----------------------------------------------------------------------------------

  /// From an opening quotation mark to the closing one, or to the end of the line.
  constexpr void skip_quoted(char mark) noexcept {
    std::size_t end = at_ + 1;
    while (end < size_ && data_[end] != mark && data_[end] != '\n')
      ++end;
    if (end < size_ && data_[end] == mark) at_ = end;
  }

  /// The text between quotation marks, "…" or '…'; the opening one has been seen but not read.
  constexpr bool read_quoted(std::string_view& quoted) {
    const char* const text = data_;
    const std::size_t size = size_, begin = at_ + 1;
    const char mark = text[at_];
    std::size_t end = begin;
    while (end < size && text[end] != mark && text[end] != '\n')
      ++end;
    if (end == size || text[end] != mark)
      return fail(error_kind::unterminated_text, at_, end - at_);
    quoted = {text + begin, end - begin};
    at_ = end + 1;
    return true;
  }

  /// A word of a lexicon or the value of an attribute: quoted, or up to a blank or a symbol.
  constexpr bool read_word(std::string_view& word) {
    if (next_is_quote()) return read_quoted(word);
    constexpr std::string_view ends = " \t\r\n;(),=\"'#";
    const char* const text = data_;
    std::size_t end = at_;
    for (; end < size_; ++end) {
      const char c = text[end];
      if (c >= '0' && c != ';' && c != '=') continue; // most
      if (ends.find(c) != std::string_view::npos) break;
    }
    word = {text + at_, end - at_};
    at_ = end;
    return !word.empty() || fail(error_kind::expected_value);
  }

  constexpr bool read_number(std::uint32_t& number) {
    skip_blank();
    const std::size_t begin = at_;
    number = 0;
    while (at_ < size_ && data_[at_] >= '0' && data_[at_] <= '9' && number < 100'000)
      number = number * 10 + static_cast<std::uint32_t>(data_[at_++] - '0');
    return at_ > begin || fail(error_kind::expected_number);
  }

  syntax& out_;
  std::string_view text_;      // of the current source
  const char* data_ = nullptr; // the same: constant evaluation follows every call
  std::size_t size_ = 0;
  std::size_t at_ = 0;

private:
  std::uint32_t source_ = 0;
};
using reader = basic_reader<>;

} // namespace hantext::rules::detail
