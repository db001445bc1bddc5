// Where the output of a command goes.
#pragma once

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "complaints.hpp"
#include "options.hpp"

namespace program {

// Writes to the file of -o, or to standard output.
inline int finish(const options& chosen, std::string_view output, complaints& complain) {
  std::FILE* file = chosen.out.empty() ? stdout : std::fopen(chosen.out.c_str(), "wb");
  bool written = file != nullptr;
  if (written) {
    written = std::fwrite(output.data(), 1, output.size(), file) == output.size();
    written = (file == stdout ? std::fflush(file) : std::fclose(file)) == 0 && written;
  }
  if (!written) {
    complain.add(chosen.out.empty() ? "standard output" : chosen.out, std::strerror(errno));
  }
  return complain.any() ? exit_bad_input : exit_done;
}

} // namespace program
