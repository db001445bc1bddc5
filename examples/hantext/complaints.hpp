// What was wrong with the input: told on standard error, and remembered for the exit code.
#pragma once

#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>

namespace program {

// The words in quotation marks, for a message about them.
inline std::string in_quotes(std::string_view words) {
  std::string out = "'";
  return out.append(words).append("'");
}

class complaints {
public:
  void add(std::string_view where, std::string_view what) {
    std::cerr << "hantext: " << where << ": " << what << '\n';
    any_ = true;
  }
  void add(std::string_view where, std::size_t byte, std::string_view what) {
    std::cerr << "hantext: " << where << ": byte " << byte << ": " << what << '\n';
    any_ = true;
  }
  bool any() const { return any_; }

private:
  bool any_ = false;
};

} // namespace program
