// Each pack between #if WRONG and #endif must not compile, and nothing else is wrong here. What the
// compiler prints names the line and column of the pack, and says in words what was expected.
#ifndef WRONG
#define WRONG 0
#endif

#include <hantext/rules/compiled.hpp>

namespace rules = hantext::rules;

// What the compiler prints stands in one line.
// clang-format off
int main() {
  (void)rules::compiled<R"(lexicon verb = 开展 ;
    rule a emits r = <verb> "活动" ;)">.get();
#if WRONG == 1 // prints: wrong_rule(_at)?[<(]2, 23, .*(there is no lexicon of this name above; did you mean|this name is not defined above)
  (void)rules::compiled<R"(lexicon verb = 开展 ;
    rule a emits r = <vreb> "活动" ;)">.get();
#endif
#if WRONG == 2 // prints: wrong_rule(_at)?[<(]3, 9, .*(expected '=' here|something is missing before this point)
  (void)rules::compiled<R"(
    rule a emits r = "活动" set name
        "活动" ;)">.get();
#endif
}
// clang-format on
