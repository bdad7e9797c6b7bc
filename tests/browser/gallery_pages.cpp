#include "browser/gallery.hpp"

namespace samrum::gallery {

using base::Date;
using base::Money;
using base::Period;
using namespace web;

namespace {

const Period kFirstYear{Date::of(2019, 7, 1), Date::of(2020, 6, 30)};

void key_figure_row(Html& h, const Words& words) {
    key_figures(h, {{.label = "Hittills",
                     .value = [&] { number(h, words, 41); },
                     .context =
                         [&] {
                             h.text("sedan ");
                             date(h, words, kFirstYear.first());
                         },
                     .href = "/im/commitments/1/rows"},
                    {.label = "Väntat i dag",
                     .value = [&] { number(h, words, 37); },
                     .context = "jämnt över veckor då ni har öppet"},
                    {.label = "Överenskommet",
                     .value =
                         [&] {
                             h.text("minst ");
                             number(h, words, 64);
                         },
                     .context = [&] { period(h, words, kFirstYear); }},
                    {.label = "Besök",
                     .value = [&] { number(h, words, 1400); },
                     .context =
                         [&] {
                             isolated(h, "+32 %");
                             h.text(" jämfört med året före");
                         }}});
}

void promise_chart(Html& h, const Words& words) {
    LineChart chart{
        .id = "trend",
        .title = "Rådgivningstillfällen sedan 1 juli 2019",
        .summary = "41 tillfällen till och med januari 2020, 4 fler än väntat. Prognos 66 till 74 av minst 64.",
        .labels = {"juli 2019", "aug.", "sep.", "okt.", "nov.", "dec.", "jan. 2020", "feb.", "mars", "apr.", "maj",
                   "juni 2020"},
        .label_heading = "Till och med",
        .so_far_label = "Hittills"};
    chart.so_far = {2, 7, 15, 23, 30, 35, 41};
    chart.expected_label = "Väntat";
    chart.expected = {2, 7, 13, 19, 25, 30, 37, 43, 48, 54, 60, 64};
    chart.forecast_label = "Prognos";
    chart.forecast.resize(12);
    const std::vector<std::pair<double, double>> ahead{{41, 41}, {46, 48}, {51, 55}, {56, 61}, {61, 68}, {66, 74}};
    for (std::size_t i = 0; i < ahead.size(); ++i) chart.forecast[6 + i] = ahead[i];
    chart.target_label = "Överenskommet";
    chart.target = 64;
    line_chart(h, words, chart);
}

void month_chart(Html& h, const Words& words) {
    column_chart(h, words,
                 {.id = "months",
                  .title = "Tillfällen per månad",
                  .summary = "Flest i september och oktober, 8 var; i april saknas uppgift.",
                  .labels = {"aug.", "sep.", "okt.", "nov.", "dec.", "jan."},
                  .label_heading = "Månad",
                  .value_label = "Tillfällen",
                  .values = {5, 8, 8, 7, std::nullopt, 6}});
}

const std::vector<Column> kColumns{{.label = "Datum", .key = "date"},
                                   {.label = "Vad", .key = "kind"},
                                   {.label = "Besökare", .key = "visitors", .numeric = true},
                                   {.label = "Frivilliga timmar", .numeric = true},
                                   {.label = "Åtgärd", .hide_label = true}};

void session_row(Html& h, const Words& words, Rows& rows, Date day, const char* kind, int visitors, double hours) {
    rows.row({[&] { date(h, words, day); }, [&] { badge(h, Tone::neutral, kind); }, [&] { number(h, words, visitors); },
              [&] { decimal(h, words, hours, 1); },
              [&] {
                  link(h, "/im/activity/" + day.iso(), [&] {
                      h.text("Ändra");
                      visually_hidden(h, " " + words.date(day));
                  });
              }});
}

}  // namespace

void figures(Html& h, const Words& words) {
    page_heading(h, {.title = "Rådgivningstillfällen",
                     .lead = "Minst 64 öppna tillfällen om året där den som är ny i Sverige får råd på sitt språk.",
                     .meta =
                         [&] {
                             badge(h, Tone::success, "I kraft");
                             badge(h, Tone::neutral, "Åtagande 1");
                             small_print(h, [&] {
                                 h.text("Diarienummer ");
                                 isolated(h, "SO 2019/0089");
                             });
                         },
                     .actions =
                         [&] {
                             link_button(h, "/im/deliveries/new", "Lämna över siffran");
                             link_button(h, "/im/activity", "Se raderna bakom", Variant::secondary);
                             print_button(h, words);
                         }});
    tabs(h, "Överenskommelsens delar",
         {{"Översikt", "/im/agreements/1"},
          {"Åtaganden", "/im/agreements/1/commitments", true},
          {"Pengar", "/im/agreements/1/money"},
          {"Datum", "/im/agreements/1/dates"},
          {"Text", "/im/agreements/1/text"},
          {"Leveranser", "/im/agreements/1/deliveries"}});
    key_figure_row(h, words);
    progress(h, {.label = "Hållna tillfällen", .value = 41, .maximum = 64, .text = "41 av minst 64"});
    section(h, "Hur det går", [&] {
        live(h, "trend-live", "room/1/activity", [&] { promise_chart(h, words); });
        month_chart(h, words);
    });
    section(h, "Det här gäller", [&] {
        definition_list(h,
                        {{"Period", [&] { period(h, words, kFirstYear); }},
                         {"Motpart", [&] { name(h, "Lunds kommun", "sv"); }},
                         {"Bidrag första året", [&] { money(h, words, Money::kronor(520'000)); }},
                         {"Räknas av", "Varje rad i verksamhetsloggen av sorten rådgivning, en gång per tillfälle."}});
    });
    section(h, "Vad som händer när", [&] {
        timeline(h, words,
                 {{.when = [&] { date(h, words, Date::of(2019, 7, 1)); },
                   .title = "Överenskommelsen börjar gälla",
                   .stage = Stage::past},
                  {.when = [&] { date(h, words, Date::of(2020, 1, 31)); },
                   .title = "Halvårsrapport ska lämnas",
                   .content = "Senast i dag.",
                   .stage = Stage::now},
                  {.when = [&] { date(h, words, Date::of(2021, 1, 31)); },
                   .title = "Översyn inför eventuell fortsättning",
                   .stage = Stage::coming},
                  {.when = [&] { date(h, words, Date::of(2021, 6, 30)); },
                   .title = "Överenskommelsen upphör",
                   .stage = Stage::coming}});
    });
}

void lists(Html& h, const Words& words) {
    page_heading(h, {.title = "Verksamhet", .lead = "Allt ni har gjort, en rad för varje tillfälle.", .actions = [&] {
                         link_button(h, "/im/activity/new", "Nytt tillfälle");
                         link_button(h, "/im/activity/import", "Läs in från CSV", Variant::secondary);
                     }});
    FormState state{words};
    query_form(h, "/im/activity", [&] {
        search_field(h, state, {.name = "q", .label = "Sök", .optional = true});
        select_field(h, state, {.name = "kind", .label = "Sort", .optional = true, .fallback = "all"},
                     {{"all", "Alla sorter"}, {"advice", "Rådgivning"}});
        submit_button(h, "Visa", Variant::secondary);
    });
    Table table{.caption = "Tillfällen, senaste först",
                .columns = kColumns,
                .view = ListView{.sort = "date", .descending = true, .page = 2, .page_size = 5},
                .total = 1400,
                .path = "/im/activity",
                .export_href = "/im/activity.csv"};
    table.query.add("kind", "advice");
    web::table(h, words, table, [&](Rows& rows) {
        session_row(h, words, rows, Date::of(2020, 1, 30), "Rådgivning", 7, 9);
        session_row(h, words, rows, Date::of(2020, 1, 23), "Rådgivning", 5, 7.5);
        session_row(h, words, rows, Date::of(2020, 1, 18), "Temakväll om hyresrätt", 23, 12);
        session_row(h, words, rows, Date::of(2020, 1, 16), "Rådgivning", 6, 9);
        rows.sum({"Summa", "", [&] { number(h, words, 41); }, [&] { decimal(h, words, 37.5, 1); }, ""});
    });
    section(h, "Organisationer", [&] {
        card_grid(h, [&] {
            card(h, {.title = "RådRum Lund",
                     .href = "/lund/iop/radrum",
                     .content =
                         [&] {
                             paragraph(
                                 h,
                                 "Råd och vägledning för den som är ny i Sverige, av frivilliga med egen erfarenhet.");
                             small_print(h, [&] { period(h, words, {Date::of(2019, 7, 1), Date::of(2021, 6, 30)}); });
                         },
                     .level = 3});
            card(h, {.title = "Kompis Sverige i Lund",
                     .href = "/lund/iop/kompis",
                     .content =
                         [&] {
                             paragraph(h, "Nya och etablerade invånare möts två och två.");
                             badge(h, Tone::warning, "Två läsningar av målet");
                         },
                     .level = 3});
        });
    });
    section(h, "Leveranser", [&] {
        web::table(h, words,
                   {.caption = "Leveranser",
                    .columns = {{.label = "Period"}},
                    .empty =
                        [&] {
                            empty_state(h, "Ni har inte lämnat över någon siffra än",
                                        "Kommunen ser det ni lämnar över, aldrig raderna bakom.",
                                        [&] { link_button(h, "/im/deliveries/new", "Lämna över den första"); });
                        }},
                   [](Rows&) {});
    });
}

namespace {

void session_form(Html& h, const FormState& state) {
    error_summary(h, state);
    web::form(h, "token", "/im/activity/new", [&] {
        date_field(h, state, {.name = "day", .label = "Datum", .description = "Dagen då ni hade öppet."});
        time_field(h, state, {.name = "from", .label = "Började", .optional = true});
        select_field(h, state, {.name = "kind", .label = "Vad var det?"},
                     {{"advice", "Rådgivning"}, {"theme", "Temakväll"}, {"training", "Utbildning"}});
        number_field(h, state,
                     {.name = "visitors",
                      .label = "Antal besökare",
                      .description = "Räkna alla som fick råd. Inga namn behövs."});
        number_field(h, state,
                     {.name = "hours",
                      .label = "Frivilliga timmar",
                      .optional = true,
                      .input_mode = "decimal",
                      .suffix = "timmar"});
        money_field(h, state, {.name = "cost", .label = "Kostnad för lokalen", .optional = true});
        radio_fields(h, state, {.name = "place", .label = "Var?", .description = "Där mötet hölls."},
                     {{"library", "Stadsbiblioteket"},
                      {"phone", "På telefon eller video", "Även när en del satt tillsammans."}});
        checkbox_fields(h, state, {.name = "languages", .label = "Språk som talades", .optional = true},
                        {{"ar", "Arabiska"}, {"ti", "Tigrinska"}, {"so", "Somaliska"}});
        text_area(h, state,
                  {.name = "note",
                   .label = "Vad fungerade bra?",
                   .description = "Skriv inget som kan peka ut en person.",
                   .optional = true,
                   .max_length = 2000});
        file_field(h, state, {.name = "file", .label = "Underlag", .optional = true}, ".csv,.pdf");
        field_group(h, "Den som registrerar", [&] {
            email_field(h, state, {.name = "email", .label = "E-post", .autocomplete = "email"});
            password_field(h, state, {.name = "password", .label = "Lösenord", .autocomplete = "current-password"});
        });
        checkbox(h, state, {.name = "certain", .label = "Uppgifterna är räknade, inte uppskattade", .optional = true});
        actions(h, [&] {
            submit_button(h, "Spara tillfället");
            link_button(h, "/im/activity", "Avbryt", Variant::tertiary);
        });
    });
}

}  // namespace

void form(Html& h, const Words& words) {
    page_heading(h, {.title = "Nytt tillfälle", .lead = "Det tar en halv minut."});
    FormState state{words};
    state.values.add("day", "2020-01-30");
    state.values.add("kind", "advice");
    state.values.add("place", "library");
    state.values.add("languages", "ar");
    state.values.add("languages", "so");
    session_form(h, state);
}

void problems(Html& h, const Words& words) {
    page_heading(h, {.title = "Nytt tillfälle"});
    FormState state{words};
    state.values.add("visitors", "många");
    state.values.add("cost", "1 400");
    for (const char* field : {"day", "kind", "place", "email"})
        state.problems.push_back(base::problem(field, "base.date.unreadable", {{"text", std::string("i går")}}));
    state.problems.push_back(base::problem("visitors", "base.money.unreadable", {{"text", std::string("många")}}));
    session_form(h, state);
}

void messages(Html& h, const Words& words) {
    page_heading(h, {.title = "Meddelanden och dialoger"});
    for (Tone tone : {Tone::info, Tone::success, Tone::warning, Tone::danger})
        notice(h, tone, "Två läsningar av målet",
               "Överenskommelsen säger 25 par på två sätt. Ni väljer vilken som gäller.");
    notice(h, Tone::info, "", "Utan rubrik, en enda rad.");
    actions(h, [&] {
        for (Tone tone : {Tone::neutral, Tone::accent, Tone::info, Tone::success, Tone::warning, Tone::danger})
            badge(h, tone, "Märke");
    });
    actions(h, [&] {
        for (Variant variant : {Variant::primary, Variant::secondary, Variant::tertiary})
            link_button(h, "/im", "Knapplänk", variant);
    });
    details(h, "Så räknas siffran", "Varje rad av sorten rådgivning räknas en gång.");
    details(h, "Öppnad från början", "Innehållet syns.", true);
    dialog(h, words, {.id = "help", .opener = "Vad är en leverans?", .title = "En leverans är en frusen siffra"},
           "Den ändras inte när raderna bakom ändras. Då lämnar ni över en ny version.");
    confirm(h, words,
            {.id = "revoke",
             .opener = "Återkalla behörigheten",
             .title = "Vill du återkalla behörigheten?",
             .text = "Personen kommer inte in i rummet längre. Du kan ge behörigheten igen.",
             .submit = "Återkalla",
             .csrf = "token",
             .action = "/im/grants/1/revoke",
             .hidden = {{"grant", "1"}}});
    paragraph(h, [&] {
        h.text("Länk för inloggning: ");
        copyable(h, words, "https://samrum.example/sign-in/link/4f1c");
    });
    paragraph(h, [&] {
        h.text("Möte ");
        date(h, words, Date::of(2020, 2, 12));
        h.text(" kl. ");
        clock_time(h, words, base::ClockTime{17 * 60});
        h.text(" med ");
        name(h, "الصداقة السويدية", "ar");
        h.text(" och ");
        name(h, "Individuell Människohjälp", "sv");
        h.text(".");
    });
    bullets(h, {"Första punkten",
                "Andra punkten, som är en lång rad med flera ord för att visa hur den bryts på en smal skärm"});
}

}  // namespace samrum::gallery
