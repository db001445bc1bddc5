/// \file
/// Many words at once: every occurrence of every word of a list, in one pass over the text.
///
/// The words are a trie of characters; where some word is ill-formed, of bytes, so that every list
/// finds all that it spells. A bit set of word beginnings passes over text where no word starts.
/// What is left is followed some hundred places at a time, one character further in each round:
/// the places of a round do not wait for each other, and few branches depend on the text. Words of
/// more than sixteen characters go on by the fail links of Aho and Corasick ("Efficient string
/// matching", CACM 18, 1975), so that the time stays linear whatever the words.
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
  /// Time is O(total bytes of the words · log words), memory about 16 bytes for each character of
  /// the words that is not shared with another word's beginning, and 40 for each word.
  /// Errors: `empty_word` (offset: the word's place in the list) and `too_many_words` (more than
  /// 2^28 bytes of words).
  static result<lexicon> build(std::span<const std::string_view> words);

  /// How many words the list held.
  std::size_t size() const noexcept { return ends_.size(); }
  /// Whether it holds no word.
  bool empty() const noexcept { return ends_.empty(); }
  /// The word at a place of the list; `index < size()`.
  std::string_view word(std::size_t index) const noexcept {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(letters_.data() + begin, ends_[index] - begin);
  }
  /// Bytes of memory that the compiled lexicon holds.
  std::size_t memory() const noexcept {
    return nodes_.size() * sizeof(node) + deep_.size() * sizeof(deep_node) +
           pairs_.size() * sizeof(pair) + beginnings_.size() * sizeof(std::uint64_t) +
           letters_.size() + ends_.size() * sizeof(std::uint32_t) + sizeof(lexicon);
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
  std::vector<lexicon_match> find_all(std::string_view text) const {
    std::vector<lexicon_match> found;
    for_each(text, [&](lexicon_match match) { found.push_back(match); });
    return found;
  }

private:
  struct unit {
    std::uint32_t value = 0; // its bytes, the first one lowest
    std::uint32_t length = 1;
  };
  // What some words begin with. Nodes stand in the order of their depth, the children of one node
  // behind each other in the order of their bytes; node 0 is the empty beginning.
  struct node {
    std::uint32_t value = 0; // of its last unit
    std::uint32_t first = 0; // child
    std::uint32_t word = 0;  // the word that it is, plus one
    // How many children; above that, a set of eight bits that holds a bit of each one's value.
    std::uint32_t children = 0;
  };
  static constexpr std::uint32_t count_mask = 0xFF'FFFF;
  // A node of more than `most_rounds` units.
  struct deep_node {
    std::uint32_t fail = 0;   // the longest proper end of its units that is a node
    std::uint32_t link = 0;   // the longest proper end that is a deep node and a word, or 0
    std::uint32_t length = 0; // in bytes
  };
  // One or two characters of three bytes that words begin with; a hash table, open addressing.
  struct pair {
    std::uint32_t key = 0; // 0: free
    std::uint32_t node = 0;
  };
  class builder;
  template <class F> class search;

  static constexpr std::uint32_t most_rounds = 16;
  static constexpr std::size_t look_ahead = 8; // bytes that the set of beginnings reads at once
  static constexpr std::uint64_t multiplier = 0x9E37'79B9'7F4A'7C15;

  static constexpr std::uint32_t hint_of(std::uint32_t value) noexcept {
    return std::uint32_t{1} << (24 + (value * std::uint32_t{0x9E37'79B1} >> 29));
  }

  /// The child of a node by a unit, 0 for none.
  std::uint32_t child(std::uint32_t from, unit next) const noexcept {
    if (from == 0 && next.length == 3) return find_pair(key_of(next.value));
    const node& parent = nodes_[from];
    if ((parent.children & hint_of(next.value)) == 0) return 0;
    std::uint32_t begin = parent.first, count = parent.children & count_mask;
    while (count > 4) {
      const std::uint32_t half = count / 2;
      begin += order_of(nodes_[begin + half].value) <= order_of(next.value) ? half : 0;
      count -= half;
    }
    for (std::uint32_t i = begin; i < begin + count; ++i) {
      if (nodes_[i].value == next.value) return i;
    }
    return 0;
  }
  /// Units in the order of their bytes.
  static constexpr std::uint32_t order_of(std::uint32_t value) noexcept {
    return value << 24 | (value << 8 & 0xFF'0000) | (value >> 8 & 0xFF00) | value >> 24;
  }

  /// The key of two characters of three bytes; of one, where the rest is 0. Their sixteen bits
  /// each.
  static constexpr std::uint32_t key_of(std::uint64_t head) noexcept {
    const auto bits = [](std::uint64_t one) noexcept {
      return static_cast<std::uint32_t>((one << 12 & 0xF000) | (one >> 2 & 0x0FC0) |
                                        (one >> 16 & 0x003F));
    };
    return bits(head) << 16 | bits(head >> 24);
  }
  std::uint32_t find_pair(std::uint32_t key) const noexcept {
    const std::size_t mask = pairs_.size() - 1;
    for (std::size_t i = home(key);; i = (i + 1) & mask) {
      const pair here = pairs_[i];
      if (here.key == key || here.key == 0) return here.node;
    }
  }
  std::size_t home(std::uint32_t key) const noexcept {
    return static_cast<std::size_t>(key * multiplier >> pairs_shift_);
  }

  static constexpr bool continues(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
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

  /// The next eight bytes, the first one lowest.
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
  static constexpr std::uint64_t long_mask = 0xFFFF'FFFF'FFFF;      // two Han characters
  static constexpr std::uint64_t short_mask = 0xFF'FFFF;            // one Han character
  static constexpr bool is_character(std::uint64_t head) noexcept { // of three bytes
    return (head & 0xC0'C0F0) == 0x80'80E0;
  }
  static constexpr bool is_pair(std::uint64_t head) noexcept {
    return (head & 0xC0'C0F0'C0C0F0) == 0x80'80E0'8080E0;
  }
  std::uint64_t bit_of(std::uint64_t head) const noexcept {
    return (head * multiplier) >> beginnings_shift_;
  }
  bool has_beginning(std::uint64_t head) const noexcept {
    const std::uint64_t bit = bit_of(head);
    return ((beginnings_[static_cast<std::size_t>(bit >> 6)] >> (bit & 63)) & 1) != 0;
  }

  std::vector<node> nodes_;
  std::uint32_t first_deep_ = 0; // node
  std::vector<deep_node> deep_;  // from that one on
  std::vector<pair> pairs_;
  unsigned pairs_shift_ = 0;
  // A hashed bit set: the first six bytes of every word that has them, else the first three.
  std::vector<std::uint64_t> beginnings_;
  unsigned beginnings_shift_ = 0;
  std::array<bool, 256> first_bytes_{}; // a word begins so
  bool has_short_words_ = false;        // some word has three to five bytes
  bool characters_ = true;              // units are characters
  std::string letters_;                 // all words in a row
  std::vector<std::uint32_t> ends_;
};

/// One pass over a text, block by block. Offsets count from the begin of the block.
template <class F> class lexicon::search {
public:
  search(const lexicon& words, std::string_view text, F& on_match) noexcept
      : words_(words), text_(text), on_match_(on_match) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t base = base_;
      base_ = at_;
      carry(at_ - base);
      const std::size_t count = words_.has_short_words_ ? gather<true>() : gather<false>();
      follow(count);
      if (!words_.deep_.empty()) go_deep();
      if (!report(at_ - base_)) return;
    }
    report(offsets - 1); // what ends with the text
  }

private:
  static constexpr std::size_t most_places = 256; // of a block
  static constexpr std::size_t most_bytes = 1024; // of a block
  // Behind the block ends what begins in it: a word that is not deep, or the last unit of one.
  static constexpr std::size_t most_behind = 4 * most_rounds + 4;
  static constexpr std::size_t offsets = most_bytes + look_ahead + most_behind;
  static constexpr std::size_t most_events =
      (most_places + most_behind) * (most_rounds + 1) + offsets;

  struct follower {
    std::uint32_t at; // the next unit
    std::uint32_t begin;
    std::uint32_t node;
  };
  struct event {
    std::uint32_t word;   // of a deep one, its node
    std::uint16_t length; // 0 for a deep one
    std::uint16_t next;   // the next shorter one with the same end, plus one
  };
  struct walk {
    std::size_t at; // in the text
    std::uint32_t node;
  };

  template <bool Short> std::size_t gather() noexcept {
    std::size_t found = 0, at = at_;
    const char* const text = text_.data();
    const bool characters = words_.characters_;
    const std::size_t end = std::min(text_.size(), at + most_bytes);
    while (found < most_places && at < end && text_.size() - at >= look_ahead) {
      const std::uint64_t head = load(text + at);
      places_[found] = static_cast<std::uint32_t>(at - base_);
      if (characters && is_character(head)) {
        bool may = words_.has_beginning(head & long_mask);
        if constexpr (Short) may |= words_.has_beginning(head & short_mask);
        found += may ? 1 : 0;
        at += 3;
      } else {
        found += words_.first_bytes_[static_cast<std::size_t>(head & 0xFF)] ? 1 : 0;
        ++at;
      }
    }
    while (found < most_places && at < end && text_.size() - at < look_ahead) {
      places_[found++] = static_cast<std::uint32_t>(at++ - base_);
    }
    at_ = at;
    return found;
  }

  unit read(std::size_t offset) const noexcept {
    const std::size_t at = base_ + offset;
    if (text_.size() - at >= look_ahead && words_.characters_) {
      const std::uint64_t head = load(text_.data() + at);
      if (is_character(head)) return {static_cast<std::uint32_t>(head & short_mask), 3};
    }
    return words_.read_unit(text_, at);
  }

  /// Notes the word that a node is, if it is one.
  void note(std::uint32_t word, std::uint32_t begin, std::uint32_t end) noexcept {
    const bool is_word = word != 0;
    const std::size_t at = is_word ? end : offsets;
    events_[event_count_] = {word - 1, static_cast<std::uint16_t>(end - begin), heads_[at]};
    event_count_ += is_word ? 1 : 0;
    heads_[at] = static_cast<std::uint16_t>(event_count_);
    ends_[at / 64] |= std::uint64_t{1} << (at % 64);
  }

  /// Looks up many keys, none waiting for another: `found_[i]` is the node of `keys[i]`, or 0.
  void look_up(const std::uint32_t* keys, std::size_t count) noexcept {
    std::size_t rest = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const pair here = words_.pairs_[words_.home(keys[i])];
      found_[i] = here.key == keys[i] ? here.node : 0;
      rest_[rest] = static_cast<std::uint32_t>(i);
      rest += here.key != keys[i] && here.key != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < rest; ++i)
      found_[rest_[i]] = words_.find_pair(keys[rest_[i]]);
  }

  /// Follows all places, one unit further in each round, so that longer words are noted later.
  void follow(std::size_t count) {
    std::size_t pairs = 0, singles = 0, others = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t place = places_[i];
      std::uint64_t head = 0;
      if (text_.size() - base_ - place >= look_ahead) head = load(text_.data() + base_ + place);
      if (is_pair(head) && words_.characters_) {
        const std::uint32_t key = key_of(head & long_mask);
        keys_[pairs] = key;
        places_[pairs++] = place;
        if (!words_.has_short_words_) continue;
        single_keys_[singles] = key & 0xFFFF'0000;
        single_places_[singles] = place;
        singles += words_.has_beginning(head & short_mask) ? 1 : 0;
      } else {
        spare_[others++] = {place, place, 0};
      }
    }
    look_up(single_keys_.data(), singles);
    for (std::size_t i = 0; i < singles; ++i)
      note(words_.nodes_[found_[i]].word, single_places_[i], single_places_[i] + 3);
    others = advance(spare_.data(), others, lists_.data());
    others = advance(lists_.data(), others, spare_.data());
    look_up(keys_.data(), pairs);
    std::size_t left = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
      const std::uint32_t found = found_[i];
      const node& here = words_.nodes_[found];
      const std::uint32_t place = places_[i];
      note(here.word, place, place + 6);
      lists_[left] = {place + 6, place, found};
      // Most go on with a character of three bytes; whether the node may have it is soon told.
      std::uint32_t hint = count_mask;
      if (text_.size() - base_ - place >= look_ahead + 6) {
        const std::uint64_t next = load(text_.data() + base_ + place + 6);
        hint = is_character(next) ? hint_of(static_cast<std::uint32_t>(next & short_mask)) : hint;
      }
      left += found != 0 && (here.children & hint) != 0 ? 1 : 0;
    }
    std::copy_n(spare_.begin(), others, lists_.begin() + static_cast<std::ptrdiff_t>(left));
    left += others;
    follower* from = lists_.data();
    follower* to = spare_.data();
    for (std::uint32_t round = 2; round < most_rounds && left != 0; ++round) {
      left = advance(from, left, to);
      std::swap(from, to);
    }
    if (left != 0 && !words_.deep_.empty()) {
      const std::size_t known = walks_.size();
      for (std::size_t i = 0; i < left; ++i)
        walks_.push_back({base_ + from[i].at, from[i].node});
      std::sort(walks_.begin() + static_cast<std::ptrdiff_t>(known), walks_.end(),
                [](const walk& a, const walk& b) { return a.at < b.at; });
    }
  }

  /// One unit further; gives how many have got there and may go on.
  std::size_t advance(const follower* from, std::size_t count, follower* to) noexcept {
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const follower one = from[i];
      if (base_ + one.at >= text_.size()) continue;
      const unit next = read(one.at);
      const std::uint32_t found = words_.child(one.node, next);
      if (found == 0) continue;
      const node& here = words_.nodes_[found];
      const std::uint32_t at = one.at + next.length;
      note(here.word, one.begin, at);
      to[left] = {at, one.begin, found};
      left += here.children != 0 ? 1 : 0;
    }
    return left;
  }

  /// Goes on from the walks: the automaton of Aho and Corasick, for deep nodes only, up to the end
  /// of the block.
  void go_deep() {
    std::size_t next = 0;
    for (;;) {
      if (deep_.node == 0) {
        // What ends before the last walk did was a part of it.
        while (next < walks_.size() && walks_[next].at < deep_.at)
          ++next;
        if (next == walks_.size() || walks_[next].at >= at_) break;
        deep_ = walks_[next++];
      }
      if (deep_.at >= at_) break;
      const unit one = words_.read_unit(text_, deep_.at);
      const std::uint32_t found = words_.child(deep_.node, one);
      if (found == 0) {
        const std::uint32_t first = words_.first_deep_;
        const std::uint32_t fail = deep_.node < first ? 0 : words_.deep_[deep_.node - first].fail;
        deep_.node = fail < first ? 0 : fail; // what is no deeper has a walk of its own
        continue;
      }
      deep_ = {deep_.at + one.length, found};
      const deep_node& here = words_.deep_[found - words_.first_deep_];
      const std::uint32_t word = words_.nodes_[found].word != 0 ? found : here.link;
      if (word == 0) continue;
      const std::size_t end = deep_.at - base_;
      events_[event_count_++] = {word, 0, heads_[end]};
      heads_[end] = static_cast<std::uint16_t>(event_count_);
      ends_[end / 64] |= std::uint64_t{1} << (end % 64);
    }
    walks_.erase(walks_.begin(), walks_.begin() + static_cast<std::ptrdiff_t>(next));
  }

  /// Reports what ends up to an offset; false where the caller wants no more.
  bool report(std::size_t last) {
    for (std::size_t i = 0; i <= last / 64; ++i) {
      std::uint64_t left = ends_[i];
      if (i == last / 64) left &= ~std::uint64_t{0} >> (63 - last % 64);
      ends_[i] &= ~left;
      for (; left != 0; left &= left - 1) {
        const std::size_t end = i * 64 + static_cast<std::size_t>(std::countr_zero(left));
        for (std::uint16_t at = heads_[end]; at != 0; at = events_[at - 1].next) {
          const event& one = events_[at - 1];
          if (one.length == 0 ? !tell_deep(one.word, base_ + end)
                              : !tell({base_ + end - one.length, base_ + end, one.word}))
            return false;
        }
        heads_[end] = 0;
      }
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

  bool tell_deep(std::uint32_t found, std::size_t end) {
    do {
      const deep_node& here = words_.deep_[found - words_.first_deep_];
      if (!tell({end - here.length, end, words_.nodes_[found].word - 1})) return false;
      found = here.link;
    } while (found != 0);
    return true;
  }

  /// What ends behind the last block comes into the next one, which begins `by` bytes later.
  void carry(std::size_t by) {
    std::array<event, most_behind*(most_rounds + 1)> kept;
    std::array<std::uint16_t, most_behind*(most_rounds + 1)> where;
    std::size_t count = 0;
    for (std::size_t i = by / 64; i < ends_.size(); ++i) {
      for (std::uint64_t left = ends_[i]; left != 0; left &= left - 1) {
        const std::size_t end = i * 64 + static_cast<std::size_t>(std::countr_zero(left));
        if (end < offsets) {
          for (std::uint16_t at = heads_[end]; at != 0; at = events_[at - 1].next) {
            where[count] = static_cast<std::uint16_t>(end - by);
            kept[count++] = events_[at - 1];
          }
        }
        heads_[end] = 0;
      }
      ends_[i] = 0;
    }
    event_count_ = 0;
    while (count != 0) { // the shortest first
      event one = kept[--count];
      const std::size_t end = where[count];
      one.next = heads_[end];
      events_[event_count_++] = one;
      heads_[end] = static_cast<std::uint16_t>(event_count_);
      ends_[end / 64] |= std::uint64_t{1} << (end % 64);
    }
  }

  const lexicon& words_;
  std::string_view text_;
  F& on_match_;
  std::size_t base_ = 0; // of the block, in the text
  std::size_t at_ = 0;   // the end of the block
  std::array<std::uint32_t, most_places> places_;
  std::array<std::uint32_t, most_places> keys_, single_keys_, single_places_;
  std::array<std::uint32_t, most_places> found_, rest_;
  std::array<follower, most_places> lists_, spare_;
  std::array<event, most_events> events_;
  std::size_t event_count_ = 0;
  std::array<std::uint16_t, offsets + 1> heads_{};     // by end: the longest event, plus one
  std::array<std::uint64_t, offsets / 64 + 1> ends_{}; // the set of ends that have events
  std::vector<walk> walks_;                            // places where deep nodes may begin
  walk deep_{0, 0};                                    // the one that goes on
};

template <class F> void lexicon::for_each(std::string_view text, F&& on_match) const {
  if (empty()) return;
  search<std::remove_reference_t<F>>(*this, text, on_match).run();
}

// Builds the trie breadth first from the sorted list: a node is a depth and a stretch of the list
// whose words share so many bytes.
class lexicon::builder {
public:
  explicit builder(lexicon& target) : target_(target) {}

  /// False where there would be more nodes than can be counted.
  bool run() {
    sort_words();
    for (const std::uint32_t index : order_)
      target_.characters_ = target_.characters_ && utf8::validate(target_.word(index));
    target_.nodes_.push_back({});
    stretches_.push_back({0, static_cast<std::uint32_t>(order_.size()), 0, 0});
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      if (stretches_.size() >= count_mask) return false;
      expand(static_cast<std::uint32_t>(i));
    }
    fill_pairs();
    connect();
    set_beginnings();
    target_.nodes_.shrink_to_fit();
    return true;
  }

private:
  // What is known of a node while it is built.
  struct stretch {
    std::uint32_t begin, end; // of order_
    std::uint32_t depth;      // in bytes
    std::uint32_t parent;
  };

  void sort_words() {
    const std::size_t count = target_.size();
    order_.resize(count);
    for (std::size_t i = 0; i < count; ++i)
      order_[i] = static_cast<std::uint32_t>(i);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      const int compared = target_.word(a).compare(target_.word(b));
      return compared != 0 ? compared < 0 : a < b;
    });
    const auto last = std::unique(order_.begin(), order_.end(), [&](auto a, auto b) {
      return target_.word(a) == target_.word(b);
    });
    order_.erase(last, order_.end());
  }

  void expand(std::uint32_t index) {
    const stretch from = stretches_[index];
    std::uint32_t begin = from.begin;
    if (from.depth > 0 && target_.word(order_[begin]).size() == from.depth) {
      // A word ends here; being the shortest, it stands first.
      target_.nodes_[index].word = order_[begin] + 1;
      ++begin;
    }
    target_.nodes_[index].first = static_cast<std::uint32_t>(stretches_.size());
    while (begin < from.end) {
      const std::string_view word = target_.word(order_[begin]);
      const unit next = target_.read_unit(word, from.depth);
      const std::string_view bytes = word.substr(from.depth, next.length);
      std::uint32_t end = begin + 1;
      while (end < from.end && target_.word(order_[end]).substr(from.depth, next.length) == bytes)
        ++end;
      stretches_.push_back({begin, end, from.depth + next.length, index});
      target_.nodes_.push_back({next.value, 0, 0, 0});
      target_.nodes_[index].children = (target_.nodes_[index].children | hint_of(next.value)) + 1;
      begin = end;
    }
  }

  bool is_headed(std::uint32_t index) const noexcept { // one character of three bytes
    return stretches_[index].parent == 0 && stretches_[index].depth == 3;
  }

  void fill_pairs() {
    std::vector<pair> found;
    for (std::uint32_t i = 1; i < stretches_.size(); ++i) {
      const std::uint32_t parent = stretches_[i].parent;
      const std::uint64_t value = target_.nodes_[i].value;
      if (is_headed(i)) {
        found.push_back({key_of(value), i});
      } else if (parent != 0 && is_headed(parent) && stretches_[i].depth == 6) {
        found.push_back({key_of(target_.nodes_[parent].value | value << 24), i});
      }
    }
    unsigned bits = 1;
    while ((std::size_t{1} << bits) < 2 * found.size())
      ++bits;
    target_.pairs_.assign(std::size_t{1} << bits, {});
    target_.pairs_shift_ = 64 - bits;
    for (const pair& one : found) {
      std::size_t i = target_.home(one.key);
      while (target_.pairs_[i].key != 0)
        i = (i + 1) & (target_.pairs_.size() - 1);
      target_.pairs_[i] = one;
    }
  }

  // Fail links, breadth first; where all words are short there are none.
  void connect() {
    const auto count = static_cast<std::uint32_t>(stretches_.size());
    std::vector<std::uint32_t> units(count, 0), fails(count, 0);
    target_.first_deep_ = count;
    for (std::uint32_t i = 1; i < count; ++i) {
      units[i] = units[stretches_[i].parent] + 1;
      if (units[i] > most_rounds) target_.first_deep_ = std::min(target_.first_deep_, i);
    }
    if (target_.first_deep_ == count) return;
    target_.deep_.resize(count - target_.first_deep_);
    for (std::uint32_t i = 1; i < count; ++i) {
      const std::uint32_t parent = stretches_[i].parent;
      if (parent != 0) {
        const unit last{target_.nodes_[i].value, stretches_[i].depth - stretches_[parent].depth};
        std::uint32_t fail = fails[parent];
        while (fail != 0 && target_.child(fail, last) == 0)
          fail = fails[fail];
        fails[i] = target_.child(fail, last);
      }
      if (i < target_.first_deep_) continue;
      const std::uint32_t fail = fails[i];
      deep_node& made = target_.deep_[i - target_.first_deep_];
      made.fail = fail;
      made.length = stretches_[i].depth;
      if (fail < target_.first_deep_) continue;
      made.link =
          target_.nodes_[fail].word != 0 ? fail : target_.deep_[fail - target_.first_deep_].link;
    }
  }

  void set_beginnings() {
    unsigned bits = 12;
    while (bits < 24 && (std::size_t{1} << bits) < 12 * order_.size())
      ++bits;
    target_.beginnings_.assign((std::size_t{1} << bits) / 64, 0);
    target_.beginnings_shift_ = 64 - bits;
    for (const std::uint32_t index : order_) {
      const std::string_view word = target_.word(index);
      target_.first_bytes_[static_cast<unsigned char>(word[0])] = true;
      if (word.size() < 3) continue;
      std::uint64_t head = 0;
      const std::size_t used = word.size() < 6 ? 3 : 6;
      if (used == 3) target_.has_short_words_ = true;
      for (std::size_t i = 0; i < used; ++i)
        head |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
      const std::uint64_t bit = target_.bit_of(head);
      target_.beginnings_[static_cast<std::size_t>(bit >> 6)] |= std::uint64_t{1} << (bit & 63);
    }
  }

  lexicon& target_;
  std::vector<std::uint32_t> order_;
  std::vector<stretch> stretches_; // by node
};

inline result<lexicon> lexicon::build(std::span<const std::string_view> words) {
  constexpr std::size_t most_bytes = std::size_t{1} << 28;
  lexicon built;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) return error{error_kind::empty_word, i, 0};
    if (words[i].size() > most_bytes - bytes) return error{error_kind::too_many_words, i, 0};
    bytes += words[i].size();
  }
  built.letters_.reserve(bytes);
  built.ends_.reserve(words.size());
  for (const std::string_view word : words) {
    built.letters_ += word;
    built.ends_.push_back(static_cast<std::uint32_t>(built.letters_.size()));
  }
  if (!words.empty() && !builder(built).run())
    return error{error_kind::too_many_words, words.size(), 0};
  return built;
}

} // namespace hantext
