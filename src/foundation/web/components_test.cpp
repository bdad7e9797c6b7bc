#include "foundation/web/components.hpp"

#include "foundation/base/embedded.hpp"
#include "foundation/web/chart.hpp"
#include "foundation/web/shell.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <span>

std::span<const samrum::base::EmbeddedFile> samrum_messages();  // made by samrum_embed

namespace samrum::web {
namespace {

const Words& swedish() {
    static const auto catalogues = text::Catalogues::load(samrum_messages());
    return catalogues->words("sv");
}

std::string written(auto&& write) {
    std::string sink;
    Html h(sink);
    write(h);
    return sink;
}

bool holds(const std::string& html, std::string_view part) {
    return html.find(part) != std::string::npos;
}

TEST(Components, IsolateWhatTurnsAroundInARightToLeftLine) {
    EXPECT_EQ(written([](Html& h) { isolated(h, "+32 %"); }), R"(<bdi dir="ltr">+32 %</bdi>)");
    EXPECT_EQ(written([](Html& h) { number(h, swedish(), 1400); }),
              "<bdi class=\"s-number\" dir=\"ltr\">1\u00a0400</bdi>");
    EXPECT_EQ(written([](Html& h) { name(h, "Röda <Korset>", "sv"); }), R"(<bdi lang="sv">Röda &lt;Korset&gt;</bdi>)");
    EXPECT_EQ(written([](Html& h) { date(h, swedish(), base::Date::of(2019, 7, 1)); }),
              R"(<time datetime="2019-07-01"><bdi>1 juli 2019</bdi></time>)");
}

TEST(Components, ContentIsTextOrACallable) {
    EXPECT_EQ(written([](Html& h) { paragraph(h, "1 < 2"); }), R"(<p class="ds-paragraph">1 &lt; 2</p>)");
    EXPECT_EQ(written([](Html& h) { paragraph(h, [&] { h(tag::br); }); }), R"(<p class="ds-paragraph"><br></p>)");
    EXPECT_TRUE(Content().empty());
    EXPECT_TRUE(Content("").empty());
    EXPECT_FALSE(Content([] {}).empty());
}

TEST(Components, AnUnsafeLinkLeadsNowhere) {
    EXPECT_TRUE(holds(written([](Html& h) { link(h, "javascript:alert(1)", "x"); }), "about:invalid"));
}

TEST(Components, ProgressStaysInItsBar) {
    const auto bar = [](double value, double maximum) {
        return written(
            [&](Html& h) { progress(h, {.label = "Tillfällen", .value = value, .maximum = maximum, .text = "x"}); });
    };
    EXPECT_TRUE(holds(bar(41, 64), R"(<rect width="64.06")"));
    EXPECT_TRUE(holds(bar(80, 64), R"(<rect width="100.00")"));
    EXPECT_TRUE(holds(bar(-1, 0), R"(<rect width="0.00")"));
}

TEST(Components, IdsAreMadeOfNames) {
    EXPECT_EQ(id_from("parties[2].name"), "parties-2-name");
    EXPECT_EQ(id_from("åäö"), "x");
}

TEST(Components, ConfirmIsAFormWithItsToken) {
    const std::string html = written([](Html& h) {
        confirm(h, swedish(),
                {.id = "end",
                 .opener = "Avsluta",
                 .title = "Avsluta?",
                 .text = "Det går inte att ångra.",
                 .csrf = "t0ken",
                 .action = "/lund/agreements/1/end",
                 .hidden = {{"version", "3"}}});
    });
    EXPECT_TRUE(holds(html, R"(method="post" action="/lund/agreements/1/end")"));
    EXPECT_TRUE(holds(html, R"(<input type="hidden" name="csrf" value="t0ken">)"));
    EXPECT_TRUE(holds(html, R"(<input type="hidden" name="version" value="3">)"));
}

TEST(Shell, NamesLanguageDirectionAndPage) {
    Shell frame{.title = "Åtaganden", .room_name = "Lunds kommun", .room_href = "/lund"};
    frame.navigation = {{"Hem", "/lund/home"}, {"Åtaganden", "/lund/commitments", true}};
    const std::string html = written([&](Html& h) { shell(h, swedish(), frame, [] {}); });
    EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"sv\" dir=\"ltr\" data-color-scheme=\"auto\">"));
    EXPECT_TRUE(holds(html, "<title>Åtaganden – Lunds kommun – Samrum</title>"));
    EXPECT_TRUE(holds(html, R"(<a href="/lund/commitments" aria-current="page">Åtaganden</a>)"));
    EXPECT_TRUE(holds(html, R"(content="noindex")"));
    EXPECT_TRUE(holds(html, R"(href="/accessibility")"));
    EXPECT_TRUE(holds(html, R"(href="/sign-in")"));
    EXPECT_FALSE(holds(html, "style="));
}

TEST(Chart, AxisIsRound) {
    EXPECT_EQ(axis(64), std::make_pair(80.0, 4));
    EXPECT_EQ(axis(8), std::make_pair(8.0, 4));
    EXPECT_EQ(axis(1), std::make_pair(1.0, 5));
    EXPECT_EQ(axis(1400), std::make_pair(1500.0, 3));
    EXPECT_EQ(axis(2), std::make_pair(2.0, 4));
    // Of whole things there are no halves.
    EXPECT_EQ(axis(1, 1), std::make_pair(1.0, 1));
    EXPECT_EQ(axis(2, 1), std::make_pair(2.0, 2));
    EXPECT_EQ(axis(5, 1), std::make_pair(5.0, 5));
    EXPECT_EQ(axis(8, 1), std::make_pair(8.0, 4));
    EXPECT_EQ(axis(64, 1), std::make_pair(80.0, 4));
    EXPECT_EQ(axis(0), std::make_pair(1.0, 1));
    EXPECT_EQ(axis(-3), std::make_pair(1.0, 1));
    EXPECT_EQ(axis(std::numeric_limits<double>::quiet_NaN()), std::make_pair(1.0, 1));
}

TEST(Chart, AnUnknownValueBreaksTheLineAndIsADashInTheTable) {
    const std::string html = written([](Html& h) {
        line_chart(h, swedish(),
                   {.id = "c",
                    .title = "Besök",
                    .summary = "Tre månader, en okänd",
                    .labels = {"maj", "juni", "juli"},
                    .label_heading = "Månad",
                    .so_far_label = "Hittills",
                    .so_far = {5, std::nullopt, 10}});
    });
    EXPECT_TRUE(holds(html, R"(d="M0.0 200.0 L0.0 200.0 M1000.0 0.0 L1000.0 0.0")"));
    EXPECT_TRUE(holds(html, R"(role="img" aria-labelledby="c-summary")"));
    EXPECT_TRUE(holds(html, R"(<td data-label="Hittills" class="s-numeric"><div>–</div></td>)"));
}

}  // namespace
}  // namespace samrum::web
