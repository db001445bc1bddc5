// The text that the benchmarks read: the file named by the environment variable
// HANTEXT_BENCH_CORPUS, or else the lines of the sample pages over and over in shuffled order, up
// to 4 MiB. Shuffled, because a branch predictor learns a text that repeats in order.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

#ifndef HANTEXT_EXAMPLES_DATA
#define HANTEXT_EXAMPLES_DATA "examples/data" // from the top of the checkout
#endif

namespace bench {

namespace detail {

inline std::string read_file(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "cannot read %s; name a text in HANTEXT_BENCH_CORPUS\n", path.c_str());
    std::exit(1);
  }
  char block[1 << 16];
  while (const std::size_t size = std::fread(block, 1, sizeof block, file))
    bytes.append(block, size);
  std::fclose(file);
  return bytes;
}

inline std::string shuffled_samples(std::size_t wanted) {
  std::vector<std::string> lines;
  for (const char* name : {"1.txt", "2.txt", "3.txt"}) {
    const std::string page = read_file(std::string(HANTEXT_EXAMPLES_DATA "/") + name);
    for (std::size_t begin = 0; begin < page.size();) {
      std::size_t end = page.find('\n', begin);
      if (end == std::string::npos) end = page.size();
      if (end > begin) lines.push_back(page.substr(begin, end - begin) + "\n");
      begin = end + 1;
    }
  }
  std::string text;
  std::mt19937 random(1); // the same order in every run and with every standard library
  while (!lines.empty() && text.size() < wanted) {
    for (std::size_t i = lines.size() - 1; i > 0; --i)
      std::swap(lines[i], lines[random() % (i + 1)]);
    for (const std::string& line : lines)
      text += line;
  }
  return text;
}

} // namespace detail

/// The corpus, read once.
inline const std::string& corpus() {
  static const std::string text = [] {
    const char* path = std::getenv("HANTEXT_BENCH_CORPUS");
    return path != nullptr && *path != '\0' ? detail::read_file(path)
                                            : detail::shuffled_samples(std::size_t{4} << 20);
  }();
  return text;
}

} // namespace bench
