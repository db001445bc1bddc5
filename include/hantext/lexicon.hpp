/// \file
/// Many words at once: every occurrence of every word of a list, in one pass over the text.
///
/// The words are a trie of their characters, read from the last to the first; where some word is
/// ill-formed, of their bytes, so that every list finds all that it spells. At each place of the
/// text a bit set that fits the first cache tells from the last two characters whether some word
/// may end there. The places that are left are looked up together, so that they do not wait for
/// each other, in one hash table that holds the whole trie; a branch that leads to one word only
/// is not spelled out but compared. Words of more than 48 bytes are sought by the automaton of Aho
/// and Corasick ("Efficient string matching", CACM 18, 1975) where their last 48 bytes stand, so
/// that the time stays linear whatever the words.
#pragma once

#include <hantext/result.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hantext {

/// One occurrence of a word: the bytes `[begin, end)` of the text, and the word's place in the
/// list.
struct lexicon_match {
  std::size_t begin = 0;  ///< its first byte
  std::size_t end = 0;    ///< after its last byte
  std::uint32_t word = 0; ///< its place in the list

  friend constexpr bool operator==(lexicon_match, lexicon_match) noexcept = default;
};

/// A set of words, compiled for searching. Immutable after `build`: any number of threads may
/// search with the same lexicon. A lexicon made by default holds no word and finds nothing.
class lexicon {
public:
  lexicon() = default;

  /// Compiles a list of words. Where a word stands in the list twice, the first place counts.
  /// Time is O(total bytes of the words · log words), memory about 50 bytes for each word
  /// (more where many words share their ends) and 50 for each character of those longer than 48
  /// bytes.
  /// Errors: `empty_word` (offset: the word's place in the list) and `too_many_words` (2^24 words
  /// or more, or more than 2^28 bytes of words).
  template <class = void> static result<lexicon> build(std::span<const std::string_view> words);

  /// How many words the list held.
  std::size_t size() const noexcept { return words_.size(); }
  /// Whether it holds no word.
  bool empty() const noexcept { return words_.empty(); }
  /// The word at a place of the list; `index < size()`.
  std::string_view word(std::size_t index) const noexcept {
    return std::string_view(letters_.data() + words_[index].begin, words_[index].length);
  }
  /// Bytes of memory that the compiled lexicon holds.
  template <class = void> std::size_t memory() const noexcept {
    return (nodes_.size() + long_edges_.size()) * sizeof(node) + seeds_.size() +
           long_states_.size() * sizeof(long_state) + filter_.size() * sizeof(std::uint64_t) +
           words_.size() * sizeof(spelling) + letters_.size() + sizeof(lexicon);
  }

  /// Calls `on_match(lexicon_match)` for every occurrence of every word, overlapping ones too,
  /// ordered by where they end, of those with the same end the longest first. Where `on_match`
  /// returns a bool, `false` ends the search. O(text + matches); reads any bytes.
  template <class F> void for_each(std::string_view text, F&& on_match) const;
  template <class F> void for_each(std::u8string_view text, F&& on_match) const {
    for_each(std::string_view(reinterpret_cast<const char*>(text.data()), text.size()),
             std::forward<F>(on_match));
  }

  /// The same as a list.
  template <class = void> std::vector<lexicon_match> find_all(std::string_view text) const {
    std::vector<lexicon_match> found;
    for_each(text, [&](lexicon_match match) { found.push_back(match); });
    return found;
  }

private:
  struct unit {              // a character, or a byte
    std::uint32_t value = 0; // its bytes, the first one lowest
    std::uint32_t length = 1;
  };
  struct spelling {
    std::uint32_t begin = 0, length = 0; // in letters_
    std::uint32_t shorter = 0;           // the longest word that this one ends with, plus one
  };
  static constexpr std::uint64_t no_key = ~std::uint64_t{0}; // `spread` never gives it
  // What some words end with: a slot of the hash tables.
  struct node {
    std::uint64_t key = no_key;
    std::uint32_t word = 0; // the longest word that this ends with, plus one; and flags
    // A set of the units that stand before it in words, a bit for each hash; or, where `only` is
    // said, the one word that goes on, and the hash of the unit in the upper eight bits.
    std::uint32_t before = 0;
  };
  struct long_state {       // a beginning of long words
    std::uint32_t fail = 0; // the longest beginning that this one ends with
    std::uint32_t link = 0; // the longest word among those, or 0
    std::uint32_t word = 0; // the word that it is, plus one
  };
  template <class> class builder;
  template <class F> class search;

