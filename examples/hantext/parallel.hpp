// Runs independent pieces of work on several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

#if defined(_WIN32)
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

// Tells a person at a terminal how far long work has come; silent otherwise and when it is short.
class progress {
public:
  explicit progress(std::size_t all) : all_(all), shown_(error_is_terminal()) {}
  progress(const progress&) = delete;
  progress& operator=(const progress&) = delete;
  ~progress() {
    if (written_) std::fputs("\r\x1b[K", stderr);
  }
  void step() {
    const std::size_t done = ++done_;
    if (!shown_) return;
    const std::scoped_lock lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::seconds(1)) return;
    last_ = now;
    written_ = true;
    std::fprintf(stderr, "\r%zu of %zu pages", done, all_);
  }

private:
  std::size_t all_;
  bool shown_;
  bool written_ = false;
  std::atomic<std::size_t> done_ = 0;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// Calls work(i) for every i below `count`, on `jobs` threads (0: one for each core). Each call may
// write only what belongs to its own i.
template <class Work> void for_each_index(std::size_t count, unsigned jobs, Work work) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  progress seen(count);
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      work(i);
      seen.step();
    }
  };
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < std::min<std::size_t>(jobs, count); ++i)
    helpers.emplace_back(run);
  run();
  for (std::thread& helper : helpers)
    helper.join();
}

} // namespace program
