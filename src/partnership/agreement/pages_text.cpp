// The tab of an agreement's text: its sections as written, and below each what the file says in data of the same.
#include "directory/actions_compact.hpp"
#include "foundation/text/markdown.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/agreement/pages_tabs.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

using module::Call;
using web::Html;
namespace tag = web::tag;
namespace attr = web::attr;

/// What one section says in data.
class Data {
  public:
    Data(Html& h, Call& call, const Agreement& agreement) : h_(h), call_(call), one_(agreement) {}

    bool holds(Section section) const {
        switch (section) {
            case Section::background:
                return one_.compact || !one_.documents.empty();
            case Section::shared_values:
                return has_principles() || !one_.values.shared.empty() || !one_.values.own.empty();
            case Section::development:
                return !one_.development.empty();
            case Section::target_groups:
                return !one_.target_groups.empty();
            case Section::contacts:
                return !one_.contacts.empty();
            default:
                return false;
        }
    }

    void write(Section section) const {
        switch (section) {
            case Section::background:
                return documents();
            case Section::shared_values:
                return values();
            case Section::development:
                return development();
            case Section::target_groups:
                return target_groups();
            case Section::contacts:
                return contacts();
            default:
                return;
        }
    }

  private:
    std::string told(const std::string& key, const base::MessageArgs& args = {}) const {
        return call_.words("partnership.text." + key, args);
    }
    bool has_principles() const { return one_.compact && !one_.compact->principles.empty(); }
    void own_words(std::string_view text) const { web::name(h_, text, one_.language); }

    void list(const std::string& lead, const std::vector<web::Content>& items) const {
        if (items.empty()) return;
        web::paragraph(h_, told(lead));
        web::bullets(h_, items);
    }

    void decided(std::string_view by, const std::optional<base::Date>& on, std::string_view reference) const {
        for (const std::string& part :
             {std::string(by), on ? call_.words.date(*on) : std::string(), std::string(reference)}) {
            if (part.empty()) continue;
            h_.text(", ");
            web::isolated(h_, part);
        }
    }

    void documents() const {
        std::vector<web::Content> lines;
        if (one_.compact)
            lines.emplace_back([&] {
                compact_named(h_, call_, *one_.compact, one_.language);
                decided(one_.compact->decided_by, one_.compact->decided_on, one_.compact->reference);
            });
        for (const GoverningDocument& one : one_.documents)
            lines.emplace_back([&] {
                own_words(one.title);
                decided(one.decided_by, one.decided_on, one.reference);
            });
        list("documents", lines);
    }

    void values() const {
        std::vector<web::Content> shared;
        shared.reserve(one_.values.shared.size());
        for (const std::string& one : one_.values.shared) shared.emplace_back([&] { own_words(one); });
        list("values", shared);
        std::vector<web::Content> principles;
        if (one_.compact)
            for (const CompactPrinciple one : one_.compact->principles)
                principles.emplace_back(say_word(call_.words, "compact_principle", one));
        list("principles", principles);
        std::vector<web::Content> own;
        own.reserve(one_.values.own.size());
        for (const Principle& one : one_.values.own)
            own.emplace_back([&] { own_words(one.name + (one.text.empty() ? "" : ": " + one.text)); });
        list("own", own);
    }

    void development() const {
        std::vector<web::Content> areas;
        areas.reserve(one_.development.size());
        for (const DevelopmentArea& one : one_.development)
            areas.emplace_back([&] {
                own_words(one.text);
                if (!one.examples.empty())
                    web::small_print(h_, [&] {
                        h_.text(told("examples") + " ");
                        own_words(joined(one.examples));
                    });
                if (!one.responsible.empty())
                    web::small_print(h_, [&] {
                        web::name(h_, told("responsible", {{"who", names(one.responsible)}}));
                    });
                if (one.financed != Financed::unstated)
                    web::small_print(h_, say_word(call_.words, "financed", one.financed));
            });
        web::bullets(h_, areas);
    }

    static std::string joined(const std::vector<std::string>& parts) {
        std::string all;
        for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
        return all;
    }
    std::string names(std::vector<std::string> organisations) const {
        for (std::string& one : organisations) one = one_.name_of(one);
        return joined(organisations);
    }

    void target_groups() const {
        std::vector<web::Term> groups;
        for (const TargetGroup& group : one_.target_groups)
            for (const auto& reading : group.texts.all)
                groups.push_back({told("target." + std::string(word_of(group.kind))), [&] {
                                      own_words(reading.value);
                                      if (group.texts.all.size() > 1 && !reading.source.empty())
                                          web::small_print(h_, [&] { own_words(reading.source); });
                                  }});
        web::definition_list(h_, groups);
    }

    void contacts() const {
        std::vector<web::Term> each;
        each.reserve(one_.contacts.size());
        for (const Contact& one : one_.contacts)
            each.push_back({one_.name_of(one.organisation), [&] { own_words(one.function); }});
        web::definition_list(h_, each);
    }

    Html& h_;
    Call& call_;
    const Agreement& one_;
};

}  // namespace

void compact_named(Html& h, Call& call, const Compact& compact, std::string_view language) {
    for (const directory::Compact& one : directory::list_compacts(call.room()))
        if (one.adopted_on == compact.decided_on && text::folded(one.adopted_by) == text::folded(compact.decided_by))
            return web::link(h, call.link("/compacts/" + one.id.text()),
                             [&] { web::name(h, compact.title, language); });
    web::name(h, compact.title, language);
}

web::Response agreement_text_page(Call& call) {
    return tab_page(call, "/text", [&](Html& h, const ReadAgreement& all) {
        const Agreement& agreement = all.file.agreement;
        const Data data(h, call, agreement);
        bool is_empty = true;
        for (const auto& [section, word] : kSections) {
            const auto written = agreement.text.find(section);
            const bool is_written = written != agreement.text.end();
            if (!is_written && !data.holds(section)) continue;
            is_empty = false;
            web::section(h, call.words("partnership.section." + std::string(word)), [&] {
                if (is_written)
                    h(tag::div, attr::cls("prose"), attr::lang(agreement.language),
                      web::TrustedHtml{text::markdown_html(written->second, 3)});
                data.write(section);
            });
        }
        if (is_empty) web::empty_state(h, call.words("partnership.text.none"), call.words("partnership.text.none_why"));
    });
}

}  // namespace samrum::partnership::agreement
