/// \file
/// Tests rule packs: everything that is wrong with them or looks wrong, and the examples in them.
#pragma once

#include <hantext/document.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/compile.hpp>
#include <hantext/rules/diagnostic.hpp>
#include <hantext/rules/engine.hpp>
#include <hantext/rules/lint.hpp>
#include <hantext/rules/syntax.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::rules {

/// Compiles packs as `compile` does and says all that is wrong: mistakes; if there are none, what
/// lint.hpp finds in the packs given (not in those imported), as warnings; and every example and
/// counter-example in any of them that does not hold, as an error. Empty where all is well.
template <class Resolve = no_sources>
std::vector<diagnostic> check(std::span<const source> packs, Resolve&& resolve = {});

/// The same for one pack that imports nothing.
template <class = void> std::vector<diagnostic> check(std::string_view pack) {
  const source only{{}, pack};
  return check(std::span<const source>(&only, 1), no_sources{});
}

namespace detail {

struct told_problem {
  problem what;
  std::string message;
};

/// Runs the examples of packs.
template <class = void> class basic_example_runner {
public:
  basic_example_runner(const syntax& tree, const program& rules, std::vector<told_problem>& out)
      : tree_(tree), rules_(rules), out_(out) {}

  void run() {
    for (const example_text& one : tree_.examples) {
      if (one.rule != none || !one.expects) continue;
      for (const expected_record& record : one.records)
        named_.emplace_back(one.at.source, record.type);
    }
    std::sort(named_.begin(), named_.end());
    named_.erase(std::unique(named_.begin(), named_.end()), named_.end());
    for (const example_text& one : tree_.examples) {
      if (one.rule != none && tree_.rules[one.rule].off) continue;
      const document page(one.text);
      found_ = engine(rules_).run(page);
      text_ = page.text();
      used_.assign(found_.size(), false);
      if (one.expects) {
        const std::size_t problems = out_.size();
        for (const expected_record& record : one.records)
          expect(one, record);
        if (one.rule == none && out_.size() == problems) refuse_others(one);
      } else if (one.records.empty()) {
        refuse(one, nullptr);
      } else {
        for (const expected_record& record : one.records)
          refuse(one, &record);
      }
    }
  }

private:
  /// Whether a record is of the type expected, or of the rule where none is named.
  bool is_of(const match& found, const example_text& one, const expected_record* record) const {
    if (record != nullptr && record->type != none)
      return found.type == tree_.types[record->type - first_named].name;
    return one.rule == none || found.rule == tree_.rules[one.rule].name;
  }

  std::string_view text_of(const match& found) const { return found.where.in(text_); }

  /// Whether a record has the field as expected. `text` is the record's own text unless it has a
  /// field of that name.
  bool has(const match& found, const expected_field& wanted) const {
    const field* known = found.find(wanted.name);
    if (known == nullptr && wanted.name == "text") return text_of(found) == wanted.value;
    if (wanted.absent) return known == nullptr;
    return known != nullptr && known->value == wanted.value;
  }

  void expect(const example_text& one, const expected_record& record) {
    std::size_t best = found_.size(), most = 0;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (used_[i] || !is_of(found_[i], one, &record)) continue;
      const auto right = static_cast<std::size_t>(
          std::count_if(record.fields.begin(), record.fields.end(),
                        [&](const expected_field& wanted) { return has(found_[i], wanted); }));
      if (best < found_.size() && right <= most) continue;
      best = i;
      most = right;
    }
    if (best == found_.size()) {
      fail(one.at, "the example has no record " + name_of(one, record) + "; " + all_found());
      return;
    }
    if (most == record.fields.size()) {
      used_[best] = true;
      return;
    }
    for (const expected_field& wanted : record.fields) {
      if (has(found_[best], wanted)) continue;
      const field* known = found_[best].find(wanted.name);
      std::string message = "expected ";
      message.append(wanted.absent ? "no " : "").append(wanted.name);
      if (!wanted.absent) message.append(" = \"").append(wanted.value).append("\"");
      message += ", found ";
      if (known == nullptr && wanted.name == "text") {
        message.append("\"").append(text_of(found_[best])).append("\"");
      } else if (known == nullptr) {
        message += "none";
      } else {
        message.append("\"").append(known->value).append("\"");
      }
      message.append(" in ").append(written(found_[best]));
      fail(wanted.at, std::move(message));
    }
  }

  /// An example of no rule tells all records of the types that such examples of its file name.
  void refuse_others(const example_text& one) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const bool is_named = std::any_of(named_.begin(), named_.end(), [&](const auto& type) {
        return type.first == one.at.source &&
               tree_.types[type.second - first_named].name == found_[i].type;
      });
      if (!used_[i] && is_named) fail(one.at, "the example has also " + written(found_[i]));
    }
  }

  void refuse(const example_text& one, const expected_record* record) {
    for (const match& found : found_) {
      if (!is_of(found, one, record)) continue;
      fail(one.at, "the counter-example has " + written(found));
      return;
    }
  }

  std::string name_of(const example_text& one, const expected_record& record) const {
    std::string name;
    if (record.type != none) return name.append(tree_.types[record.type - first_named].name);
    return name.append("of the rule ").append(tree_.rules[one.rule].name);
  }

  /// `type[text] field = "value", …`
  std::string written(const match& found) const {
    std::string out(found.type);
    out.append("[").append(text_of(found)).append("] by ").append(found.rule);
    if (!found.pack.empty()) out.append(" of ").append(found.pack);
    for (const field& one : found.fields) {
      out.append(&one == found.fields.data() ? ": " : ", ").append(one.name);
      out.append(" = \"").append(one.value).append("\"");
    }
    return out;
  }

  std::string all_found() const {
    if (found_.empty()) return "nothing is found";
    std::string out = "found are ";
    for (const match& found : found_)
      out.append(&found == found_.data() ? "" : "; ").append(written(found));
    return out;
  }

  void fail(place at, std::string message) {
    out_.push_back({{error_kind::failed_example, true, at, {}, {}}, std::move(message)});
  }

  const syntax& tree_;
  const program& rules_;
  std::vector<told_problem>& out_;
  std::vector<match> found_;
  std::string_view text_;
  std::vector<bool> used_; // by match: an expected record was found in it
  std::vector<std::pair<std::uint32_t, std::uint32_t>> named_; // by examples: source and type
};
using example_runner = basic_example_runner<>;

} // namespace detail

template <class Resolve>
std::vector<diagnostic> check(std::span<const source> packs, Resolve&& resolve) {
  detail::syntax tree;
  compilation made = detail::compile_sources(packs, resolve, tree);
  if (!made) return std::move(made.problems);
  detail::linter(tree, packs.size()).run();
  std::vector<detail::told_problem> all;
  for (const detail::problem& one : tree.problems)
    all.push_back({one, detail::message_of(one)});
  detail::example_runner(tree, made.rules, all).run();
  std::stable_sort(all.begin(), all.end(),
                   [](const detail::told_problem& a, const detail::told_problem& b) {
                     const detail::place &one = a.what.at, &other = b.what.at;
                     return one.source != other.source ? one.source < other.source
                                                       : one.where.begin < other.where.begin;
                   });
  std::vector<diagnostic> out;
  out.reserve(all.size());
  detail::diagnostic_writer write(tree.sources);
  for (detail::told_problem& one : all)
    out.push_back(write(one.what, std::move(one.message)));
  return out;
}

} // namespace hantext::rules
