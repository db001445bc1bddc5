// What the command line asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <hantext/report.hpp>

namespace program {

enum class command { extract, dedup, clean, number, validate };
enum class output_format { jsonl, csv, markdown, html };
enum class input_format { text, jsonl };
enum class number_style { none, lower, upper, digits, money, arabic };

struct options {
  program::command command = command::extract;
  std::vector<std::string> operands; // paths, or the texts of `number`
  output_format format = output_format::jsonl;
  input_format input = input_format::text;
  std::string field = "text";     // the member of a JSON Lines object that holds the text: a.b
  std::string id = "id";          // the member that names it, likewise
  std::vector<std::string> rules; // files
  std::string out;                // a file, a folder for html, or empty for standard output
  hantext::report::language language = hantext::report::language::automatic; // of html
  std::string encoding;         // of the input; empty: UTF-8
  bool byte_order_mark = false; // before csv
  bool quiet = false;           // no progress and no hints
  unsigned jobs = 0;            // 0: as many as the machine has cores
  double threshold = 0.8;       // of dedup
  number_style to = number_style::none;
};

// Exit codes.
inline constexpr int exit_done = 0;
inline constexpr int exit_bad_input = 1;
inline constexpr int exit_usage = 2;

// Reads the words after the name of the program. Where there is nothing to do (help, version, a
// mistake) it prints what is to be printed, sets `exit_code` and returns nothing.
std::optional<options> read_options(int argc, char** argv, int& exit_code);

} // namespace program
