// Manifests of backups, sealed with their own hash as anybody may do: refused, or a list whose paths stay inside of the
// backup, written and read the same.
#include "foundation/store/manifest.hpp"
#include "foundation/store/secrets.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::store;
    std::string text(fuzz_text(data, size));
    text += "end " + to_hex(blake2b(text)) + "\n";
    const auto manifest = parse_manifest(text);
    if (!manifest) return 0;
    hold(!manifest->files.empty() && !manifest->files.front().place);
    for (const auto& file : manifest->files) hold(file.path == path_in_backup(file.place) && file.bytes >= 0);
    const auto again = parse_manifest(text_of(*manifest));
    hold(again && text_of(*again) == text_of(*manifest));
    return 0;
}