  static constexpr std::uint32_t index_mask = 0xFF'FFFF;
  static constexpr std::uint32_t only = std::uint32_t{1} << 31;    // one word goes on from here
  static constexpr std::uint32_t goes_on = std::uint32_t{1} << 30; // long words end like this
  static constexpr std::uint32_t not_found = ~std::uint32_t{0};
  static constexpr std::uint32_t longest_short = 48; // bytes
  static constexpr std::size_t look_ahead = 8;       // bytes that are read at once
  static constexpr std::uint64_t multiplier = 0x9E37'79B9'7F4A'7C15;

  // Keys are spread over 64 bits by the multiplication, which maps no two of them to one. What
  // words end with has the key of its last unit or, where both have three bytes (most do), of its
  // last two, so that one sum makes it from the spread units; what is longer is known by the
  // number of the node that it adds a unit to.
  static constexpr std::uint64_t character_mask = 0xFF'FFFF;
  static constexpr std::uint64_t spread(std::uint64_t key) noexcept { return key * multiplier; }
  static constexpr std::uint64_t end_key(std::uint64_t spread_unit) noexcept {
    return spread_unit << 24;
  }
  static constexpr std::uint64_t longer_key(std::uint32_t number, std::uint32_t value) noexcept {
    return spread(std::uint64_t{1} << 63 | std::uint64_t{number} << 32 | value);
  }

  // Tables with open addressing: of the nodes that are longer, and of the steps of the automaton.
  /// Where a key stands, or the free slot where it might.
  template <class = void>
  static std::size_t find(std::span<const node> table, std::uint64_t key) noexcept {
    std::size_t i = static_cast<std::size_t>((key >> 32) * table.size() >> 32);
    while (table[i].key != key && table[i].key != no_key)
      i = i + 1 < table.size() ? i + 1 : 0;
    return i;
  }

  // Ends stand at the home that the seed of their bucket gives them.
  std::size_t bucket_of(std::uint64_t key) const noexcept {
    return static_cast<std::size_t>(key >> seeds_shift_);
  }
  std::size_t home_of(std::uint64_t key, std::uint32_t seed) const noexcept {
    const auto mixed = static_cast<std::uint32_t>(key >> 24) ^ seed << 8;
    return static_cast<std::size_t>(
        std::uint64_t{mixed * static_cast<std::uint32_t>(multiplier)} * ends_ >> 32);
  }
  std::size_t home_of(std::uint64_t key) const noexcept {
    return home_of(key, seeds_[bucket_of(key)]);
  }
  /// The number of a node, `not_found` where there is none.
  template <class = void> std::uint32_t find_longer(std::uint64_t key) const noexcept {
    const std::size_t i = ends_ + find(std::span(nodes_).subspan(ends_), key);
    return nodes_[i].key == key ? static_cast<std::uint32_t>(i) : not_found;
  }
  template <class = void> std::uint32_t find_end(std::uint64_t key) const noexcept {
    const std::size_t i = home_of(key);
    if (nodes_[i].key == key) return static_cast<std::uint32_t>(i);
    return find_stray(key);
  }
  template <class = void> std::uint32_t find_stray(std::uint64_t key) const noexcept {
    return has_strays_ ? find_longer(key) : not_found;
  }

