# What every class of its kind has is said once, here, for doxygen.
/^ *friend .*operator==/s|^|/// Equal member by member.\n|
/operator<=>(/s|^|/// In order of value.\n|
/^ *using \(const_iterator\|value_type\) =/s|^|/// As the views of the standard library have it.\n|
/^ *constexpr iterator \(begin\|end\)() const/s|^|/// The range.\n|
/^ *constexpr bool empty() const/s|^|/// Whether there is nothing in it.\n|
/^[^(]*([^()]*std::u8string_view \(text\|raw\)/s|^|/// The same for `char8_t`.\n|
/^inline constexpr bool std::ranges::enable_/,$d
