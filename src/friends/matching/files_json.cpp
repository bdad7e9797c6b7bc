#include "friends/matching/files_number.hpp"
#include "friends/matching/files_people.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::friends::matching {
namespace {

using Json = nlohmann::ordered_json;
namespace solver = optimise::match;

using optimise::match::at;
constexpr std::size_t kLongestName = 100;
constexpr int kDeepest = 8;  ///< the format needs five levels

bool is_name(const Json& json) {
    if (!json.is_string()) return false;
    const auto& text = json.get_ref<const std::string&>();
    return !text.empty() && text.size() <= kLongestName &&
           std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

/// An object of the document and where it stands; whatever is not as it should be is a problem.
class Node {
  public:
    Node(const Json& json, std::string path, base::ProblemList& problems)
        : json_(json), path_(std::move(path)), problems_(problems) {}

    const std::string& path() const { return path_; }
    const Json* find(std::string_view member) const {
        const auto found = json_.find(member);
        return found == json_.end() ? nullptr : &*found;
    }
    void problem(std::string_view member, std::string key, base::MessageArgs args = {}) const {
        std::string field =
            path_.empty() || member.empty() ? path_ + std::string(member) : path_ + "." + std::string(member);
        problems_.add(base::problem(std::move(field), "friends.matching.file." + std::move(key), std::move(args)));
    }
    void only(std::initializer_list<std::string_view> members) const {
        for (const auto& [key, value] : json_.items())
            if (std::ranges::find(members, key) == members.end())
                problem("", "unknown_member", {{"member", key.substr(0, kLongestName)}});
    }
    std::string name(std::string_view member, bool required = true) const {
        const Json* found = find(member);
        if (!found && !required) return "";
        if (!found || !is_name(*found)) return problem(member, "name_wanted"), std::string();
        return found->get<std::string>();
    }
    int integer(std::string_view member, int otherwise, int least, int most) const {
        const Json* found = find(member);
        if (!found) return otherwise;
        if (is_whole_number(*found) && found->get<std::int64_t>() >= least && found->get<std::int64_t>() <= most)
            return found->get<int>();
        return problem(member, "number_wanted", {{"least", std::int64_t{least}}, {"most", std::int64_t{most}}}),
               otherwise;
    }
    bool flag(std::string_view member, bool otherwise) const {
        const Json* found = find(member);
        if (!found) return otherwise;
        if (!found->is_boolean()) return problem(member, "flag_wanted"), otherwise;
        return found->get<bool>();
    }
    std::vector<std::string> names(std::string_view member) const {
        const Json* found = find(member);
        if (!found) return {};
        if (!found->is_array() || !std::ranges::all_of(*found, is_name))
            return problem(member, "names_wanted"), std::vector<std::string>();
        return found->get<std::vector<std::string>>();
    }
    std::vector<Node> list(std::string_view member) const {
        std::vector<Node> all;
        const Json* found = find(member);
        if (!found) return all;
        if (!found->is_array()) return problem(member, "list_wanted"), all;
        for (std::size_t k = 0; k < found->size(); ++k) {
            std::string path = (path_.empty() ? "" : path_ + ".") + std::string(member) + "[" + std::to_string(k) + "]";
            if ((*found)[k].is_object())
                all.emplace_back((*found)[k], std::move(path), problems_);
            else
                problems_.add(base::problem(std::move(path), "friends.matching.file.object_wanted"));
        }
        return all;
    }
    std::optional<Node> object(std::string_view member) const {
        const Json* found = find(member);
        if (!found) return std::nullopt;
        if (!found->is_object()) return problem(member, "object_wanted"), std::nullopt;
        return Node(*found, path_.empty() ? std::string(member) : path_ + "." + std::string(member), problems_);
    }
    const Json& json() const { return json_; }

  private:
    const Json& json_;
    std::string path_;
    base::ProblemList& problems_;
};

class JsonPeople {
  public:
    explicit JsonPeople(base::ProblemList& problems) : builder_(problems) {}

    PeopleFile read(const Node& root) {
        root.only({"format", "rule", "points", "share_language", "share_time", "near", "questions", "newcomers",
                   "established", "pairs", "locked", "forbidden", "earlier", "certificate", "answer", "note"});
        if (root.name("format") != "samrum-match-1") root.problem("format", "format");
        read_rules(root);
        for (const Node& one : root.list("questions")) {
            one.only({"id", "steps", "note"});
            builder_.question(one.name("id"), one.integer("steps", 4, 1, 64));
        }
        for (const Node& one : root.list("newcomers")) person(one, true);
        for (const Node& one : root.list("established")) person(one, false);
        read_near(root);
        read_pairs(root);
        return std::move(builder_.file());
    }

  private:
    void read_rules(const Node& root) {
        PeopleFile& file = builder_.file();
        if (const Json* rule = root.find("rule")) {
            if (*rule == "most")
                file.rule = solver::Rule::most;
            else if (*rule != "waiting")
                root.problem("rule", "choice_wanted", {{"choices", "waiting, most"}});
        }
        file.pool.share_language = root.flag("share_language", true);
        file.pool.share_time = root.flag("share_time", true);
        const auto given = root.object("points");
        if (!given) return;
        given->only({"interest", "language", "time", "life", "like", "step"});
        solver::Points& points = file.pool.points;
        const auto read = [&](std::string_view name, int& into) { into = given->integer(name, into, -1'000, 1'000); };
        read("interest", points.interest), read("language", points.language), read("time", points.time);
        read("life", points.life), read("like", points.like), read("step", points.step);
    }

    void person(const Node& node, bool newcomer) {
        node.only({"id", "interests", "languages", "times", "life", "traits", "must", "like", "answers", "place",
                   "room", "note"});
        PersonInWords one;
        one.field = node.path();
        one.id = node.name("id");
        one.interests = node.names("interests");
        one.languages = node.names("languages");
        one.times = node.names("times");
        one.life = node.names("life");
        one.traits = node.names("traits");
        one.must = node.names("must");
        one.like = node.names("like");
        one.place = node.name("place", false);
        if (const auto answers = node.object("answers"))
            for (const auto& [question, value] : answers->json().items())
                one.answers.emplace_back(question, answers->integer(question, 0, 0, 64));
        if (newcomer && node.find("room")) node.problem("room", "newcomer_room");
        one.room = newcomer ? 1 : node.integer("room", 1, 0, 100);
        builder_.add(one, newcomer);
    }

    /// Where there are places: people of the same place may meet, and those whom `near` lists.
    void read_near(const Node& root) {
        auto& near = builder_.file().pool.near;
        const auto lists = root.list("near");
        const std::size_t used = builder_.file().words.places.size();
        for (const Node& line : lists) {
            line.only({"newcomer", "established", "points", "note"});
            const int from = builder_.place(line.name("newcomer")), to = builder_.place(line.name("established"));
            if (from < 0 || to < 0) continue;
            if (near.size() <= at(from)) near.resize(at(from) + 1);
            const int points = line.integer("points", 0, -1'000, 1'000);
            if (std::ranges::find(near[at(from)], to, &solver::Near::place) != near[at(from)].end())
                line.problem("", "twice", {{"id", line.name("newcomer")}});
            near[at(from)].push_back({to, points});
        }
        if (used == 0 && lists.empty()) return;
        near.resize(builder_.file().words.places.size());
        for (std::size_t k = 0; k < near.size(); ++k)
            if (std::ranges::find(near[k], static_cast<int>(k), &solver::Near::place) == near[k].end())
                near[k].push_back({static_cast<int>(k), 0});
        builder_.want_places();
    }

    std::optional<solver::Pair> pair_of(const Node& line) {
        line.only({"newcomer", "established", "locked", "broken", "fit", "reasons", "note"});
        const std::string newcomer = line.name("newcomer"), established = line.name("established");
        const auto i = builder_.newcomer(newcomer), j = builder_.established(established);
        if (!i) line.problem("newcomer", "no_such_newcomer", {{"id", newcomer}});
        if (!j) line.problem("established", "no_such_established", {{"id", established}});
        return i && j ? std::optional(solver::Pair{*i, *j}) : std::nullopt;
    }

    void read_pairs(const Node& root) {
        PeopleFile& file = builder_.file();
        std::vector<int> locked_to(file.newcomers.size(), -1), locks(file.established.size(), 0);
        for (const Node& line : root.list("locked"))
            if (const auto pair = pair_of(line)) {
                if (locked_to[at(pair->newcomer)] >= 0) line.problem("newcomer", "locked_twice");
                if (++locks[at(pair->established)] > file.pool.established[at(pair->established)].room)
                    line.problem("established", "locked_too_many");
                locked_to[at(pair->newcomer)] = pair->established;
                file.pool.locked.push_back(*pair);
            }
        for (const char* list : {"forbidden", "earlier"})
            for (const Node& line : root.list(list))
                if (const auto pair = pair_of(line)) file.pool.never.push_back(*pair);
        std::ranges::sort(file.pool.never);
        file.pool.never.erase(std::unique(file.pool.never.begin(), file.pool.never.end()), file.pool.never.end());
        if (root.find("pairs")) {
            file.established_of.emplace(file.newcomers.size(), -1);
            for (const Node& line : root.list("pairs"))
                if (const auto pair = pair_of(line)) {
                    int& established = (*file.established_of)[at(pair->newcomer)];
                    if (established >= 0) line.problem("newcomer", "paired_twice");
                    established = pair->established;
                }
        }
        if (const auto given = root.object("certificate")) {
            solver::Certificate certificate{prices(*given, "newcomers", file.newcomers.size()),
                                            prices(*given, "established", file.established.size()),
                                            prices(*given, "unmatched", file.newcomers.size())};
            given->only({"newcomers", "established", "unmatched"});
            file.certificate = std::move(certificate);
        }
    }
    static std::vector<std::int64_t> prices(const Node& node, std::string_view member, std::size_t count) {
        const Json* found = node.find(member);
        if (found && found->is_array() && found->size() == count && std::ranges::all_of(*found, is_whole_number))
            return found->get<std::vector<std::int64_t>>();
        node.problem(member, "prices_wanted", {{"count", static_cast<std::int64_t>(count)}});
        std::vector<std::int64_t> none(count);
        return none;
    }

    PeopleBuilder builder_;
};

Json reasons_json(const PeopleFile& file, const std::vector<solver::Reason>& reasons) {
    Json all = Json::array();
    for (const solver::Reason& reason : reasons) {
        const std::string word = file.words.word(reason);
        // Steps apart on one question are told together.
        if (reason.kind == solver::Kind::scale && !all.empty() && all.back()["kind"] == "scale" &&
            all.back()["word"] == word) {
            all.back()["points"] = all.back()["points"].get<int>() + reason.points;
            continue;
        }
        Json one{{"kind", code_of(reason.kind)}};
        if (!word.empty()) one["word"] = word;
        one["points"] = reason.points;
        all.push_back(std::move(one));
    }
    return all;
}

base::MessageArgs names_of(const PeopleFile& file, solver::Pair pair) {
    return {{"newcomer", file.newcomers[at(pair.newcomer)]}, {"established", file.established[at(pair.established)]}};
}

/// `told` with a limit and its word.
Json with_limit(const PeopleFile& file, const solver::Reason& limit, Json told = Json::object()) {
    told["limit"] = code_of(limit.kind);
    if (const std::string word = file.words.word(limit); !word.empty()) told["word"] = word;
    return told;
}

Json pairs_json(const PeopleFile& file, const std::vector<int>& established_of) {
    Json pairs = Json::array();
    for (std::size_t i = 0; i < established_of.size(); ++i) {
        const solver::Pair pair{static_cast<int>(i), established_of[i]};
        if (pair.established < 0) continue;
        Json one{{"newcomer", file.newcomers[i]}, {"established", file.established[at(pair.established)]}};
        if (std::ranges::find(file.pool.locked, pair) != file.pool.locked.end()) {
            one["locked"] = true;
            // A lock stands whatever the limits say, so what it breaks is told.
            for (const solver::Reason& limit : limits_broken(file.pool, pair))
                one["broken"].push_back(with_limit(file, limit));
        }
        one["fit"] = fit(file.pool, pair);
        one["reasons"] = reasons_json(file, reasons(file.pool, pair));
        pairs.push_back(std::move(one));
    }
    return pairs;
}

Json waiting_json(const PeopleFile& file, const solver::Proposal& proposal) {
    constexpr std::size_t kMostExplained = 200, kMostLimits = 5;
    Json all = Json::array();
    for (std::size_t i = 0; i < file.newcomers.size(); ++i) {
        if (proposal.established_of[i] >= 0) continue;
        Json one{{"newcomer", file.newcomers[i]}};
        if (all.size() < kMostExplained) {
            const solver::Waiting why = why_waiting(file.pool, static_cast<int>(i));
            one["locked"] = why.locked;
            one["possible"] = why.possible;
            one["limits"] = Json::array();
            for (std::size_t k = 0; k < std::min(why.limits.size(), kMostLimits); ++k) {
                const auto& limit = why.limits[k];
                Json told = with_limit(file, limit.limit);
                told["excluded"] = limit.excluded;
                told["alone"] = limit.alone;
                one["limits"].push_back(std::move(told));
            }
        }
        all.push_back(std::move(one));
    }
    return all;
}

Json verdict_of(const PeopleFile& file, const solver::PeopleVerdict& verdict) {
    Json json{{"keeps_limits", verdict.keeps_limits()},
              {"largest", verdict.order.largest},
              {"first_first", verdict.order.first_first},
              {"optimal", verdict.keeps_limits() && verdict.certificate.holds()},
              {"blocking_pairs", verdict.blocking},
              {"possible_pairs", verdict.possible_pairs},
              {"fit", verdict.fit}};
    json["broken"] = Json::array();
    for (const auto& [pair, limits] : verdict.broken)
        for (const solver::Reason& limit : limits)
            json["broken"].push_back(with_limit(file, limit,
                                                {{"newcomer", file.newcomers[at(pair.newcomer)]},
                                                 {"established", file.established[at(pair.established)]}}));
    return json;
}

}  // namespace

base::Result<PeopleFile> read_people_json(std::string_view text) {
    base::ProblemList problems;
    Json json;
    bool too_deep = false;
    try {
        json = Json::parse(text.begin(), text.end(), [&](int depth, Json::parse_event_t, Json&) {
            too_deep = too_deep || depth > kDeepest;
            return depth <= kDeepest;
        });
    } catch (const Json::parse_error& error) {
        base::Problem one = base::problem("", "friends.matching.file.not_json");
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        one.line = 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
        return one;
    } catch (const Json::exception&) {  // a number that no machine holds
        return base::problem("", "friends.matching.file.not_json");
    }
    if (too_deep) return base::problem("", "friends.matching.file.too_deep");
    if (!json.is_object()) return base::problem("", "friends.matching.file.no_object");
    PeopleFile file = JsonPeople(problems).read(Node(json, "", problems));
    if (std::max(file.newcomers.size(), file.established.size()) > kMostPeople)
        problems.add(base::problem("", "friends.matching.file.too_large"));
    if (!problems.empty()) return problems.all();
    file.text = text;
    return file;
}

std::string proposal_json(const PeopleFile& file, const solver::Proposal& proposal) {
    Json json = file.text.empty() ? Json::object() : Json::parse(file.text);
    const auto verdict = check_people(file.pool, file.rule, proposal.established_of, proposal.answer.certificate);
    json["pairs"] = pairs_json(file, proposal.established_of);
    json["answer"] = {{"pairs", proposal.pairs},
                      {"fit", proposal.fit},
                      {"cost", -proposal.fit},
                      {"proven", verdict.certificate.holds()},
                      {"largest", verdict.order.largest},
                      {"first_first", verdict.order.first_first},
                      {"blocking_pairs", verdict.blocking},
                      {"possible_pairs", verdict.possible_pairs},
                      {"rounds", proposal.effort.rounds},
                      {"candidates", proposal.effort.candidates},
                      {"waiting", waiting_json(file, proposal)}};
    const solver::Certificate& certificate = proposal.answer.certificate;
    json["certificate"] = {
        {"newcomers", certificate.row}, {"established", certificate.column}, {"unmatched", certificate.unmatched}};
    return json.dump(file.newcomers.size() > 1'000 ? -1 : 2);
}

std::string verdict_json(const PeopleFile& file, const solver::PeopleVerdict& verdict) {
    return verdict_of(file, verdict).dump(2);
}

base::Problem limit_problem(const PeopleFile& file, solver::Pair pair, const solver::Reason& limit) {
    auto args = names_of(file, pair);
    args.emplace_back("word", file.words.word(limit));
    return base::problem("pairs", "friends.matching.limit." + std::string(code_of(limit.kind)), std::move(args));
}

base::Problems broken_limits(const PeopleFile& file, const solver::PeopleVerdict& verdict) {
    base::Problems problems;
    for (const auto& [pair, limits] : verdict.broken)
        for (const solver::Reason& limit : limits) problems.push_back(limit_problem(file, pair, limit));
    for (const solver::Pair& pair : verdict.locked_missing)
        problems.push_back(base::problem("locked", "friends.matching.limit.locked_missing", names_of(file, pair)));
    for (const int j : verdict.too_many)
        problems.push_back(
            base::problem("pairs", "friends.matching.limit.too_many", {{"established", file.established[at(j)]}}));
    return problems;
}

}  // namespace samrum::friends::matching
