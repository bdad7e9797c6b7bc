// The component gallery: one page with every component in every state, in Swedish, English and forced right-to-left,
// for the browser tests and for the eye. usage: component_gallery FOLDER
#include "browser/gallery.hpp"

#include "foundation/base/embedded.hpp"
#include "foundation/web/assets.hpp"
#include "foundation/web/shell.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>

std::span<const samrum::base::EmbeddedFile> samrum_messages();  // made by samrum_embed
std::span<const samrum::base::EmbeddedFile> samrum_assets();

namespace samrum {
namespace {

void save(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    base::ensure(out.good(), "the gallery can be written");
}

web::Shell frame(std::string_view title) {
    web::Shell shell;
    shell.title = title;
    shell.room_name = "Individuell Människohjälp";
    shell.room_href = "/im";
    shell.navigation = {{"Hem", "/im/home"},
                        {"Överenskommelser", "/im/agreements"},
                        {"Åtaganden", "/im/commitments", true},
                        {"Verksamhet", "/im/activity"},
                        {"Personer", "/im/people"},
                        {"Journal", "/im/journal"}};
    shell.languages = {{"en", "English", "?lang=en"}};
    shell.person = "Samordnare, IM";
    shell.csrf = "token";
    shell.banner = "Det här är en demonstration. Datumet är 31 januari 2020, alla personer är påhittade.";
    shell.breadcrumb = {
        {"Överenskommelser", "/im/agreements"}, {"RådRum Lund", "/im/agreements/1"}, {"Rådgivningstillfällen", ""}};
    return shell;
}

void page(const std::filesystem::path& folder, const text::Words& words, const std::string& name,
          const web::Shell& shell, void (*body)(web::Html&, const text::Words&)) {
    std::string out;
    web::Html h(out);
    web::shell(h, words, shell, [&] { body(h, words); });
    save(folder / (name + "-" + std::string(words.right_to_left() ? "rtl" : words.language()) + ".html"), out);
}

}  // namespace
}  // namespace samrum

int main(int count, char** arguments) {
    using namespace samrum;
    if (count != 2) {
        std::cerr << "usage: component_gallery FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const auto catalogues = text::Catalogues::load(samrum_messages());
    for (const char* language : {"sv", "en", "sv-x-rtl"}) {
        const text::Words& words = catalogues->words(language);
        web::Shell shell = frame("Rådgivningstillfällen");
        shell.flash = "Tillfället är sparat.";
        page(folder, words, "figures", shell, gallery::figures);
        page(folder, words, "lists", frame("Verksamhet"), gallery::lists);
        shell = frame("Nytt rådgivningstillfälle");
        shell.person = "";
        page(folder, words, "form", shell, gallery::form);
        page(folder, words, "problems", frame("Nytt rådgivningstillfälle"), gallery::problems);
        page(folder, words, "messages", frame("Meddelanden och dialoger"), gallery::messages);
    }
    for (const base::EmbeddedFile& one : samrum_assets()) save(folder / web::asset_href(one.path).substr(1), one.bytes);
}
