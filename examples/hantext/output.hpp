// Where the output of a command goes.
#pragma once

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

#include "complaints.hpp"
#include "options.hpp"

namespace program {

// Writes to a file, or to standard output where `path` is empty.
inline bool write_file(const std::string& path, std::string_view output, complaints& complain) {
  std::FILE* file = path.empty() ? stdout : std::fopen(path.c_str(), "wb");
  bool written = file != nullptr;
  if (written) {
    written = std::fwrite(output.data(), 1, output.size(), file) == output.size();
    written = (file == stdout ? std::fflush(file) : std::fclose(file)) == 0 && written;
  }
  if (!written) complain.add(path.empty() ? "standard output" : path, std::strerror(errno));
  return written;
}

// Writes to the file of -o, or to standard output.
inline int finish(const options& chosen, std::string_view output, complaints& complain) {
  write_file(chosen.out, output, complain);
  return complain.any() ? exit_bad_input : exit_done;
}

} // namespace program
