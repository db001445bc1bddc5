/// \file
/// Runs a compiled rule pack over a document and gives the records that its rules emit.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/decimal.hpp>
#include <hantext/document.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/numeral.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/lattice.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/rules/search.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::rules {

/// A value that a rule set.
struct field {
  std::string_view name; ///< owned by the program
  std::string value;     ///< the text or the number
  span where; ///< the bytes of the text that it was taken from; empty for constants and attributes
};

/// What a rule found: its record's span, its fields, and the spans of its captures.
struct match {
  /// What a named part of the rule matched.
  struct capture {
    std::string_view name; ///< owned by the program
    span where;            ///< in bytes of the text
  };

  std::string_view type;         ///< the record's type, owned by the program
  std::string_view rule;         ///< the rule's name, owned by the program
  span where;                    ///< the record's span, in bytes of the text
  span whole;                    ///< all that the rule matched, context included
  std::size_t paragraph = 0;     ///< index in the page's paragraphs
  std::vector<field> fields;     ///< in the order of the rule's `set`
  std::vector<capture> captures; ///< all that matched, in the order of the text

  /// The field of that name, or null where the rule did not set it or found nothing for it.
  const field* find(std::string_view name) const noexcept {
    for (const field& one : fields) {
      if (one.name == name) return &one;
    }
    return nullptr;
  }
};

/// Runs one program; the program must outlive the engine and its matches. An engine holds no state
/// of its runs: one may serve many threads.
class engine {
public:
  /// Of that program.
  explicit engine(const program& rules) noexcept : program_(&rules) {}

  /// All records of all rules, in the order of the text; spans are bytes of `page.text()`.
  /// Cost: linear in the text for a given program, whatever the text; memory beside the matches is
  /// bounded by the program.
  std::vector<match> run(const document& page) const;

  /// The same for a text without line breaks that is one paragraph, such as a query.
  std::vector<match> run(std::string_view paragraph) const;

private:
  const program* program_;
};

namespace detail {

/// Runs all rules over paragraphs, some at a time.
class runner {
public:
  runner(const program& rules, std::string_view text, std::vector<match>& out)
      : rules_(rules), whole_text_(text), out_(out), text_(rules), search_(rules, text_) {
    text_.clear(whole_text_);
  }

  /// Takes one paragraph, given its sentences; long ones in parts that end with a sentence.
  void add(span paragraph, std::size_t index, const std::vector<span>& sentences) {
    auto first = sentences.begin();
    span part = paragraph;
    for (auto last = first; last != sentences.end(); ++last) {
      if (last->end - part.begin < longest_part || last + 1 == sentences.end()) continue;
      part.end = last->end;
      add_part(part, index, {first, last + 1}, part.begin == paragraph.begin, false);
      part = {part.end, paragraph.end};
      first = last + 1;
    }
    add_part(part, index, {first, sentences.end()}, part.begin == paragraph.begin, true);
  }

  /// Appends the records of what was taken. Types run in the order of their ids, so that later
  /// rules see the records of earlier ones.
  void flush() {
    if (waiting_ == 0) return;
    waiting_ = 0;
    text_.read();
    search_.clear();
    matches_.clear();
    for (std::uint32_t i = 0; i < rules_.types.size(); ++i) {
      if (rules_.types[i].is_record) run_type(i + first_named);
    }
    order_.resize(matches_.size());
    for (std::uint32_t i = 0; i < order_.size(); ++i)
      order_[i] = i;
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t i, std::uint32_t k) {
      const span a = matches_[i].where, b = matches_[k].where;
      return a.begin != b.begin ? a.begin < b.begin : a.end != b.end ? a.end > b.end : i < k;
    });
    for (const std::uint32_t i : order_)
      out_.push_back(std::move(matches_[i]));
    text_.clear(whole_text_);
  }

