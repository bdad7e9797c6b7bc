#pragma once
#include <cstdint>
#include <string>
#include <vector>

/// Which words an entry cannot have, told by 64 bits (superimposed coding: a Bloom filter of one hash).
namespace samrum::search {

/// A bit for the first three letters of each word; shorter ones have none. An entry can hold a word of each beginning
/// that is asked for only where its signature has all the bits of theirs.
std::int64_t signature_of(const std::vector<std::string>& words);

}  // namespace samrum::search
