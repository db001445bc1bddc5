/// \file
/// Duplicate paragraphs: exact, near (edited) and contained, each verified; and repetition in
/// place.
///
/// Texts are compared after folding: without width, case, white space and punctuation, for those
/// are what print, scanner and editor change. Sketches and hashes only propose; what is reported
/// has been compared character by character. The same input always gives the same groups.
///
///     for (const auto& group : hantext::dedup::find(paragraphs))
///       for (const auto& member : group.members)
///         use(group.kind, group.similarity, paragraphs[member.item]);
///
/// For a stream, where each paragraph is asked for before it is added, there is `index`.
///
///     hantext::dedup::repeats("打造产业链链链链链")   // 链, five times
///     hantext::dedup::similarity("安平街道办", "安平街道辦")   // 0.8
#pragma once

#include <hantext/dedup/distance.hpp> // similarity
#include <hantext/dedup/find.hpp>     // find
#include <hantext/dedup/fold.hpp>     // fold
#include <hantext/dedup/index.hpp>    // index
#include <hantext/dedup/repeats.hpp>  // repeats
#include <hantext/dedup/steps.hpp>    // sketch, candidates, verify, join
#include <hantext/dedup/types.hpp>    // kind, member, group, options, statistics
