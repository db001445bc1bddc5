/// \file
/// All of hantext. A header alone compiles faster: see what each is for at its top.
#pragma once

#include "chars.hpp"
#include "decimal.hpp"
#include "dedup.hpp"
#include "document.hpp"
#include "extract.hpp"
#include "lexicon.hpp"
#include "numeral.hpp"
#include "packs/china_gov.hpp"
#include "report.hpp"
#include "result.hpp"
#include "rules.hpp"
#include "utf8.hpp"
