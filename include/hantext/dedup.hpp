/// \file
/// Duplicate paragraphs: exact, near (edited) and contained, each verified; templates; repetition
/// in place.
///
/// Texts are compared after folding: without width, case, white space and punctuation, for those
/// are what print, scanner and editor change. Sketches and hashes only propose; what is reported
/// has been compared character by character. The same paragraphs always give the same groups,
/// in whatever order they come.
///
///     for (const auto& group : hantext::dedup::find(paragraphs))
///       for (const auto& member : group.members)
///         use(group.kind, group.similarity, paragraphs[member.item]);
///
/// For a stream, where each paragraph is asked for before it is added, and for a corpus in parts
/// there is `index`; for a cluster of machines the steps apart: `make_sketch`, `candidates`,
/// `verify`, `join`.
///
///     hantext::dedup::repeats("打造产业链链链链链")   // 链, five times
///     hantext::dedup::similarity("安平街道办", "安平街道辦")   // 0.8
///     hantext::dedup::difference("安平街道办", "安平街道辦")   // 办 became 辦
#pragma once

#include <hantext/dedup/difference.hpp> // difference
#include <hantext/dedup/distance.hpp>   // similarity
#include <hantext/dedup/find.hpp>       // find
#include <hantext/dedup/fold.hpp>       // fold, characters
#include <hantext/dedup/index.hpp>      // index
#include <hantext/dedup/loops.hpp>      // loops
#include <hantext/dedup/repeats.hpp>    // repeats
#include <hantext/dedup/sketch.hpp>     // plan_for, expected_recall
#include <hantext/dedup/steps.hpp>      // sketch, make_sketch, candidates, verify, join
#include <hantext/dedup/types.hpp>      // kind, member, group, options, plan, statistics
