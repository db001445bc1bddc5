/// \file
/// Repetition inside one text: a character or short unit stuttered (产业链链链链链), and a sentence
/// that is printed again.
#pragma once

#include <hantext/dedup/contained.hpp>
#include <hantext/dedup/find.hpp>
#include <hantext/dedup/fold.hpp>
#include <hantext/dedup/skeleton.hpp>
#include <hantext/dedup/types.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::dedup {

/// What is repeated.
enum class repetition_kind : std::uint8_t {
  stutter,  ///< a unit of 1 to 32 characters, at least four times without a break
  sentence, ///< a sentence of the minimum length, anywhere again
};

/// A repetition found in a text.
struct repetition {
  repetition_kind kind = repetition_kind::stutter; ///< what is repeated
  span unit;                                       ///< the first copy
  span text;                                       ///< from the first copy to the end of the last
  std::size_t count = 0;                           ///< how many copies
  std::vector<span> copies; ///< of a sentence: every copy; of a stutter, whose copies adjoin: none
  double similarity = 1;    ///< of sentences that differ slightly as in `group`

  friend bool operator==(const repetition&, const repetition&) = default;
};

/// Finds stutters and repeated sentences, ordered by where they begin. Sentences have at least
/// `minimum_length` folded characters and are near by `threshold` (1: equal after folding), as
/// `find` has it. White space between the copies of a stutter does not matter; punctuation ends it.
/// Not findings: ordinary reduplication, which says a unit twice or three times (清清楚楚); sounds
/// and laughter (哈哈哈哈); numbers; rows of one Latin letter or of signs; sentences that differ in
/// numerals only, for they tell of different things. Linear but for what `find` takes.
template <class = void>
std::vector<repetition> repeats(std::string_view text, std::size_t minimum_length = 10,
                                double threshold = 0.9);

namespace detail {

/// Characters that are repeated at will to write a sound or an exclamation.
inline constexpr std::u32string_view sound_characters =
    U"哈呵嘿嘻嗨嗬啊呀哇呜嗡咚咕嗒滴答叮当轰隆汪喵咯噜啦唧吱哒嘟砰哗嗖呼嗷哎唉噢哦喔嗯呃哼咩"
    U"咪嘎呱咔嚓啪嗵咣铛噔呦哟嘘嘤吼咳";

/// Searches texts one after the other, keeping its memory between them. Few texts repeat anything:
/// what a repetition leaves in the folded text is looked for first, and only where it is there is
/// the text taken apart.
template <class = void> class basic_repeat_search {
public:
  basic_repeat_search(std::size_t minimum_length, double threshold)
      : minimum_length_(minimum_length), threshold_(threshold) {}

  std::vector<repetition> operator()(std::string_view text) {
    text_ = text;
    found_.clear();
    folded_.clear();
    fold_onto(text, folded_, characters{});
    if (may_stutter()) stutters();
    if (may_hold_sentence_twice()) sentences();
    std::stable_sort(found_.begin(), found_.end(), [](const repetition& a, const repetition& b) {
      return a.text.begin < b.text.begin;
    });
    return std::move(found_);
  }

private:
  static constexpr std::size_t longest_unit = 32;
  static constexpr std::size_t least_copies = 4;

  /// Whether some unit stands as often in a row as a stutter does. Of so many characters that equal
  /// the one a unit before, one stands at a multiple of their number.
  bool may_stutter() const noexcept {
    for (std::size_t unit = 1; unit <= longest_unit; ++unit) {
      const std::size_t wanted = (least_copies - 1) * unit;
      for (std::size_t at = wanted; at < folded_.size(); at += wanted) {
        if (folded_[at] != folded_[at - unit]) continue;
        std::size_t begin = at;
        while (begin > unit && folded_[begin - 1] == folded_[begin - 1 - unit])
          --begin;
        std::size_t end = at + 1;
        while (end < folded_.size() && end < begin + wanted && folded_[end] == folded_[end - unit])
          ++end;
        if (end - begin >= wanted) return true;
      }
    }
    return false;
  }

  /// Whether a run of characters stands twice that is so short that two sentences that are near
  /// share one: of the pieces between the edits of a sentence the longest.
  bool may_hold_sentence_twice() {
    if (folded_.size() < 2 * minimum_length_) return false;
    std::size_t run = 16;
    for (std::size_t length = std::max<std::size_t>(minimum_length_, 1);
         length < minimum_length_ + 128; ++length) {
      run = std::min(run, length / (most_edits(length, threshold_) + 1));
    }
    if (run < 3) return true; // too common
    std::size_t slots = 64;
    while (slots < 2 * folded_.size())
      slots *= 2;
    places_.assign(slots, 0);
    hash_runs(folded_, run, hashes_);
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      std::size_t slot = static_cast<std::size_t>(hashes_[i] >> 32) & (slots - 1);
      while (places_[slot] != 0 && hashes_[places_[slot] - 1] != hashes_[i])
        slot = (slot + 1) & (slots - 1);
      if (places_[slot] != 0) return true;
      places_[slot] = static_cast<std::uint32_t>(i + 1);
    }
    return false;
  }

  struct letter {
    char32_t code_point;
    std::size_t begin, end;
  };

