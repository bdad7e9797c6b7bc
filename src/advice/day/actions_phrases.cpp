#include "advice/day/actions_phrases.hpp"

#include "advice/day/actions_catalogue.hpp"
#include "advice/day/repository_day.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

constexpr std::size_t kLongestFunction = 120;

bool is_promise(std::string_view phrase) {
    return std::ranges::find(promises(), phrase) != promises().end();
}

}  // namespace

base::Result<std::vector<ReviewedPhrase>> phrases_of(store::Session& room, const module::Caller& caller,
                                                     std::string_view language) {
    if (!may(caller, kRunAdvice) || !has_visitor_pages(language)) return module::refusal();
    const auto reviews = phrase_reviews(room, language);
    std::vector<ReviewedPhrase> all;
    for (const std::string& phrase : visitor_phrases()) {
        ReviewedPhrase one{phrase, phrase_text("sv", phrase), phrase_text(language, phrase), is_promise(phrase)};
        const auto review = std::ranges::find(reviews, phrase, &PhraseReview::phrase);
        if (review != reviews.end() && review->text_hash == phrase_hash(language, phrase)) {
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
    if (!may(caller, kRunAdvice) || !has_visitor_pages(language)) return module::refusal();
    const std::string function = base::trim(by);
    base::ProblemList wrong;
    if (function.empty() || function.size() > kLongestFunction)
        wrong.add(base::problem("by", "advice.day.problem.reviewer"));
    const auto known = visitor_phrases();
    const bool all_known = !phrases.empty() && std::ranges::all_of(phrases, [&](const std::string& one) {
        return std::ranges::find(known, one) != known.end();
    });
    if (!all_known) wrong.add(base::problem("phrase", "advice.day.problem.phrases"));
    if (!wrong.empty()) return wrong.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        for (const std::string& phrase : phrases)
            save_review(tx, {std::string(language), phrase, phrase_hash(language, phrase), today, function});
        tx.journal(caller.actor(), {"advice.phrases_reviewed", std::string(language), "{}"});
        return base::Done{};
    });
}

std::set<std::string, std::less<>> shown_promises(store::Reader& room, std::string_view language) {
    std::set<std::string, std::less<>> shown;
    if (!needs_review(language)) {
        for (const std::string_view one : promises()) shown.emplace(one);
        return shown;
    }
    for (const PhraseReview& one : phrase_reviews(room, language))
        if (is_promise(one.phrase) && one.text_hash == phrase_hash(language, one.phrase)) shown.insert(one.phrase);
    return shown;
}

}  // namespace samrum::advice::day
