#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/organisation_number.hpp"
#include "partnership/agreement/model_commitment.hpp"
#include "partnership/agreement/model_eligibility.hpp"
#include "partnership/agreement/model_follow_up.hpp"
#include "partnership/agreement/model_money.hpp"
#include "partnership/agreement/model_words.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The nouns of a partnership agreement. Keys are the file's own short names ("im", "year-1"); people appear by
/// function.
namespace samrum::partnership::agreement {

enum class OrganisationType {
    municipality,
    assembly,
    committee,
    department,
    association,
    umbrella,
    authority,
    business,
    other
};
inline constexpr Word<OrganisationType> kOrganisationTypes[] = {{OrganisationType::municipality, "municipality"},
                                                                {OrganisationType::assembly, "assembly"},
                                                                {OrganisationType::committee, "committee"},
                                                                {OrganisationType::department, "department"},
                                                                {OrganisationType::association, "association"},
                                                                {OrganisationType::umbrella, "umbrella"},
                                                                {OrganisationType::authority, "authority"},
                                                                {OrganisationType::business, "business"},
                                                                {OrganisationType::other, "other"}};
constexpr std::span<const Word<OrganisationType>> words_of(OrganisationType) {
    return kOrganisationTypes;
}

/// A municipality, its committee and the committee's department are three things (trap 14).
struct Organisation {
    std::string key;
    std::string name;
    OrganisationType type = OrganisationType::other;
    std::string part_of;                             ///< by key
    std::optional<base::OrganisationNumber> number;  ///< small associations may lack one
    std::string text;
    bool operator==(const Organisation&) const = default;
};

enum class Side { public_side, civil };
inline constexpr Word<Side> kSides[] = {{Side::public_side, "public"}, {Side::civil, "civil"}};
constexpr std::span<const Word<Side>> words_of(Side) {
    return kSides;
}

/// A party signs; a contributor promises something without being a party.
enum class Standing { party, contributor };
inline constexpr Word<Standing> kStandings[] = {{Standing::party, "party"}, {Standing::contributor, "contributor"}};
constexpr std::span<const Word<Standing>> words_of(Standing) {
    return kStandings;
}

struct Party {
    std::string organisation;
    Side side = Side::civil;
    Standing standing = Standing::party;
    bool lead = false;                 ///< speaks for its side
    std::optional<base::Date> joined;  ///< empty: from the beginning
    std::optional<base::Date> left;    ///< its last day; empty: to the end
    std::string room;                  ///< short name of its own room, which gets a copy; empty: it has none here
    std::string text;
    bool operator==(const Party&) const = default;
};

/// When the agreement applies. Predecessors may be known by half: what a source leaves out is unknown.
struct Term {
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    bool open_end = false;  ///< until further notice
    std::string stated;     ///< in the source's words: "hösten 2017"
    std::optional<base::Date> review_by;
    std::string review;
    std::optional<Renewal> renewal;
    std::optional<Ending> ended;

