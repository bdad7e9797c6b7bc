#pragma once
#include "foundation/base/email_address.hpp"
#include "foundation/jobs/letter.hpp"
#include "foundation/jobs/runner.hpp"

#include <memory>
#include <string>

namespace samrum::jobs {

/// The way out to a mail server.
class Postman {
  public:
    virtual ~Postman() = default;
    /// Hands the letter to the mail server. Throws base::Fault when it may work later, GiveUp when the server refuses
    /// the letter for good (SMTP 5xx).
    virtual void send(const Letter& letter) = 0;
};

struct SmtpSettings {
    std::string url;  ///< `smtp://host:port`, encrypted by STARTTLS, or `smtps://host:port`
    std::string user = {};
    std::string password = {};
    bool clear_text = false;   ///< neither STARTTLS nor smtps: only for a mail server on the same machine
    std::string ca_file = {};  ///< PEM file of who may vouch for the server; empty: the system's
};
/// Sends over SMTP with libcurl. Throws base::Fault for an address that is no smtp:// or smtps://. Safe for threads.
std::unique_ptr<Postman> smtp_postman(const SmtpSettings& settings);

/// The sender of all letters.
struct Sender {
    base::EmailAddress address;
    std::string name;
};

/// Carries out the jobs that queue_mail makes. Without a postman letters stay in the outbox as `shown`. A letter is
/// sent once; only when the program dies between the mail server's answer and noting it does it go again, with the same
/// Message-ID.
Handler mail_handler(std::shared_ptr<Postman> postman, Sender sender);
/// Removes letters 30 days after they were queued, and journals how many; meant for a daily schedule of `jobs.clean`.
Handler clean_handler();
Schedule clean_schedule();

}  // namespace samrum::jobs
