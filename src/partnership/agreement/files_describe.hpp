#pragma once
#include "partnership/agreement/files_describe_promises.hpp"

/// The agreement file, field by field: docs/agreement-file.md explains each, and a test holds the two together.
namespace samrum::partnership::agreement {

template <class A>
void describe(A& a, Organisation& one) {
    a.required("key", one.key);
    a.required("name", one.name);
    a.required("type", one.type);
    a.optional("part_of", one.part_of);
    std::string number = one.number ? one.number->text() : "";
    a.optional("organisation_number", number);
    if constexpr (A::reads)
        if (!number.empty()) a.take_field("organisation_number", base::OrganisationNumber::parse(number), one.number);
    a.optional("text", one.text);
}

template <class A>
void describe(A& a, Party& one) {
    a.required("organisation", one.organisation);
    a.required("side", one.side);
    a.optional("standing", one.standing);
    a.optional("lead", one.lead);
    a.optional("joined", one.joined);
    a.optional("left", one.left);
    a.optional("room", one.room);
    a.optional("text", one.text);
}

template <class A>
void describe(A& a, Renewal& one) {
    a.required("every_months", one.every_months);
    a.optional("notice_months", one.notice_months);
    a.optional("text", one.text);
}

template <class A>
void describe(A& a, Ending& one) {
    a.required("on", one.on);
    a.required("how", one.how);
    a.optional("text", one.text);
}

template <class A>
void describe(A& a, Term& one) {
    LastDay last{one.last, one.open_end};
    a.required("first", one.first);
    a.required("last", last);
    if constexpr (A::reads) one.last = last.day, one.open_end = last.open;
    a.optional("stated", one.stated);
    a.optional("review_by", one.review_by);
    a.optional("review", one.review);
    a.optional("renewal", one.renewal);
    a.optional("ended", one.ended);
}

template <class A>
void describe(A& a, Compact& one) {
    a.required("title", one.title);
    a.optional("decided_by", one.decided_by);
    a.optional("decided_on", one.decided_on);
    a.optional("reference", one.reference);
    a.optional("principles", one.principles);
}

template <class A>
void describe(A& a, Principle& one) {
    a.required("name", one.name);
    a.optional("text", one.text);
}

template <class A>
void describe(A& a, SharedValues& one) {
    a.optional("shared", one.shared);
    a.optional("own_stated", one.own_stated);
    a.optional("own", one.own);
}

template <class A>
void describe(A& a, GoverningDocument& one) {
    a.required("title", one.title);
    a.optional("decided_by", one.decided_by);
    a.optional("decided_on", one.decided_on);
    a.optional("reference", one.reference);
}

template <class A>
void describe(A& a, TargetGroup& one) {
    a.required("kind", one.kind);
    describe_readings(a, "text", one.texts);
}

template <class A>
void describe(A& a, DevelopmentArea& one) {
    a.required("text", one.text);
    a.required("responsible", one.responsible);
    a.optional("financed", one.financed);
    a.optional("examples", one.examples);
}

template <class A>
void describe(A& a, Contact& one) {
    a.required("organisation", one.organisation);
    a.required("function", one.function);
}

template <class A>
void describe(A& a, Part& one) {
    a.required("key", one.key);
    a.required("title", one.title);
    a.required("verdict", one.verdict);
    a.optional("decided_by", one.decided_by);
    a.optional("decided_on", one.decided_on);
    a.optional("motivation", one.motivation);
}

template <class A>
void describe(A& a, Season& one) {
    a.required("key", one.key);
    a.required("first", one.first);
    a.required("last", one.last);
}

template <class A>
void describe(A& a, SteeringMember& one) {
    a.required("function", one.function);
    a.required("organisation", one.organisation);
    a.optional("convener", one.convener);
}

template <class A>
void describe(A& a, Rhythm& one) {
    a.required("times", one.times);
    a.required("per", one.per);
    a.optional("by", one.by);
    a.optional("source", one.source);
}

template <class A>
void describe(A& a, Steering& one) {
    a.optional("duties", one.duties);
    a.optional("meetings", one.meetings);
    a.optional("reports_followed", one.reports_followed);
    a.optional("called_by", one.called_by);
    a.optional("decisions", one.decisions);
    a.optional("text", one.text);
    a.optional("members", one.members);
}

template <class A>
void describe(A& a, Report& one) {
    a.required("key", one.key);
    a.required("kind", one.kind);
    a.required("title", one.title);
    a.optional("from", one.from);
    a.optional("to", one.to);
    a.required("per", one.per);
    a.optional("days_after", one.days_after);
    a.optional("due", one.due);
    a.optional("at_turn_of_year", one.at_turn_of_year);
    a.optional("template_given", one.template_given);
    a.optional("contents", one.contents);
    a.optional("source", one.source);
}

template <class A>
void describe(A& a, NoticeRule& one) {
    a.required("case", one.on);
    a.required("months", one.months);
    a.optional("after_dialogue", one.after_dialogue);
    a.optional("text", one.text);
}

template <class A>
void describe(A& a, Termination& one) {
    a.optional("after_time_to_mend", one.after_time_to_mend);
    a.optional("repayment", one.repayment);
    a.optional("text", one.text);
}

template <class A>
void describe(A& a, Decision& one) {
    a.required("verdict", one.verdict);
    a.required("body", one.body);
    a.optional("proposed_on", one.proposed_on);
    a.optional("refers_to", one.refers_to);
    a.optional("decided_on", one.decided_on);
    a.optional("posted_on", one.posted_on);
    a.optional("reference", one.reference);
    a.optional("text", one.text);
}

template <class A>
void describe(A& a, Signature& one) {
    a.required("organisation", one.organisation);
    a.required("function", one.function);
    a.optional("place", one.place);
    a.optional("signed_on", one.signed_on);
    a.optional("stated", one.stated);
}

template <class A>
void describe(A& a, CriterionAnswer& one) {
    a.required("criterion", one.criterion);
    a.required("answer", one.answer);
    a.optional("motivation", one.motivation);
    a.optional("by", one.by);
    a.optional("on", one.on);
}

template <class A>
void describe(A& a, AnsweredSet& one) {
    a.required("set", one.set);
    a.optional("version", one.version);
    a.optional("part", one.part);
    a.optional("answers", one.answers);
}

template <class A>
void describe(A& a, Criterion& one) {
    a.required("key", one.key);
    a.required("text", one.text);
    a.optional("longest_months", one.longest_months);
}

template <class A>
void describe(A& a, CriteriaSet& one) {
    a.required("key", one.key);
    a.optional("version", one.version);
    a.required("owner", one.owner);
    a.required("title", one.title);
    a.optional("source", one.source);
    a.optional("decided_on", one.decided_on);
    a.required("criteria", one.criteria);
}

template <class A>
void describe(A& a, FileNote& one) {
    a.required("about", one.about);
    a.required("text", one.text);
}

/// The [agreement] table.
struct Head {
    Agreement& agreement;
};
template <class A>
void describe(A& a, Head& head) {
    Agreement& one = head.agreement;
    a.required("key", one.key);
    a.required("title", one.title);
    a.required("activity", one.activity);
    a.optional("kind", one.kind);
    a.optional("framework", one.framework);
    a.optional("registry_number", one.registry_number);
    a.optional("dated", one.dated);
    a.optional("predecessor", one.predecessor);
    a.optional("successor", one.successor);
    a.optional("originals", one.originals);
    a.optional("language", one.language);
    a.optional("unused_money", one.unused_money);
    a.optional("disputes", one.disputes);
    a.optional("source", one.source);
}

inline constexpr int kFormat = 1;

/// The whole file.
template <class A>
void describe(A& a, Agreement& one) {
    int format = kFormat;
    Head head{one};
    a.required("format", format);
    if (format != kFormat) a.problem("partnership.file.other_format", {{"format", std::int64_t{format}}});
    a.required("agreement", head);
    a.required("period", one.term);
    a.required("organisations", one.organisations);
    a.required("parties", one.parties);
    a.optional("compact", one.compact);
    a.optional("values", one.values);
    a.optional("documents", one.documents);
    a.optional("target_groups", one.target_groups);
    a.optional("development", one.development);
    a.optional("text", one.text);
    a.optional("contacts", one.contacts);
    a.optional("parts", one.parts);
    a.optional("seasons", one.seasons);
    a.optional("commitments", one.commitments);
    a.optional("amounts", one.amounts);
    a.optional("payer_changes", one.payer_changes);
    a.optional("indexation", one.indexation);
    a.optional("steering", one.steering);
    a.optional("reports", one.reports);
    a.optional("notice", one.notice);
    a.optional("termination", one.termination);
    a.optional("decisions", one.decisions);
    a.optional("signatures", one.signatures);
    a.optional("assessments", one.assessments);
    a.optional("criteria_sets", one.criteria_sets);
    a.optional("notes", one.notes);
}

/// A file of criteria sets only: what a body decides about.
struct CriteriaFile {
    std::vector<CriteriaSet> sets;
};
template <class A>
void describe(A& a, CriteriaFile& one) {
    int format = kFormat;
    a.required("format", format);
    if (format != kFormat) a.problem("partnership.file.other_format", {{"format", std::int64_t{format}}});
    a.required("criteria_sets", one.sets);
}

}  // namespace samrum::partnership::agreement