private:
  struct place_span {
    std::uint32_t begin;
    std::uint32_t end;
  };
  struct candidate {
    std::uint32_t rule;
    std::uint32_t begin; // of the anchor
    std::uint32_t end;
    std::uint32_t window;
    std::uint32_t slots; // where they begin in `slots_`
  };

  static constexpr std::size_t longest_part = std::size_t{1} << 16; // bytes
  static constexpr std::size_t batch = std::size_t{1} << 12;        // bytes taken at once

  void add_part(span part, std::size_t index, const std::vector<span>& sentences, bool opens,
                bool closes) {
    text_.add_paragraph(part, index, sentences, opens, closes);
    waiting_ += part.size() + 1;
    if (waiting_ >= batch) flush();
  }

  void run_type(std::uint32_t type) {
    candidates_.clear();
    slots_.clear();
    const std::uint32_t begin = rules_.type_begin[type - first_named];
    const std::uint32_t end = rules_.type_begin[type - first_named + 1];
    for (std::uint32_t window = 0; window < text_.windows().size(); ++window) {
      const std::uint64_t* const awake = text_.awake(window);
      for (std::uint32_t word = begin / 64; word * 64 < end; ++word) {
        std::uint64_t left = awake[word];
        if (word == begin / 64) left &= ~std::uint64_t{0} << (begin % 64);
        for (; left != 0; left &= left - 1) {
          const std::uint32_t place =
              word * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
          if (place >= end) break;
          try_rule(rules_.by_type[place], window);
        }
      }
    }
    // Leftmost, then longest, then first in the file: a total order, so ties never depend on
    // chance.
    std::sort(candidates_.begin(), candidates_.end(),
              [&](const candidate& a, const candidate& b) { return stands_before(a, b); });
    std::uint32_t free_from = 0;
    // In text order, so that a record may take a value from the one of its type before it.
    for (const candidate& one : candidates_) {
      if (one.begin < free_from) continue;
      free_from = one.end;
      if (rules_.rules[one.rule].blocks) continue;
      matches_.push_back(make_match(one));
      text_.add(one.begin, one.end, one.window, type,
                static_cast<std::uint32_t>(matches_.size() - 1));
    }
  }

  void try_rule(std::uint32_t index, std::uint32_t window) {
    const rule& rule = rules_.rules[index];
    search_.run(rule, window, [&](const std::vector<std::uint32_t>& found) {
      const std::uint32_t begin = found[2 * rule.anchor], end = found[2 * rule.anchor + 1];
      // An optional capture that took no part leaves the record without a place.
      if (begin == none || begin >= end) return;
      candidates_.push_back({index, begin, end, window, static_cast<std::uint32_t>(slots_.size())});
      slots_.insert(slots_.end(), found.begin(), found.end());
    });
  }

  bool stands_before(const candidate& a, const candidate& b) const noexcept {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end > b.end;
    if (a.rule != b.rule) return a.rule < b.rule;
    const auto count = static_cast<std::ptrdiff_t>(2 * rules_.rules[a.rule].captures.size() + 2);
    const auto one = slots_.begin() + a.slots, other = slots_.begin() + b.slots;
    return std::lexicographical_compare(one, one + count, other, other + count);
  }

  match make_match(const candidate& one) {
    const rule& rule = rules_.rules[one.rule];
    const std::uint32_t* const slots = slots_.data() + one.slots;
    match made;
    made.type = rules_.types[rule.type - first_named].name;
    made.rule = rule.name;
    made.where = text_.bytes(one.begin, one.end);
    made.whole = text_.bytes(slots[0], slots[1]);
    made.paragraph = text_.paragraphs()[text_.piece_at(one.begin).paragraph].index;
    for (std::size_t i = 0; i < rule.captures.size(); ++i) {
      const std::uint32_t begin = slots[2 * i + 2], end = slots[2 * i + 3];
      if (begin != none && end != none) {
        made.captures.push_back({rule.captures[i], text_.bytes(begin, end)});
      }
    }
    for (const assignment& set : rule.assignments) {
      for (const value_source& source : set.alternatives) {
        field value{rules_.fields[set.field], {}, {}};
        if (!evaluate(source, one, value)) continue;
        made.fields.push_back(std::move(value));
        break;
      }
    }
    return made;
  }

  bool evaluate(const value_source& source, const candidate& one, field& out) const {
    switch (source.kind) {
    case value_kind::constant:
      out.value = source.text;
      return true;
    case value_kind::capture: {
      const std::uint32_t begin = slots_[one.slots + 2 * source.target + 2];
      const std::uint32_t end = slots_[one.slots + 2 * source.target + 3];
      if (begin == none || end == none || begin == end) return false;
      if (source.text.empty()) return take_text(begin, end, out);
      for (const annotation* a = text_.first_at(begin); a != nullptr; a = text_.next_at(*a)) {
        if (a->end == end && take_attribute(*a, source.text, out)) return true;
      }
      return false;
    }
    case value_kind::nearest: {
      const annotation* found = nearest(source, one);
      if (found == nullptr) return false;
      return source.text.empty() ? take_text(found->begin, found->end, out)
                                 : take_attribute(*found, source.text, out);
    }
    }
    return false;
  }

  bool take_text(std::uint32_t begin, std::uint32_t end, field& out) const {
    out.value = std::string(text_.text(begin, end));
    out.where = text_.bytes(begin, end);
    return true;
  }

  bool take_attribute(const annotation& a, std::string_view name, field& out) const {
    if (a.type == number_type || a.type == percent_type) {
      return take_number(text_.number(a).number, name, out);
    }
    if (a.type == quoted_type || a.type == title_type) {
      return name == "inner" && a.begin + 1 < a.end - 1 && take_text(a.begin + 1, a.end - 1, out);
    }
    if (rules_.types[a.type - first_named].is_record) {
      const field* known = matches_[a.source].find(name);
      if (known == nullptr) return false;
      out.value = known->value;
      out.where = known->where;
      return true;
    }
    for (const attribute& known : text_.word(a).attributes) {
      if (known.name != name) continue;
      out.value = known.value;
      return true;
    }
    return false;
  }

  static bool take_number(const numeral::parsed<decimal>& number, std::string_view name,
                          field& out);

  /// The annotation of the type that lies nearest to the record without touching it, within the
  /// scope; before it rather than after it where the distances are equal.
  const annotation* nearest(const value_source& source, const candidate& one) const noexcept {
    const piece& sentence = text_.piece_at(one.begin);
    place_span scope{sentence.begin, sentence.end};
    if (source.scope == scope::paragraph) {
      const read_paragraph& paragraph = text_.paragraphs()[sentence.paragraph];
      scope = {paragraph.begin, paragraph.end};
    }
    if (source.scope == scope::clause) scope = clause_around(one, scope);
    const std::vector<std::uint32_t>& all = text_.of_type(source.target);
    const auto ends_by = [&](std::uint32_t index, std::uint32_t at) {
      return text_[index].end <= at;
    };
    // The first that ends behind the record's begin; what lies before the record stands before it.
    auto split = std::lower_bound(all.begin(), all.end(), one.begin, ends_by);
    const annotation* before = nullptr;
    if (source.direction != direction::after && split != all.begin()) {
      const std::uint32_t end = text_[*(split - 1)].end;
      for (auto i = split; i != all.begin() && text_[*(i - 1)].end == end; --i) {
        const annotation& a = text_[*(i - 1)];
        // Of those that end here the longest says most.
        if (a.begin >= scope.begin && (before == nullptr || a.begin < before->begin)) before = &a;
      }
    }
    if (source.direction == direction::before) return before;
    for (; split != all.end() && text_[*split].end <= scope.end; ++split) {
      const annotation& a = text_[*split];
      if (a.begin < one.end) continue;
      return before != nullptr && distance(before->end, one.begin) <= distance(one.end, a.begin)
                 ? before
                 : &a;
    }
    return before;
  }

  /// The part of the sentence around the record that no comma, semicolon or colon cuts.
  place_span clause_around(const candidate& one, place_span clause) const noexcept {
    const std::vector<std::uint32_t>& cuts = text_.clause_cuts();
    const auto behind = std::lower_bound(cuts.begin(), cuts.end(), one.begin);
    const auto ahead = std::lower_bound(behind, cuts.end(), one.end);
    if (behind != cuts.begin()) clause.begin = std::max(clause.begin, *(behind - 1) + 1);
    if (ahead != cuts.end()) clause.end = std::min(clause.end, *ahead);
    return clause;
  }

  /// Characters from one place to another; the ends of sentences are none.
  std::uint32_t distance(std::uint32_t from, std::uint32_t to) const noexcept {
    std::uint32_t sum = to - from;
    for (const piece* one = &text_.piece_at(from); one->end < to; ++one)
      sum -= (one + 1)->begin - one->end;
    return sum;
  }

  const program& rules_;
  std::string_view whole_text_;
  std::vector<match>& out_;
  lattice text_;
  searcher search_;
  std::size_t waiting_ = 0; // bytes taken
  std::vector<candidate> candidates_;
  std::vector<std::uint32_t> slots_; // of all candidates
  std::vector<match> matches_;
  std::vector<std::uint32_t> order_; // of the matches in the text
};

