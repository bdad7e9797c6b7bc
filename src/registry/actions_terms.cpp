#include "registry/actions_terms.hpp"

#include "foundation/text/words.hpp"

#include <algorithm>
#include <utility>

namespace samrum::registry {

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    for (const char c : text::folded(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            word += c;
        else
            end();
    }
    end();
    return words;
}

std::vector<Term> terms_of(const Document& document) {
    std::vector<Term> terms;
    const auto add = [&](const std::string& text, bool is_public) {
        for (auto& word : words_in(text)) terms.push_back({std::move(word), is_public});
    };
    // A word that stands both hidden and open is open: the later one of a document is kept.
    const Marking none;
    const Marking& marking = document.marking ? *document.marking : none;
    add(document.counterpart, !marking.hides_counterpart);
    add(document.about, !marking.hides_about);
    std::stable_partition(terms.begin(), terms.end(), [](const Term& one) { return !one.is_public; });
    add(document.number, true);
    return terms;
}

}  // namespace samrum::registry
