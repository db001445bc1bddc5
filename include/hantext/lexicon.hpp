/// \file
/// Many words at once: every occurrence of every word of a list, in one pass over the text.
///
/// The matcher is the automaton of Aho and Corasick ("Efficient string matching", CACM 18, 1975),
/// kept in a double array (Aoe, 1989), so that ten thousand words take about a megabyte. It works
/// on bytes; since words and text are UTF-8, matches begin and end between characters wherever the
/// text is well-formed. A table of word beginnings lets it pass over text where no word starts.
#pragma once

#include <hantext/result.hpp>

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
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t word = 0;

  friend constexpr bool operator==(lexicon_match, lexicon_match) noexcept = default;
};

/// A set of words, compiled for searching. Immutable after `build`: any number of threads may
/// search with the same lexicon. A lexicon made by default holds no word and finds nothing.
class lexicon {
public:
  lexicon() = default;

  /// Compiles a list of words. Where a word stands in the list twice, the first place counts.
  /// Time is O(total bytes of the words · log words), memory about 16 bytes for each byte of
  /// the words that is not shared with another word's beginning.
  /// Errors: `empty_word` (offset: the word's place in the list) and `too_many_words` (more than
  /// 2^28 bytes of words).
  static result<lexicon> build(std::span<const std::string_view> words);

