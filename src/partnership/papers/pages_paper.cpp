// A paper as a page, and what the pages of this room share.
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/papers/pages.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

namespace tag = web::tag;
namespace attr = web::attr;
using web::Html;

class HtmlWriter {
  public:
    explicit HtmlWriter(Html& h) : h_(h) {}

    void operator()(const document::Letterhead& one) {
        h_(tag::p, [&] {
            h_(tag::strong, one.sender);
            for (const std::string& line : one.below) h_(tag::br), h_.text(line);
        });
        std::vector<web::Term> terms;
        terms.reserve(one.facts.size());
        for (const auto& [name, value] : one.facts)
            terms.push_back({name, [this, value = value] { web::isolated(h_, value); }});
        web::definition_list(h_, terms);
        for (const std::string& to : one.to) h_(tag::p, to);
    }
    void operator()(const document::Heading& one) {
        // The paper's title is the page's own heading.
        if (one.level > 1) web::heading(h_, one.level, one.text);
    }
    void operator()(const document::Paragraph& one) {
        h_(tag::p, [&] { prose(one.text, one.emphasis); });
    }
    void operator()(const document::Bullets& list) {
        const auto items = [&] {
            for (std::size_t at = 0; at < list.items.size(); ++at)
                h_(tag::li, [&] { prose(list.items[at], list.emphasis_of(at)); });
        };
        if (list.numbered)
            h_(tag::ol, attr::set<"start">(std::to_string(list.first)), items);
        else
            h_(tag::ul, items);
    }
    void operator()(const document::Facts& facts) {
        std::vector<web::Term> terms;
        terms.reserve(facts.rows.size());
        for (const auto& [name, value] : facts.rows) terms.push_back({name, value});
        web::definition_list(h_, terms);
    }
    void operator()(const document::Grid& grid) {
        h_(tag::table, attr::cls("ds-table"), [&] {
            if (!grid.caption.empty()) h_(tag::caption, grid.caption);
            h_(tag::thead, [&] {
                h_(tag::tr, [&] {
                    for (const auto& column : grid.columns) h_(tag::th, attr::set<"scope">("col"), column.label);
                });
            });
            h_(tag::tbody, [&] {
                for (const auto& row : grid.rows) write_row(row);
            });
        });
    }
    void operator()(const document::Signatures& signatures) {
        for (const document::Signature& one : signatures.all)
            h_(tag::p, [&] {
                if (!one.party.empty()) h_(tag::strong, one.party), h_(tag::br);
                for (const std::string* line : {&one.place_and_date, &one.name, &one.role})
                    if (!line->empty()) h_.text(*line), h_(tag::br);
            });
    }

  private:
    void prose(std::string_view text, const std::vector<document::Emphasis>& emphasis) {
        for (const document::Run& one : document::runs_of(text, emphasis)) {
            const auto inner = [&] { one.slanted ? h_(tag::em, [&] { lines(one.text); }) : lines(one.text); };
            one.strong ? h_(tag::strong, inner) : inner();
        }
    }
    void lines(std::string_view text) {
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            if (at > 0) h_(tag::br);
            h_.text(text.substr(at, end - at));
            at = end + 1;
        }
    }
    void write_row(const std::vector<std::string>& row) {
        h_(tag::tr, [&] {
            for (std::size_t i = 0; i < row.size(); ++i)
                if (i == 0)
                    h_(tag::th, attr::set<"scope">("row"), row[i]);
                else
                    h_(tag::td, [&] { web::isolated(h_, row[i]); });
        });
    }
    Html& h_;
};

}  // namespace

void paper_html(Html& h, const document::Paper& paper) {
    h(tag::div, attr::cls("prose"), attr::lang(paper.language), [&] {
        HtmlWriter writer(h);
        for (const document::Block& block : paper.blocks) std::visit(writer, block);
    });
}

void readability_line(Html& h, const text::Words& words, const Readability& counted) {
    const auto lix = counted.words < kFewWords ? std::nullopt : counted.lix();
    if (!lix) {
        web::badge(h, web::Tone::neutral, words("papers.lix.none"));
    } else {
        const bool is_good = *lix <= kReadableLix;
        web::badge(h, is_good ? web::Tone::success : web::Tone::warning,
                   words("papers.lix.value", {{"lix", std::int64_t{*lix}}}) + ", " +
                       words(is_good ? "papers.lix.good" : "papers.lix.heavy"));
    }
    web::small_print(h,
                     words("papers.lix.words",
                           {{"words", counted.words}, {"sentences", counted.sentences}, {"long", counted.long_words}}));
}

std::string papers_link(const module::Call& call, std::string_view below) {
    return call.link("/agreements/" + std::string(call.part("id")) + "/papers" + std::string(below));
}

web::Response paper_file(std::string bytes, std::string type, const std::string& name) {
    auto response = web::Response::file(std::move(bytes), std::move(type), name);
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

std::optional<AgreementId> agreement_in_path(const module::Call& call) {
    const auto id = AgreementId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}

}  // namespace samrum::partnership::papers
