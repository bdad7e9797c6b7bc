#pragma once
#include <filesystem>
#include <string>

namespace samrum::store {

/// Makes an empty file, so that a path where none can be made is known before the work. Throws filesystem_error.
void ensure_can_make(const std::string& path);

/// Throws what the file system refused as a base::ToldFault: whoever runs a command chose the place, and can mend it.
[[noreturn]] void tell_of_files(const std::filesystem::filesystem_error& error);

/// Answers what `work` answers; what the file system refuses it is told by tell_of_files().
template <class Work>
auto with_files(Work&& work) {
    try {
        return work();
    } catch (const std::filesystem::filesystem_error& error) {
        tell_of_files(error);
    }
}

}  // namespace samrum::store
