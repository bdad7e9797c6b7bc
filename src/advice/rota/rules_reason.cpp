#include "advice/rota/rules_reason.hpp"

namespace samrum::advice::rota {
namespace {

namespace solver = optimise::rota;

constexpr std::string_view kWants[] = {"nobody", "place", "language", "experience", "mix"};
constexpr std::string_view kRules[] = {"unavailable", "forbidden", "fixed_is_missing", "twice",   "two_at_once",
                                       "rest",        "travel",    "most_a_month",     "too_many"};

base::Message said(std::string_view key, base::MessageArgs args = {}) {
    return {"advice.rota." + std::string(key), std::move(args)};
}

}  // namespace

std::string_view code_of(solver::Want want) {
    return kWants[static_cast<std::size_t>(want)];
}
std::string_view code_of(solver::Rule rule) {
    return kRules[static_cast<std::size_t>(rule)];
}

base::Message words_of(const solver::Lack& lack, const LanguageName& language) {
    const std::string key = "lack." + std::string(code_of(lack.want));
    if (lack.want == solver::Want::language) return said(key, {{"language", language(lack.language)}});
    if (lack.want == solver::Want::place) return said(key, {{"places", std::int64_t{lack.missing}}});
    return said(key);
}

std::vector<base::Message> words_of(const solver::Why& why) {
    if (why.could == 0) return {said("why.none")};
    std::vector<base::Message> all{said("why.could", {{"people", std::int64_t{why.could}}})};
    const auto add = [&](std::string_view key, int people) {
        if (people > 0) all.push_back(said(key, {{"people", std::int64_t{people}}}));
    };
    add("why.unavailable", why.unavailable);
    add("why.elsewhere", why.elsewhere);
    add("why.at_limit", why.at_limit);
    add("why.full", why.full);
    add("why.free", why.free);
    return all;
}

std::vector<base::Message> words_of(const solver::Merit& merit, const LanguageName& language) {
    std::vector<base::Message> all;
    all.reserve(merit.only_speaker_of.size());
    for (int one : merit.only_speaker_of) all.push_back(said("merit.only_speaker", {{"language", language(one)}}));
    if (merit.only_experienced) all.push_back(said("merit.only_experienced"));
    if (merit.makes_the_mix) all.push_back(said("merit.mix"));
    if (merit.wish == solver::Wish::gladly) all.push_back(said("merit.gladly"));
    if (merit.wish == solver::Wish::rather_not) all.push_back(said("merit.rather_not"));
    all.push_back(said("merit.shifts", {{"shifts", std::int64_t{merit.shifts}}}));
    return all;
}

base::Message proof_of(const solver::Answer& answer) {
    if (answer.proven) return said("proof.proven", {{"points", answer.objective}});
    return said("proof.gap", {{"points", answer.objective}, {"gap", answer.objective - answer.bound}});
}

}  // namespace samrum::advice::rota