  /// Whether four copies of this are a fault of print and not a way of writing.
  static bool may_stutter(const letter* unit, std::size_t length) noexcept {
    bool han = false;
    bool sound = true;
    bool numeral = true;
    char32_t latin = 0;
    bool latin_word = false;
    for (std::size_t i = 0; i < length; ++i) {
      const char32_t c = unit[i].code_point;
      han = han || chars::is_han(c);
      sound = sound && sound_characters.find(c) != std::u32string_view::npos;
      numeral = numeral && is_numeral(c);
      if (chars::is_latin(c)) {
        latin_word = latin_word || (latin != 0 && latin != c);
        latin = c;
      }
    }
    return (han || latin_word) && !sound && !numeral;
  }

  /// Runs end at punctuation, so each stretch without it is searched for itself.
  void stutters() {
    std::vector<letter> letters;
    for (const utf8::element& e : utf8::elements(text_)) {
      if (chars::is_space(e.code_point)) continue;
      const char32_t folded = e.well_formed ? fold(e.code_point) : 0;
      if (folded != 0) {
        letters.push_back({folded, e.offset, e.offset + e.length});
      } else {
        stutters_in(letters);
        letters.clear();
      }
    }
    stutters_in(letters);
  }

  void stutters_in(const std::vector<letter>& letters) {
    std::vector<repetition> runs;
    for (std::size_t period = 1; period <= longest_unit; ++period) {
      if (letters.size() < least_copies * period) break;
      std::size_t equal = 0; // characters before `i` that equal the one a period earlier
      for (std::size_t i = period; i <= letters.size(); ++i) {
        if (i < letters.size() && letters[i].code_point == letters[i - period].code_point) {
          ++equal;
          continue;
        }
        if (equal >= (least_copies - 1) * period) {
          const std::size_t first = i - equal - period;
          const std::size_t copies = equal / period + 1;
          if (may_stutter(&letters[first], period)) {
            const std::size_t last = first + copies * period - 1;
            runs.push_back({repetition_kind::stutter,
                            {letters[first].begin, letters[first + period - 1].end},
                            {letters[first].begin, letters[last].end},
                            copies,
                            {},
                            1});
          }
        }
        equal = 0;
      }
    }
    // Of runs one inside another the outer one tells more; of equal ones the shortest unit, which
    // was found first.
    std::stable_sort(runs.begin(), runs.end(), [](const repetition& a, const repetition& b) {
      return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
    });
    std::size_t covered = 0;
    for (repetition& run : runs) {
      if (run.text.end <= covered) continue;
      covered = run.text.end;
      found_.push_back(std::move(run));
    }
  }

  void sentences() {
    std::vector<span> places;
    std::vector<std::string_view> list;
    const auto add = [&](std::size_t begin, std::size_t end) {
      const span inner = trimmed(text_.substr(begin, end - begin));
      if (inner.empty()) return;
      places.push_back({begin + inner.begin, begin + inner.end});
      list.push_back(places.back().in(text_));
    };
    std::size_t begin = 0;
    bool ended = false; // after 。, where ” or another ！ may follow
    for (const utf8::element& e : utf8::elements(text_)) {
      const bool end = chars::is_sentence_end(e.code_point);
      if (e.code_point == U'\n' || (ended && !end && !chars::is_closing(e.code_point))) {
        add(begin, e.offset);
        begin = e.offset;
        ended = false;
      }
      ended = ended || end;
    }
    add(begin, text_.size());
    if (list.size() < 2) return;
    options wanted;
    wanted.threshold = threshold_;
    wanted.minimum_length = minimum_length_;
    wanted.contained = false;
    wanted.template_size = 0;
    if (list.size() > 256) wanted.plan = plan_for(~std::size_t{0} >> 40, wanted);
    for (const group& same : find(list, wanted)) {
      if (same.kind == kind::exact || differ_in_words(same, list)) {
        report(same.members, same.similarity, places);
        continue;
      }
      // What is equal among sentences of one skeleton is a repetition nevertheless.
      std::vector<std::string_view> these;
      for (const member& m : same.members)
        these.push_back(list[m.item]);
      wanted.near_duplicates = false;
      for (group& equal : find(these, wanted)) {
        for (member& m : equal.members)
          m.item = same.members[m.item].item;
        report(equal.members, 1, places);
      }
      wanted.near_duplicates = true;
    }
  }

  /// Whether the sentences of a group differ in more than their numerals.
  static bool differ_in_words(const group& same, const std::vector<std::string_view>& list) {
    std::u32string letters, first, other;
    for (const member& m : same.members) {
      letters.clear();
      fold_onto(list[m.item], letters, characters{});
      skeleton_of(letters, &m == same.members.data() ? first : other);
      if (&m != same.members.data() && other != first) return true;
    }
    return false;
  }

  void report(const std::vector<member>& members, double similarity,
              const std::vector<span>& places) {
    const span first = places[members.front().item];
    repetition found{repetition_kind::sentence,
                     first,
                     {first.begin, places[members.back().item].end},
                     members.size(),
                     {},
                     similarity};
    for (const member& m : members)
      found.copies.push_back(places[m.item]);
    found_.push_back(std::move(found));
  }

  std::string_view text_;
  std::size_t minimum_length_;
  double threshold_;
  std::vector<repetition> found_;
  std::u32string folded_;
  std::vector<std::uint64_t> hashes_; // of the runs of the folded text
  std::vector<std::uint32_t> places_; // of runs, from 1, by their hashes; 0: none
};
using repeat_search = basic_repeat_search<>;

} // namespace detail

template <class>
std::vector<repetition> repeats(std::string_view text, std::size_t minimum_length,
                                double threshold) {
  return detail::repeat_search(minimum_length, threshold)(text);
}

} // namespace hantext::dedup
