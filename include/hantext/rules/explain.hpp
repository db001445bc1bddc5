/// \file
/// Why a rule did or did not match: how far each near miss came, and what stopped it.
///
/// For people who write rules. It follows the rule from every place by itself: the cost is the
/// text's length, times the rule's states, times that of a sentence (4,096 characters at most).
#pragma once

#include <hantext/document.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/diagnostic.hpp>
#include <hantext/rules/engine.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::rules {

/// What became of a rule at one place of a text.
struct attempt {
  /// What may become of it.
  enum class outcome : std::uint8_t {
    matched, ///< it gave a record
    stopped, ///< the text goes on otherwise than the pattern
    guarded, ///< the pattern matched, but a guard does not hold
    lost,    ///< it matched, but its place went to another record of its type
  };

  outcome became = outcome::stopped; ///< what became of it
  span where;          ///< bytes from where it began to the furthest point that it reached
  std::string message; ///< what was expected at that point, what the guard saw, or what won
  /// Of one that was stopped, all that could have gone on there; else what each guard of the rule
  /// saw, in their order, up to the one that does not hold.
  std::vector<std::string> details;
};

/// All attempts of a rule that came beyond their first element, in the order of the text. Of
/// several near misses that reached the same point the longest is given. Empty where the rule has
/// no beginning in the text, and where no rule has that name.
template <class = void>
std::vector<attempt> explain(const program& rules, std::string_view rule, const document& page);
/// The same for a text that is one paragraph.
template <class = void>
std::vector<attempt> explain(const program& rules, std::string_view rule,
                             std::string_view paragraph);

/// How the rule of a match came to it: what its guards saw. `page` is what was matched, and the
/// match is not one of `each`, whose guards are asked once for each record. Nothing else. Cost:
/// that of `explain`.
template <class = void>
attempt explain(const program& rules, const match& of, const document& page);

/// `line:column: what became of it: message`, what stands near it in its line, and a mark under the
/// furthest point. `text` is that of the page.
template <class = void> std::string to_string(const attempt& of, std::string_view text);

/// The same with a place that the caller knows better, as that in the file the page was read from.
/// Constant time beside the attempt's length.
template <class = void>
std::string to_string(const attempt& of, std::string_view text, position from);

/// The byte of the text that is told as an attempt's place: the furthest point of one that was
/// stopped, else where it begins.
constexpr std::size_t told_place(const attempt& of) noexcept {
  return of.became == attempt::outcome::stopped ? of.where.end : of.where.begin;
}

