#pragma once
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/money/actions_room.hpp"

#include <functional>
#include <optional>
#include <string>

/// What the pages of money share.
namespace samrum::partnership::money {

/// A field of the form, or of the query, without white space around it.
std::string typed(const module::Call& call, std::string_view field);

/// The agreement of the path with its money; nothing where the caller may not read it, or where it is a copy.
struct Shown {
    agreement::ReadAgreement read;
    Case money;
    bool may_handle = false;
    const agreement::Agreement& agreement() const { return money.agreement; }
};
std::optional<Shown> shown_of_path(module::Call& call);

std::string money_link(const module::Call& call, const agreement::AgreementHead& head, std::string_view below = "");
std::string instalment_link(const module::Call& call, const agreement::AgreementHead& head,
                            const LiveInstalment& instalment);

/// A page below the money tab; 422 when there are problems, 404 when they are a refusal.
web::Response money_page(module::Call& call, const Shown& shown, const std::string& title, const std::string& lead,
                         const base::Problems& problems, const std::function<void(web::Html&)>& body);

void status_badge(web::Html& h, const text::Words& words, Status status);
/// What falls after the end is not paid: a person decides about a claim, with the working before them.
void ended_notice(web::Html& h, const module::Call& call, const Shown& shown, base::Date day);
/// A sum, isolated, or that it is not known.
web::Content sum_cell(web::Html& h, const text::Words& words, const std::optional<base::Money>& sum);
web::Content day_cell(web::Html& h, const text::Words& words, base::Date day);
/// Its day, or the time in which it lies.
web::Content when_cell(web::Html& h, const text::Words& words, const LiveInstalment& instalment);
/// "1 av 2"
std::string number_words(const text::Words& words, const LiveInstalment& instalment);
std::string question_words(const text::Words& words, const Question& question);
/// A choice of a question in words.
std::string choice_words(const text::Words& words, const agreement::Agreement& agreement, const Question& question,
                         const std::string& choice);
/// What was answered, in words; values are isolated.
web::Content answer_words(web::Html& h, const text::Words& words, const agreement::Agreement& agreement,
                          const Answer& answer);
/// "handläggare, 3 september 2019"
std::string signed_words(const text::Words& words, const Signed& by);
/// "Socialnämnden, 30 januari 2020, § 9. handläggare, 31 januari 2020"
std::string decided_words(const text::Words& words, const Decision& decision);
/// Who could pay: the organisations of the public side, by key.
std::vector<web::Option> payer_options(const agreement::Agreement& agreement);

}  // namespace samrum::partnership::money
