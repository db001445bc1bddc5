// What the command line asks for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hantext/extract/period.hpp>
#include <hantext/numeral.hpp>
#include <hantext/report.hpp>

namespace program {

enum class command { extract, dedup, clean, number, validate, check, explain };
enum class output_format { jsonl, csv, markdown, html };
enum class page_scope { everywhere, within, across };
enum class input_format { text, jsonl };

struct options {
  program::command command = command::extract;
  std::vector<std::string> operands; // paths, or the texts of `number`
  output_format format = output_format::jsonl;
  input_format input = input_format::text;
  std::string field = "text";        // the member of a JSON Lines object that holds the text: a.b
  std::string id = "id";             // the member that names it, likewise
  std::string encoding;              // of the input; empty: UTF-8
  std::vector<std::string> rules;    // files
  std::string rule;                  // of explain: its name
  bool all = false;                  // of explain: every near miss and every detail
  std::string out;                   // a file, a folder for html, or empty for standard output
  std::optional<hantext::date> date; // of the pages
  unsigned jobs = 0;                 // 0: as many as the machine has cores
  double threshold = 0.8;            // of dedup
  bool quiet = false;                // no progress and no hints
  hantext::report::language language = hantext::report::language::automatic; // of html
  bool byte_order_mark = false;                                              // before csv
  bool map = false; // of clean: where each paragraph stands in its file
  page_scope scope = page_scope::everywhere;
  std::size_t run = 0; // of dedup: the length from which shared runs count, or 0
  bool drop = false;   // of dedup: write the pages without the copies

  // of number
  std::optional<hantext::numeral::style> to; // nothing: digits, with English words around them
  hantext::numeral::format_options written;
  hantext::numeral::parse_options reading;
  bool explain = false;
  bool scan = false;
};

// Exit codes.
inline constexpr int exit_done = 0;
inline constexpr int exit_bad_input = 1;
inline constexpr int exit_usage = 2;

// Reads the words after the name of the program. Where there is nothing to do (help, version, a
// mistake) it prints what is to be printed, sets `exit_code` and returns nothing.
std::optional<options> read_options(int argc, char** argv, int& exit_code);

// "; did you mean 'x'?" for the nearest of the words, or nothing where none is near.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& known);

// Tells what is wrong with the usage of a command, or of the program where that is empty.
int complain_of_usage(std::string_view what, std::string_view of);

} // namespace program
