#include "partnership/money/pages_parts.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

using agreement::word_of;
using web::Html;
using web::Tone;

Tone tone_of(Status status) {
    switch (status) {
        case Status::unknown:
        case Status::waiting:
            return Tone::warning;
        case Status::authorised_once:
        case Status::authorised:
            return Tone::info;
        case Status::paid:
            return Tone::success;
        case Status::planned:
        case Status::stopped:
            break;
    }
    return Tone::neutral;
}

}  // namespace

std::string typed(const module::Call& call, std::string_view field) {
    const auto& form = call.request.form;
    return base::trim(form.has(field) ? form.get(field) : call.request.query.get(field));
}

std::optional<Shown> shown_of_path(module::Call& call) {
    auto read = agreement::agreement_of_path(call);
    if (!read) return std::nullopt;
    auto money =
        call.room().snapshot([&](store::Reader& room) { return load_case(room, read->head.id, call.today()); });
    if (!money) return std::nullopt;
    return Shown{std::move(*read), std::move(*money), may_handle(call.caller)};
}

std::string money_link(const module::Call& call, const agreement::AgreementHead& head, std::string_view below) {
    return agreement::agreement_link(call, head, "/money" + std::string(below));
}
std::string instalment_link(const module::Call& call, const agreement::AgreementHead& head,
                            const LiveInstalment& instalment) {
    return money_link(call, head, "/instalments/" + instalment.key);
}

web::Response money_page(module::Call& call, const Shown& shown, const std::string& title, const std::string& lead,
                         const base::Problems& problems, const std::function<void(Html&)>& body) {
    if (auto refused = module::refused_page(call, problems)) return *std::move(refused);
    const auto& head = shown.read.head;
    return module::page(call,
                        {.title = title,
                         .crumbs = {{call.words("partnership.agreements.title"), call.link("/agreements")},
                                    {head.title, agreement::agreement_link(call, head)},
                                    {call.words("partnership.tab.money"), money_link(call, head)}},
                         .lead = lead,
                         .wide = true},
                        body, problems.empty() ? 200 : 422);
}

void status_badge(Html& h, const text::Words& words, Status status) {
    web::badge(h, tone_of(status), words("money.status." + std::string(word_of(status))));
}

void ended_notice(Html& h, const module::Call& call, const Shown& shown, base::Date day) {
    const auto& words = call.words;
    web::notice(h, Tone::warning, words("money.ending.ended", {{"day", words.date(day)}}), [&] {
        web::paragraph(h, words("money.stopped.why"));
        web::link(h, money_link(call, shown.read.head, "/ending"), words("money.ending.title"));
    });
}

web::Content sum_cell(Html& h, const text::Words& words, const std::optional<base::Money>& sum) {
    if (!sum) return words("partnership.sum.unknown");
    return [&h, &words, value = *sum] { web::money(h, words, value); };
}
web::Content day_cell(Html& h, const text::Words& words, base::Date day) {
    return [&h, &words, day] { web::date(h, words, day); };
}
web::Content when_cell(Html& h, const text::Words& words, const LiveInstalment& instalment) {
    const bool known = instalment.day || (instalment.payment && instalment.payment->paid_on);
    if (known) return day_cell(h, words, instalment.listed());
    return words("money.day_unknown", {{"period", words.period(instalment.window)}});
}

std::string number_words(const text::Words& words, const LiveInstalment& instalment) {
    return words("money.number", {{"number", std::int64_t{instalment.number}}, {"of", std::int64_t{instalment.of}}});
}

std::string question_words(const text::Words& words, const Question& question) {
    return agreement::say_with_days(words, question.asks);
}

std::string choice_words(const text::Words& words, const agreement::Agreement& agreement, const Question& question,
                         const std::string& choice) {
    // Readings have the file's own words; the rest are known.
    if (question.key.ends_with("/reading"))
        for (const agreement::Amount& amount : agreement.amounts)
            for (const auto& reading : amount.sums.all)
                if (question.key == "amount/" + amount.key + "/reading" && reading.key == choice)
                    return agreement::say_payable(words, reading.value) +
                           (reading.source.empty() ? "" : " – " + reading.source);
    return words("money.choice." + choice);
}

web::Content answer_words(Html& h, const text::Words& words, const agreement::Agreement& agreement,
                          const Answer& answer) {
    const std::string_view key = answer.question;
    if (key.ends_with("/day")) return day_cell(h, words, base::Date::parse(answer.value).value());
    if (key.ends_with("/sum")) return sum_cell(h, words, base::Money{std::stoll(answer.value)});
    if (key.ends_with("/share") || key.find("/agreed/") != std::string_view::npos)
        return agreement::isolated_value(h, words.decimal(std::stod(answer.value) / 100.0, 2) + " %");
    if (key.ends_with("month") || key.ends_with("/comparison"))
        return agreement::isolated_value(h, words.month(base::Date::parse(answer.value + "-01").value()));
    Question question;
    question.key = answer.question;
    return choice_words(words, agreement, question, answer.value);
}

std::string signed_words(const text::Words& words, const Signed& by) {
    return words("money.signed", {{"who", by.function}, {"day", words.date(by.on)}});
}

std::string decided_words(const text::Words& words, const Decision& decision) {
    const std::string by = signed_words(words, decision.by);
    const base::MessageArgs args{{"body", decision.body},
                                 {"day", words.date(decision.decided_on)},
                                 {"reference", decision.reference},
                                 {"by", by}};
    return words(decision.reference.empty() ? "money.decision.line" : "money.decision.line_numbered", args);
}

std::vector<web::Option> payer_options(const agreement::Agreement& agreement) {
    std::vector<web::Option> options;
    for (const agreement::Organisation& one : agreement.organisations) {
        const agreement::Party* party = agreement.party(one.key);
        if (party && party->side == agreement::Side::civil) continue;
        options.push_back({one.key, one.name, ""});
    }
    return options;
}

}  // namespace samrum::partnership::money
