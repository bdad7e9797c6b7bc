#include "advice/rota/files_json.hpp"

#include "advice/rota/files_rota.hpp"
#include "advice/rota/rules_reason.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::advice::rota {
namespace {

using Json = nlohmann::ordered_json;
namespace solver = optimise::rota;

constexpr std::size_t kLongestName = 100;
constexpr int kDeepest = 6;  ///< the format needs four levels

const Json& json_at(const void* value) {
    return *static_cast<const Json*>(value);
}

int line_of(std::string_view text, std::size_t byte) {
    return 1 + static_cast<int>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size())), '\n'));
}

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= kLongestName &&
           std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

Json lacks_json(const RotaFile& file, const solver::Rota& rota) {
    Json lacks = Json::array();
    for (const solver::Why& why : explain(file.problem, rota)) {
        Json one{{"session", file.sessions[static_cast<std::size_t>(why.lack.session)]},
                 {"want", code_of(why.lack.want)},
                 {"missing", why.lack.missing}};
        if (why.lack.language >= 0) one["language"] = file.languages[static_cast<std::size_t>(why.lack.language)];
        one["why"] = {{"could", why.could},         {"unavailable", why.unavailable},
                      {"elsewhere", why.elsewhere}, {"at_limit", why.at_limit},
                      {"full", why.full},           {"free", why.free}};
        lacks.push_back(std::move(one));
    }
    return lacks;
}

Json breaches_json(const RotaFile& file, const solver::Rota& rota) {
    Json breaches = Json::array();
    for (const solver::Breach& one : judge(file.problem, rota).breaches) {
        Json breach{{"rule", code_of(one.rule)}, {"session", file.sessions[static_cast<std::size_t>(one.session)]}};
        if (one.volunteer >= 0) breach["volunteer"] = file.volunteers[static_cast<std::size_t>(one.volunteer)];
        if (one.other >= 0) breach["other"] = file.sessions[static_cast<std::size_t>(one.other)];
        breaches.push_back(std::move(breach));
    }
    return breaches;
}

Json judged_json(const RotaFile& file, const solver::Rota& rota) {
    const solver::Score score = judge(file.problem, rota).score;
    Json judged{{"points", score.points()},
                {"parts",
                 {{"nobody", score.nobody},
                  {"places", score.places},
                  {"languages", score.languages},
                  {"experience", score.experience},
                  {"mix", score.mix},
                  {"changes", score.changes},
                  {"rather_not", score.rather_not},
                  {"fine", score.fine},
                  {"uneven", score.uneven}}}};
    judged["breaches"] = breaches_json(file, rota);
    judged["lacks"] = lacks_json(file, rota);
    return judged;
}

Json shifts_json(const RotaFile& file, const solver::Rota& rota) {
    Json shifts = Json::array();
    for (const solver::Shift& one : rota) {
        Json shift{{"session", file.sessions[static_cast<std::size_t>(one.session)]},
                   {"volunteer", file.volunteers[static_cast<std::size_t>(one.volunteer)]}};
        if (std::ranges::count(file.problem.fixed, one) > 0) shift["fixed"] = true;
        shifts.push_back(std::move(shift));
    }
    return shifts;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): only that of an empty JSON value
struct JsonText::Document {
    Json json;
};

JsonText::JsonText(std::string_view text, base::ProblemList& problems)
    : document_(std::make_unique<Document>()), problems_(problems) {
    bool too_deep = false;
    try {
        document_->json = Json::parse(text.begin(), text.end(), [&](int depth, Json::parse_event_t, Json&) {
            too_deep = too_deep || depth > kDeepest;
            return depth <= kDeepest;
        });
    } catch (const Json::parse_error& error) {
        base::Problem one = base::problem("", "advice.rota.file.not_json");
        one.line = line_of(text, error.byte);
        problems.add(std::move(one));
        return;
    } catch (const Json::exception&) {  // a number that no machine holds
        problems.add(base::problem("", "advice.rota.file.not_json"));
        return;
    }
    if (too_deep)
        problems.add(base::problem("", "advice.rota.file.too_deep"));
    else if (!document_->json.is_object())
        problems.add(base::problem("", "advice.rota.file.no_object"));
}
JsonText::~JsonText() = default;
JsonReader JsonText::root() const {
    return {&document_->json, "", problems_};
}

std::string JsonReader::at(std::string_view member) const {
    if (member.empty()) return path_;
    return path_.empty() ? std::string(member) : path_ + "." + std::string(member);
}
void JsonReader::problem(std::string_view member, std::string key, base::MessageArgs args) const {
    problems_->add(base::problem(at(member), std::move(key), std::move(args)));
}
const void* JsonReader::member(std::string_view member) const {
    const Json& json = json_at(value_);
    const auto found = json.find(member);
    return found == json.end() ? nullptr : &*found;
}
bool JsonReader::has(std::string_view name) const {
    return member(name) != nullptr;
}
void JsonReader::only(std::initializer_list<std::string_view> members) const {
    for (const auto& [key, value] : json_at(value_).items())
        if (std::ranges::find(members, key) == members.end())
            problem("", "advice.rota.file.unknown_member", {{"member", key.substr(0, kLongestName)}});
}

