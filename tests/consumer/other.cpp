#include HANTEXT_HEADER

bool is_numeral(std::string_view text);
bool is_numeral(std::string_view text) { return hantext::numeral::parse(text).has_value(); }
