// The commands. Each takes the options it was given and returns the exit code.
#pragma once

#include "options.hpp"

namespace program {

int extract(const options& chosen);
int dedup(const options& chosen);
int clean(const options& chosen);
int number(const options& chosen);
int validate(const options& chosen);
int check(const options& chosen);
int explain(const options& chosen);

} // namespace program
