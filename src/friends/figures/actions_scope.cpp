#include "friends/figures/actions_scope.hpp"

#include "foundation/text/words.hpp"

#include <algorithm>

namespace samrum::friends::figures {
namespace {

std::string_view value_in(const module::Dimensions& dimensions, std::string_view name) {
    const auto found = dimensions.find(name);
    return found == dimensions.end() ? std::string_view() : std::string_view(found->second);
}

/// A name as it stands in files and addresses: "Kompis Sverige" is "kompis-sverige".
std::string name_in_files(std::string_view name) {
    std::string word = text::folded(name);
    for (const auto& [letter, plain] : {std::pair{"å", "a"}, {"ä", "a"}, {"ö", "o"}, {" ", "-"}})
        for (std::size_t at; (at = word.find(letter)) != std::string::npos;)
            word.replace(at, std::string_view(letter).size(), plain);
    return word;
}

std::optional<people::ProgrammeId> programme_named(store::Reader& room, std::string_view written) {
    for (const people::Programme& one : people::list_programmes(room))
        if (one.id.text() == written || text::folded(one.name) == text::folded(written) ||
            name_in_files(one.name) == written)
            return one.id;
    return std::nullopt;
}

}  // namespace

Counted counted_over(store::Reader& room, const module::Dimensions& dimensions, const base::Period& period) {
    Counted over{period};
    if (const auto programme = value_in(dimensions, "programme"); !programme.empty()) {
        over.programme = programme_named(room, programme);
        over.is_nothing = !over.programme;
    }
    if (const auto side = value_in(dimensions, "side"); !side.empty()) {
        over.side = side_of(side);
        over.is_nothing = over.is_nothing || !over.side;
    }
    over.area = value_in(dimensions, "area");
    return over;
}

bool is_known(store::Reader& room, const Counted& over) {
    return std::ranges::any_of(people::list_programmes(room), [&](const people::Programme& one) {
        return over.is_of(one.id) && one.opened_on <= over.last();
    });
}

}  // namespace samrum::friends::figures