  /// A bit of a set of 64-bit words that tells whether an end may have the key.
  static std::uint64_t has_end(const std::uint64_t* set, unsigned shift,
                               std::uint64_t key) noexcept {
    const std::uint64_t bit = key >> shift;
    return set[static_cast<std::size_t>(bit >> 6)] >> (bit & 63) & 1;
  }
  bool has_end(std::uint64_t key) const noexcept {
    return has_end(filter_.data(), filter_shift_, key) != 0;
  }

  /// Eight bits that tell most units apart.
  static constexpr std::uint32_t hash_of(std::uint32_t value) noexcept {
    return value * std::uint32_t{0x9E37'79B1} >> 24;
  }
  /// Whether words that end like the node may go on with such a unit.
  static constexpr std::uint32_t may_go_on(const node& from, std::uint32_t hash) noexcept {
    const std::uint32_t one = from.before >> 24 == hash ? 1 : 0,
                        some = from.before >> (hash & 31) & 1;
    const std::uint32_t mask = 0 - (from.word >> 31);
    return (one & mask) | (some & ~mask);
  }
  static constexpr bool continues(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
  }
  static constexpr bool is_character(std::uint64_t head) noexcept { // of three bytes
    return (head & 0xC0'C0F0) == 0x80'80E0;
  }
  /// Eight bytes, the first one lowest.
  static std::uint64_t load(const char* from) noexcept {
    std::uint64_t value = 0;
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(&value, from, look_ahead); // compilers miss that the loop is one load
    } else {
      for (unsigned i = 0; i < look_ahead; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
    }
    return value;
  }
  /// The unit at a place before the end of the text. No unit swallows the first byte of another.
  unit read_unit(std::string_view text, std::size_t at) const noexcept {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::uint32_t length = lead < 0xC0 || !characters_ ? 1
                                 : lead < 0xE0               ? 2
                                 : lead < 0xF0               ? 3
                                                             : 4;
    if (length == 1 || text.size() - at < length) return {lead, 1};
    std::uint32_t value = lead;
    for (std::uint32_t i = 1; i < length; ++i) {
      if (!continues(text[at + i])) return {lead, 1};
      value |= std::uint32_t{static_cast<unsigned char>(text[at + i])} << (8 * i);
    }
    return {value, length};
  }
  /// The unit that ends at a place behind the begin of the text.
  unit unit_before(std::string_view text, std::size_t end) const noexcept {
    if (end >= look_ahead && characters_) {
      const std::uint64_t head = load(text.data() + end - look_ahead) >> 40;
      if (is_character(head)) return {static_cast<std::uint32_t>(head), 3};
    }
    std::size_t begin = end - 1;
    while (characters_ && begin > 0 && end - begin < 4 && continues(text[begin]))
      --begin;
    const unit read = read_unit(text, begin);
    return read.length == end - begin ? read : unit{static_cast<unsigned char>(text[end - 1]), 1};
  }

  /// A step of the automaton of the long words: forward only, 0 where there is none.
  template <class = void>
  std::uint32_t child_state(std::uint32_t state, std::uint32_t value) const noexcept {
    return long_edges_[find(long_edges_, longer_key(state, value))].word;
  }
  template <class = void>
  std::uint32_t next_state(std::uint32_t state, std::uint32_t value) const noexcept {
    for (;; state = long_states_[state].fail) {
      const std::uint32_t child = child_state(state, value);
      if (child != 0 || state == 0) return child;
    }
  }

  // First a hash table of the nodes of one unit or two of three bytes, where each key stands at its
  // home: keys are put into buckets, and each bucket has the seed that leads its keys to homes that
  // are free. Then a table with open addressing of the others, and of those without a home.
  std::vector<node> nodes_;
  std::size_t ends_ = 0;    // the size of the first table
  bool has_strays_ = false; // some end has no home
  std::vector<std::uint8_t> seeds_;
  unsigned seeds_shift_ = 0;
  std::vector<std::uint64_t> filter_; // a hashed bit set of the keys that ends have
  unsigned filter_shift_ = 0;
  bool characters_ = true;       // units are characters
  std::uint32_t longest_ = 0;    // word, in bytes
  std::vector<spelling> words_;  // in the order of the list
  std::string letters_;          // all words in a row
  std::vector<node> long_edges_; // a hash table from states and units to states
  std::vector<long_state> long_states_;
};

/// One pass over a text, block by block.
template <class F> class lexicon::search {
public:
  search(const lexicon& words, std::string_view text, F& on_match) noexcept
      : words_(words), text_(text), on_match_(on_match) {}

  void run() {
    while (at_ < text_.size()) {
      base_ = at_;
      const std::size_t count = gather();
      look_up(count);
      if (!report(count)) return;
    }
  }

private:
  static constexpr std::size_t most_places = 256;    // of a block
  static constexpr std::size_t most_bytes = 1 << 16; // of a block

  struct trail {              // the last two characters of three bytes; 0: another unit
    std::uint64_t spread = 0; // of the last one
    std::uint32_t before = 0, character = 0;
  };
  struct open_place {
    std::uint32_t index, number; // the node found so far
  };

  /// Collects the places where some word may end. Few branches depend on the text.
  std::size_t gather() noexcept {
    const std::uint64_t* const filter = words_.filter_.data();
    const unsigned shift = words_.filter_shift_;
    const char* const text = text_.data();
    std::size_t found = 0, at = at_;
    trail last = last_;
    const auto offer = [&](unit next) noexcept {
      const std::uint64_t spread_unit = spread(next.value), single = end_key(spread_unit);
      const std::uint64_t has_pair = has_end(filter, shift, single + last.spread);
      const std::uint64_t has_single = has_end(filter, shift, single);
      at += next.length;
      keys_[found] = single + (last.spread & (0 - has_pair));
      ends_[found] = static_cast<std::uint32_t>(at - base_);
      befores_[found] = last.before & (0 - static_cast<std::uint32_t>(has_pair));
      found += static_cast<std::size_t>(has_pair | has_single);
      last = {spread_unit, last.character, next.value};
    };
    const std::size_t end = std::min(text_.size(), at + most_bytes);
    const std::size_t near =
        text_.size() < look_ahead || !words_.characters_ ? 0 : text_.size() - look_ahead;
    const std::size_t quick = std::min(end, near);
    while (found < most_places && at < end) {
      while (found < most_places && at < quick) {
        const std::uint64_t head = load(text + at);
        if (!is_character(head)) break;
        offer({static_cast<std::uint32_t>(head & character_mask), 3});
      }
      if (found == most_places || at >= end) break;
      const unit next = words_.read_unit(text_, at);
      if (next.length != 3) last = {};
      offer(next);
      if (next.length != 3) last = {};
    }
    at_ = at;
    last_ = last;
    return found;
  }

  /// Finds the longest word that ends at each place; most need one look only.
  void look_up(std::size_t count) noexcept {
    const node* const nodes = words_.nodes_.data();
    std::size_t open = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto home = static_cast<std::uint32_t>(words_.home_of(keys_[i]));
      const node here = nodes[home];
      const std::uint32_t missed = here.key == keys_[i] ? 0 : not_found;
      const std::uint32_t may =
          befores_[i] != 0 ? may_go_on(here, hash_of(befores_[i])) : here.before;
      found_[i] = here.word & ~missed & ~only;
      open_[open] = {static_cast<std::uint32_t>(i), home | missed};
      open += (may | missed) != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < open; ++i)
      found_[open_[i].index] = descend(open_[i]);
  }

  /// Follows the trie from the end of a place towards the begin of the text.
  std::uint32_t descend(open_place from) const noexcept {
    const std::size_t end = base_ + ends_[from.index];
    std::uint32_t number = from.number;
    std::size_t at = end - 6;
    if (befores_[from.index] == 0 || number == not_found) {
      const std::uint64_t key = keys_[from.index];
      const unit last = words_.unit_before(text_, end);
      const std::uint64_t single = end_key(spread(last.value));
      if (key == single) at = end - last.length;
      if (number == not_found) number = words_.find_stray(key);
      if (number == not_found && key != single && words_.has_end(single)) {
        number = words_.find_end(single);
        at = end - last.length;
      }
      if (number == not_found) return 0;
    }
    for (;;) {
      const node& here = words_.nodes_[number];
      const std::uint32_t word = here.word & ~only;
      if (here.before == 0 || at == 0) return word;
      const unit next = words_.unit_before(text_, at);
      if (may_go_on(here, hash_of(next.value)) == 0) return word;
      if ((here.word & only) != 0) {
        const std::uint32_t index = (here.before & index_mask) - 1;
        if (!ends_with(index, end)) return word;
        const spelling& longer = words_.words_[index];
        return longer.length <= longest_short ? index + 1 : longer.shorter | goes_on;
      }
      number = words_.find_longer(longer_key(number, next.value));
      if (number == not_found) return word;
      at -= next.length;
    }
  }
  /// Whether a word, or as much of it as the trie holds, ends there.
  bool ends_with(std::size_t index, std::size_t end) const noexcept {
    const spelling& word = words_.words_[index];
    const std::size_t length = std::min(word.length, longest_short);
    if (end < length) return false;
    const char* const here = text_.data() + end - length;
    const char* const there = words_.letters_.data() + word.begin + word.length - length;
    if (length < look_ahead) return std::memcmp(here, there, length) == 0;
    std::size_t i = 0;
    for (; i + look_ahead < length; i += look_ahead) {
      if (load(here + i) != load(there + i)) return false;
    }
    return load(here + length - look_ahead) == load(there + length - look_ahead);
  }

  /// Reports what was found; false where the caller wants no more.
  bool report(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t end = base_ + ends_[i];
      if ((found_[i] & goes_on) != 0 && !report_long(end)) return false;
      for (std::uint32_t word = found_[i] & index_mask; word != 0;) {
        const spelling& one = words_.words_[word - 1];
        if (!tell({end - one.length, end, word - 1})) return false;
        word = one.shorter;
      }
    }
    return true;
  }

