// The rule language the slow way: packs made at random, and what they find in a text by following
// every way of matching, in the order of preference, with nothing clever. Texts are ASCII and one
// sentence. What the lower floors say (where a numeral stands) is taken from them.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/numeral.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace slow {

constexpr std::size_t nowhere = std::string::npos;
constexpr std::size_t no_capture = nowhere;

struct pattern {
  enum class kind { letter, edge, jump, look, choice, sequence, repeat, capture };
  kind what = kind::letter;
  std::string letters;    // any of them; of a look: beside its parts
  std::string type;       // of a jump, as it is written: <v>, @number
  std::size_t number = 0; // of a capture
  bool behind = false;
  bool negated = false;
  std::vector<pattern> parts;
  std::size_t least = 1;
  std::size_t most = 1;
  bool reluctant = false;
};

struct value {
  enum class kind { constant, capture, nearest };
  kind what = kind::constant;
  std::string text;    // the constant, or the attribute
  std::string type;    // of `nearest`
  std::string side;    // of `nearest`: before, after, or nothing
  bool clause = false; // of `nearest`
  std::size_t number = 0;
  std::size_t within = 0;
};

struct test {
  bool negated = false;
  value left;
  std::string compare; // =, <, …, in, or nothing: whether it is there
  value right;
  std::string type; // of `in`
};

struct guard {
  enum class kind { unless, within, clause, where };
  kind what = kind::unless;
  pattern absent;
  std::size_t most = 0;
  std::size_t one = no_capture; // in one, or between one and other; or the whole match
  std::size_t other = no_capture;
  std::vector<test> tests; // one must hold
};

struct rule {
  std::string name;
  std::string type;
  bool blocks = false;
  std::size_t anchor = no_capture;
  std::size_t each = no_capture;
  std::size_t priority = 0;
  pattern root;
  std::vector<guard> guards;
  std::vector<std::pair<std::string, std::vector<value>>> fields; // one alternative after the other
};

struct word {
  std::string text;
  std::string lexicon;
  std::string attribute;
};

struct pack {
  std::vector<word> words;
  std::string keep;        // of the records of the last type
  std::vector<rule> rules; // ordered by type
};

// --- how it is written ---------------------------------------------------------------------------

inline std::string name_of(std::size_t capture) { return "c" + std::to_string(capture); }

inline std::string written(const pattern& of) {
  using kind = pattern::kind;
  std::string out;
  const auto join = [&](const char* between) {
    for (const char c : of.letters)
      out += (out.empty() ? "\"" : std::string(between) + '"') + c + '"';
    for (const pattern& part : of.parts)
      out += (out.empty() ? "" : between) + written(part);
    return "( " + out + " )";
  };
  switch (of.what) {
  case kind::letter:
  case kind::choice:
    return join(" | ");
  case kind::edge:
    return "edge";
  case kind::jump:
    return of.type;
  case kind::look:
    return std::string(of.negated ? "not " : "") + (of.behind ? "after" : "before") + join(" | ");
  case kind::repeat:
    return join("") + '{' + std::to_string(of.least) + ',' + std::to_string(of.most) +
           (of.reluctant ? "}?" : "}");
  case kind::capture:
    return name_of(of.number) + ':' + join(" ");
  default:
    return join(" ");
  }
}

inline std::string written(const value& of) {
  switch (of.what) {
  case value::kind::constant:
    return '"' + of.text + '"';
  case value::kind::capture:
    return name_of(of.number) + (of.text.empty() ? "" : "." + of.text);
  default:
    return "nearest " + of.type + (of.text.empty() ? "" : "." + of.text) + ' ' + of.side +
           (of.clause ? " in clause" : "") +
           (of.within == 0 ? "" : " within " + std::to_string(of.within));
  }
}

