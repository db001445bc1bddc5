// What was wrong with the input: told on standard error, and remembered for the exit code.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#if defined(_WIN32)
#include <cstdio>
#include <io.h>
#else
#include <unistd.h>
#endif

namespace program {

inline bool error_is_terminal() {
#if defined(_WIN32)
  return _isatty(_fileno(stderr)) != 0;
#else
  return isatty(STDERR_FILENO) != 0;
#endif
}

// What a message begins with: in colour on a terminal, unless NO_COLOR is set (no-color.org).
inline std::string_view message_head() {
  const char* no_color = std::getenv("NO_COLOR"); // NOLINT(concurrency-mt-unsafe)
  const char* terminal = std::getenv("TERM");     // NOLINT(concurrency-mt-unsafe)
  const bool plain = (no_color != nullptr && *no_color != '\0') ||
                     (terminal != nullptr && std::string_view(terminal) == "dumb");
  return !plain && error_is_terminal() ? "\x1b[1;31mhantext:\x1b[0m " : "hantext: ";
}

// The words in quotation marks, for a message about them.
inline std::string in_quotes(std::string_view words) {
  std::string out = "'";
  return out.append(words).append("'");
}

class complaints {
public:
  explicit complaints(bool quiet = false) : quiet_(quiet) {}
  void add(std::string_view where, std::string_view what) {
    std::cerr << message_head() << where << ": " << what << '\n';
    any_ = true;
  }
  void add(std::string_view where, std::size_t byte, std::string_view what) {
    std::cerr << message_head() << where << ": byte " << byte << ": " << what << '\n';
    any_ = true;
  }
  // Something worth knowing that is not wrong; not told where --quiet is given.
  void hint(std::string_view where, std::string_view what) const {
    if (!quiet_) std::cerr << "hantext: " << where << ": " << what << '\n';
  }
  // Lines that say themselves where.
  void add_lines(std::string_view lines) {
    std::cerr << lines;
    any_ = true;
  }
  bool any() const { return any_; }

private:
  bool quiet_;
  bool any_ = false;
};

} // namespace program
