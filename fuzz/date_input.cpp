// Days as people write them: what is read is a day, and reads the same as the pages write it, in every language.
#include "foundation/base/text.hpp"
#include "foundation/text/words.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::text;
    static const auto catalogues = Catalogues::load(embedded_messages());
    const auto day = parse_date_input(fuzz_text(data, size));
    if (!day) {
        // The problem repeats what was typed, into a page: it must be a text.
        for (const auto& problem : day.problems())
            for (const auto& [name, value] : problem.message.args)
                if (const auto* text = std::get_if<std::string>(&value)) hold(samrum::base::is_utf8(*text));
        return 0;
    }
    hold(day->year() >= 1900 && day->year() <= 2199);
    hold(parse_date_input(day->iso()).value() == *day);
    for (const auto& language : catalogues->languages()) {
        const Words& words = catalogues->words(language);
        hold(parse_date_input(words.date(*day)).value() == *day);
        hold(parse_date_input(words.weekday(*day) + ' ' + words.date(*day)).value() == *day);
    }
    return 0;
}