inline std::string written(const guard& of) {
  std::string out;
  switch (of.what) {
  case guard::kind::unless:
    out = "unless " + written(of.absent);
    break;
  case guard::kind::within:
    out = "within " + std::to_string(of.most);
    break;
  case guard::kind::clause:
    out = "within clause";
    break;
  default:
    for (const test& one : of.tests) {
      out += (out.empty() ? "where " : " or ") + std::string(one.negated ? "not " : "") +
             written(one.left);
      if (!one.compare.empty())
        out += ' ' + one.compare + ' ' + (one.compare == "in" ? one.type : written(one.right));
    }
  }
  if (of.other != no_capture)
    return out + " between " + name_of(of.one) + " and " + name_of(of.other);
  return of.one != no_capture ? out + " in " + name_of(of.one) : out;
}

inline std::string written(const pack& of) {
  std::string out;
  for (const word& one : of.words)
    out += "lexicon " + one.lexicon + " = " + one.text + "(k=" + one.attribute + ") ;\n";
  for (const rule& one : of.rules) {
    out += "rule " + one.name + (one.blocks ? " blocks " : " emits ") + one.type;
    if (one.anchor != no_capture) out += " at " + name_of(one.anchor);
    if (one.each != no_capture) out += " each " + name_of(one.each);
    out += " priority " + std::to_string(one.priority) + "\n  = " + written(one.root) + '\n';
    for (const guard& asked : one.guards)
      out += "  " + written(asked) + '\n';
    for (const auto& [field, values] : one.fields) {
      out += (&field == &one.fields.front().first ? "  set " : ", ") + field + " = ";
      for (const value& alternative : values)
        out += (&alternative == values.data() ? "" : " or ") + written(alternative);
    }
    out += " ;\n";
  }
  return out + "record r keep " + of.keep + " ;\n";
}

// --- what it finds -------------------------------------------------------------------------------

struct place {
  std::size_t begin = 0;
  std::size_t end = nowhere;
};

struct annotation {
  place at;
  std::string type; // as it is written
  std::vector<std::pair<std::string, std::string>> attributes;
};

/// Finds records of one text, each written as `type rule [whole] [place] captures fields`.
class finder {
public:
  finder(const pack& of, std::string text) : pack_(of), text_(std::move(text)) {}

  /// False where that takes too many steps.
  bool run(std::vector<std::string>& out) {
    annotate();
    for (std::size_t first = 0; first < pack_.rules.size();) {
      const std::string& type = pack_.rules[first].type;
      candidates_.clear();
      std::size_t last = first;
      for (; last < pack_.rules.size() && pack_.rules[last].type == type; ++last)
        find_candidates(pack_.rules[last]);
      for (const candidate& one : chosen(type == "r" ? pack_.keep : "leftmost")) {
        if (one.by->blocks) continue;
        out.push_back(record(one));
        annotations_.push_back({one.anchor, "@" + type, fields(one)});
      }
      first = last;
    }
    std::sort(out.begin(), out.end());
    return steps_ < most_steps;
  }

private:
  using next = std::function<bool(std::size_t)>;
  struct noted {
    std::size_t number;
    place at;
  };
  struct candidate {
    const rule* by = nullptr;
    place whole;
    place anchor;
    std::vector<place> captures;
  };
  static constexpr std::size_t captures_ = 3;
  static constexpr std::size_t most_steps = 100'000;

  void annotate() {
    for (const word& one : pack_.words) {
      for (std::size_t at = 0; (at = text_.find(one.text, at)) != nowhere; ++at)
        annotations_.push_back(
            {{at, at + one.text.size()}, "<" + one.lexicon + ">", {{"k", one.attribute}}});
    }
    for (const hantext::numeral::mention& one : hantext::numeral::scan(text_))
      annotations_.push_back(
          {{one.begin, one.end}, "@number", {{"value", to_string(one.number.value)}}});
  }

  bool is_one_of(const std::string& letters, std::size_t at) const {
    return at < text_.size() && letters.find(text_[at]) != nowhere;
  }

  bool holds(const pattern& look, std::size_t at) {
    bool found =
        look.behind ? at > 0 && is_one_of(look.letters, at - 1) : is_one_of(look.letters, at);
    for (const pattern& part : look.parts)
      found = found || (look.behind ? lies_in(part, {0, at}, true) : lies_in(part, {at, nowhere}));
    return found != look.negated;
  }

