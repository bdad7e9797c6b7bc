#pragma once
#include <cstdint>
#include <string>
#include <vector>

/// Which words an entry cannot have, told by 64 bits (superimposed coding: a Bloom filter of one hash).
namespace samrum::search {

/// A bit for the first three letters of each of an entry's words.
std::int64_t signature_of(const std::vector<std::string>& terms);
/// The bits that an entry must have to hold a word of each beginning; beginnings of fewer letters ask for none.
std::int64_t mask_of(const std::vector<std::string>& prefixes);

}  // namespace samrum::search