namespace detail {

/// Puts what a program asks of the text into words.
template <class = void> class basic_describer {
public:
  explicit basic_describer(const program_view& rules)
      : rules_(rules), characters_(rules.heading.row_count, 0) {
    const std::span<const std::uint32_t> pages = rules.of(rules.heading.pages);
    for (char32_t c = 0; c < pages.size() * page_size; ++c) {
      if (const std::uint32_t row = rules.row_of(c); row != 0) characters_[row] = c;
    }
  }

  std::string type(std::uint32_t type) const {
    constexpr std::string_view built_in[] = {"@number", "@percent", "@quoted", "@title",
                                             "@heading"};
    if (type < first_named) return std::string(built_in[type]);
    const named_type& named = rules_.types()[type - first_named];
    std::string out(named.kind == type_kind::words ? "<" : "@");
    out.append(rules_.text(named.name));
    return named.kind == type_kind::words ? out + ">" : out;
  }

  /// What an instruction asks for, with so many alternatives at most; for a step of a text the rest
  /// of the text, too.
  std::string element(std::uint32_t index, std::size_t most) const {
    const instruction& of = rules_.code()[index];
    if (of.op == operation::jump) return type(of.argument);
    if (!is_letter(of))
      return (of.argument & is_mask) == 0 ? row(of.argument)
                                          : of_mask(of.argument & ~is_mask, most, 0);
    std::string out("\"");
    for (const instruction* one = &rules_.code()[index]; is_letter(*one);) {
      utf8::append(out, characters_[one->argument]);
      if (one->next != ++index) break;
      one = &rules_.code()[index];
    }
    return out + '"';
  }

  /// A place of a match: a capture, or all of it.
  std::string slot(const rule& of, std::uint32_t slot) const {
    return slot < 2 ? "the match" : capture(of, slot / 2 - 1);
  }
  std::string capture(const rule& of, std::uint32_t index) const {
    return '\'' + std::string(rules_.text(rules_.of(of.captures)[index])) + '\'';
  }
  std::string value(const rule& of, const value_source& source) const {
    std::string out;
    switch (source.kind) {
    case value_kind::constant:
      return '"' + std::string(rules_.text(source.text)) + '"';
    case value_kind::capture:
      out = rules_.text(rules_.of(of.captures)[source.target]);
      break;
    case value_kind::nearest:
      out = "nearest " + type(source.target);
      break;
    }
    if (!source.text.empty()) out.append(".").append(rules_.text(source.text));
    return out;
  }

private:
  bool is_letter(const instruction& of) const noexcept {
    return of.op == operation::step && of.argument < characters_.size() &&
           characters_[of.argument] != 0;
  }

  std::string row(std::uint32_t row) const {
    constexpr std::string_view named[] = {"[han]",
                                          "[digit]",
                                          "[latin]",
                                          "[punctuation]",
                                          "[space]",
                                          "[other]",
                                          "the sentence's edge",
                                          "the sentence's edge",
                                          "the paragraph's edge",
                                          "the paragraph's edge",
                                          "anything"};
    if (row < first_type_row) return std::string(named[row]);
    const auto types = static_cast<std::uint32_t>(rules_.uses().size());
    if (row < begin_row(types)) return type((row - first_type_row) / 2);
    std::string out("\"");
    utf8::append(out, characters_[row]);
    return out + '"';
  }

  static void join(std::string& out, std::string_view between, std::string_view more) {
    if (out.find(more) != std::string::npos) return;
    out.append(out.empty() ? "" : between).append(more);
  }

  std::string of_mask(std::uint32_t index, std::size_t most, int depth) const {
    const mask& of = rules_.masks()[index];
    std::string any;
    std::size_t count = 0;
    const auto add = [&](row_list rows, std::string_view before) {
      for (const row_word& word : rules_.of(rows)) {
        for (std::uint64_t left = word.bits; left != 0; left &= left - 1) {
          const std::uint32_t one =
              word.index * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
          if (++count <= most) join(any, " or ", std::string(before) + row(one));
        }
      }
    };
    add(of.here, "");
    add(of.before, "behind ");
    for (const list<std::uint32_t> text : rules_.of(of.texts)) {
      if (++count > most) break;
      std::string spelt(of.texts_before ? "behind \"" : "\"");
      for (const std::uint32_t one : rules_.of(text))
        utf8::append(spelt, characters_[one]);
      join(any, " or ", spelt + '"');
    }
    if (!of.blocks.empty()) join(any, " or ", of.texts_before ? "behind a pattern" : "a pattern");
    for (const std::uint32_t other : rules_.of(of.any)) {
      if (++count <= most) join(any, " or ", depth < 4 ? of_mask(other, most, depth + 1) : "…");
    }
    if (count > most) any += " or …";
    if (of.negated) any = "not " + any;
    for (const std::uint32_t other : rules_.of(of.also)) {
      const std::string more = depth < 4 ? of_mask(other, most, depth + 1) : "…";
      if (any == "anything") any.clear();
      join(any, ", ", more);
    }
    return any;
  }

  const program_view& rules_;
  std::vector<char32_t> characters_; // by row
};
using describer = basic_describer<>;

/// Runs the rules of earlier types, and then one rule from every place.
template <class = void> class basic_explainer : public runner {
public:
  basic_explainer(const program_view& rules, std::string_view text, std::uint32_t index,
                  std::vector<attempt>& found)
      : runner(rules, text, unused_), words_(rules), index_(index), found_(found) {}

  void add(span paragraph, std::size_t index, bool is_heading, const std::vector<span>& sentences) {
    text_.add_paragraph(paragraph, {index, is_heading}, sentences, true, true);
    try_paragraph(rules_.rules()[index_]);
    remember_above();
    text_.clear(whole_text_);
  }

private:
  struct tried {
    attempt made;
    span anchor;
  };

  void try_paragraph(const rule& of) {
    tried_.clear();
    begin_reading();
    run_types(of.type);
    for (std::uint32_t window = 0; window < text_.windows().size(); ++window) {
      find_matches(of, window);
      find_misses(of, window);
    }
    const std::size_t first = matches_.size();
    run_type(of.type);
    find_losses(of, first);
    std::stable_sort(tried_.begin(), tried_.end(), [](const tried& a, const tried& b) {
      const span one = a.made.where, other = b.made.where;
      return one.begin != other.begin ? one.begin < other.begin : one.end > other.end;
    });
    for (tried& one : tried_)
      found_.push_back(std::move(one.made));
  }

  void find_matches(const rule& of, std::uint32_t window) {
    const std::uint64_t words = search_.words_for(of, window);
    if (words == 0) return;
    search_.run(of, window, words, [&](const std::vector<std::uint32_t>& found) {
      const candidate one{index_, found[2 * of.anchor], found[2 * of.anchor + 1], window,
                          static_cast<std::uint32_t>(slots_.size())};
      if (one.begin == none || one.begin >= one.end) return false;
      slots_.insert(slots_.end(), found.begin(), found.end());
      tried made{{attempt::outcome::matched, text_.bytes(found[0], found[1]), {}, {}},
                 text_.bytes(one.begin, one.end)};
      for (const guard& asked : rules_.of(of.guards)) {
        const bool holds = guard_holds(asked, one);
        made.made.details.push_back(sight(of, asked, one, holds));
        if (holds) continue;
        made.made.became = attempt::outcome::guarded;
        made.made.message = made.made.details.back();
        break;
      }
      slots_.resize(one.slots);
      tried_.push_back(std::move(made));
      return tried_.back().made.became == attempt::outcome::matched;
    });
  }

  /// Of the misses that come to the same point the one that began first is kept, and none is that
  /// begins within a match.
  void find_misses(const rule& of, std::uint32_t window) {
    const std::size_t matches = tried_.size();
    std::size_t furthest = 0;
    for (const piece& one : text_.pieces()) {
      if (one.window != window) continue;
      for (std::uint32_t at = one.begin; at < one.end; ++at) {
        const std::size_t byte = text_.bytes(at, at).begin;
        const bool within = std::any_of(
            tried_.begin(), tried_.begin() + static_cast<std::ptrdiff_t>(matches),
            [&](const tried& t) { return t.made.where.begin <= byte && byte < t.made.where.end; });
        std::uint32_t end = 0;
        if (within || !follow(of, window, at, end)) continue;
        const span where = text_.bytes(at, end);
        if (where.end <= furthest) continue;
        furthest = where.end;
        tried made{{attempt::outcome::stopped, where, "expected ", {}}, where};
        made.made.message.append(wanted(3)).append(", found ").append(found_at(end));
        wanted(64, &made.made.details);
        tried_.push_back(std::move(made));
      }
    }
  }

  /// How many characters of one of the texts that a step asks for stand at a place.
  std::uint32_t agreed(const instruction& step, std::uint32_t window, std::uint32_t at) const {
    std::uint32_t most = 0;
    if (step.op != operation::step || step.most == 1) return most;
    for (const list<std::uint32_t> text :
         rules_.of(rules_.masks()[step.argument & ~is_mask].texts)) {
      const std::span<const std::uint32_t> rows = rules_.of(text);
      std::uint32_t count = 0;
      while (count < rows.size() && text_.row(window, rows[count]).has(at + count))
        ++count;
      if (count < rows.size()) most = std::max(most, count);
    }
    return most;
  }

  /// What could have gone on where the rule stopped, with so many alternatives of each kind and of
  /// each instruction at most; each instruction's for itself in `all`.
  std::string wanted(std::size_t most, std::vector<std::string>* all = nullptr) const {
    std::string out;
    std::size_t count = 0;
    for (const std::uint32_t state : stops_) {
      std::string one = words_.element(state, most);
      if (out.find(one) != std::string::npos) continue;
      if (++count <= most) out.append(out.empty() ? "" : ", or ").append(one);
      if (all != nullptr) all->push_back(std::move(one));
    }
    return count > most ? out + ", or …" : out;
  }

  /// What stands at a place.
  std::string found_at(std::uint32_t at) const {
    const piece& sentence = text_.piece_at(at);
    if (at >= sentence.end) return "the sentence's end";
    return std::string("\"").append(text_.text(at, at + 1)).append("\"");
  }

  /// Whether the rule goes beyond its first place, but not to its end; where it stops, and what
  /// stops it there (`stops_`).
  bool follow(const rule& of, std::uint32_t window, std::uint32_t start, std::uint32_t& furthest) {
    const std::uint32_t first = text_.windows()[window].first_word * 64;
    const std::uint32_t places = text_.windows()[window].words * 64;
    search_.follow(of, window, start);
    furthest = start;
    stops_.clear();
    const auto stop = [&](std::uint32_t at, std::uint32_t state) {
      if (at + first < furthest) return;
      if (at + first > furthest) stops_.clear();
      furthest = at + first;
      if (stops_.empty() || stops_.back() != state + of.begin) stops_.push_back(state + of.begin);
    };
    for (std::uint32_t state = 0; state + of.begin < of.end; ++state) {
      const instruction& step = rules_.code()[of.begin + state];
      const bit_row reached = search_.reached(state);
      for (std::uint32_t at = start - first; at < places; ++at) {
        if (!reached.has(at)) continue;
        switch (step.op) {
        case operation::step:
        case operation::look:
          if (!search_.holds(step.argument).has(at)) stop(at + agreed(step, window, at), state);
          break;
        case operation::run: {
          std::uint32_t taken = 0;
          while (taken < step.most && search_.holds(step.argument).has(at + taken))
            ++taken;
          if (taken < step.most) stop(at + taken, state);
          break;
        }
        case operation::jump:
          if (!begins(step.argument, at + first)) stop(at, state);
          break;
        case operation::accept:
          return false;
        default:
          break;
        }
      }
    }
    return furthest > start;
  }

  bool begins(std::uint32_t type, std::uint32_t at) const noexcept {
    const annotation* a = text_.first_at(at);
    while (a != nullptr && (a->type != type || a->crosses))
      a = text_.next_at(*a);
    return a != nullptr;
  }

  /// What a guard saw, and whether it holds.
  std::string sight(const rule& of, const guard& asked, const candidate& one, bool holds) const {
    std::uint32_t begin = slots_[one.slots + asked.from], end = slots_[one.slots + asked.to];
    const std::string_view between =
        begin != none && end != none && begin < end ? text_.text(begin, end) : std::string_view();
    std::string out;
    switch (asked.kind) {
    case guard_kind::absent:
    case guard_kind::length:
    case guard_kind::clause:
      if (asked.kind == guard_kind::absent) {
        out = holds ? "nothing that 'unless' forbids lies between "
                    : "what 'unless' forbids lies between ";
      } else if (asked.kind == guard_kind::length) {
        out = holds ? "few enough characters lie between " : "too many characters lie between ";
      } else {
        out = holds ? "no comma, semicolon or colon lies between "
                    : "a comma, semicolon or colon lies between ";
      }
      out.append(words_.slot(of, asked.from)).append(" and ").append(words_.slot(of, asked.to));
      return out.append(": \"").append(between).append("\"");
    case guard_kind::heading:
      return holds ? "it lies in a heading" : "it does not lie in a heading";
    case guard_kind::test:
      break;
    }
    for (const test& each : rules_.of(asked.tests)) {
      const std::span<const value_source> operands = rules_.of(each.operands);
      const std::string_view verdict = holds ? "'where' holds: " : "'where' does not hold: ";
      out.append(out.empty() ? verdict : ", ");
      out.append(each.negated ? "not " : "").append(words_.value(of, operands[0]));
      field seen;
      if (evaluate(operands[0], one, seen)) {
        out.append(" is \"").append(seen.value).append("\"");
      } else {
        out.append(" is not there");
      }
    }
    return out;
  }

  /// Matches that gave no record, because others of the type stand in their place.
  void find_losses(const rule& of, std::size_t first) {
    for (tried& one : tried_) {
      if (one.made.became != attempt::outcome::matched || of.blocks) continue;
      const match* winner = nullptr;
      bool won = false;
      for (std::size_t i = first; i < matches_.size(); ++i) {
        won = won || (matches_[i].rule == rules_.text(of.name) && matches_[i].where == one.anchor);
        if (matches_[i].where.overlaps(one.anchor)) winner = &matches_[i];
      }
      if (won || of.each != 0) continue;
      one.made.became = attempt::outcome::lost;
      one.made.message = winner == nullptr
                             ? "a rule that blocks has taken its place"
                             : "its place went to the rule '" + std::string(winner->rule) + '\'';
    }
  }

  std::vector<match> unused_;
  describer words_;
  std::uint32_t index_;
  std::vector<attempt>& found_;
  std::vector<tried> tried_;         // in the paragraph
  std::vector<std::uint32_t> stops_; // instructions
};
using explainer = basic_explainer<>;

/// The index of the rule of that name; `none` for no such rule.
template <class = void>
std::uint32_t rule_of(const program_view& rules, std::string_view name) noexcept {
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    if (rules.text(rules.rules()[i].name) == name) return i;
  }
  return none;
}