  /// Whether a match begins at the place, or (`anywhere`) in it, and ends with it; or ends anywhere
  /// where the place has no end.
  bool lies_in(const pattern& of, place in, bool anywhere = false, bool ends_with = true) {
    for (std::size_t from = in.begin; from <= std::min(in.end, text_.size()); ++from) {
      const bool found = follow(of, from, [&](std::size_t end) {
        return in.end == nowhere || (ends_with ? end == in.end : end <= in.end);
      });
      if (found) return true;
      if (!anywhere) return false;
    }
    return false;
  }

  /// Follows all ways of matching from a place on, the preferred ones first, until `then` takes
  /// one.
  bool follow(const pattern& of, std::size_t at, const next& then) {
    using kind = pattern::kind;
    if (++steps_ >= most_steps) return true;
    switch (of.what) {
    case kind::letter:
      return is_one_of(of.letters, at) && then(at + 1);
    case kind::edge:
      return (at == 0 || at == text_.size()) && then(at);
    case kind::look:
      return holds(of, at) && then(at);
    case kind::jump:
      return jump(of.type, at, then);
    case kind::choice:
      return std::any_of(of.parts.begin(), of.parts.end(),
                         [&](const pattern& part) { return follow(part, at, then); });
    case kind::sequence:
      return follow_parts(of.parts, 0, at, then);
    case kind::repeat:
      return repeat(of, 0, at, then);
    default:
      break;
    }
    const std::size_t index = trail_.size();
    trail_.push_back({of.number, {at, nowhere}});
    const bool found = follow(of.parts.front(), at, [&](std::size_t end) {
      trail_[index].at.end = end;
      return then(end);
    });
    if (!found) trail_.resize(index);
    return found;
  }

  bool follow_parts(const std::vector<pattern>& parts, std::size_t index, std::size_t at,
                    const next& then) {
    if (index == parts.size()) return then(at);
    return follow(parts[index], at,
                  [&](std::size_t end) { return follow_parts(parts, index + 1, end, then); });
  }

  bool repeat(const pattern& of, std::size_t times, std::size_t at, const next& then) {
    const auto once_more = [&] {
      return times < of.most && follow(of.parts.front(), at, [&](std::size_t end) {
               return repeat(of, times + 1, end, then);
             });
    };
    if (times < of.least) return once_more();
    return of.reluctant ? then(at) || once_more() : once_more() || then(at);
  }

  bool jump(const std::string& type, std::size_t at, const next& then) {
    std::vector<std::size_t> ends;
    for (const annotation& one : annotations_) {
      if (one.type == type && one.at.begin == at) ends.push_back(one.at.end);
    }
    std::sort(ends.rbegin(), ends.rend());
    return std::any_of(ends.begin(), ends.end(), then);
  }

  // --- candidates --------------------------------------------------------------------------------

  void find_candidates(const rule& by) {
    for (std::size_t at = 0; at <= text_.size();) {
      trail_.clear();
      candidate made;
      made.by = &by;
      const bool found = follow(by.root, at, [&](std::size_t end) {
        made.whole = {at, end};
        return true;
      });
      std::size_t goes_on = at + 1;
      if (found && steps_ < most_steps) {
        made.captures.assign(captures_, {nowhere, nowhere});
        for (const noted& one : trail_)
          made.captures[one.number] = one.at;
        const std::size_t count = candidates_.size();
        by.each != no_capture ? add_each(made) : add(made);
        if (candidates_.size() > count) goes_on = std::max(goes_on, anchor_of(made).end);
      }
      at = goes_on;
    }
  }

  static place anchor_of(const candidate& of) {
    const std::size_t anchor = of.by->anchor != no_capture ? of.by->anchor : of.by->each;
    return anchor == no_capture ? of.whole : of.captures[anchor];
  }

  void add(candidate made) {
    made.anchor = anchor_of(made);
    if (made.anchor.begin == nowhere || made.anchor.begin >= made.anchor.end) return;
    const std::vector<guard>& guards = made.by->guards;
    if (std::all_of(guards.begin(), guards.end(),
                    [&](const guard& one) { return holds(one, made); }))
      candidates_.push_back(std::move(made));
  }

