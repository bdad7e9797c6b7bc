#pragma once
#include "advice/sheets/model.hpp"
#include "advice/sites/model_words.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::advice::sheets {

struct SheetKind;
using SheetId = base::Id<SheetKind>;

/// How visitor and adviser understood each other (seed 000 §2).
enum class LanguageHelp {
    speaker,          ///< the adviser speaks the language
    other_adviser,    ///< another adviser at the desk speaks it
    phone,            ///< somebody who speaks it, by telephone
    interpreter,      ///< an interpreter
    companion,        ///< a relative, a friend, another visitor
    app,              ///< a translation app
    english_swedish,  ///< in English or simple Swedish instead
    gestures          ///< gestures, notes and drawings
};
std::span<const LanguageHelp> language_helps();
std::string_view code_of(LanguageHelp help);
std::optional<LanguageHelp> language_help_of(std::string_view code);
/// No adviser who was there spoke what the visitor wished for: a language gap.
bool is_gap(LanguageHelp help);

/// Own statement, and only where the site asks.
enum class Gender { woman, man, other, unsaid };
std::span<const Gender> genders();
std::string_view code_of(Gender gender);
std::optional<Gender> gender_of(std::string_view code);

enum class Outcome {
    answered,    ///< the visitor got what was needed
    referred,    ///< somebody else can help: see the referral
    booked,      ///< a time was booked for the rest
    comes_back,  ///< goes on another day
    not_ours     ///< beyond what the service does
};
std::span<const Outcome> outcomes();
std::string_view code_of(Outcome outcome);
std::optional<Outcome> outcome_of(std::string_view code);

/// What sort of place a visitor is sent to, or sent here by.
enum class UnitType {
    site,             ///< another site of the advice service
    medborgarcenter,  ///< the municipality's contact centre
    municipal,        ///< another municipal unit: the library, the refugee unit, "Vägen in"
    authority,        ///< of the state: employment service, insurance, migration, tax
    association,
    other
};
std::span<const UnitType> unit_types();
std::string_view code_of(UnitType type);
std::optional<UnitType> unit_type_of(std::string_view code);

/// The case sheet (ärendeblad) of one visit: coded facts only. It lives while the session is open.
struct Sheet {
    SheetId id;
    SessionId session;
    std::optional<base::Uuid> ticket = {};  ///< of the queue; nothing: counted at the desk without one
    std::vector<Topic> topics = {};         ///< each is a case
    std::string language = {};              ///< code of what the visitor wished for
    LanguageHelp help = LanguageHelp::speaker;
    Length length = Length::short_;
    std::optional<Gender> gender = {};  ///< nothing: the site does not ask
    Outcome outcome = Outcome::answered;
    std::optional<UnitType> referral = {};   ///< where the visitor was sent
    std::optional<UnitId> unit = {};         ///< … and to which unit of the directory
    std::optional<UnitType> sent_by = {};    ///< who sent the visitor here, if that was said
    std::optional<bool> helped_before = {};  ///< what the visitor tells of the last referral; nothing: not said
    bool returned = false;                   ///< came with a return code
    int people = 1;                          ///< a family is one visit
    std::int64_t revision = 1;
    bool operator==(const Sheet&) const = default;
};

}  // namespace samrum::advice::sheets