/// What stands around a place in its line, and a mark under `length` bytes of it.
template <class = void>
void append_near(std::string& out, std::string_view text, std::size_t at, std::size_t length) {
  constexpr std::size_t before = 24, behind = 40; // characters
  const auto is_inside = [&](std::size_t byte) {  // a character
    return (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80;
  };
  std::size_t begin = at, end = std::min(text.size(), at + length), column = 1;
  while (begin > 0 && column <= before && text[begin - 1] != '\n') {
    do {
      --begin;
    } while (begin > 0 && is_inside(begin));
    ++column;
  }
  for (std::size_t count = 0; end < text.size() && text[end] != '\n' && count < behind; ++count) {
    do {
      ++end;
    } while (end < text.size() && is_inside(end));
  }
  const bool more_before = begin > 0 && text[begin - 1] != '\n';
  std::string line(more_before ? "…" : "");
  line.append(text.substr(begin, end - begin));
  if (end < text.size() && text[end] != '\n') line += "…";
  append_marked(out, line, column + (more_before ? 1 : 0), length);
}

} // namespace detail

template <class>
std::vector<attempt> explain(const program& rules, std::string_view rule, const document& page) {
  std::vector<attempt> out;
  const detail::program_view view = rules.view();
  const std::uint32_t index = detail::rule_of(view, rule);
  if (index == detail::none) return out;
  detail::explainer run(view, page.text(), index, out);
  detail::read_page(page, run);
  return out;
}