  void add_each(const candidate& made) {
    std::vector<std::vector<place>> all(captures_);
    for (const noted& one : trail_)
      all[one.number].push_back(one.at);
    const std::size_t count = all[made.by->each].size();
    for (const std::vector<place>& some : all) {
      if (some.size() > 1 && some.size() != count) return;
    }
    for (std::size_t k = 0; k < count; ++k) {
      candidate dealt = made;
      for (std::size_t i = 0; i < captures_; ++i) {
        if (all[i].size() == count) dealt.captures[i] = all[i][k];
      }
      add(std::move(dealt));
    }
  }

  // --- guards and values -------------------------------------------------------------------------

  bool holds(const guard& of, const candidate& one) {
    if (of.what == guard::kind::where)
      return std::any_of(of.tests.begin(), of.tests.end(),
                         [&](const test& asked) { return holds(asked, one) != asked.negated; });
    place in = of.one == no_capture ? one.whole : one.captures[of.one];
    if (in.begin == nowhere) return true;
    if (of.other != no_capture) {
      const place other = one.captures[of.other];
      if (other.begin == nowhere) return true;
      in = in.end <= other.begin ? place{in.end, other.begin} : place{other.end, in.begin};
    }
    if (in.begin >= in.end) return true; // nothing lies there
    if (of.what == guard::kind::unless) {
      const std::vector<noted> kept = trail_;
      const bool found = lies_in(of.absent, in, true, false);
      trail_ = kept;
      return !found;
    }
    if (of.what == guard::kind::within) return in.end - in.begin <= of.most;
    return text_.substr(in.begin, in.end - in.begin).find(',') == nowhere;
  }

  bool holds(const test& of, const candidate& one) const {
    if (of.compare == "in") {
      const place at = one.captures[of.left.number];
      return std::any_of(annotations_.begin(), annotations_.end(), [&](const annotation& a) {
        return a.type == of.type && a.at.begin == at.begin && a.at.end == at.end;
      });
    }
    std::string left, right;
    if (!evaluate(of.left, one, left)) return false;
    if (of.compare.empty()) return true;
    if (!evaluate(of.right, one, right)) return false;
    const auto a = hantext::parse_decimal(left), b = hantext::parse_decimal(right);
    if (of.compare == "=") return a && b ? *a == *b : left == right;
    if (of.compare == "!=") return a && b ? *a != *b : left != right;
    if (!a || !b) return false;
    return of.compare == "<" ? *a < *b : of.compare == ">=" && *a >= *b;
  }

  bool evaluate(const value& of, const candidate& one, std::string& out) const {
    if (of.what == value::kind::constant) {
      out = of.text;
      return true;
    }
    place at = of.what == value::kind::capture ? one.captures[of.number] : place{nowhere, nowhere};
    std::string type;
    if (of.what == value::kind::nearest) {
      type = of.type;
      if (!nearest(of, one, at)) return false;
    }
    if (at.begin == nowhere || at.begin >= at.end) return false;
    if (of.text.empty()) {
      out = text_.substr(at.begin, at.end - at.begin);
      return true;
    }
    for (const annotation& a : annotations_) {
      if (a.at.begin != at.begin || a.at.end != at.end || (!type.empty() && a.type != type))
        continue;
      for (const auto& [name, known] : a.attributes) {
        if (name != of.text) continue;
        out = known;
        return true;
      }
    }
    return false;
  }

