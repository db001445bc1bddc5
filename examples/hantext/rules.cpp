#include "rules.hpp"

#include <cstdio>
#include <deque>
#include <span>
#include <string_view>

#include <hantext/packs/china_gov.hpp>

#include "commands.hpp"
#include "input.hpp"

namespace program {
namespace {

constexpr std::string_view built_in = "china_gov";

// The built-in pack and some files, and what they import: files named from the folder that the
// first of them lies in, or from the current one.
class rule_files {
public:
  bool read(const std::vector<std::string>& paths, complaints& complain) {
    packs_.push_back({built_in, hantext::packs::china_gov});
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
    return std::nullopt;
  }

private:
  std::string folder_;
  std::deque<std::string> texts_; // stay where they are
  std::vector<hantext::rules::source> packs_;
};

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

} // namespace program
