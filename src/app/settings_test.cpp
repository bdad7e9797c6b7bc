#include "app/settings.hpp"

#include "app/serve.hpp"

#include <gtest/gtest.h>

namespace samrum::app {
namespace {

TEST(Settings, FlagsStandOverTheEnvironmentOverTheFile) {
    const auto file =
        read_settings_file("data = '/srv/file'\n[serve]\nport = 81\naddress = '0.0.0.0'\n", "samrum.toml");
    ASSERT_TRUE(file);
    const auto settings = settings_of({{"serve.port", "83"}}, {{"serve.port", "82"}, {"data", "/srv/env"}}, *file);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->port, 83);
    EXPECT_EQ(settings->data, "/srv/env");
    EXPECT_EQ(settings->address, "0.0.0.0");
    EXPECT_EQ(settings->links_begin_with(), "http://0.0.0.0:83");
}

TEST(Settings, EveryProblemOfTheFileIsToldWithItsLine) {
    const auto file = read_settings_file("colour = 'red'\n[serve]\nprot = 81\n", "samrum.toml");
    ASSERT_FALSE(file);
    ASSERT_EQ(file.problems().size(), 2u);
    for (const auto& problem : file.problems()) {
        EXPECT_EQ(problem.message.key, "settings.unknown_key");
        EXPECT_TRUE(problem.line == 1 || problem.line == 3);
    }
    EXPECT_EQ(read_settings_file("data = \n", "samrum.toml").problems().at(0).message.key, "settings.unreadable");
}

TEST(Settings, BadValuesAreProblemsAllAtOnce) {
    const auto settings = settings_of({{"serve.port", "eighty"}, {"today", "2020-02-30"}}, {}, {});
    EXPECT_EQ(settings.problems().size(), 2u);
}

TEST(Settings, WhatWouldShowLateIsToldAtOnce) {
    const auto settings = settings_of({}, {{"serve.trusted_proxies", "127.0.0.1, 10.0.0.0/8,nginx"}},
                                      {{"mail.from", "Samrum <x@y.se>"}, {"log.level", "loud"}});
    std::vector<std::string> fields;
    for (const auto& one : settings.problems()) fields.push_back(one.field + " " + one.message.key);
    EXPECT_EQ(fields,
              (std::vector<std::string>{"serve.trusted_proxies settings.not_a_network",
                                        "mail.from base.email.unreadable", "log.level settings.not_a_log_level"}));
    EXPECT_EQ(settings_of({}, {{"serve.trusted_proxies", "::1, 10.0.0.0/8"}}, {})->trusted_proxies,
              (std::vector<std::string>{"::1", "10.0.0.0/8"}));
}

TEST(Settings, ServingWithoutAMailServerIsWarnedOf) {
    Settings settings;
    EXPECT_NE(warning_of(settings, false).find("mail.smtp"), std::string::npos);
    EXPECT_EQ(warning_of(settings, true), "");
    settings.smtp = "smtp://localhost:25";
    EXPECT_EQ(warning_of(settings, false), "");
}

TEST(Settings, ListsAreJoined) {
    const auto file = read_settings_file("[serve]\ntrusted_proxies = ['127.0.0.1', '10.0.0.1']\n", "f");
    ASSERT_TRUE(file);
    EXPECT_EQ(settings_of({}, {}, *file)->trusted_proxies, (std::vector<std::string>{"127.0.0.1", "10.0.0.1"}));
}

}  // namespace
}  // namespace samrum::app
