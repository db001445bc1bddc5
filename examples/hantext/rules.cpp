#include "rules.hpp"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <span>
#include <string_view>

#include <hantext/document.hpp>
#include <hantext/extract.hpp>
#include <hantext/packs/built_in.hpp>
#include <hantext/packs/china_gov.hpp>
#include <hantext/rules/explain.hpp>

#include "commands.hpp"
#include "input.hpp"
#include "output.hpp"

namespace program {
namespace {

constexpr std::string_view built_in = "china_gov";

// The built-in pack and some files, and what they import: files named from the folder that the
// first of them lies in, or from the current one.
class rule_files {
public:
  bool read(const std::vector<std::string>& paths, complaints& complain) {
    packs_.push_back({built_in, hantext::packs::china_gov()});
    for (const std::string& path : paths) {
      std::optional<std::string> text = read_file(path, complain);
      if (!text) return false;
      texts_.push_back(std::move(*text));
      packs_.push_back({path, texts_.back()});
    }
    if (!paths.empty()) folder_ = paths.front().substr(0, paths.front().find_last_of("/\\") + 1);
    return true;
  }

  std::span<const hantext::rules::source> packs() const { return packs_; }

  // The text of what a pack imports.
  std::optional<std::string_view> operator()(std::string_view name) {
    for (const std::string& path : {folder_ + std::string(name), std::string(name)}) {
      std::FILE* const file = std::fopen(path.c_str(), "rb");
      if (file == nullptr) continue;
      std::fclose(file);
      complaints unread;
      std::optional<std::string> text = read_file(path, unread);
      if (!text) return std::nullopt;
      texts_.push_back(std::move(*text));
      return texts_.back();
    }
    // The parts of the built-in pack, which stands first, are there already.
    return hantext::packs::built_in{}(name) ? std::optional<std::string_view>("") : std::nullopt;
  }

private:
  std::string folder_;
  std::deque<std::string> texts_; // stay where they are
  std::vector<hantext::rules::source> packs_;
};

// Finds line and column of the bytes of a file.
class line_finder {
public:
  explicit line_finder(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') begins_.push_back(i + 1);
  }
  hantext::rules::position operator()(std::size_t byte) const {
    const auto line = std::upper_bound(begins_.begin(), begins_.end(), byte) - 1;
    return {static_cast<std::size_t>(line - begins_.begin()) + 1,
            hantext::rules::locate(text_.substr(*line), byte - *line).column};
  }

private:
  std::string_view text_;
  std::vector<std::size_t> begins_ = {0};
};

// The attempts that are shown unless all are asked for: those whose pattern matched, and of the
// others the three that came furthest.
std::vector<bool> chosen_attempts(const std::vector<hantext::rules::attempt>& all) {
  using outcome = hantext::rules::attempt::outcome;
  std::vector<std::size_t> stopped;
  std::vector<bool> shown(all.size(), true);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].became == outcome::stopped) stopped.push_back(i);
  }
  std::stable_sort(stopped.begin(), stopped.end(), [&](std::size_t a, std::size_t b) {
    return all[a].where.size() > all[b].where.size();
  });
  for (std::size_t i = 3; i < stopped.size(); ++i)
    shown[stopped[i]] = false;
  return shown;
}

std::string counted(std::size_t count, const char* one, const char* several) {
  return std::to_string(count) + (count == 1 ? one : several);
}

// What became of a rule in a page, for a person: a line that says it all, then each attempt.
std::string explain_page(const hantext::rules::program& pack, const options& chosen,
                         const source& from) {
  using outcome = hantext::rules::attempt::outcome;
  const hantext::document page(from.text);
  const line_finder place_of(from.text);
  const std::vector<hantext::rules::attempt> all = hantext::rules::explain(pack, chosen.rule, page);
  const std::vector<bool> shown = chosen_attempts(all);
  std::string attempts, furthest;
  std::size_t matches = 0, hidden = 0, longest = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const hantext::rules::attempt& one = all[i];
    matches += one.became == outcome::matched ? 1 : 0;
    // The place of the character itself: what is between it and the one before was left out.
    const std::size_t at = std::min(told_place(one), page.text().size() - 1);
    const hantext::rules::position place = place_of(page.to_source({at, at + 1}).begin);
    if (one.became == outcome::stopped && one.where.size() > longest) {
      longest = one.where.size();
      furthest = "; the nearest miss, at " + std::to_string(place.line) + ':' +
                 std::to_string(place.column) + ", " + one.message;
    }
    if (!shown[i] && !chosen.all) {
      ++hidden;
      continue;
    }
    attempts += from.doc + ':' + to_string(one, page.text(), place);
    for (const std::string& detail : one.details) {
      if (chosen.all) attempts.append("  - ").append(detail) += '\n';
    }
  }
  std::string output;
  if (!chosen.quiet) {
    output += from.doc + ": rule " + chosen.rule + " of " + std::string(pack.pack_of(chosen.rule)) +
              ": " + counted(matches, " match, ", " matches, ") +
              counted(all.size() - matches, " near miss", " near misses") + furthest + '\n';
  }
  output += attempts;
  if (hidden != 0 && !chosen.quiet)
    output += from.doc + ": " + counted(hidden, " more near miss", " more near misses") +
              "; --all shows them\n";
  return output;
}

} // namespace

std::optional<hantext::rules::program> compile_rules(const std::vector<std::string>& paths,
                                                     complaints& complain) {
  rule_files files;
  if (!files.read(paths, complain)) return std::nullopt;
  hantext::rules::compilation made = hantext::rules::compile(files.packs(), files);
  for (const hantext::rules::diagnostic& one : made.problems)
    complain.add_lines(hantext::rules::to_string(one));
  if (!made) return std::nullopt;
  return std::move(made.rules);
}

hantext::analysis read_page(std::string_view text) { return {hantext::document(text), {}, {}}; }

hantext::analysis analyze_page(std::string_view text, const hantext::analyze_options& how) {
  return hantext::analyze(text, how);
}

int check(const options& chosen) {
  complaints complain;
  rule_files files;
  if (!files.read(chosen.operands, complain)) return exit_bad_input;
  std::size_t errors = 0, warnings = 0;
  for (const hantext::rules::diagnostic& one : hantext::rules::check(files.packs(), files)) {
    if (!one.is_error && one.source == built_in) continue;
    ++(one.is_error ? errors : warnings);
    std::cout << hantext::rules::to_string(one);
  }
  if (!chosen.quiet) {
    std::cerr << "hantext: " << errors << (errors == 1 ? " error, " : " errors, ") << warnings
              << (warnings == 1 ? " warning\n" : " warnings\n");
  }
  return errors == 0 ? exit_done : exit_bad_input;
}

int explain(const options& chosen) {
  complaints complain(chosen.quiet);
  const std::optional<hantext::rules::program> pack = compile_rules(chosen.rules, complain);
  if (!pack) return exit_bad_input;
  const std::vector<std::string_view> names = pack->rule_names();
  if (std::find(names.begin(), names.end(), chosen.rule) == names.end())
    return complain_of_usage(
        "there is no rule " + in_quotes(chosen.rule) + suggestion(chosen.rule, names), "explain");
  std::string output;
  for (const source& page : read_sources(chosen, complain))
    output += explain_page(*pack, chosen, page);
  return finish(chosen, output, complain);
}

} // namespace program
