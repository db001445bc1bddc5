/// \file
/// A map between the offsets of a clean text and of the bytes it was made from, both ways.
///
/// The map lists the changes: so many bytes are the same, then so many of the source stand for so
/// many of the text (none, where something was dropped), and so on. Equal changes one after the
/// other, as letter-spaced print has them, are one entry of three bytes, any other is an entry of
/// two as a rule. Every 32nd entry is marked with its offsets, so that look-up is a search among
/// the marks and a short walk. A text that was copied as it is costs nothing however long it is.
#pragma once

#include <hantext/result.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hantext {

/// Offsets of a clean text to offsets of its source and back. Look-up is O(log changes); a `cursor`
/// that goes through a text in order needs O(1) a step.
class source_map {
public:
  class cursor;
  class writer;

  /// Bytes of the source and what stands for them in the clean text; there it may be empty.
  struct change {
    span clean;  ///< in the clean text
    span source; ///< in the source
    friend constexpr bool operator==(const change&, const change&) noexcept = default;
  };

  /// The bytes of the source that a span of the clean text was made from. Blanks and line breaks
  /// that were dropped at either end of it are left out. Ends that lie inside a replaced piece
  /// widen to the whole of it.
  template <class = void> span to_source(span clean) const noexcept;

  /// The bytes of the clean text that a span of the source became. Source bytes that were dropped
  /// have no place in the clean text and are skipped; a span of nothing else comes out empty.
  template <class = void> span to_clean(span source) const noexcept;

  /// Calls `visit(change)` for every change in order.
  template <class Visit> void for_each_change(Visit&& visit) const;

  /// How many changes there are.
  std::size_t changes() const noexcept { return changes_; }
  /// Length of the clean text in bytes.
  std::size_t clean_size() const noexcept { return clean_size_; }
  /// Bytes of memory that the map uses.
  std::size_t memory() const noexcept {
    return code_.capacity() + marks_.capacity() * sizeof(mark) + sizeof *this;
  }

private:
  /// Where the walk stands before every 32nd change.
  struct mark {
    std::size_t clean;
    std::size_t source;
    std::size_t code;
  };
  static constexpr std::size_t marked_every = 32;

  /// So many bytes the same, then a change. What follows the last change is the same to the end.
  struct step {
    std::size_t clean = 0; ///< where the same bytes begin
    std::size_t source = 0;
    std::size_t same = 0;
    std::size_t replacing = 0; ///< length of the change in the clean text
    std::size_t replaced = 0;  ///< and in the source
    std::size_t repeats = 0;   ///< of this step, after it
    std::size_t code = 0;      ///< where the next entry is written
    bool last = false;
  };

  /// An entry is the number of same bytes with two bits that say what follows: the length of the
  /// change in the source, its length in the text if it is not empty, and how often the entry is
  /// repeated if it is. Numbers are written seven bits a byte, the lowest first; the eighth says
  /// that more follow.
  static constexpr std::size_t has_text = 1;
  static constexpr std::size_t has_repeats = 2;

