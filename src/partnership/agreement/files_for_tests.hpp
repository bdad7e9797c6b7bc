#pragma once
#include "foundation/base/examples_for_tests.hpp"
#include "partnership/agreement/files.hpp"

#include <gtest/gtest.h>
#include <string>

/// What the tests of the slice share.
namespace samrum::partnership::agreement {

using base::example;

/// A file that reads without problems.
inline AgreementFile read_well(std::string_view bytes) {
    const auto file = read_agreement(bytes);
    for (const auto& one : file.problems())
        ADD_FAILURE() << "line " << one.line.value_or(0) << " " << one.field << " " << one.message.key;
    return file ? *file : AgreementFile{};
}
inline AgreementFile lund(const std::string& name) {
    return read_well(example("examples/lund/" + name + ".toml"));
}

/// A synthetic agreement between a town and an association, with the given period lines and whatever follows.
inline std::string small(const std::string& period, const std::string& rest = "") {
    return "format = 1\n[agreement]\nkey = \"small\"\ntitle = \"Test\"\nactivity = \"Test\"\n[period]\n" + period +
           "\n[[organisations]]\nkey = \"town\"\nname = \"Provköpings kommun\"\ntype = \"municipality\"\n"
           "[[organisations]]\nkey = \"club\"\nname = \"Provföreningen\"\ntype = \"association\"\n"
           "[[parties]]\norganisation = \"town\"\nside = \"public\"\n[[parties]]\norganisation = \"club\"\nside = "
           "\"civil\"\n" +
           rest;
}
inline std::string amount(const std::string& fields) {
    return "[[amounts]]\nkey = \"money\"\npayer = \"town\"\nrecipient = \"club\"\n" + fields + "\n";
}

/// How often a list of problems or notes holds a key.
inline int count_key(const base::Problems& problems, std::string_view key) {
    int count = 0;
    for (const auto& one : problems) count += one.message.key == key;
    return count;
}

}  // namespace samrum::partnership::agreement