std::string JsonReader::text(std::string_view name) const {
    const void* found = member(name);
    if (!found || !json_at(found).is_string()) return problem(name, "advice.rota.file.text_wanted"), std::string();
    return json_at(found).get<std::string>();
}
std::string JsonReader::name(std::string_view name) const {
    const void* found = member(name);
    if (!found || !json_at(found).is_string() || !is_name(json_at(found).get_ref<const std::string&>()))
        return problem(name, "advice.rota.file.name_wanted"), std::string();
    return json_at(found).get<std::string>();
}
base::Date JsonReader::date(std::string_view name) const {
    const void* found = member(name);
    return problems_->take(
        base::Date::parse(found && json_at(found).is_string() ? json_at(found).get<std::string>() : ""), at(name));
}
int JsonReader::clock(std::string_view name) const {
    const void* found = member(name);
    return problems_
        ->take(base::ClockTime::parse(found && json_at(found).is_string() ? json_at(found).get<std::string>() : ""),
               at(name))
        .minutes;
}
int JsonReader::integer(std::string_view name, int otherwise, int least, int most) const {
    const void* found = member(name);
    if (!found) return otherwise;
    const Json& json = json_at(found);
    const bool fits = json.is_number_integer() &&
                      (json.is_number_unsigned() ? json.get<std::uint64_t>() <= static_cast<std::uint64_t>(most)
                                                 : json.get<std::int64_t>() <= most) &&
                      json.get<std::int64_t>() >= least;
    if (fits) return json.get<int>();
    problem(name, "advice.rota.file.number_wanted", {{"least", std::int64_t{least}}, {"most", std::int64_t{most}}});
    return otherwise;
}
bool JsonReader::flag(std::string_view name) const {
    const void* found = member(name);
    if (!found) return false;
    if (!json_at(found).is_boolean()) return problem(name, "advice.rota.file.flag_wanted"), false;
    return json_at(found).get<bool>();
}
std::size_t JsonReader::choice(std::string_view name, std::span<const std::string_view> words,
                               std::size_t otherwise) const {
    const void* found = member(name);
    if (!found) return otherwise;
    if (json_at(found).is_string()) {
        const auto chosen = std::ranges::find(words, json_at(found).get_ref<const std::string&>());
        if (chosen != words.end()) return static_cast<std::size_t>(chosen - words.begin());
    }
    std::string choices;
    for (std::string_view one : words) choices += (choices.empty() ? "" : ", ") + std::string(one);
    problem(name, "advice.rota.file.choice_wanted", {{"choices", choices}});
    return otherwise;
}
std::vector<JsonReader> JsonReader::list(std::string_view name, std::size_t most) const {
    std::vector<JsonReader> all;
    const void* found = member(name);
    if (!found) return all;
    const Json& json = json_at(found);
    if (!json.is_array()) return problem(name, "advice.rota.file.list_wanted"), all;
    if (json.size() > most)
        return problem(name, "advice.rota.file.too_many", {{"most", static_cast<std::int64_t>(most)}}), all;
    for (std::size_t i = 0; i < json.size(); ++i) {
        std::string path = at(name) + "[" + std::to_string(i) + "]";
        if (json[i].is_object())
            all.emplace_back(&json[i], std::move(path), *problems_);
        else
            problems_->add(base::problem(std::move(path), "advice.rota.file.object_wanted"));
    }
    return all;
}
std::vector<std::string> JsonReader::names(std::string_view name, std::size_t most) const {
    std::vector<std::string> all;
    const void* found = member(name);
    if (!found) return all;
    const Json& json = json_at(found);
    if (!json.is_array() || json.size() > most || !std::ranges::all_of(json, [](const Json& one) {
            return one.is_string() && is_name(one.get_ref<const std::string&>());
        }))
        return problem(name, "advice.rota.file.names_wanted", {{"most", static_cast<std::int64_t>(most)}}), all;
    for (const Json& one : json) all.push_back(one.get<std::string>());
    return all;
}
std::vector<std::pair<std::string, int>> JsonReader::numbers(std::string_view name, int most) const {
    std::vector<std::pair<std::string, int>> all;
    const void* found = member(name);
    if (!found) return all;
    if (!json_at(found).is_object()) return problem(name, "advice.rota.file.object_wanted"), all;
    const JsonReader inner(found, at(name), *problems_);
    for (const auto& [key, value] : json_at(found).items()) all.emplace_back(key, inner.integer(key, 0, 0, most));
    return all;
}

std::string breach_key(solver::Rule rule) {
    return "advice.rota.breach." + std::string(code_of(rule));
}

std::string judgement_json(const RotaFile& file, const solver::Rota& rota) {
    return judged_json(file, rota).dump(2);
}

std::string answer_json(const RotaFile& file, const solver::Answer& answer) {
    Json json = Json::parse(file.text);
    json["shifts"] = shifts_json(file, answer.shifts);
    Json judged{{"proven", answer.proven}, {"bound", answer.bound}};
    judged.update(judged_json(file, answer.shifts));
    if (file.problem.before) {
        const solver::Changes turned = changes(*file.problem.before, answer.shifts);
        judged["removed"] = shifts_json(file, turned.removed);
        judged["added"] = shifts_json(file, turned.added);
        // What was cancelled is in the new rota no more, so the file says it as what may not be.
        if (json.contains("cancelled"))
            for (Json& one : json["cancelled"]) json["forbidden"].push_back(std::move(one));
        json.erase("cancelled");
        json.erase("mend");
    }
    json["answer"] = std::move(judged);
    return json.dump(2);
}

}  // namespace samrum::advice::rota
