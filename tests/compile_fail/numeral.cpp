// Each line between #if WRONG and #endif must not compile, and nothing else is wrong here.
#ifndef WRONG
#define WRONG 0
#endif

#include <hantext/numeral/literal.hpp>

using namespace hantext::literals;

int main() {
  constexpr auto right = "三万五千"_zh;
#if WRONG == 1 // no number
  (void)"河"_zh;
#endif
#if WRONG == 2 // a multiplier twice
  (void)"一百百"_zh;
#endif
#if WRONG == 3 // a range
  (void)"三四十"_zh;
#endif
#if WRONG == 4 // a share
  (void)"百分之五"_zh;
#endif
#if WRONG == 5 // two readings
  (void)"三亿五千"_zh;
#endif
#if WRONG == 6 // bool is no number to read
  (void)hantext::numeral::parse<bool>("一");
#endif
  (void)right;
}