  /// Reads what the automaton of the long words has not read and needs to, and reports those that
  /// end there.
  bool report_long(std::size_t end) {
    if (end - long_at_ > words_.longest_) {
      long_state_ = 0;
      long_at_ = end - words_.longest_;
      while (words_.characters_ && continues(text_[long_at_]))
        ++long_at_;
    }
    while (long_at_ < end) {
      const unit next = words_.read_unit(text_, long_at_);
      long_state_ = words_.next_state(long_state_, next.value);
      long_at_ += next.length;
    }
    const std::vector<long_state>& states = words_.long_states_;
    std::uint32_t state = long_state_;
    if (states[state].word == 0) state = states[state].link;
    for (; state != 0; state = states[state].link) {
      const std::uint32_t word = states[state].word - 1;
      if (!tell({end - words_.words_[word].length, end, word})) return false;
    }
    return true;
  }

  bool tell(const lexicon_match& match) {
    if constexpr (std::is_same_v<std::invoke_result_t<F&, lexicon_match>, bool>) {
      return on_match_(match);
    } else {
      on_match_(match);
      return true;
    }
  }

  const lexicon& words_;
  std::string_view text_;
  F& on_match_;
  std::size_t base_ = 0; // of the block, in the text
  std::size_t at_ = 0;   // the end of the block
  trail last_;           // what stands before its end
  std::array<std::uint64_t, most_places> keys_;
  std::array<std::uint32_t, most_places> ends_;    // from `base_`
  std::array<std::uint32_t, most_places> found_;   // as node::word, without `only`
  std::array<std::uint32_t, most_places> befores_; // what stands before two characters
  std::array<open_place, most_places> open_;       // what needs more than one look
  std::size_t long_at_ = 0;      // how far the automaton of the long words has read
  std::uint32_t long_state_ = 0; // where it stands
};