    /// The period where both ends are known (or the end is open).
    std::optional<base::Period> period() const {
        if (!first || (!last && !open_end) || (last && *last < *first)) return std::nullopt;
        return base::Period{*first, last};
    }
    bool operator==(const Term&) const = default;
};

enum class AgreementKind { agreement, framework, sub_agreement };
inline constexpr Word<AgreementKind> kAgreementKinds[] = {{AgreementKind::agreement, "agreement"},
                                                          {AgreementKind::framework, "framework"},
                                                          {AgreementKind::sub_agreement, "sub_agreement"}};
constexpr std::span<const Word<AgreementKind>> words_of(AgreementKind) {
    return kAgreementKinds;
}

/// The sections of the text in the order of the seeds' agreements (domain.md I10).
enum class Section {
    background,
    shared_values,
    purpose,
    goals,
    activity_goals,
    development,
    target_groups,
    partners,
    relation,
    form,
    contributions,
    steering,
    reports,
    contacts,
    period,
    economy,
    payment_terms,
    renegotiation,
    signatures
};
inline constexpr Word<Section> kSections[] = {{Section::background, "background"},
                                              {Section::shared_values, "shared_values"},
                                              {Section::purpose, "purpose"},
                                              {Section::goals, "goals"},
                                              {Section::activity_goals, "activity_goals"},
                                              {Section::development, "development"},
                                              {Section::target_groups, "target_groups"},
                                              {Section::partners, "partners"},
                                              {Section::relation, "relation"},
                                              {Section::form, "form"},
                                              {Section::contributions, "contributions"},
                                              {Section::steering, "steering"},
                                              {Section::reports, "reports"},
                                              {Section::contacts, "contacts"},
                                              {Section::period, "period"},
                                              {Section::economy, "economy"},
                                              {Section::payment_terms, "payment_terms"},
                                              {Section::renegotiation, "renegotiation"},
                                              {Section::signatures, "signatures"}};
constexpr std::span<const Word<Section>> words_of(Section) {
    return kSections;
}

/// The six principles of the compact between the public and the civil side (O1).
enum class CompactPrinciple { independence, dialogue, quality, long_term, openness, diversity };
inline constexpr Word<CompactPrinciple> kCompactPrinciples[] = {
    {CompactPrinciple::independence, "independence"}, {CompactPrinciple::dialogue, "dialogue"},
    {CompactPrinciple::quality, "quality"},           {CompactPrinciple::long_term, "long_term"},
    {CompactPrinciple::openness, "openness"},         {CompactPrinciple::diversity, "diversity"}};
constexpr std::span<const Word<CompactPrinciple>> words_of(CompactPrinciple) {
    return kCompactPrinciples;
}

struct Compact {
    std::string title;
    std::string decided_by;
    std::optional<base::Date> decided_on;
    std::string reference;
    std::vector<CompactPrinciple> principles;
    bool operator==(const Compact&) const = default;
};

/// A principle of the activity itself.
struct Principle {
    std::string name;
    std::string text;
    bool operator==(const Principle&) const = default;
};

/// What the parties value together, and the activity's own principles.
struct SharedValues {
    std::vector<std::string> shared;
    std::vector<Principle> own;
    std::optional<int> own_stated;  ///< how many the text says there are
    bool operator==(const SharedValues&) const = default;
};

struct GoverningDocument {
    std::string title;
    std::string decided_by;
    std::optional<base::Date> decided_on;
    std::string reference;
    bool operator==(const GoverningDocument&) const = default;
};

enum class TargetGroupKind { direct, indirect };
inline constexpr Word<TargetGroupKind> kTargetGroupKinds[] = {{TargetGroupKind::direct, "direct"},
                                                              {TargetGroupKind::indirect, "indirect"}};
constexpr std::span<const Word<TargetGroupKind>> words_of(TargetGroupKind) {
    return kTargetGroupKinds;
}

struct TargetGroup {
    TargetGroupKind kind = TargetGroupKind::direct;
    Readings<std::string> texts;
    bool operator==(const TargetGroup&) const = default;
};

enum class Financed { unstated, yes, partly, no };
inline constexpr Word<Financed> kFinanced[] = {
    {Financed::unstated, "unstated"}, {Financed::yes, "yes"}, {Financed::partly, "partly"}, {Financed::no, "no"}};
constexpr std::span<const Word<Financed>> words_of(Financed) {
    return kFinanced;
}

struct DevelopmentArea {
    std::string text;
    std::vector<std::string> responsible;  ///< organisations, by key; several: together
    Financed financed = Financed::unstated;
    std::vector<std::string> examples;
    bool operator==(const DevelopmentArea&) const = default;
};

struct Contact {
    std::string organisation;
    std::string function;
    bool operator==(const Contact&) const = default;
};

enum class Verdict { proposed, approved, rejected, postponed, unknown };
inline constexpr Word<Verdict> kVerdicts[] = {{Verdict::proposed, "proposed"},
                                              {Verdict::approved, "approved"},
                                              {Verdict::rejected, "rejected"},
                                              {Verdict::postponed, "postponed"},
                                              {Verdict::unknown, "unknown"}};
constexpr std::span<const Word<Verdict>> words_of(Verdict) {
    return kVerdicts;
}

/// A part of a proposal that is judged, decided and paid by itself.
struct Part {
    std::string key;
    std::string title;
    Verdict verdict = Verdict::approved;
    std::string decided_by;
    std::optional<base::Date> decided_on;
    std::string motivation;
    bool operator==(const Part&) const = default;
};

/// A proposal or decision about the whole.
struct Decision {
    Verdict verdict = Verdict::proposed;
    std::string body;
    std::optional<base::Date> proposed_on;  ///< date of the officer's report
    std::optional<base::Date> refers_to;    ///< the date of the text that it means
    std::optional<base::Date> decided_on;
    std::optional<base::Date> posted_on;  ///< announced on the notice board: the appeal period runs from here
    std::string reference;
    std::string text;
    bool operator==(const Decision&) const = default;
};

struct Signature {
    std::string organisation;
    std::string function;
    std::string place;
    std::optional<base::Date> signed_on;
    std::string stated;  ///< as it stands on paper: "Lund 2019-06-"
    bool operator==(const Signature&) const = default;
};

/// A stretch of activity that may cross budget years.
struct Season {
    std::string key;
    base::Date first;
    base::Date last;
    bool operator==(const Season&) const = default;
};

/// What whoever wrote the file down wants the reader to know.
struct FileNote {
    std::string about;
    std::string text;
    bool operator==(const FileNote&) const = default;
};

struct Agreement {
    std::string key;
    std::string title;
    std::string activity;
    AgreementKind kind = AgreementKind::agreement;
    std::string framework;
    std::string registry_number;
    std::optional<base::Date> dated;
    std::string predecessor;
    std::string successor;
    std::optional<int> originals;  ///< identical copies, one for each party
    std::string language = "sv";
    std::string source;

    Term term;
    std::vector<Organisation> organisations;
    std::vector<Party> parties;
    std::optional<Compact> compact;
    SharedValues values;
    std::vector<GoverningDocument> documents;
    std::vector<TargetGroup> target_groups;
    std::vector<DevelopmentArea> development;
    std::map<Section, std::string> text;  ///< Markdown
    std::vector<Contact> contacts;
    std::vector<Part> parts;
    std::vector<Season> seasons;
    std::vector<Commitment> commitments;
    std::vector<Amount> amounts;
    std::vector<PayerChange> payer_changes;
    std::vector<Indexation> indexation;
    UnusedMoney unused_money = UnusedMoney::unstated;
    std::optional<Steering> steering;
    std::vector<Report> reports;
    std::vector<NoticeRule> notice;
    std::optional<Termination> termination;
    std::string disputes;
    std::vector<Decision> decisions;
    std::vector<Signature> signatures;
    std::vector<AnsweredSet> assessments;
    std::vector<CriteriaSet> criteria_sets;  ///< sets that came with the file
    std::vector<FileNote> notes;

    const Organisation* organisation(std::string_view wanted) const;
    const Party* party(std::string_view of_organisation) const;
    const Part* part(std::string_view wanted) const;
    const Season* season(std::string_view wanted) const;
    /// The organisation's name, or the key itself.
    std::string name_of(std::string_view organisation_key) const;
    bool operator==(const Agreement&) const = default;
};

}  // namespace samrum::partnership::agreement
