#include "input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#if __has_include(<glob.h>)
#include <glob.h>
#define PROGRAM_HAS_GLOB
#endif

#include "encoding.hpp"
#include "json_reader.hpp"

namespace program {
namespace {

namespace fs = std::filesystem;

bool is_wanted(const fs::path& path, input_format input) {
  const fs::path extension = path.extension();
  if (input == input_format::jsonl) return extension == ".jsonl";
  return extension == ".txt" || extension == ".md";
}

// The files under a folder that hold text, sorted by path.
std::vector<std::string> files_under(const std::string& folder, input_format input,
                                     complaints& complain) {
  std::vector<std::string> paths;
  std::error_code problem;
  fs::recursive_directory_iterator walk(folder, problem);
  for (; !problem && walk != fs::recursive_directory_iterator(); walk.increment(problem)) {
    std::error_code ignored; // a broken link is no text
    if (walk->is_regular_file(ignored) && is_wanted(walk->path(), input))
      paths.push_back(walk->path().generic_string());
  }
  if (problem) {
    complain.add(folder, problem.message());
  } else if (paths.empty()) {
    complain.add(folder, input == input_format::jsonl ? "this folder holds no *.jsonl file"
                                                      : "this folder holds no *.txt or *.md file");
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The paths that a pattern such as 'pages/*.txt' stands for, sorted; the pattern itself where it
// stands for none, or where a file has that name.
std::vector<std::string> paths_like(const std::string& operand) {
  std::vector<std::string> paths;
#ifdef PROGRAM_HAS_GLOB
  std::error_code ignored;
  if (operand.find_first_of("*?[") != std::string::npos && !fs::exists(operand, ignored)) {
    glob_t found{};
    if (glob(operand.c_str(), 0, nullptr, &found) == 0)
      paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    globfree(&found);
  }
#endif
  if (paths.empty()) paths.push_back(operand);
  return paths;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

void read_lines(const std::string& path, std::string_view lines, const options& chosen,
                std::vector<source>& sources, complaints& complain) {
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string_view line = lines.substr(begin, end - begin);
    const std::string where = path + ":" + std::to_string(++number);
    if (!is_blank(line)) {
      json_problem problem;
      auto members = read_json_line(line, chosen.field, chosen.id, problem);
      if (!members) {
        complain.add(where, begin + problem.offset, problem.what);
      } else if (!members->field) {
        complain.add(where, "the object has no text member " + in_quotes(chosen.field));
      } else if (members->field->empty()) {
        complain.add(where, "the text is empty");
      } else {
        sources.push_back({std::move(members->id).value_or(where), *std::move(members->field)});
      }
    }
    begin = end + 1;
  }
  if (number == 0) complain.add(path, "the file is empty");
}

// What a file holds that is no text by its first bytes, and what to do about it; else nothing.
std::string_view other_than_text(std::string_view bytes) {
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"\x1F\x8B", "this is gzip, not text; give it by a pipe: zcat FILE | hantext COMMAND -"},
      {"%PDF-", "this is PDF, not text; pdftotext FILE makes a text of it"},
      {"PK\x03\x04", "this is a zip archive (docx and xlsx are), not text; save it as plain text"},
      {"\xD0\xCF\x11\xE0", "this is an office document, not text; save it as plain text"},
  };
  for (const auto& [begin, what] : kinds)
    if (bytes.starts_with(begin)) return what;
  return {};
}

void read_path(const std::string& path, const options& chosen, std::vector<source>& sources,
               complaints& complain) {
  std::optional<std::string> bytes = read_file(path, complain);
  if (!bytes) return;
  if (const std::string_view what = other_than_text(*bytes); !what.empty()) {
    complain.add(path, what);
    return;
  }
  if (!chosen.encoding.empty()) bytes = to_utf8(chosen.encoding, *bytes, path, complain);
  if (chosen.input == input_format::jsonl) {
    read_lines(path, *bytes, chosen, sources, complain);
  } else if (bytes->empty()) {
    complain.add(path, "the file is empty");
  } else {
    sources.push_back({path, *std::move(bytes)});
  }
}

} // namespace

std::optional<std::string> read_file(const std::string& path, complaints& complain) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    complain.add(path, std::strerror(errno));
    return std::nullopt;
  }
  std::string bytes;
  char block[1 << 16];
  while (const std::size_t size = std::fread(block, 1, sizeof block, file))
    bytes.append(block, size);
  const int mistake = std::ferror(file) != 0 ? errno : 0;
  if (file != stdin) std::fclose(file);
  if (mistake != 0) {
    complain.add(path, std::strerror(mistake));
    return std::nullopt;
  }
  return bytes;
}

std::vector<source> read_sources(const options& chosen, complaints& complain) {
  std::vector<source> sources;
  // A file found by a folder or a pattern; what the last run wrote there is no page.
  const auto read_found = [&](const std::string& path) {
    std::error_code ignored; // there may be no such output yet
    if (!chosen.out.empty() && fs::equivalent(path, chosen.out, ignored)) {
      complain.hint(path, "not read, since -o writes it");
    } else {
      read_path(path, chosen, sources, complain);
    }
  };
  for (const std::string& operand : chosen.operands) {
    for (const std::string& path : paths_like(operand)) {
      std::error_code ignored; // read_path names what is wrong
      if (path != "-" && fs::is_directory(path, ignored)) {
        for (const std::string& file : files_under(path, chosen.input, complain))
          read_found(file);
      } else if (path != operand) {
        read_found(path);
      } else {
        read_path(path, chosen, sources, complain);
      }
    }
  }
  return sources;
}

} // namespace program
