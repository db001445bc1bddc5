// Each line between #if WRONG and #endif must not compile, and nothing else is wrong here.
#ifndef WRONG
#define WRONG 0
#endif

#include <hantext/chars.hpp>

#include <string>

namespace chars = hantext::chars;

int main() {
  const std::u32string code_points = U"中";
  std::string out = chars::fold_width("Ａ");
#if WRONG == 1 // UTF-32 is not UTF-8
  out = chars::fold_width(code_points);
#endif
  auto runs = chars::runs(out);
#if WRONG == 2
  runs = chars::runs(code_points);
#endif
#if WRONG == 3 // a string is no character
  (void)chars::is_han("中");
#endif
  auto kind = chars::classify(U'中');
#if WRONG == 4 // classes do not turn into numbers unasked
  const int number = kind;
#endif
  (void)runs, (void)kind, (void)code_points;
}
