// Paragraphs seen on earlier days, kept in a file: ask for each one, add it, save for tomorrow.
#include <hantext/dedup.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <span>
#include <string_view>
#include <vector>

using index_type = hantext::dedup::index;
constexpr const char *path = "seen.index", *next_path = "seen.index.new";

// Where this ends halfway, the old file is still whole.
bool save(const index_type& seen) {
  std::vector<std::byte> bytes;
  seen.save(bytes);
  std::FILE* const file = std::fopen(next_path, "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() &&
                       std::fflush(file) == 0 && fsync(fileno(file)) == 0;
  return std::fclose(file) == 0 && written && std::rename(next_path, path) == 0;
}

// The bytes of the file, of which the system reads what is used; none where there is no file.
std::span<const std::byte> map() {
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (file < 0 || fstat(file, &about) != 0) return {};
  const auto size = static_cast<std::size_t>(about.st_size);
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  return {static_cast<const std::byte*>(bytes), bytes == MAP_FAILED ? 0 : size};
}

int main() {
  std::remove(path);
  for (const std::string_view news : {"云溪镇疏通灌渠十二公里，三千亩水田用上了放心水。",
                                      "安平街道办起夜校，三个月来了两百多人。",
                                      "云溪镇硫通灌渠十二公里，三千亩水田用上了放心永。"}) {
    const std::span<const std::byte> bytes = map();
    auto loaded = bytes.empty() ? index_type() : index_type::load(bytes, true);
    if (!loaded) return std::puts("seen.index is damaged: put a copy of it back"), 1;
    const auto known = loaded->query(news);
    std::printf("%zu known, %s\n", loaded->size(), known.empty() ? "this is new" : "a copy");
    loaded->add(news);
    if (!save(*loaded)) return std::puts("seen.index cannot be written"), 1;
    if (!bytes.empty()) munmap(const_cast<std::byte*>(bytes.data()), bytes.size());
  }
  std::remove(path);
}

// Output:
// 0 known, this is new
// 1 known, this is new
// 2 known, a copy
