#include "foundation/store/files.hpp"

#include "foundation/base/told_fault.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace samrum::store {

void ensure_can_make(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        throw std::filesystem::filesystem_error("cannot make", path, std::error_code(errno, std::generic_category()));
    ::close(file);
}

void tell_of_files(const std::filesystem::filesystem_error& error) {
    throw base::ToldFault(error.what(),
                          {"store.place.refused", {{"path", error.path1().string()}, {"why", error.code().message()}}});
}

}  // namespace samrum::store
