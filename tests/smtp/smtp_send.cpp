// Sends one letter through the house's own SMTP, for tests/smtp/run.py: what a real mail server makes of it.
// usage: smtp_send URL clear|encrypted CA_FILE USER PASSWORD TO FROM_NAME SUBJECT < text
// Prints `sent`, `later: why` (try again) or `never: why` (give up).
#include "foundation/jobs/mail.hpp"

#include <iostream>
#include <iterator>

int main(int count, char** given) {
    using namespace samrum;
    if (count != 9) return 2;
    const jobs::SmtpSettings settings{given[1], given[4], given[5], given[2] == std::string_view("clear"), given[3]};
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    try {
        jobs::smtp_postman(settings)->send({base::EmailAddress::parse("samrum@lund.example").value(),
                                            given[7],
                                            base::EmailAddress::parse(given[6]).value(),
                                            given[8],
                                            text,
                                            "letter-1",
                                            {1'580'462'100'000'000}});
        std::cout << "sent\n";
    } catch (const jobs::GiveUp& error) {
        std::cout << "never: " << error.what() << '\n';
    } catch (const base::Fault& error) {
        std::cout << "later: " << error.what() << '\n';
    }
}
