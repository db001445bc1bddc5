// The main program of every test executable, compiled once.
#define CATCH_CONFIG_RUNNER // Catch2 v2 puts its implementation here; v3 ignores the macro
#include "catch.hpp"

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