  /// Before a record the annotation that ends last, the longest of those; behind it the one that
  /// ends first, likewise; of both the nearer one, rather the one before.
  bool nearest(const value& of, const candidate& one, place& found) const {
    place clause{0, text_.size()};
    if (of.clause) {
      const std::size_t before =
          one.anchor.begin == 0 ? nowhere : text_.rfind(',', one.anchor.begin - 1);
      clause.begin = before == nowhere ? 0 : before + 1;
      clause.end = std::min(text_.find(',', one.anchor.end), text_.size());
    }
    place left{nowhere, nowhere}, right = left;
    for (const annotation& a : annotations_) {
      if (a.type != of.type || a.at.begin < clause.begin || a.at.end > clause.end) continue;
      const bool longer_left = left.begin == nowhere || a.at.end > left.end ||
                               (a.at.end == left.end && a.at.begin < left.begin);
      const bool longer_right = right.begin == nowhere || a.at.end < right.end ||
                                (a.at.end == right.end && a.at.begin < right.begin);
      if (of.side != "after" && a.at.end <= one.anchor.begin && longer_left) left = a.at;
      if (of.side != "before" && a.at.begin >= one.anchor.end && longer_right) right = a.at;
    }
    const std::size_t to_left = left.begin == nowhere ? nowhere : one.anchor.begin - left.end;
    const std::size_t to_right = right.begin == nowhere ? nowhere : right.begin - one.anchor.end;
    found = to_left <= to_right ? left : right;
    return found.begin != nowhere && (of.within == 0 || std::min(to_left, to_right) <= of.within);
  }

  // --- records -----------------------------------------------------------------------------------

  /// Whether one is preferred where both cannot stay.
  bool is_preferred(const candidate& a, const candidate& b, std::string_view keep) const {
    const std::size_t one = a.anchor.end - a.anchor.begin, other = b.anchor.end - b.anchor.begin;
    if (keep == "priority" && a.by->priority != b.by->priority)
      return a.by->priority > b.by->priority;
    if (keep == "longest" && one != other) return one > other;
    if (a.anchor.begin != b.anchor.begin) return a.anchor.begin < b.anchor.begin;
    if (one != other) return one > other;
    if (a.by->priority != b.by->priority) return a.by->priority > b.by->priority;
    if (a.by != b.by) return a.by < b.by;
    return a.whole.begin < b.whole.begin;
  }

  std::vector<candidate> chosen(std::string_view keep) const {
    std::vector<candidate> out, left = candidates_;
    while (!left.empty()) {
      const auto best =
          std::min_element(left.begin(), left.end(), [&](const candidate& a, const candidate& b) {
            return is_preferred(a, b, keep);
          });
      const candidate taken = *best;
      left.erase(best);
      const bool stays = std::none_of(out.begin(), out.end(), [&](const candidate& other) {
        const place a = taken.anchor, b = other.anchor;
        if (keep == "distinct") return a.begin == b.begin && a.end == b.end;
        if (keep == "outermost") return b.begin <= a.begin && a.end <= b.end;
        return a.begin < b.end && b.begin < a.end;
      });
      if (stays) out.push_back(taken);
    }
    return out;
  }

  std::vector<std::pair<std::string, std::string>> fields(const candidate& one) const {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& [name, alternatives] : one.by->fields) {
      std::string found;
      if (std::any_of(alternatives.begin(), alternatives.end(),
                      [&](const value& each) { return evaluate(each, one, found); }))
        out.push_back({name, found});
    }
    return out;
  }

  static std::string written(place at) {
    return " [" + std::to_string(at.begin) + "," + std::to_string(at.end) + ")";
  }

  std::string record(const candidate& one) const {
    std::string out = one.by->type + ' ' + one.by->name + written(one.whole) + written(one.anchor);
    for (std::size_t i = 0; i < captures_; ++i) {
      if (one.captures[i].begin != nowhere) out += ' ' + name_of(i) + written(one.captures[i]);
    }
    for (const auto& [name, text] : fields(one))
      out += ' ' + name + '=' + text;
    return out;
  }

  const pack& pack_;
  std::string text_;
  std::size_t steps_ = 0;
  std::vector<annotation> annotations_;
  std::vector<noted> trail_;
  std::vector<candidate> candidates_;
};

// --- at random -----------------------------------------------------------------------------------

/// Whether the pattern can match nothing.
inline bool is_nullable(const pattern& of) {
  using kind = pattern::kind;
  if (of.what == kind::letter || of.what == kind::jump) return false;
  if (of.what == kind::look || of.what == kind::edge) return true;
  if (of.what == kind::repeat && of.least == 0) return true;
  if (of.what == kind::choice) return std::any_of(of.parts.begin(), of.parts.end(), is_nullable);
  return std::all_of(of.parts.begin(), of.parts.end(), is_nullable);
}