template <class F> void lexicon::for_each(std::string_view text, F&& on_match) const {
  if (empty()) return;
  search<std::remove_reference_t<F>>(*this, text, on_match).run();
}

// Builds the trie breadth first from the words, ordered by their ends: a node is a stretch of the
// list whose words share so many last bytes.
template <class> class lexicon::builder {
public:
  explicit builder(lexicon& target) : target_(target) {}

  void run() {
    for (std::size_t i = 0; i < target_.size(); ++i) {
      target_.characters_ = target_.characters_ && utf8::validate(target_.word(i));
      target_.longest_ = std::max(target_.longest_, target_.words_[i].length);
    }
    sort_words();
    stretches_.push_back({0, static_cast<std::uint32_t>(order_.size()), 0, no_parent, 0, {}});
    for (std::uint32_t i = 0; i < stretches_.size(); ++i) {
      if (i != 0) settle(i);
      branch(i);
    }
    fill_table();
    build_automaton();
  }

private:
  static constexpr std::uint32_t no_parent = ~std::uint32_t{0}, no_home = no_parent;
  struct sort_key {
    std::uint64_t tail; // the last eight bytes, the last one highest
    std::uint32_t word;
  };
  // What is known of a node while it is built.
  struct stretch {
    std::uint32_t begin, end; // of order_
    std::uint32_t depth;      // in bytes
    std::uint32_t parent;     // `no_parent`: the node has a key of its own
    std::uint32_t longest;    // the longest word that is a proper end, plus one
    node made;                // its key, where it has a parent, is the value of its unit
  };

  void sort_words() {
    order_.resize(target_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::string_view word = target_.word(i);
      order_[i] = {0, static_cast<std::uint32_t>(i)};
      for (std::size_t k = 0; k < std::min<std::size_t>(word.size(), 8); ++k)
        order_[i].tail |= std::uint64_t{static_cast<unsigned char>(word[word.size() - 1 - k])}
                          << (56 - 8 * k);
    }
    std::sort(order_.begin(), order_.end(), [&](const sort_key& a, const sort_key& b) {
      if (a.tail != b.tail) return a.tail < b.tail;
      const std::string_view one = target_.word(a.word), other = target_.word(b.word);
      const auto [x, y] = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend());
      if (x == one.rend() || y == other.rend())
        return one.size() != other.size() ? one.size() < other.size() : a.word < b.word;
      return *x < *y;
    });
    const auto last = std::unique(order_.begin(), order_.end(), [&](auto& a, auto& b) {
      return a.tail == b.tail && target_.word(a.word) == target_.word(b.word);
    });
    order_.erase(last, order_.end());
  }

  std::string_view word_at(std::uint32_t place) const noexcept {
    return target_.word(order_[place].word);
  }

  unit unit_at(std::uint32_t place, std::uint32_t depth) const noexcept {
    return target_.unit_before(word_at(place), word_at(place).size() - depth);
  }

  /// Tells the words that end with a node: the one that it is and, if it is one only, the other.
  void settle(std::uint32_t index) {
    stretch& here = stretches_[index];
    if (word_at(here.begin).size() == here.depth) { // being the shortest, it stands first
      const std::uint32_t word = order_[here.begin++].word;
      target_.words_[word].shorter = here.longest;
      here.longest = word + 1;
    }
    here.made.word = here.longest;
    if (here.end - here.begin != 1 || here.depth <= 3) return; // two characters have one key
    const std::uint32_t word = order_[here.begin].word;
    target_.words_[word].shorter = here.longest;
    here.made.word |= only;
    here.made.before = hash_of(unit_at(here.begin, here.depth).value) << 24 | (word + 1);
    here.begin = here.end;
  }

  /// Makes a node for each unit that stands before it in the words that end with it.
  void branch(std::uint32_t index) {
    const stretch from = stretches_[index];
    for (std::uint32_t begin = from.begin, end = begin; begin < from.end; begin = end) {
      const unit next = unit_at(begin, from.depth);
      const auto same = [&](std::uint32_t place) {
        const unit other = unit_at(place, from.depth);
        return other.value == next.value && other.length == next.length;
      };
      while (end < from.end && same(end))
        ++end;
      if (from.depth + next.length > longest_short) {
        stretches_[index].made.word |= goes_on;
        continue;
      }
      stretch child{begin, end, from.depth + next.length, no_parent, from.longest, {}};
      if (index == 0) {
        child.made.key = end_key(spread(next.value));
      } else if (from.parent == no_parent && from.depth == 3 && next.length == 3) {
        child.made.key = from.made.key + spread(next.value);
      } else {
        child.parent = index;
        child.made.key = next.value;
        stretches_[index].made.before |= std::uint32_t{1} << (hash_of(next.value) & 31);
      }
      stretches_.push_back(child);
    }
  }

  void fill_table() {
    std::vector<std::uint32_t> ends;
    std::size_t longer = 1; // one slot is always free
    for (std::uint32_t i = 0; i < stretches_.size(); ++i) {
      const node& made = stretches_[i].made;
      const bool is_idle = made.word == 0 && made.before == 0; // no word has this end alone
      if (stretches_[i].parent != no_parent) {
        ++longer;
      } else if (!is_idle) {
        ends.push_back(i);
      }
    }
    fill_filter(ends);
    find_homes(ends, longer);
    for (stretch& one : stretches_) {
      if (one.parent == no_parent) continue;
      one.made.key =
          longer_key(stretches_[one.parent].begin, static_cast<std::uint32_t>(one.made.key));
      place(one);
    }
  }

  void fill_filter(const std::vector<std::uint32_t>& ends) {
    unsigned bits = 12;
    while (bits < 32 && (std::size_t{1} << bits) < (bits < 19 ? 64 : 16) * ends.size())
      ++bits;
    target_.filter_.assign((std::size_t{1} << bits) / 64, 0);
    target_.filter_shift_ = 64 - bits;
    for (const std::uint32_t i : ends) {
      const std::uint64_t bit = stretches_[i].made.key >> target_.filter_shift_;
      target_.filter_[static_cast<std::size_t>(bit >> 6)] |= std::uint64_t{1} << (bit & 63);
    }
  }

  /// Puts ends at their homes, the fullest bucket first. What finds none goes to the longer ones.
  void find_homes(std::vector<std::uint32_t>& ends, std::size_t longer) {
    unsigned bits = 1;
    while (bits < 32 && (std::size_t{3} << bits) < ends.size())
      ++bits;
    target_.seeds_.assign(std::size_t{1} << bits, 0);
    target_.seeds_shift_ = 64 - bits;
    target_.ends_ = ends.size() + ends.size() / 3 + 1;
    std::vector<std::uint32_t> sizes(target_.seeds_.size(), 0);
    const auto bucket_of = [&](std::uint32_t end) {
      return target_.bucket_of(stretches_[end].made.key);
    };
    for (const std::uint32_t i : ends)
      ++sizes[bucket_of(i)];
    std::sort(ends.begin(), ends.end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::size_t x = bucket_of(a), y = bucket_of(b);
      if (sizes[x] != sizes[y]) return sizes[x] > sizes[y];
      return x != y ? x < y : a < b;
    });
    std::vector<bool> taken(target_.ends_, false);
    std::vector<std::uint32_t> homeless;
    std::vector<std::size_t> homes;
    for (std::size_t begin = 0, end = 0; begin < ends.size(); begin = end) {
      const std::size_t bucket = bucket_of(ends[begin]);
      end = begin + sizes[bucket];
      for (std::uint32_t seed = 0; seed < 256 && homes.size() < end - begin; ++seed) {
        homes.clear();
        for (std::size_t i = begin; i < end; ++i) {
          const std::size_t home = target_.home_of(stretches_[ends[i]].made.key, seed);
          if (taken[home] || std::find(homes.begin(), homes.end(), home) != homes.end()) break;
          homes.push_back(home);
        }
        target_.seeds_[bucket] = static_cast<std::uint8_t>(seed);
      }
      const bool settled = homes.size() == end - begin;
      for (std::size_t i = begin; i < end; ++i) {
        stretches_[ends[i]].begin =
            settled ? static_cast<std::uint32_t>(homes[i - begin]) : no_home;
        if (settled) taken[homes[i - begin]] = true;
        longer += settled ? 0 : 1;
        target_.has_strays_ = target_.has_strays_ || !settled;
      }
      homes.clear();
    }
    target_.nodes_.assign(target_.ends_ + 2 * longer, {});
    for (const std::uint32_t i : ends) {
      if (stretches_[i].begin == no_home) {
        place(stretches_[i]);
      } else {
        target_.nodes_[stretches_[i].begin] = stretches_[i].made;
      }
    }
  }

  /// Puts a node into the table of the longer ones; its number replaces the begin of its stretch.
  void place(stretch& one) noexcept {
    const std::span<node> longer = std::span(target_.nodes_).subspan(target_.ends_);
    const std::size_t slot = find(longer, one.made.key);
    longer[slot] = one.made;
    one.begin = static_cast<std::uint32_t>(target_.ends_ + slot);
  }

  void build_automaton() {
    struct origin {
      std::uint32_t from, value, depth;
    };
    std::vector<origin> origins(1); // by state
    std::vector<long_state>& states = target_.long_states_;
    std::size_t units = 0;
    const auto for_each_long_word = [&](auto&& act) {
      for (const sort_key& one : order_) {
        if (target_.words_[one.word].length > longest_short) act(one.word, target_.word(one.word));
      }
    };
    for_each_long_word([&](std::uint32_t, std::string_view word) {
      for (std::size_t at = 0; at < word.size(); at += target_.read_unit(word, at).length)
        ++units;
    });
    if (units == 0) return;
    target_.long_edges_.assign(2 * units + 1, {});
    states.assign(1, {});
    for_each_long_word([&](std::uint32_t index, std::string_view word) {
      std::uint32_t state = 0;
      for (std::size_t at = 0; at < word.size();) {
        const unit next = target_.read_unit(word, at);
        at += next.length;
        std::uint32_t child = target_.child_state(state, next.value);
        if (child == 0) {
          child = static_cast<std::uint32_t>(states.size());
          const std::uint64_t key = longer_key(state, next.value);
          target_.long_edges_[find(target_.long_edges_, key)] = {key, child, 0};
          origins.push_back({state, next.value, origins[state].depth + 1});
          states.push_back({});
        }
        state = child;
      }
      states[state].word = index + 1;
    });
    std::vector<std::uint32_t> order(states.size()); // breadth first
    for (std::uint32_t i = 0; i < order.size(); ++i)
      order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return origins[a].depth < origins[b].depth;
    });
    for (const std::uint32_t i : order) {
      if (origins[i].depth < 2) continue;
      const std::uint32_t fail = target_.next_state(states[origins[i].from].fail, origins[i].value);
      states[i].fail = fail;
      states[i].link = states[fail].word != 0 ? fail : states[fail].link;
    }
  }

  lexicon& target_;
  std::vector<sort_key> order_;
  std::vector<stretch> stretches_; // by node, in the order of their depth in units
};

template <class> result<lexicon> lexicon::build(std::span<const std::string_view> words) {
  constexpr std::size_t most_bytes = std::size_t{1} << 28;
  lexicon built;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) return error{error_kind::empty_word, i, 0};
    if (words[i].size() > most_bytes - bytes || i >= index_mask)
      return error{error_kind::too_many_words, i, 0};
    bytes += words[i].size();
  }
  built.letters_.reserve(bytes);
  built.words_.reserve(words.size());
  for (const std::string_view word : words) {
    built.words_.push_back({static_cast<std::uint32_t>(built.letters_.size()),
                            static_cast<std::uint32_t>(word.size()), 0});
    built.letters_ += word;
  }
  if (!words.empty()) builder<void>(built).run();
  return built;
}

} // namespace hantext