  std::size_t number(std::size_t& at) const noexcept {
    std::size_t value = code_[at++];
    if (value < 0x80) return value;
    value &= 0x7FU;
    for (unsigned shift = 7;; shift += 7) {
      const std::size_t byte = code_[at++];
      value |= (byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
  }

  /// Reads the step whose offsets and code are set.
  void read(step& s) const noexcept {
    s.last = s.code == code_.size();
    if (s.last) {
      s.same = clean_size_ - s.clean;
      s.replacing = s.replaced = 0;
      return;
    }
    const std::size_t same = number(s.code);
    s.same = same >> 2;
    s.replaced = number(s.code);
    s.replacing = (same & has_text) != 0 ? number(s.code) : 0;
    s.repeats = (same & has_repeats) != 0 ? number(s.code) : 0;
  }
  void next(step& s) const noexcept {
    s.clean += s.same + s.replacing;
    s.source += s.same + s.replaced;
    if (s.repeats > 0) {
      --s.repeats;
    } else {
      read(s);
    }
  }

  /// Goes on to the last step that begins at or before `offset`, of `side`.
  template <std::size_t step::*side, std::size_t step::*length>
  void forward(step& s, std::size_t offset) const noexcept {
    while (!s.last && offset >= s.*side + s.same + s.*length) {
      if (s.repeats > 0 && s.same + s.*length > 0) { // as many repeats at once as there are
        const std::size_t steps = std::min(s.repeats, (offset - s.*side) / (s.same + s.*length));
        s.clean += steps * (s.same + s.replacing);
        s.source += steps * (s.same + s.replaced);
        s.repeats -= steps;
        if (steps > 0 && offset < s.*side + s.same + s.*length) return;
      }
      next(s);
    }
  }
  template <std::size_t mark::*side> step search(std::size_t offset) const noexcept {
    const auto after =
        std::upper_bound(marks_.begin(), marks_.end(), offset,
                         [](std::size_t value, const mark& each) { return value < each.*side; });
    step s;
    if (after != marks_.begin()) {
      const mark& found = *(after - 1);
      s.clean = found.clean, s.source = found.source, s.code = found.code;
    }
    read(s);
    return s;
  }

  // The ends of a span, given the step in which its first or its last byte lies.

  static std::size_t source_of_first(const step& s, std::size_t offset) noexcept {
    return s.source + std::min(offset - s.clean, s.same);
  }
  static std::size_t source_of_last(const step& s, std::size_t offset) noexcept {
    const std::size_t within = offset - s.clean;
    return s.source + (within < s.same ? within + 1 : s.same + s.replaced);
  }
  static std::size_t clean_of_first(const step& s, std::size_t offset) noexcept {
    return s.clean + std::min(offset - s.source, s.same);
  }
  static std::size_t clean_of_last(const step& s, std::size_t offset) noexcept {
    const std::size_t within = offset - s.source;
    return s.clean + (within < s.same ? within + 1 : s.same + s.replacing);
  }

  std::vector<std::uint8_t> code_;
  std::vector<mark> marks_;
  std::size_t changes_ = 0;
  std::size_t clean_size_ = 0;
};

/// Makes a map while a text is written. Calls come in the order of the source.
class source_map::writer {
public:
  /// Writes into `map`, which must outlive it.
  explicit writer(source_map& map) noexcept : map_(map) {}

  /// Adds `length` bytes at the end of the clean text, copied from the source at `source`.
  template <class = void> void copied(std::size_t source, std::size_t length) {
    if (length == 0) return;
    if (source != source_end_) add(source - source_end_, 0);
    same_ += length;
    source_end_ += length;
  }

  /// Adds `length` bytes at the end of the clean text that stand for the span `source`.
  template <class = void> void replaced(span source, std::size_t length) {
    if (source.begin != source_end_) add(source.begin - source_end_, 0);
    add(source.size(), length);
  }

  /// To be called at the end; the map is of no use before.
  template <class = void> void finish() {
    write_entry();
    clean_ += same_;
    same_ = 0;
    map_.clean_size_ = clean_;
  }

private:
  template <class = void> void add(std::size_t replaced, std::size_t replacing) {
    ++map_.changes_;
    if (same_ != entry_.same || replaced != entry_.replaced || replacing != entry_.replacing ||
        entry_.last) {
      write_entry();
      entry_ = {clean_, source_end_ - same_, same_, replacing, replaced, 0, 0, false};
    } else {
      ++entry_.repeats;
    }
    clean_ += same_ + replacing;
    source_end_ += replaced;
    same_ = 0;
  }

  template <class = void> void write_entry() {
    if (entry_.last) return;
    std::vector<std::uint8_t>& code = map_.code_;
    if (entries_++ % marked_every == 0)
      map_.marks_.push_back({entry_.clean, entry_.source, code.size()});
    write(entry_.same << 2 | (entry_.replacing != 0 ? has_text : 0) |
          (entry_.repeats != 0 ? has_repeats : 0)); // no text is so long as to need the last bits
    write(entry_.replaced);
    if (entry_.replacing != 0) write(entry_.replacing);
    if (entry_.repeats != 0) write(entry_.repeats);
    entry_.last = true;
  }
  template <class = void> void write(std::size_t value) {
    while (value >= 0x80) {
      map_.code_.push_back(static_cast<std::uint8_t>(value | 0x80U));
      value >>= 7;
    }
    map_.code_.push_back(static_cast<std::uint8_t>(value));
  }

  source_map& map_;
  step entry_ = {0, 0, 0, 0, 0, 0, 0, true}; // not yet written; `last` says that there is none
  std::size_t entries_ = 0;
  std::size_t clean_ = 0;      // length of the text up to the last change
  std::size_t source_end_ = 0; // of what was added
  std::size_t same_ = 0;       // bytes since the last change
};

/// Looks up offsets that come in order, each in constant time; any other order is right as well,
/// but searched for. Refers to its map, which must stay as it is.
class source_map::cursor {
public:
  /// At the beginning of `map`.
  template <class = void> explicit cursor(const source_map& map) noexcept : map_(&map) {
    map.read(step_);
  }

  /// As `source_map::to_source`; `clean` begins at or after the one asked for before.
  template <class = void> span to_source(span clean) noexcept {
    seek(clean.begin);
    const std::size_t begin = source_of_first(step_, clean.begin);
    if (clean.empty()) return {begin, begin};
    step last = step_; // the next span may begin before the end of this
    map_->forward<&step::clean, &step::replacing>(last, clean.end - 1);
    return {begin, std::max(begin, source_of_last(last, clean.end - 1))};
  }

private:
  template <class = void> void seek(std::size_t offset) noexcept {
    if (offset < step_.clean) step_ = map_->search<&mark::clean>(offset);
    map_->forward<&step::clean, &step::replacing>(step_, offset);
  }

  const source_map* map_;
  step step_;
};

template <class> inline span source_map::to_source(span clean) const noexcept {
  step s = search<&mark::clean>(clean.begin);
  forward<&step::clean, &step::replacing>(s, clean.begin);
  const std::size_t begin = source_of_first(s, clean.begin);
  if (clean.empty()) return {begin, begin};
  const std::size_t last = clean.end - 1;
  if (last >= s.clean + s.same + s.replacing && !s.last) {
    s = search<&mark::clean>(last);
    forward<&step::clean, &step::replacing>(s, last);
  }
  return {begin, std::max(begin, source_of_last(s, last))};
}

template <class> inline span source_map::to_clean(span source) const noexcept {
  step s = search<&mark::source>(source.begin);
  forward<&step::source, &step::replaced>(s, source.begin);
  const std::size_t begin = clean_of_first(s, source.begin);
  if (source.empty()) return {begin, begin};
  const std::size_t last = source.end - 1;
  s = search<&mark::source>(last);
  forward<&step::source, &step::replaced>(s, last);
  return {begin, std::max(begin, clean_of_last(s, last))};
}

template <class Visit> void source_map::for_each_change(Visit&& visit) const {
  step s;
  for (read(s); !s.last; next(s)) {
    const std::size_t clean = s.clean + s.same;
    const std::size_t source = s.source + s.same;
    visit(change{{clean, clean + s.replacing}, {source, source + s.replaced}});
  }
}

} // namespace hantext
