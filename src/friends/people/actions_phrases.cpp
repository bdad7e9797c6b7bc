#include "friends/people/actions_phrases.hpp"

#include "foundation/base/text.hpp"
#include "foundation/module/visitor_catalogue.hpp"
#include "friends/people/model_permissions.hpp"
#include "friends/people/repository_participant.hpp"

#include <algorithm>

namespace samrum::friends::people {
namespace {

constexpr std::size_t kLongestFunction = 120;
constexpr std::string_view kPrefix = "friend.";

}  // namespace

bool is_promise(std::string_view phrase) {
    return phrase.starts_with("friend.promise.");
}

base::Result<std::vector<ReviewedPhrase>> phrases_of(store::Session& room, const module::Caller& caller,
                                                     std::string_view language) {
    if (!may(caller, kRunFriends) || !module::has_visitor_pages(language)) return module::refusal();
    const auto reviews = phrase_reviews(room, language);
    std::vector<ReviewedPhrase> all;
    for (const std::string& phrase : module::visitor_phrases(kPrefix)) {
        ReviewedPhrase one{phrase, module::phrase_text("sv", phrase), module::phrase_text(language, phrase),
                           is_promise(phrase)};
        const auto review = std::ranges::find(reviews, phrase, &PhraseReview::phrase);
        if (review != reviews.end() && review->text_hash == module::phrase_hash(language, phrase)) {
            one.reviewed_on = review->reviewed_on;
            one.reviewed_by = review->reviewed_by;
        }
        all.push_back(std::move(one));
    }
    return all;
}

base::Result<base::Done> note_review(store::Session& room, const module::Caller& caller, base::Date today,
                                     std::string_view language, const std::vector<std::string>& phrases,
                                     std::string_view by) {
    if (!may(caller, kRunFriends) || !module::has_visitor_pages(language)) return module::refusal();
    const std::string function = base::trim(by);
    base::ProblemList wrong;
    if (function.empty() || function.size() > kLongestFunction)
        wrong.add(base::problem("by", "friends.people.phrases.reviewer"));
    const auto known = module::visitor_phrases(kPrefix);
    const bool all_known = !phrases.empty() && std::ranges::all_of(phrases, [&](const std::string& one) {
        return std::ranges::find(known, one) != known.end();
    });
    if (!all_known) wrong.add(base::problem("phrase", "friends.people.phrases.unknown"));
    if (!wrong.empty()) return wrong.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        for (const std::string& phrase : phrases)
            save_review(tx, {std::string(language), phrase, module::phrase_hash(language, phrase), today, function});
        tx.journal(caller.actor(), {"friends.phrases_reviewed", std::string(language), "{}"});
        return base::Done{};
    });
}

std::set<std::string, std::less<>> shown_promises(store::Reader& room, std::string_view language) {
    std::set<std::string, std::less<>> shown;
    if (!module::needs_review(language)) {
        for (const std::string& one : module::visitor_phrases(kPrefix))
            if (is_promise(one)) shown.insert(one);
        return shown;
    }
    for (const PhraseReview& one : phrase_reviews(room, language))
        if (is_promise(one.phrase) && one.text_hash == module::phrase_hash(language, one.phrase))
            shown.insert(one.phrase);
    return shown;
}

}  // namespace samrum::friends::people
