/// \file
/// All of hantext. A header alone compiles faster: see what each is for at its top.
///
/// Many functions and classes take a template parameter that nobody gives, `class = void`: as
/// templates they are compiled only where they are used, so that including a header costs little.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/decimal.hpp>
#include <hantext/dedup.hpp>
#include <hantext/document.hpp>
#include <hantext/extract.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/numeral.hpp>
#include <hantext/packs/built_in.hpp>
#include <hantext/packs/china_gov.hpp>
#include <hantext/report.hpp>
#include <hantext/result.hpp>
#include <hantext/rules.hpp>
#include <hantext/utf8.hpp>
#include <hantext/utf8/offset_map.hpp>
#include <hantext/utf8/utf16.hpp>
