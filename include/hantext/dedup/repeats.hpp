/// \file
/// Repetition inside one text: a character or short unit stuttered (产业链链链链链), and a sentence
/// that is printed again.
#pragma once

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

  friend bool operator==(const repetition&, const repetition&) = default;
};

/// Finds stutters and repeated sentences, ordered by where they begin. Sentences are equal after
/// folding and have at least `minimum_length` folded characters. White space between the copies of
/// a stutter does not matter; punctuation ends it. Not findings: ordinary reduplication, which
/// says a unit twice or three times (清清楚楚); sounds and laughter (哈哈哈哈); numbers; rows of
/// one Latin letter or of signs. Linear.
std::vector<repetition> repeats(std::string_view text, std::size_t minimum_length = 10);

namespace detail {

/// Characters that are repeated at will to write a sound or an exclamation.
inline constexpr std::u32string_view sound_characters =
    U"哈呵嘿嘻嗨嗬啊呀哇呜嗡咚咕嗒滴答叮当轰隆汪喵咯噜啦唧吱哒嘟砰哗嗖呼嗷哎唉噢哦喔嗯呃哼咩"
    U"咪嘎呱咔嚓啪嗵咣铛噔呦哟嘘嘤吼咳";

class repeat_search {
public:
  repeat_search(std::string_view text, std::size_t minimum_length)
      : text_(text), minimum_length_(minimum_length) {}

  std::vector<repetition> run() {
    stutters();
    sentences();
    std::stable_sort(found_.begin(), found_.end(), [](const repetition& a, const repetition& b) {
      return a.text.begin < b.text.begin;
    });
    return std::move(found_);
  }

private:
  static constexpr std::size_t longest_unit = 32;
  static constexpr std::size_t least_copies = 4;

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
                            {}});
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

  struct sentence {
    text_hash key;
    std::size_t folded; // place in texts
    span text;
  };

  void add_sentence(span bytes, texts& folded, std::vector<sentence>& list) {
    const span inner = trimmed(bytes.in(text_));
    if (inner.empty()) return;
    folded.add(bytes.in(text_));
    const std::u32string_view letters = folded[folded.size() - 1];
    if (letters.size() < std::max<std::size_t>(minimum_length_, 1)) return;
    list.push_back(
        {hash(letters), folded.size() - 1, {bytes.begin + inner.begin, bytes.begin + inner.end}});
  }

  void sentences() {
    texts folded;
    std::vector<sentence> list;
    std::size_t begin = 0;
    bool ended = false; // after 。, where ” or another ！ may follow
    for (const utf8::element& e : utf8::elements(text_)) {
      const bool end = chars::is_sentence_end(e.code_point);
      if (e.code_point == U'\n' || (ended && !end && !chars::is_closing(e.code_point))) {
        add_sentence({begin, e.offset}, folded, list);
        begin = e.offset;
        ended = false;
      }
      ended = ended || end;
    }
    add_sentence({begin, text_.size()}, folded, list);
    std::sort(list.begin(), list.end(), [&](const sentence& a, const sentence& b) {
      if (a.key != b.key) return a.key < b.key;
      const int compared = folded[a.folded].compare(folded[b.folded]);
      return compared != 0 ? compared < 0 : a.folded < b.folded;
    });
    for (std::size_t first = 0, last = 0; first < list.size(); first = last) {
      while (last < list.size() && list[last].key == list[first].key &&
             folded[list[last].folded] == folded[list[first].folded])
        ++last;
      if (last - first < 2) continue;
      repetition found{repetition_kind::sentence,
                       list[first].text,
                       {list[first].text.begin, list[last - 1].text.end},
                       last - first,
                       {}};
      for (std::size_t i = first; i < last; ++i)
        found.copies.push_back(list[i].text);
      found_.push_back(std::move(found));
    }
  }

  std::string_view text_;
  std::size_t minimum_length_;
  std::vector<repetition> found_;
};

} // namespace detail

inline std::vector<repetition> repeats(std::string_view text, std::size_t minimum_length) {
  return detail::repeat_search(text, minimum_length).run();
}

} // namespace hantext::dedup
