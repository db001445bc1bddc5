// The commands and their options, as help, completion and the manual page tell of them.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace program {

struct command_help {
  std::string_view name;
  program::command command;
  std::string_view operands;
  std::string_view purpose;
  std::string_view example;
};

struct flag_help {
  std::string_view name;
  std::string_view argument; // empty: the flag takes none
  std::string_view commands; // those that take it, each in blanks
  std::string_view purpose;
  std::vector<std::string_view> choices = {}; // the words that the argument may be, if it is a word
  std::string_view also = {};                 // another name
};

bool taken_by(const flag_help& flag, std::string_view command);

void print_usage(std::ostream& out, std::span<const command_help> commands);
void print_help(std::ostream& out, const command_help& command, std::span<const flag_help> flags);
// A completion script for bash.
void print_completion(std::ostream& out, std::span<const command_help> commands,
                      std::span<const flag_help> flags);
// A manual page, for man(1).
void print_manual(std::ostream& out, std::span<const command_help> commands,
                  std::span<const flag_help> flags);

} // namespace program
