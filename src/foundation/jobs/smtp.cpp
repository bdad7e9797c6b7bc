#include "foundation/base/ensure.hpp"
#include "foundation/jobs/mail.hpp"

#include <algorithm>
#include <cstring>
#include <curl/curl.h>
#include <memory>

namespace samrum::jobs {
namespace {

constexpr long kConnectSeconds = 15;
constexpr long kWholeSeconds = 120;

struct Free {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void start_curl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    base::ensure(started == CURLE_OK, "libcurl starts");
}

/// Gives libcurl the next bytes of the letter.
std::size_t read_letter(char* into, std::size_t size, std::size_t count, void* rest) {
    auto& text = *static_cast<std::string_view*>(rest);
    const std::size_t taken = std::min(size * count, text.size());
    std::memcpy(into, text.data(), taken);
    text.remove_prefix(taken);
    return taken;
}

class SmtpPostman final : public Postman {
  public:
    explicit SmtpPostman(SmtpSettings settings) : settings_(std::move(settings)) {
        if (!settings_.url.starts_with("smtp://") && !settings_.url.starts_with("smtps://"))
            throw base::Fault("the mail server's address begins with smtp:// or smtps://, not " + settings_.url);
        start_curl();
    }

    void send(const Letter& letter) override {
        const std::unique_ptr<CURL, Free> curl(curl_easy_init());
        base::ensure(curl != nullptr, "libcurl gives a handle");
        const std::string text = write_letter(letter);
        std::string_view rest = text;
        const std::unique_ptr<curl_slist, Free> to(curl_slist_append(nullptr, ("<" + letter.to.text() + ">").c_str()));
        char why[CURL_ERROR_SIZE] = "";
        const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
        set(CURLOPT_URL, settings_.url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_USE_SSL, static_cast<long>(settings_.clear_text ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        if (!settings_.ca_file.empty()) set(CURLOPT_CAINFO, settings_.ca_file.c_str());
        if (!settings_.user.empty()) {
            set(CURLOPT_USERNAME, settings_.user.c_str());
            set(CURLOPT_PASSWORD, settings_.password.c_str());
        }
        set(CURLOPT_MAIL_FROM, ("<" + letter.from.text() + ">").c_str());
        set(CURLOPT_MAIL_RCPT, to.get());
        set(CURLOPT_READFUNCTION, read_letter);
        set(CURLOPT_READDATA, &rest);
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
        set(CURLOPT_TIMEOUT, kWholeSeconds);
        set(CURLOPT_ERRORBUFFER, why);
        judge(curl.get(), curl_easy_perform(curl.get()), why);
    }

  private:
    /// An answer 5xx is about this letter and final, save when the server refuses us rather than it.
    static void judge(CURL* curl, CURLcode code, const char* why) {
        if (code == CURLE_OK) return;
        long answer = 0;
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
        const std::string told = std::string("the mail server: ") + (*why ? why : curl_easy_strerror(code));
        const bool about_us =
            code == CURLE_LOGIN_DENIED || code == CURLE_USE_SSL_FAILED || answer == 530 || answer == 535;
        if (answer >= 500 && answer < 600 && !about_us) throw GiveUp(told);
        throw base::Fault(told);
    }

    const SmtpSettings settings_;
};

}  // namespace

std::unique_ptr<Postman> smtp_postman(const SmtpSettings& settings) {
    return std::make_unique<SmtpPostman>(settings);
}

}  // namespace samrum::jobs