/// Whether the language refuses it: what is repeated or looked for must take a character.
inline bool is_refused(const pattern& of) {
  const bool asks = of.what == pattern::kind::repeat || of.what == pattern::kind::look;
  if (asks && std::any_of(of.parts.begin(), of.parts.end(), is_nullable)) return true;
  return std::any_of(of.parts.begin(), of.parts.end(), is_refused);
}

class maker {
public:
  explicit maker(unsigned seed) : random_(seed) {}

  pack make() {
    pack made;
    constexpr const char* words[] = {"a", "ab", "b", "bc", "abc", "ca"};
    for (const char* const text : words)
      made.words.push_back({text, one_in(2) ? "v" : "w", std::to_string(up_to(3))});
    made.words.push_back({"ad", "v", "9"});
    made.words.push_back({"dd", "w", "8"});
    constexpr const char* keeps[] = {"leftmost", "longest", "priority", "outermost", "distinct"};
    made.keep = keeps[up_to(4)];
    types_ = {"<v>", "<w>", "@number"};
    made.rules.push_back(figure());
    types_.push_back("@q");
    for (std::size_t i = 0, count = 1 + up_to(2); i < count; ++i)
      made.rules.push_back(any_rule("r" + std::to_string(i)));
    return made;
  }

  std::string text() {
    std::string out;
    for (std::size_t length = up_to(14); out.size() < length;)
      out += "aaabbbccdd12,"[up_to(12)];
    return out;
  }

private:
  std::size_t up_to(unsigned most) { return random_() % (most + 1); }
  bool one_in(unsigned many) { return random_() % many == 0; }

  std::string letters() {
    std::string out;
    for (char c = 'a'; c <= 'c'; ++c) {
      if (one_in(3)) out += c;
    }
    return out.empty() ? "a" : out;
  }

  pattern any_pattern(int depth, bool captures) {
    using kind = pattern::kind;
    pattern made;
    if (depth == 0 || one_in(4)) {
      if (one_in(3)) {
        made.what = kind::jump;
        made.type = types_[up_to(static_cast<unsigned>(types_.size() - 1))];
      } else {
        made.letters = letters();
      }
      return made;
    }
    constexpr kind kinds[] = {kind::choice, kind::sequence, kind::sequence, kind::repeat,
                              kind::capture};
    made.what = kinds[up_to(captures ? 4 : 3)];
    const bool single = made.what == kind::repeat || made.what == kind::capture;
    if (made.what == kind::capture) made.number = up_to(2);
    const std::size_t count = single ? 1 : 2 + up_to(1);
    for (std::size_t i = 0; i < count; ++i) {
      if (made.what == kind::sequence && one_in(5)) made.parts.push_back(any_look());
      made.parts.push_back(any_pattern(depth - 1, captures && made.what != kind::capture));
    }
    if (made.what == kind::sequence && one_in(8)) {
      pattern edge;
      edge.what = kind::edge;
      made.parts.insert(one_in(2) ? made.parts.begin() : made.parts.end(), edge);
    }
    if (made.what == kind::repeat) {
      made.least = up_to(2);
      made.most = made.least + 1 + up_to(3);
      made.reluctant = one_in(2);
    }
    return made;
  }

  pattern any_look() {
    pattern made;
    made.what = pattern::kind::look;
    made.behind = one_in(2);
    made.negated = one_in(2);
    if (one_in(2)) made.letters = letters();
    if (made.letters.empty() || one_in(3)) made.parts.push_back(any_pattern(1 + one_in(2), false));
    return made;
  }

  /// A pattern that the language takes.
  pattern good_pattern(int depth, bool captures) {
    for (;;) {
      pattern made = any_pattern(depth, captures);
      if (!is_nullable(made) && !is_refused(made)) return made;
    }
  }

