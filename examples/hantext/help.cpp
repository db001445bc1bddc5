#include "help.hpp"

#include <algorithm>
#include <cstddef>

#include <hantext/report.hpp>

namespace program {
namespace {

constexpr std::string_view about_paths =
    "PATH is a file, a folder (all *.txt and *.md under it; *.jsonl with --input jsonl), a pattern "
    "such as 'pages/*.txt', or - for standard input.";

struct exit_help {
  std::string_view code;
  std::string_view meaning;
};
constexpr exit_help exits[] = {
    {"0", "done"},
    {"1", "some input was bad: it is named on standard error, the rest is done"},
    {"2", "wrong usage"},
};

// The names of a flag, the short one first.
std::vector<std::string_view> names_of(const flag_help& flag) {
  if (flag.also.empty()) return {flag.name};
  if (flag.also.size() < flag.name.size()) return {flag.also, flag.name};
  return {flag.name, flag.also};
}

std::string with_argument(const flag_help& flag) {
  std::string out;
  for (const std::string_view name : names_of(flag))
    out.append(out.empty() ? "" : ", ").append(name);
  if (!flag.argument.empty()) out.append(" ").append(flag.argument);
  return out;
}

std::string padding(std::string_view left, std::size_t width) {
  return std::string(left.size() < width ? width - left.size() : 1, ' ');
}

// The words of a text in lines of at most 80 columns, those after the first behind a margin; its
// own line feeds stay.
std::string wrapped(std::string_view text, std::size_t margin) {
  std::string next_line = "\n";
  next_line.append(margin, ' ');
  std::string out;
  std::size_t column = margin;
  while (true) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t width = hantext::report::detail::display_width(word);
    if (column > margin && column + 1 + width > 80) {
      out += next_line;
      column = margin;
    } else if (column > margin) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    if (end == text.size()) return out;
    if (text[end] == '\n') {
      out += next_line;
      column = margin;
    }
    text.remove_prefix(end + 1);
  }
}

// Text for roff: no line is taken for a request, no minus for a hyphen.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '\'' && out.empty()) {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

} // namespace

bool taken_by(const flag_help& flag, std::string_view command) {
  std::string word = " ";
  word.append(command).append(" ");
  return flag.commands.find(word) != std::string_view::npos;
}

void print_usage(std::ostream& out, std::span<const command_help> commands) {
  out << "usage: hantext COMMAND [options] …\n\n"
         "Turns Chinese prose as found on newspaper pages into clean paragraphs and records.\n\n"
         "commands:\n";
  for (const command_help& help : commands)
    out << "  " << help.name << padding(help.name, 10) << wrapped(help.purpose, 12) << '\n';
  out << "\n'hantext COMMAND --help' tells more; 'hantext --version' prints the version,\n"
         "'hantext --completion' a completion script for bash, 'hantext --manual' a manual "
         "page.\n\n"
      << wrapped(about_paths, 0) << "\n";
  std::string codes = "Exit codes:";
  for (const exit_help& one : exits)
    codes.append(one.code == "0" ? " " : "; ").append(one.code).append(" ").append(one.meaning);
  out << wrapped(codes.append("."), 0) << '\n';
}

void print_help(std::ostream& out, const command_help& command, std::span<const flag_help> flags) {
  out << "usage: hantext " << command.name << " [options] " << command.operands << "\n\n"
      << wrapped(command.purpose, 0) << "\n\noptions:\n";
  for (const flag_help& flag : flags) {
    if (!taken_by(flag, command.name)) continue;
    const std::string left = with_argument(flag);
    out << "  " << left << padding(left, 21) << wrapped(flag.purpose, 23) << '\n';
  }
  out << "\nexample:\n  ";
  for (const char c : command.example) {
    out << c;
    if (c == '\n') out << "  ";
  }
  out << '\n';
}

void print_completion(std::ostream& out, std::span<const command_help> commands,
                      std::span<const flag_help> flags) {
  out << "# Completion of hantext for bash: source <(hantext --completion)\n"
         "_hantext() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    words='";
  for (const command_help& command : commands)
    out << command.name << ' ';
  out << "--help --version --completion --manual'\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case $before in\n";
  for (const flag_help& flag : flags) {
    if (flag.choices.empty()) continue;
    out << "    " << flag.name << (flag.also.empty() ? "" : "|") << flag.also << ") words='";
    for (std::size_t i = 0; i < flag.choices.size(); ++i)
      out << (i == 0 ? "" : " ") << flag.choices[i];
    out << "' ;;\n";
  }
  out << "    *) case $word in -*) case ${COMP_WORDS[1]} in\n";
  for (const command_help& command : commands) {
    out << "      " << command.name << ") words='";
    bool first = true;
    for (const flag_help& flag : flags) {
      if (!taken_by(flag, command.name)) continue;
      out << (first ? "" : " ") << flag.name;
      first = false;
    }
    out << "' ;;\n";
  }
  out << "    esac ;; esac ;;\n"
         "  esac\n"
         "  if [ -n \"$words\" ]; then\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  else\n"
         "    local IFS=$'\\n'\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _hantext hantext\n";
}

void print_manual(std::ostream& out, std::span<const command_help> commands,
                  std::span<const flag_help> flags) {
  out << ".TH HANTEXT 1 \"\" \"hantext " HANTEXT_VERSION "\" \"User commands\"\n"
         ".SH NAME\nhantext \\- clean paragraphs and records from Chinese prose\n"
         ".SH SYNOPSIS\n";
  for (const command_help& command : commands)
    out << ".B hantext " << command.name << "\n[options] " << roff(command.operands) << "\n.br\n";
  out << ".B hantext\n\\-\\-help | \\-\\-version | \\-\\-completion | \\-\\-manual\n"
         ".SH DESCRIPTION\n"
         "Reads pages of Chinese prose as found, with lines cut by the column and blanks between "
         "characters,\nand prints clean paragraphs, duplicates, metrics and initiatives. Records "
         "point to the bytes of the\nfile as given.\n.PP\n"
      << roff(about_paths) << "\n.SH COMMANDS\n";
  for (const command_help& command : commands) {
    out << ".SS " << command.name << '\n' << roff(command.purpose) << '\n';
    for (const flag_help& flag : flags) {
      if (!taken_by(flag, command.name)) continue;
      out << ".TP\n";
      for (std::string_view between; const std::string_view name : names_of(flag)) {
        out << between << "\\fB" << roff(name) << "\\fR";
        between = ", ";
      }
      if (!flag.argument.empty()) out << " \\fI" << roff(flag.argument) << "\\fR";
      out << '\n' << roff(flag.purpose) << '\n';
    }
    out << ".PP\nExample:\n.PP\n.RS\n.nf\n" << roff(command.example) << "\n.fi\n.RE\n";
  }
  out << ".SH EXIT STATUS\n";
  for (const exit_help& one : exits)
    out << ".TP\n" << one.code << '\n' << roff(one.meaning) << '\n';
  out << ".SH ENVIRONMENT\n.TP\nNO_COLOR\n"
         "If set and not empty, messages on a terminal have no colour; elsewhere they never "
         "have.\n";
}

} // namespace program
