#pragma once
#include "app/modules.hpp"
#include "app/tasks.hpp"
#include "directory/actions_account.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_succession.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/text/test_catalogues.hpp"
#include "partnership/agreement/actions_for_tests.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace samrum::app {

/// The municipality's room with RådRum's agreement and an officer with an account, on 2020-01-31, and the house whole.
class Desk : public partnership::agreement::TwoRooms {
  protected:
    void SetUp() override {
        import_and_carry();
        house_.store = &all_rooms();
        house_.modules = modules();
        house_.catalogues = &text::house_catalogues();
        house_.public_address = "https://samrum.example";
        let_in("handlaggare@lund.example", "partnerskapshandläggare", "officer");
    }
    std::unique_ptr<store::Session> lobby() { return all_rooms().lobby(); }
    void on(base::Date day) { house_.clocks = base::Clocks(day); }
    void let_in(const std::string& email, const std::string& function, const std::string& role) {
        ASSERT_TRUE(directory::give_grant_by_command(*lobby(), {"test", "test"}, lund_, house_.clocks.today(),
                                                     {email, function, role, "", "2016-01-01", ""}));
    }
    module::AccountId account(const std::string& email) { return directory::find_account(*lobby(), email).value().id; }
    /// Who the account is in Lund's room on a day; without grants where it may not enter.
    module::Caller known_as(const std::string& email, base::Date day) {
        for (module::Caller& one : directory::callers_on(*lobby(), lund_, day))
            if (one.account == account(email)) return std::move(one);
        module::Caller nobody;
        nobody.account = account(email);
        nobody.room_organisation = lund_.organisation;
        return nobody;
    }
    /// Those that went out of the lobby, the newest first.
    std::vector<jobs::MailView> letters(const std::string& to) {
        auto all = jobs::list_mail(*lobby(), 1000);
        std::erase_if(all, [&](const jobs::MailView& one) { return one.mail.to != to; });
        return all;
    }
};

}  // namespace samrum::app