  /// How many words the list held.
  std::size_t size() const noexcept { return ends_.size(); }
  bool empty() const noexcept { return ends_.empty(); }
  /// The word at a place of the list; `index < size()`.
  std::string_view word(std::size_t index) const noexcept {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(letters_.data() + begin, ends_[index] - begin);
  }
  /// Bytes of memory that the compiled lexicon holds.
  std::size_t memory() const noexcept {
    return states_.size() * sizeof(state) + entries_.size() * sizeof(entry) +
           beginnings_.size() * sizeof(std::uint64_t) + letters_.size() +
           ends_.size() * sizeof(std::uint32_t) + sizeof(lexicon);
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
  static constexpr std::uint32_t nobody = 0xFFFF'FFFF;
  // A fail link to a state of at most `shallow_depth` bytes is not kept as a state but as this
  // flag and the depth: the search then goes back so many bytes and asks the table of beginnings,
  // which is cheaper than to follow the automaton through text that begins no word.
  static constexpr std::uint32_t shallow = 0x8000'0000;

  // The double array: the child of state s by byte c is the slot base(s) ^ c, if the slot's
  // `parent` is s. State 0 is the root. All children of a state lie in one block of 256 slots.
  struct state {
    std::uint32_t base = 0;
    std::uint32_t parent = nobody;
    std::uint32_t fail = shallow;
    std::uint32_t output = 0; // the entry (plus one) of the longest word that ends here, 0 for none
  };
  // A word that ends in a state. `next` is the entry (plus one) of the next shorter word that ends
  // there, too, 0 for none.
  struct entry {
    std::uint32_t word;
    std::uint32_t length;
    std::uint32_t next;
  };
  class builder;

  static constexpr std::uint32_t shallow_depth = 3;
  static constexpr std::size_t look_ahead = 8; // bytes that the table of beginnings reads at once

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
  static constexpr std::uint64_t long_mask = 0xFFFF'FFFF'FFFF; // two Han characters
  static constexpr std::uint64_t short_mask = 0xFF'FFFF;       // one Han character
  std::uint64_t bit_of(std::uint64_t head) const noexcept {
    return (head * 0x9E37'79B9'7F4A'7C15) >> beginnings_shift_;
  }
  bool has_beginning(std::uint64_t head) const noexcept {
    const std::uint64_t bit = bit_of(head);
    return ((beginnings_[static_cast<std::size_t>(bit >> 6)] >> (bit & 63)) & 1) != 0;
  }
  /// The first place from `at` on where a word may begin. Stops `look_ahead` bytes before the end.
  std::size_t skip(std::string_view text, std::size_t at) const noexcept;

  std::vector<state> states_;
  std::vector<entry> entries_;
  // A hashed bit set: the first six bytes of every word that has them, else the first three.
  std::vector<std::uint64_t> beginnings_;
  unsigned beginnings_shift_ = 0;
  // By first byte: 0 no word begins so, 1 some do, 2 one of them has less than three bytes.
  std::array<std::uint8_t, 256> first_bytes_{};
  bool has_short_words_ = false; // some word has three to five bytes
  bool whole_characters_ = true; // no word begins inside a character
  std::string letters_;          // all words in a row
  std::vector<std::uint32_t> ends_;
};

template <class F> void lexicon::for_each(std::string_view text, F&& on_match) const {
  if (entries_.empty()) return;
  const state* const states = states_.data();
  std::size_t at = 0;
  std::size_t reported = 0; // every match that ends here or before has been reported
  while (at < text.size()) {
    at = skip(text, at);
    std::uint32_t current = 0;
    while (at < text.size()) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const std::uint32_t child = states[current].base ^ byte;
      if (states[child].parent != current) {
        if (current == 0) {
          ++at;
          break;
        }
        const std::uint32_t fail = states[current].fail;
        if ((fail & shallow) != 0) {
          reported = std::max(reported, at);
          at -= fail & ~shallow;
          break;
        }
        current = fail;
        continue;
      }
      current = child;
      ++at;
      const std::uint32_t output = states[current].output;
      if (output == 0 || at <= reported) continue;
      for (std::uint32_t i = output; i != 0; i = entries_[i - 1].next) {
        const entry& found = entries_[i - 1];
        const lexicon_match match{at - found.length, at, found.word};
        if constexpr (std::is_same_v<std::invoke_result_t<F&, lexicon_match>, bool>) {
          if (!on_match(match)) return;
        } else {
          on_match(match);
        }
      }
    }
  }
}

inline std::size_t lexicon::skip(std::string_view text, std::size_t at) const noexcept {
  while (text.size() - at >= look_ahead) {
    const std::uint64_t head = load(text.data() + at);
    const std::uint8_t first = first_bytes_[static_cast<std::size_t>(head & 0xFF)];
    if (first != 0) {
      if (has_beginning(head & long_mask) || first == 2) return at;
      if (has_short_words_ && has_beginning(head & short_mask)) return at;
    }
    // Step over a whole three-byte character, if this is one and no word begins inside.
    const bool three = whole_characters_ && (head & 0xC0'C0F0) == 0x80'80E0;
    at += three ? 3 : 1;
  }
  return at;
}

// Builds the double array breadth first from the sorted list: a state is a depth and a stretch of
// the list whose words share so many bytes.
class lexicon::builder {
public:
  explicit builder(lexicon& target) : target_(target) {}

  /// False where the automaton would have more states than a link can name.
  bool run() {
    sort_words();
    grow();
    used_[0] = true;
    std::vector<node> queue;
    queue.push_back({0, 0, static_cast<std::uint32_t>(order_.size()), 0});
    for (std::size_t i = 0; i < queue.size(); ++i) {
      if (target_.states_.size() >= shallow - block_size) return false;
      expand(queue[i], queue);
    }
    connect(queue);
    set_beginnings();
    return true;
  }

private:
  struct node {
    std::uint32_t slot;
    std::uint32_t begin, end; // stretch of order_
    std::uint32_t depth;
  };
  static constexpr std::size_t block_size = 256;
  static constexpr std::size_t open_blocks = 16; // blocks that are still tried for free slots
  static constexpr std::size_t tries_per_block = 32;

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

  void grow() {
    const std::size_t size = target_.states_.size() + block_size;
    target_.states_.resize(size);
    used_.resize(size, false);
    depths_.resize(size, 0);
  }

  void expand(node from, std::vector<node>& queue) {
    std::uint32_t begin = from.begin;
    if (target_.word(order_[begin]).size() == from.depth) {
      // A word ends here; being the shortest, it stands first.
      if (from.slot != 0) {
        target_.entries_.push_back({order_[begin], from.depth, 0});
        target_.states_[from.slot].output = static_cast<std::uint32_t>(target_.entries_.size());
      }
      ++begin;
    }
    labels_.clear();
    const std::size_t first_child = queue.size();
    while (begin < from.end) {
      const char byte = target_.word(order_[begin])[from.depth];
      std::uint32_t end = begin + 1;
      while (end < from.end && target_.word(order_[end])[from.depth] == byte)
        ++end;
      labels_.push_back(static_cast<std::uint8_t>(byte));
      queue.push_back({0, begin, end, from.depth + 1});
      begin = end;
    }
    if (labels_.empty()) return;
    const std::uint32_t base = find_base();
    target_.states_[from.slot].base = base;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const std::uint32_t slot = base ^ labels_[i];
      queue[first_child + i].slot = slot;
      target_.states_[slot].parent = from.slot;
      used_[slot] = true;
      depths_[slot] = static_cast<std::uint8_t>(std::min<std::uint32_t>(from.depth + 1, 255));
    }
  }

  // A base with every child's slot free. Only the newest blocks are searched, and each only for a
  // bounded number of tries, so building stays linear at the price of some slots left empty.
  std::uint32_t find_base() {
    const std::size_t blocks = target_.states_.size() / block_size;
    const std::size_t oldest = blocks > open_blocks ? blocks - open_blocks : 0;
    next_free_.resize(blocks, 0);
    for (std::size_t block = oldest; block < blocks; ++block) {
      std::size_t tries = 0;
      bool seen_free = false;
      for (std::size_t i = next_free_[block]; i < block_size && tries < tries_per_block; ++i) {
        const std::size_t slot = block * block_size + i;
        if (used_[slot]) continue;
        if (!seen_free) next_free_[block] = static_cast<std::uint16_t>(i);
        seen_free = true;
        ++tries;
        const auto base = static_cast<std::uint32_t>(slot ^ labels_[0]);
        const bool fits = std::all_of(labels_.begin() + 1, labels_.end(),
                                      [&](std::uint8_t label) { return !used_[base ^ label]; });
        if (fits) return base;
      }
      if (!seen_free) next_free_[block] = block_size;
    }
    grow();
    // In a fresh block every base fits, but slot 0 is the root, so block 0 is never fresh.
    return static_cast<std::uint32_t>(blocks * block_size) ^ labels_[0];
  }

  // Fail links and shorter words, breadth first: a state's fail link is to the longest proper end
  // of its bytes that is a state, too. Kept whole while building, then the shallow ones are marked.
  void connect(const std::vector<node>& queue) {
    auto& states = target_.states_;
    states[0].fail = 0;
    for (const node& from : queue) {
      if (from.slot == 0) continue;
      state& here = states[from.slot];
      std::uint32_t fail = 0;
      if (here.parent != 0) {
        const std::uint32_t byte = from.slot ^ states[here.parent].base;
        fail = states[here.parent].fail;
        while (fail != 0 && states[states[fail].base ^ byte].parent != fail)
          fail = states[fail].fail;
        const std::uint32_t child = states[fail].base ^ byte;
        if (states[child].parent == fail) fail = child;
      }
      here.fail = fail;
      if (here.output == 0)
        here.output = states[fail].output;
      else
        target_.entries_[here.output - 1].next = states[fail].output;
    }
    for (const node& from : queue) {
      std::uint32_t& fail = states[from.slot].fail;
      if (depths_[fail] <= shallow_depth) fail = shallow | depths_[fail];
    }
  }

  void set_beginnings() {
    unsigned bits = 12;
    while (bits < 24 && (std::size_t{1} << bits) < 16 * order_.size())
      ++bits;
    target_.beginnings_.assign((std::size_t{1} << bits) / 64, 0);
    target_.beginnings_shift_ = 64 - bits;
    for (const std::uint32_t index : order_) {
      const std::string_view word = target_.word(index);
      const auto byte = static_cast<unsigned char>(word[0]);
      if ((byte & 0xC0) == 0x80) target_.whole_characters_ = false;
      std::uint8_t& first = target_.first_bytes_[byte];
      first = std::max<std::uint8_t>(first, word.size() < 3 ? 2 : 1);
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
  std::vector<std::uint8_t> labels_;
  std::vector<std::uint8_t> depths_; // by slot, 255 for more
  std::vector<std::uint16_t> next_free_;
  std::vector<bool> used_;
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
