// samrum.toml: whatever comes in, problems come out or settings within their bounds.
#include "app/settings.hpp"

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::app;
    const auto file = read_settings_file(fuzz_text(data, size), "samrum.toml");
    if (!file) {
        hold(!file.problems().empty());
        for (const auto& problem : file.problems()) hold(problem.field == "samrum.toml" && problem.line >= 0);
        return 0;
    }
    const auto settings = settings_of({}, {}, *file);
    if (!settings) {
        for (const auto& problem : settings.problems()) hold(!problem.field.empty());
        return 0;
    }
    hold(settings->port >= 0 && settings->port <= 65535);
    hold(settings->connections >= 1 && settings->workers >= 0);
    hold(!settings->links_begin_with().ends_with('/'));
    for (const auto& proxy : settings->trusted_proxies) hold(!proxy.empty() && proxy.find(',') == std::string::npos);
    return 0;
}
