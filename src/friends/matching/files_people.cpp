#include "friends/matching/files_people.hpp"

#include "foundation/base/text.hpp"
#include "foundation/document/csv.hpp"

#include <algorithm>
#include <charconv>

namespace samrum::friends::matching {

namespace solver = optimise::match;
using solver::Kind;

std::string_view code_of(Kind kind) {
    switch (kind) {
        case Kind::place:
            return "place";
        case Kind::language:
            return "language";
        case Kind::time:
            return "time";
        case Kind::newcomer_must:
            return "newcomer_must";
        case Kind::established_must:
            return "established_must";
        case Kind::never:
            return "never";
        case Kind::interest:
            return "interest";
        case Kind::life:
            return "life";
        case Kind::newcomer_like:
            return "newcomer_like";
        case Kind::established_like:
            return "established_like";
        case Kind::newcomer_like_not:
            return "newcomer_like_not";
        case Kind::established_like_not:
            return "established_like_not";
        case Kind::scale:
            return "scale";
    }
    return "";
}

std::string Vocabulary::word(const solver::Reason& reason) const {
    const auto in = [&](const std::vector<std::string>& words) {
        const auto bit = static_cast<std::size_t>(reason.bit);
        return bit < words.size() ? words[bit] : std::string();
    };
    switch (reason.kind) {
        case Kind::language:
            return reason.points == 0 ? "" : in(languages);
        case Kind::time:
            return reason.points == 0 ? "" : in(times);
        case Kind::interest:
            return in(interests);
        case Kind::life:
            return in(life);
        case Kind::scale:
            for (const Question& one : questions)
                if (reason.bit >= one.first && reason.bit < one.first + one.steps) return one.id;
            return "";
        case Kind::place:
        case Kind::never:
            return "";
        default:
            return in(traits);
    }
}

std::optional<int> PeopleBuilder::find(const Numbers& numbers, const std::string& id) {
    const auto found = numbers.find(id);
    return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

void PeopleBuilder::problem(const PersonInWords& one, const std::string& member, std::string key,
                            base::MessageArgs args) {
    std::string field = one.field.empty() ? member : member.empty() ? one.field : one.field + "." + member;
    base::Problem told = base::problem(std::move(field), "friends.matching.file." + std::move(key), std::move(args));
    if (one.line > 0) told.line = one.line;
    problems_.add(std::move(told));
}

int PeopleBuilder::bit(const PersonInWords& one, const std::string& member, const std::string& word, Numbers& numbers,
                       std::vector<std::string>& names, std::size_t most) {
    if (const auto known = find(numbers, word)) return *known;
    if (names.size() >= most) {
        problem(one, member, "too_many_words", {{"most", static_cast<std::int64_t>(most)}});
        return 0;
    }
    numbers.emplace(word, static_cast<int>(names.size()));
    names.push_back(word);
    return static_cast<int>(names.size()) - 1;
}

std::uint64_t PeopleBuilder::bits(const PersonInWords& one, const std::string& member,
                                  const std::vector<std::string>& words, Numbers& numbers,
                                  std::vector<std::string>& names) {
    std::uint64_t all = 0;
    for (const std::string& word : words) all |= std::uint64_t{1} << bit(one, member, word, numbers, names, 64);
    return all;
}

int PeopleBuilder::place(const std::string& name) {
    return bit({}, "place", name, places_, file_.words.places, 100'000);
}

void PeopleBuilder::question(const std::string& id, int steps) {
    if (!questions_.emplace(id, static_cast<int>(file_.words.questions.size())).second)
        return problem({}, "questions", "twice", {{"id", id}});
    // No question lies across the two words.
    if (next_scale_ < 64 && next_scale_ + steps > 64) next_scale_ = 64;
    if (next_scale_ + steps > 128) return problem({}, "questions", "too_many_steps");
    file_.words.questions.push_back({id, next_scale_, steps});
    next_scale_ += steps;
}

void PeopleBuilder::add(const PersonInWords& one, bool newcomer) {
    auto& numbers = newcomer ? newcomers_ : established_;
    auto& ids = newcomer ? file_.newcomers : file_.established;
    if (!numbers.emplace(one.id, static_cast<int>(ids.size())).second) problem(one, "id", "twice", {{"id", one.id}});
    ids.push_back(one.id);
    Vocabulary& words = file_.words;
    solver::Person person;
    for (const std::string& word : one.interests) {
        const int which = bit(one, "interests", word, interests_, words.interests, 128);
        person.interests[static_cast<std::size_t>(which / 64)] |= std::uint64_t{1} << (which % 64);
    }
    person.languages = bits(one, "languages", one.languages, languages_, words.languages);
    person.times = bits(one, "times", one.times, times_, words.times);
    person.life = bits(one, "life", one.life, life_, words.life);
    person.traits = bits(one, "traits", one.traits, traits_, words.traits);
    person.must = bits(one, "must", one.must, traits_, words.traits);
    person.like = bits(one, "like", one.like, traits_, words.traits);
    for (const auto& [id, answer] : one.answers) {
        const auto which = find(questions_, id);
        if (!which || static_cast<std::size_t>(*which) >= words.questions.size()) {
            problem(one, "answers", "no_such_question", {{"question", id}});
            continue;
        }
        const Vocabulary::Question& question = words.questions[static_cast<std::size_t>(*which)];
        if (answer < 0 || answer > question.steps) {
            problem(one, "answers", "answer_range", {{"question", id}, {"most", std::int64_t{question.steps}}});
            continue;
        }
        person.scales[static_cast<std::size_t>(question.first / 64)] |=
            (answer >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << answer) - 1) << (question.first % 64);
    }
    if (!one.place.empty())
        person.place = place(one.place);
    else
        placeless_.emplace_back(one.field, one.line);
    person.room = one.room;
    (newcomer ? file_.pool.newcomers : file_.pool.established).push_back(person);
}

void PeopleBuilder::want_places() {
    if (file_.pool.near.empty()) return;
    PersonInWords where;
    for (const auto& [field, line] : placeless_) {
        where.field = field;
        where.line = line;
        problem(where, "place", "place_wanted");
    }
}

namespace {

constexpr std::string_view kColumns[] = {"side",   "id",   "interests", "languages", "times", "life",
                                         "traits", "must", "like",      "answers",   "place", "room"};

std::vector<std::string> words_in(std::string_view cell) {
    std::vector<std::string> words;
    while (!cell.empty()) {
        const std::size_t bar = std::min(cell.find('|'), cell.size());
        std::string_view word = cell.substr(0, bar);
        while (word.starts_with(' ')) word.remove_prefix(1);
        while (word.ends_with(' ')) word.remove_suffix(1);
        if (!word.empty()) words.emplace_back(word);
        cell.remove_prefix(std::min(bar + 1, cell.size()));
    }
    return words;
}
std::optional<int> whole(std::string_view text) {
    int number = 0;
    const auto [after, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && after == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

class CsvPeople {
  public:
    explicit CsvPeople(base::ProblemList& problems) : builder_(problems) {}

    PeopleFile read(const std::vector<document::CsvRecord>& records) {
        head(records.front());
        for (std::size_t r = 1; r < records.size(); ++r) line(records[r]);
        // Without a list of neighbours, people meet in the same place.
        for (std::size_t k = 0; k < builder_.file().words.places.size(); ++k)
            builder_.file().pool.near.push_back({{static_cast<int>(k), 0}});
        builder_.want_places();
        return std::move(builder_.file());
    }

  private:
    void head(const document::CsvRecord& record) {
        PersonInWords where;
        where.line = record.line;
        for (const std::string& name : record.cells) {
            const auto found = std::ranges::find(kColumns, name);
            const auto number = static_cast<std::size_t>(found - std::begin(kColumns));
            if (found == std::end(kColumns))
                builder_.problem(where, "", "no_such_column", {{"column", name}});
            else if (std::ranges::find(columns_, number) != columns_.end())
                builder_.problem(where, "", "twice", {{"id", name}});
            columns_.push_back(number);
        }
        for (const std::size_t wanted : {0u, 1u})
            if (std::ranges::find(columns_, wanted) == columns_.end())
                builder_.problem(where, "", "column_missing", {{"column", std::string(kColumns[wanted])}});
    }

    void line(const document::CsvRecord& record) {
        PersonInWords one;
        one.line = record.line;
        if (record.cells.size() != columns_.size())
            return builder_.problem(one, "", "cells", {{"wanted", static_cast<std::int64_t>(columns_.size())}});
        std::string side;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string& cell = record.cells[c];
            switch (columns_[c]) {
                case 0:
                    side = cell;
                    break;
                case 1:
                    one.id = cell;
                    break;
                case 2:
                    one.interests = words_in(cell);
                    break;
                case 3:
                    one.languages = words_in(cell);
                    break;
                case 4:
                    one.times = words_in(cell);
                    break;
                case 5:
                    one.life = words_in(cell);
                    break;
                case 6:
                    one.traits = words_in(cell);
                    break;
                case 7:
                    one.must = words_in(cell);
                    break;
                case 8:
                    one.like = words_in(cell);
                    break;
                case 9:
                    answers(one, cell);
                    break;
                case 10:
                    one.place = cell;
                    break;
                case 11:
                    room(one, cell);
                    break;
                default:
                    break;
            }
        }
        if (one.id.empty()) builder_.problem(one, "id", "name_wanted");
        if (side != "newcomer" && side != "established") return builder_.problem(one, "side", "side_wanted");
        builder_.add(one, side == "newcomer");
    }
    void answers(PersonInWords& one, const std::string& cell) {
        for (const std::string& word : words_in(cell)) {
            const std::size_t is = std::min(word.find('='), word.size());
            const auto answer = is < word.size() ? whole(std::string_view(word).substr(is + 1)) : std::nullopt;
            if (!answer) {
                builder_.problem(one, "answers", "answer_wanted");
                continue;
            }
            const std::string id = word.substr(0, is);
            if (std::ranges::find(builder_.file().words.questions, id, &Vocabulary::Question::id) ==
                builder_.file().words.questions.end())
                builder_.question(id, 4);
            one.answers.emplace_back(id, *answer);
        }
    }
    void room(PersonInWords& one, const std::string& cell) {
        if (cell.empty()) return;
        const auto number = whole(cell);
        if (!number || *number < 0 || *number > 100)
            return builder_.problem(one, "room", "number_wanted",
                                    {{"least", std::int64_t{0}}, {"most", std::int64_t{100}}});
        one.room = *number;
    }

    PeopleBuilder builder_;
    std::vector<std::size_t> columns_;
};

}  // namespace

base::Result<PeopleFile> read_people_csv(std::string_view text) {
    const auto csv = document::read_csv(text);
    if (csv.records.empty()) return csv.problems;
    base::ProblemList problems;
    PeopleFile file = CsvPeople(problems).read(csv.records);
    problems.add(csv.problems);
    if (std::max(file.newcomers.size(), file.established.size()) > kMostPeople)
        problems.add(base::problem("", "friends.matching.file.too_large"));
    if (!problems.empty()) return problems.all();
    return file;
}

base::Result<PeopleFile> read_people_file(std::string_view text) {
    if (text.size() > kLongestPeopleFile) return base::problem("", "friends.matching.file.too_large");
    text = base::without_byte_order_mark(text);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && text[first] == '{') return read_people_json(text);
    return read_people_csv(text);
}

}  // namespace samrum::friends::matching