template <class>
std::vector<attempt> explain(const program& rules, std::string_view rule,
                             std::string_view paragraph) {
  std::vector<attempt> out;
  const detail::program_view view = rules.view();
  const std::uint32_t index = detail::rule_of(view, rule);
  if (index == detail::none || paragraph.empty()) return out;
  const span all{0, paragraph.size()};
  detail::explainer(view, paragraph, index, out).add(all, 0, false, {all});
  return out;
}

template <class> attempt explain(const program& rules, const match& of, const document& page) {
  for (attempt& one : explain(rules, of.rule, page)) {
    if (one.became == attempt::outcome::matched && one.where == of.whole) return std::move(one);
  }
  return {};
}

template <class> std::string to_string(const attempt& of, std::string_view text) {
  return to_string(of, text, locate(text, told_place(of)));
}

template <class> std::string to_string(const attempt& of, std::string_view text, position from) {
  constexpr std::string_view names[] = {"matched", "stopped", "refused", "lost"};
  const bool stopped = of.became == attempt::outcome::stopped;
  const std::string_view words = of.where.in(text);
  std::string out = std::to_string(from.line) + ':' + std::to_string(from.column) + ": ";
  out.append(names[static_cast<std::size_t>(of.became)]);
  out.append(stopped ? " after \"" : " \"").append(words).append("\"");
  if (!of.message.empty()) out.append(": ").append(of.message);
  out += '\n';
  detail::append_near(out, text, told_place(of), stopped ? 1 : words.size());
  return out;
}

} // namespace hantext::rules
