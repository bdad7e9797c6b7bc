#include "foundation/jobs/mail.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/base/readable.hpp"
#include "foundation/jobs/queue.hpp"
#include "foundation/store/secrets.hpp"

#include <nlohmann/json.hpp>

namespace samrum::jobs {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kInsertLetter{
    Scope::both,
    "insert into mail_outbox (id, recipient, subject, content, state, created, last_error, calendar) "
    "values ($1, $2, $3, $4, 'queued', $5, '', $6)"};
const Statement kFindLetter{Scope::both,
                            "select id, recipient, subject, content, state, created, left_at, last_error, calendar "
                            "from mail_outbox where id = $1"};
const Statement kNewestLetters{
    Scope::both,
    "select id, recipient, subject, content, state, created, left_at, last_error, calendar from mail_outbox "
    "order by created desc, id desc limit $1"};
const Statement kLetterShown{Scope::both, "update mail_outbox set state = 'shown', left_at = $2 where id = $1"};
const Statement kLetterSent{
    Scope::both,
    "update mail_outbox set state = 'sent', left_at = $2, content = $3, calendar = $3, last_error = '' where id = $1"};
const Statement kLetterFailed{Scope::both,
                              "update mail_outbox set state = $2, last_error = $3 where id = $1 and state <> 'sent'"};
const Statement kRemoveOld{Scope::both, "delete from mail_outbox where created < $1 and state <> 'queued'"};
const Statement kLettersTo{Scope::both, "select id from mail_outbox where recipient = $1"};
const Statement kRemoveJob{Scope::both, "delete from job where name = $1 and arguments = $2"};
const Statement kRemoveLetter{Scope::both, "delete from mail_outbox where id = $1"};

constexpr std::string_view kPurpose = "mail";
constexpr std::string_view kMailJob = "jobs.mail";
constexpr std::string_view kCleanJob = "jobs.clean";
constexpr auto kKept = std::chrono::hours(30 * 24);

MailState state_of(std::string_view text) {
    if (text == "sent") return MailState::sent;
    if (text == "shown") return MailState::shown;
    return text == "failed" ? MailState::failed : MailState::queued;
}

MailView letter_of(const Row& row, const store::Secrets& secrets) {
    const auto plain = [&](int column) {
        const auto kept = row.bytes(column);
        return kept.empty() ? std::string() : secrets.decrypt(kPurpose, kept);
    };
    return {base::Uuid::parse(row.view(0)).value(),
            {row.text(1), row.text(2), plain(3), row.is_null(8) ? std::string() : plain(8)},
            state_of(row.view(4)),
            row.instant(5),
            row.maybe(6, &Row::instant),
            row.text(7)};
}

std::string arguments_of(const base::Uuid& letter) {
    return "{\"id\":\"" + letter.text() + "\"}";
}

class MailRound {
  public:
    MailRound(Work& work, Postman* postman, const Sender& sender)
        : work_(work), postman_(postman), sender_(sender), session_(work.open()) {}

    void run() {
        const auto id = base::Uuid::parse(nlohmann::json::parse(work_.arguments()).at("id").get<std::string>()).value();
        const auto letter = session_->one(
            kFindLetter, [&](const Row& row) { return letter_of(row, session_->secrets()); }, id);
        if (!letter || letter->state == MailState::sent) return;
        if (!postman_) return leave([&](store::Transaction& tx) { tx.run(kLetterShown, id, work_.now()); });
        try {
            postman_->send({sender_.address, sender_.name, base::EmailAddress::parse(letter->mail.to).value(),
                            letter->mail.subject, letter->mail.text, id.text(), letter->created,
                            letter->mail.calendar});
        } catch (const std::exception& error) {
            note(id, error);
            throw;
        }
        leave([&](store::Transaction& tx) { tx.run(kLetterSent, id, work_.now(), store::Bytes{}); });
    }

  private:
    template <class Note>
    void leave(Note note_it) {
        session_->transaction([&](store::Transaction& tx) {
            note_it(tx);
            work_.complete(tx);
        });
    }
    void note(const base::Uuid& id, const std::exception& error) {
        const bool last = work_.is_last_attempt() || dynamic_cast<const GiveUp*>(&error) != nullptr;
        session_->transaction([&](store::Transaction& tx) {
            tx.run(kLetterFailed, id, last ? "failed" : "queued", base::readable_text(error.what(), kLongestError));
        });
    }

    Work& work_;
    Postman* postman_;
    const Sender& sender_;
    std::unique_ptr<store::Session> session_;
};

}  // namespace

base::Uuid queue_mail(store::Transaction& tx, const Mail& mail, base::Instant now) {
    const auto to = base::EmailAddress::parse(mail.to);
    base::ensure(bool(to), "a letter is queued to an address that was checked");
    const auto id = base::Uuid::ordered();
    tx.run(kInsertLetter, id, to->text(), mail.subject, tx.secrets().encrypt(kPurpose, mail.text), now,
           mail.calendar.empty() ? store::Bytes{} : tx.secrets().encrypt(kPurpose, mail.calendar));
    enqueue(tx, kMailJob, arguments_of(id), now);
    return id;
}

std::int64_t forget_mail_to(store::Transaction& tx, std::string_view address) {
    const auto letters = tx.all(
        kLettersTo, [](const Row& row) { return base::Uuid::parse(row.view(0)).value(); }, address);
    for (const base::Uuid& id : letters) {
        // What a mail server refused may repeat the address, so the job goes with its letter.
        tx.run(kRemoveJob, kMailJob, arguments_of(id));
        tx.run(kRemoveLetter, id);
    }
    return static_cast<std::int64_t>(letters.size());
}

std::vector<MailView> list_mail(store::Reader& place, int limit) {
    return place.all(
        kNewestLetters, [&](const Row& row) { return letter_of(row, place.secrets()); }, limit);
}

Handler mail_handler(std::shared_ptr<Postman> postman, Sender sender) {
    return {std::string(kMailJob), [postman = std::move(postman), sender = std::move(sender)](Work& work) {
                MailRound(work, postman.get(), sender).run();
            }};
}

Handler clean_handler() {
    return {std::string(kCleanJob), [](Work& work) {
                work.open()->transaction([&](store::Transaction& tx) {
                    const auto removed = tx.run(kRemoveOld, work.now().plus(-kKept));
                    if (removed > 0)
                        tx.journal(kHouse, {"mail.removed", "", "{\"letters\":" + std::to_string(removed) + "}"});
                    work.complete(tx);
                });
            }};
}

Schedule clean_schedule() {
    return {std::string(kCleanJob), Scope::both, base::ClockTime{3 * 60}};
}

}  // namespace samrum::jobs