inline bool runner::take_number(const numeral::parsed<decimal>& number, std::string_view name,
                                field& out) {
  if (name == "value") {
    out.value = to_string(number.value);
    return true;
  }
  if (name == "value_high") {
    if (number.is_range) out.value = to_string(number.high);
    return number.is_range;
  }
  if (name == "bound") {
    out.value = std::string(numeral::to_string(number.limit));
    return number.limit != numeral::bound::exact;
  }
  return false;
}

} // namespace detail

inline std::vector<match> engine::run(const document& page) const {
  std::vector<match> out;
  const std::vector<paragraph>& paragraphs = page.paragraphs();
  const std::vector<sentence>& sentences = page.sentences();
  detail::runner run(*program_, page.text(), out);
  std::vector<span> own;
  std::size_t next = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    own.clear();
    bool goes_on = false;
    for (; next < sentences.size() && sentences[next].paragraph == i; ++next) {
      const span piece = sentences[next].text;
      if (goes_on) {
        own.back().end = piece.end;
      } else {
        own.push_back(piece);
      }
      // What a semicolon divides is still one sentence for rules; its parts are clauses.
      const std::string_view text = piece.in(page.text());
      goes_on = text.ends_with("；") || text.ends_with(";");
    }
    run.add(paragraphs[i].text, i, own);
  }
  run.flush();
  return out;
}

inline std::vector<match> engine::run(std::string_view paragraph) const {
  std::vector<match> out;
  const span all{0, paragraph.size()};
  detail::runner run(*program_, paragraph, out);
  if (!paragraph.empty()) run.add(all, 0, {all});
  run.flush();
  return out;
}

} // namespace hantext::rules
