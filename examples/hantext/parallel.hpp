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

#include "complaints.hpp"

namespace program {

// Tells a person at a terminal how far long work has come; silent otherwise and when it is short.
class progress {
public:
  progress(std::size_t all, bool quiet) : all_(all), shown_(!quiet && error_is_terminal()) {}
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
    const std::chrono::duration<double> spent = now - begin_;
    const double rate = static_cast<double>(done) / spent.count();
    std::fprintf(stderr, "\r%zu of %zu pages, %.0f a second, %.0f s left\x1b[K", done, all_, rate,
                 static_cast<double>(all_ - done) / rate);
  }

private:
  std::size_t all_;
  bool shown_;
  bool written_ = false;
  std::atomic<std::size_t> done_ = 0;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = begin_;
};

// Calls work(i) for every i below `count`, on `jobs` threads (0: one for each core). Each call may
// write only what belongs to its own i.
template <class Work> void for_each_index(std::size_t count, unsigned jobs, bool quiet, Work work) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  progress seen(count, quiet);
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