  rule figure() {
    rule made{"q", "q", false, no_capture, no_capture, 0, {}, {}, {}};
    pattern number, tail, taken;
    number.what = pattern::kind::jump;
    number.type = "@number";
    taken.what = pattern::kind::capture;
    taken.parts.push_back(number);
    tail.what = pattern::kind::repeat;
    tail.least = 0;
    tail.parts.push_back(good_pattern(1, false));
    made.root.what = pattern::kind::sequence;
    made.root.parts = {taken, tail};
    made.fields.push_back({"value", {attribute(0, "value")}});
    return made;
  }

  static value attribute(std::size_t number, const std::string& name) {
    value made;
    made.what = value::kind::capture;
    made.number = number;
    made.text = name;
    return made;
  }
  static void find_captures(const pattern& of, std::vector<std::size_t>& out) {
    if (of.what == pattern::kind::capture &&
        std::find(out.begin(), out.end(), of.number) == out.end())
      out.push_back(of.number);
    for (const pattern& part : of.parts)
      find_captures(part, out);
  }
  std::size_t any_of(const std::vector<std::size_t>& some) {
    return some[up_to(static_cast<unsigned>(some.size() - 1))];
  }

  value any_value(const std::vector<std::size_t>& captures) {
    constexpr const char* names[] = {"", "k", "value", "value"};
    value made;
    made.text = names[up_to(3)];
    if (!captures.empty() && !one_in(3)) {
      made.what = value::kind::capture;
      made.number = any_of(captures);
    } else {
      constexpr const char* sides[] = {"", "before", "after"};
      made.what = value::kind::nearest;
      made.type = one_in(2) ? "<v>" : "<w>";
      if (made.text == "value") made.text = "k";
      made.side = sides[up_to(2)];
      made.clause = one_in(3);
      made.within = one_in(3) ? 1 + up_to(4) : 0;
    }
    return made;
  }

  guard any_guard(const std::vector<std::size_t>& captures) {
    guard made;
    constexpr guard::kind kinds[] = {guard::kind::unless, guard::kind::within, guard::kind::clause,
                                     guard::kind::where, guard::kind::where};
    made.what = kinds[up_to(4)];
    if (made.what == guard::kind::unless) made.absent = good_pattern(1 + one_in(3), false);
    made.most = 1 + up_to(4);
    if (made.what != guard::kind::where) {
      if (!captures.empty() && !one_in(3)) made.one = any_of(captures);
      if (made.one != no_capture && one_in(2)) made.other = any_of(captures);
      return made;
    }
    for (std::size_t i = 0, count = 1 + up_to(1); i < count; ++i) {
      constexpr const char* compares[] = {"", "=", "!=", "<", ">=", "in"};
      test asked;
      asked.negated = one_in(3);
      asked.left = any_value(captures);
      asked.compare = compares[up_to(5)];
      if (asked.compare == "in" &&
          (asked.left.what != value::kind::capture || !asked.left.text.empty()))
        asked.compare.clear();
      asked.type = types_[up_to(static_cast<unsigned>(types_.size() - 1))];
      asked.right = any_value(captures);
      if (one_in(2))
        asked.right = value{value::kind::constant, std::to_string(up_to(3)), {}, {}, false, 0, 0};
      made.tests.push_back(asked);
    }
    return made;
  }

  rule any_rule(const std::string& name) {
    rule made{name, "r", one_in(6), no_capture, no_capture, up_to(1), good_pattern(3, true),
              {},   {}};
    std::vector<std::size_t> captures;
    find_captures(made.root, captures);
    if (!captures.empty() && one_in(3)) made.anchor = any_of(captures);
    if (!captures.empty() && one_in(3)) made.each = any_of(captures);
    for (std::size_t i = 0, count = up_to(2); i < count; ++i)
      made.guards.push_back(any_guard(captures));
    // A `within` directly behind a `nearest` would be the latter's.
    std::stable_partition(made.guards.begin(), made.guards.end(),
                          [](const guard& one) { return one.what != guard::kind::where; });
    made.fields.push_back({"x", {any_value(captures), any_value(captures)}});
    made.fields.push_back({"y", {any_value(captures)}});
    return made;
  }

  std::mt19937 random_;
  std::vector<std::string> types_;
};

} // namespace slow
