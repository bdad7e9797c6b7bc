#include "partnership/papers/actions_layout.hpp"

#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/reports/actions_markdown.hpp"

#include <algorithm>

namespace samrum::partnership::papers {

using document::Block;
using document::Heading;
using document::Paper;
using text::Words;

std::string section_heading(const Words& words, const Memo& memo, MemoSection section) {
    if (section == MemoSection::proposal) return words("papers.section.proposal_of", {{"committee", memo.committee}});
    return words("papers.section." + std::string(word_of(section)));
}

Paper memo_paper(const Words& words, const Memo& memo, const SectionTexts& texts) {
    Paper paper;
    paper.language = std::string(words.language());
    paper.title = memo.title;
    paper.author = memo.department.empty() ? memo.sender : memo.department;
    paper.header = memo.sender + (memo.department.empty() ? "" : " · " + memo.department);
    const std::string number = memo.number.empty() ? "" : words("papers.layout.number", {{"number", memo.number}});
    paper.header_end = words.date(memo.dated) + (number.empty() ? "" : " · " + number);
    paper.footer = words("papers.memo.kind_name");
    paper.page_of = [&words](int page, int of) {
        return words("papers.layout.page", {{"page", std::int64_t{page}}, {"of", std::int64_t{of}}});
    };
    paper.formal = true;
    paper.created = memo.dated.iso() + "T00:00:00Z";

    document::Letterhead head{memo.sender, {}, words("papers.memo.kind_name"), {}, {memo.committee}};
    if (!memo.department.empty()) head.below.push_back(memo.department);
    head.facts.emplace_back(words("papers.layout.date"), words.date(memo.dated));
    head.facts.emplace_back(words("papers.layout.registry"),
                            memo.number.empty() ? words("papers.layout.no_number") : memo.number);
    paper.blocks = {head, Heading{1, memo.title}};
    for (const auto& [section, word] : kMemoSections) {
        const auto found = texts.find(section);
        if (found == texts.end() || found->second.empty()) continue;
        const bool below = section == MemoSection::works || section == MemoSection::improve;
        paper.blocks.emplace_back(Heading{below ? 3 : 2, section_heading(words, memo, section)});
        for (Block& part : reports::markdown_parts(found->second, 3)) paper.blocks.push_back(std::move(part));
        // Who proposes signs under the proposal; to whom it goes stands last.
        if (section == MemoSection::proposal)
            paper.blocks.emplace_back(
                document::Signatures{{{words("papers.layout.place_date"), memo.signed_by, "",
                                       memo.department.empty() ? memo.sender : memo.department}}});
    }
    return paper;
}

}  // namespace samrum::partnership::papers
