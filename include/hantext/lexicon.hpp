/// \file
/// Many words at once: every occurrence of every word of a list, in one pass over the text.
///
/// The matcher is the automaton of Aho and Corasick ("Efficient string matching", CACM 18, 1975),
/// reading characters and kept in one hash table, so that ten thousand words take about a megabyte.
/// Where some word is ill-formed it reads bytes instead, so that every list finds all that it
/// spells. A table of word beginnings lets it pass over text where no word starts.
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
  /// Time is O(total bytes of the words · log words), memory about 35 bytes for each character of
  /// the words that is not shared with another word's beginning.
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
    return (pairs_.slots.size() + steps_.slots.size()) * sizeof(transition) +
           entries_.size() * sizeof(entry) + beginnings_.size() * sizeof(std::uint64_t) +
           letters_.size() + (fails_.size() + ends_.size()) * sizeof(std::uint32_t) +
           sizeof(lexicon);
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
  // The automaton reads units: characters, or bytes where some word is ill-formed. A state is a
  // number with two flags. What has read one character of three bytes is in a state that needs no
  // looking up: the flag `headed` and those bytes. Other states count from 1; 0 is the root.
  static constexpr std::uint32_t headed = 0x8000'0000;
  static constexpr std::uint32_t leaf = 0x4000'0000; // nothing goes on from here
  // The longest end of what was read that begins a word has at most one unit: the search goes back
  // by that unit and asks the table of beginnings, which passes over text that begins no word.
  static constexpr std::uint32_t shallow = 0x2000'0000;
  static constexpr std::uint32_t number = shallow - 1;

  struct unit {
    std::uint32_t value = 0; // its bytes, the first one lowest
    std::uint32_t length = 1;
  };
  // From a state by a unit to another state.
  struct transition {
    std::uint64_t key = 0; // 0: free
    std::uint32_t next = 0;
    // The entry (plus one) of the longest word that ends there, or 0; above it, a set of eight bits
    // that holds a bit of every unit that leads on from there.
    std::uint32_t output = 0;
  };
  static constexpr std::uint32_t output_mask = 0xFF'FFFF;
  // A hash table with open addressing.
  struct table {
    std::vector<transition> slots;
    unsigned shift = 0;

    std::size_t home(std::uint64_t key) const noexcept {
      return static_cast<std::size_t>(key * multiplier >> shift);
    }
    const transition* find(std::uint64_t key) const noexcept {
      const std::size_t mask = slots.size() - 1;
      for (std::size_t i = home(key);; i = (i + 1) & mask) {
        const transition& here = slots[i];
        if (here.key == key) return &here;
        if (here.key == 0) return nullptr;
      }
    }
    void reserve(std::size_t count) {
      unsigned bits = 1;
      while ((std::size_t{1} << bits) < 2 * count)
        ++bits;
      slots.assign(std::size_t{1} << bits, {});
      shift = 64 - bits;
    }
    void insert(std::uint64_t key, std::uint32_t next) {
      std::size_t i = home(key);
      while (slots[i].key != 0)
        i = (i + 1) & (slots.size() - 1);
      slots[i] = {key, next, 0};
    }
  };
  // A word that ends in a state. `next` is the entry (plus one) of the next shorter word that ends
  // there, too, 0 for none.
  struct entry {
    std::uint32_t word;
    std::uint32_t length;
    std::uint32_t next;
  };
  class builder;
  template <class F> class search;

  static constexpr std::size_t look_ahead = 8; // bytes that the table of beginnings reads at once
  static constexpr std::uint64_t multiplier = 0x9E37'79B9'7F4A'7C15;

  static constexpr std::uint64_t key_of(std::uint32_t state, std::uint32_t value) noexcept {
    return (std::uint64_t{state & ~(leaf | shallow)} << 32 | value) + 1;
  }
  /// Null where nothing leads on.
  const transition* find(std::uint32_t state, std::uint32_t value) const noexcept {
    return ((state & headed) != 0 ? pairs_ : steps_).find(key_of(state, value));
  }
  static constexpr std::uint32_t hint_of(std::uint32_t value) noexcept {
    return std::uint32_t{1} << (24 + (value * std::uint32_t{0x9E37'79B1} >> 29));
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
  static constexpr std::uint64_t long_mask = 0xFFFF'FFFF'FFFF; // two Han characters
  static constexpr std::uint64_t short_mask = 0xFF'FFFF;       // one Han character
  std::uint64_t bit_of(std::uint64_t head) const noexcept {
    return (head * multiplier) >> beginnings_shift_;
  }
  bool has_beginning(std::uint64_t head) const noexcept {
    const std::uint64_t bit = bit_of(head);
    return ((beginnings_[static_cast<std::size_t>(bit >> 6)] >> (bit & 63)) & 1) != 0;
  }

  table pairs_;                      // from one character of three bytes
  table steps_;                      // from all other states
  std::vector<std::uint32_t> fails_; // by number of state: where to go on, with its flags
  std::vector<entry> entries_;
  // A hashed bit set: the first six bytes of every word that has them, else the first three.
  std::vector<std::uint64_t> beginnings_;
  unsigned beginnings_shift_ = 0;
  std::array<bool, 256> first_bytes_{}; // a word begins so
  bool has_short_words_ = false;        // some word has three to five bytes
  bool characters_ = true;              // units are characters
  std::string letters_;                 // all words in a row
  std::vector<std::uint32_t> ends_;
};

/// One pass over a text. Places where a word may begin are gathered some at a time, without
/// branches, then each is followed as far as words go on.
template <class F> class lexicon::search {
public:
  search(const lexicon& words, std::string_view text, F& on_match) noexcept
      : words_(words), text_(text), on_match_(on_match) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      std::size_t count = 0;
      at = std::max(at, resume_);
      at = words_.has_short_words_ ? gather<true>(at, count) : gather<false>(at, count);
      look_up(count);
      for (std::size_t i = 0; i < count; ++i) {
        if (places_[i] >= resume_ && !follow(i)) return;
      }
    }
  }

private:
  static constexpr std::size_t most_places = 64;

  template <bool Short> std::size_t gather(std::size_t at, std::size_t& count) noexcept {
    std::size_t found = 0;
    const char* const text = text_.data();
    const bool characters = words_.characters_;
    while (found < most_places && text_.size() - at >= look_ahead) {
      const std::uint64_t head = load(text + at);
      places_[found] = at;
      if (characters && (head & 0xC0'C0F0) == 0x80'80E0) { // a character of three bytes
        bool may = words_.has_beginning(head & long_mask);
        if constexpr (Short) may |= words_.has_beginning(head & short_mask);
        found += may ? 1 : 0;
        at += 3;
      } else {
        found += words_.first_bytes_[static_cast<std::size_t>(head & 0xFF)] ? 1 : 0;
        ++at;
      }
    }
    while (found < most_places && at < text_.size() && text_.size() - at < look_ahead)
      places_[found++] = at++;
    count = found;
    return at;
  }

  /// Looks up what the first two characters lead to, for many places at once: the processor waits
  /// for all of them together.
  void look_up(std::size_t count) noexcept {
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t head = 0;
      if (text_.size() - places_[i] >= look_ahead) head = load(text_.data() + places_[i]);
      const std::uint64_t key = key_of(headed | static_cast<std::uint32_t>(head & short_mask),
                                       static_cast<std::uint32_t>(head >> 24 & short_mask));
      keys_[i] = is_pair(head) ? key : 0;
      found_[i] = words_.pairs_.slots[words_.pairs_.home(key)];
    }
  }
  static constexpr bool is_pair(std::uint64_t head) noexcept {
    return (head & 0xC0'C0F0'C0C0F0) == 0x80'80E0'8080E0;
  }

  /// False where the caller wants no more. Sets where to go on.
  bool follow(std::size_t i) {
    std::size_t at = places_[i];
    if (keys_[i] != 0 && words_.characters_) {
      const std::uint64_t first = (keys_[i] - 1) >> 32 & short_mask;
      if (words_.has_short_words_ && words_.has_beginning(first)) {
        const transition* const step = words_.find(0, static_cast<std::uint32_t>(first));
        if (step != nullptr && !report(step->output, at + 3)) return false;
      }
      if (found_[i].key != keys_[i]) {
        const transition* const step = words_.pairs_.find(keys_[i]);
        if (step == nullptr) return true;
        found_[i] = *step;
      }
      at += 6;
      return report(found_[i].output, at) && go_on(found_[i].next, found_[i].output, at, 3);
    }
    const unit first = words_.read_unit(text_, at);
    const transition* const step = words_.find(0, first.value);
    if (step == nullptr) return true;
    at += first.length;
    return report(step->output, at) && go_on(step->next, step->output, at, 0);
  }

  /// `hints` are those of the state; `last` is the length of the last unit, 0 for the first one.
  bool go_on(std::uint32_t state, std::uint32_t hints, std::size_t at, std::size_t last) {
    for (;;) {
      if ((state & leaf) == 0) {
        if (at == text_.size()) {
          resume_ = at;
          return true;
        }
        const unit next = words_.read_unit(text_, at);
        if ((hints & hint_of(next.value)) != 0) {
          if (const transition* const step = words_.find(state, next.value)) {
            state = step->next;
            hints = step->output;
            last = next.length;
            at += last;
            if (!report(hints, at)) return false;
            continue;
          }
        }
      }
      if (last == 0 || (state & shallow) != 0) {
        reported_ = std::max(reported_, at);
        resume_ = at - last;
        return true;
      }
      state = words_.fails_[state & number];
      hints = ~std::uint32_t{0};
    }
  }

  bool report(std::uint32_t output, std::size_t end) {
    output &= output_mask;
    if (output == 0 || end <= reported_) return true;
    do {
      const entry& found = words_.entries_[output - 1];
      const lexicon_match match{end - found.length, end, found.word};
      if constexpr (std::is_same_v<std::invoke_result_t<F&, lexicon_match>, bool>) {
        if (!on_match_(match)) return false;
      } else {
        on_match_(match);
      }
      output = found.next;
    } while (output != 0);
    return true;
  }

  const lexicon& words_;
  std::string_view text_;
  F& on_match_;
  std::size_t reported_ = 0; // every match that ends here or before has been reported
  std::size_t resume_ = 0;   // no place before this is to be followed
  std::array<std::size_t, most_places> places_{};
  std::array<std::uint64_t, most_places> keys_{}; // 0 where no two characters of three bytes stand
  std::array<transition, most_places> found_{};
};

template <class F> void lexicon::for_each(std::string_view text, F&& on_match) const {
  if (entries_.empty()) return;
  search<std::remove_reference_t<F>>(*this, text, on_match).run();
}

// Builds the automaton breadth first from the sorted list: a state is a depth and a stretch of the
// list whose words share so many bytes.
class lexicon::builder {
public:
  explicit builder(lexicon& target) : target_(target) {}

  /// False where the automaton would have more states than a link can name.
  bool run() {
    sort_words();
    for (const std::uint32_t index : order_)
      target_.characters_ = target_.characters_ && utf8::validate(target_.word(index));
    std::vector<node> queue;
    queue.push_back({0, 0, static_cast<std::uint32_t>(order_.size()), 0, none, 0});
    std::uint32_t states = 1;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      if (queue.size() >= output_mask) return false;
      expand(i, queue, states);
    }
    fill_tables(queue);
    connect(queue, states);
    set_beginnings();
    return true;
  }

private:
  static constexpr std::uint32_t none = 0xFFFF'FFFF;
  struct node {
    std::uint32_t state;
    std::uint32_t begin, end; // stretch of order_
    std::uint32_t depth;      // in bytes
    std::uint32_t parent;     // in the queue
    std::uint32_t value;      // of the last unit
    std::uint32_t output = 0;
    std::uint32_t fail = 0;  // in the queue
    std::uint32_t hints = 0; // of the units that lead on
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

  void expand(std::size_t place, std::vector<node>& queue, std::uint32_t& states) {
    const node from = queue[place];
    std::uint32_t begin = from.begin;
    if (from.depth > 0 && target_.word(order_[begin]).size() == from.depth) {
      // A word ends here; being the shortest, it stands first.
      target_.entries_.push_back({order_[begin], from.depth, 0});
      queue[place].output = static_cast<std::uint32_t>(target_.entries_.size());
      ++begin;
    }
    if (begin == from.end) queue[place].state |= leaf;
    while (begin < from.end) {
      const std::string_view word = target_.word(order_[begin]);
      const unit next = target_.read_unit(word, from.depth);
      const std::string_view bytes = word.substr(from.depth, next.length);
      std::uint32_t end = begin + 1;
      while (end < from.end && target_.word(order_[end]).substr(from.depth, next.length) == bytes)
        ++end;
      const bool is_headed = from.depth == 0 && next.length == 3;
      const std::uint32_t state = is_headed ? headed | next.value : states++;
      queue.push_back({state, begin, end, from.depth + next.length,
                       static_cast<std::uint32_t>(place), next.value});
      begin = end;
    }
  }

  void fill_tables(std::vector<node>& queue) {
    const auto pairs =
        static_cast<std::size_t>(std::count_if(queue.begin() + 1, queue.end(), [&](const node& to) {
          return (queue[to.parent].state & headed) != 0;
        }));
    target_.pairs_.reserve(pairs + 1);
    target_.steps_.reserve(queue.size() - pairs);
    // Places in the queue stand for states until all flags are known.
    for (std::uint32_t i = 1; i < queue.size(); ++i) {
      const std::uint32_t from = queue[queue[i].parent].state;
      ((from & headed) != 0 ? target_.pairs_ : target_.steps_)
          .insert(key_of(from, queue[i].value), i);
      queue[queue[i].parent].hints |= hint_of(queue[i].value);
    }
  }

  // Fail links and shorter words, breadth first: a state's fail link is to the longest proper end
  // of its units that is a state, too.
  void connect(std::vector<node>& queue, std::uint32_t states) {
    target_.fails_.assign(states, 0);
    for (std::size_t i = 1; i < queue.size(); ++i) {
      node& here = queue[i];
      if (here.parent != 0) {
        std::uint32_t fail = queue[here.parent].fail;
        const transition* step = target_.find(queue[fail].state, here.value);
        while (step == nullptr && fail != 0) {
          fail = queue[fail].fail;
          step = target_.find(queue[fail].state, here.value);
        }
        here.fail = step != nullptr ? step->next : 0;
        if (here.fail == 0 || queue[here.fail].parent == 0) here.state |= shallow;
      }
      const std::uint32_t shorter = queue[here.fail].output;
      if (here.output == 0) {
        here.output = shorter;
      } else {
        target_.entries_[here.output - 1].next = shorter;
      }
    }
    for (std::vector<transition>* const slots : {&target_.pairs_.slots, &target_.steps_.slots}) {
      for (transition& one : *slots) {
        if (one.key == 0) continue;
        const node& to = queue[one.next];
        one = {one.key, to.state, to.output | to.hints};
      }
    }
    for (const node& from : queue) {
      if ((from.state & headed) == 0) target_.fails_[from.state & number] = queue[from.fail].state;
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
