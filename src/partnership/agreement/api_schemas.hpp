#pragma once
#include "foundation/module/module.hpp"

/// What the doors for programs give, as JSON Schema.
namespace samrum::partnership::agreement {

inline constexpr module::ApiSchema kPartySchema{"Party", R"({
  "type": "object",
  "required": ["key", "name", "side", "contributor", "lead", "organisation", "joined", "left"],
  "properties": {
    "key": {"type": "string"},
    "name": {"type": "string"},
    "side": {"enum": ["public", "civil"]},
    "contributor": {"type": "boolean", "description": "Promises something without being a party."},
    "lead": {"type": "boolean"},
    "organisation": {"type": ["string", "null"], "format": "uuid"},
    "joined": {"type": ["string", "null"], "format": "date"},
    "left": {"type": ["string", "null"], "format": "date"}
  },
  "additionalProperties": false
})"};

inline constexpr module::ApiSchema kAgreementSchema{"Agreement", R"({
  "type": "object",
  "required": ["id", "key", "title", "activity", "purpose", "registry_number", "version", "first", "last", "open_end", "ended_on", "force", "parties"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "key": {"type": "string", "description": "Of the agreement's file; the last part of its public address."},
    "title": {"type": "string"},
    "activity": {"type": "string"},
    "purpose": {"type": "string", "description": "Markdown."},
    "registry_number": {"type": "string"},
    "version": {"type": "integer", "minimum": 1},
    "first": {"type": ["string", "null"], "format": "date"},
    "last": {"type": ["string", "null"], "format": "date"},
    "open_end": {"type": "boolean"},
    "ended_on": {"type": ["string", "null"], "format": "date", "description": "Its last day, where it ends before its time."},
    "force": {"enum": ["not_begun", "in_force", "ending", "over", "by_notice", "terminated", "unknown"]},
    "parties": {"type": "array", "items": {"$ref": "#/components/schemas/Party"}}
  },
  "additionalProperties": false
})"};

inline constexpr module::ApiSchema kAgreementDetailSchema{"AgreementDetail", R"({
  "type": "object",
  "required": ["id", "key", "title", "activity", "purpose", "registry_number", "version", "first", "last", "open_end", "ended_on", "force", "parties", "commitments", "dates"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "key": {"type": "string", "description": "Of the agreement's file; the last part of its public address."},
    "title": {"type": "string"},
    "activity": {"type": "string"},
    "purpose": {"type": "string", "description": "Markdown."},
    "registry_number": {"type": "string"},
    "version": {"type": "integer", "minimum": 1},
    "first": {"type": ["string", "null"], "format": "date"},
    "last": {"type": ["string", "null"], "format": "date"},
    "open_end": {"type": "boolean"},
    "ended_on": {"type": ["string", "null"], "format": "date", "description": "Its last day, where it ends before its time."},
    "force": {"enum": ["not_begun", "in_force", "ending", "over", "by_notice", "terminated", "unknown"]},
    "parties": {"type": "array", "items": {"$ref": "#/components/schemas/Party"}},
    "commitments": {"type": "array", "items": {"$ref": "#/components/schemas/Commitment"}},
    "dates": {"type": "array", "items": {"$ref": "#/components/schemas/KeyDate"}}
  },
  "additionalProperties": false
})"};

inline constexpr module::ApiSchema kReadingSchema{"Reading", R"({
  "type": "object",
  "description": "One way to read what was promised in numbers; where several stand and none is chosen, nothing judges.",
  "required": ["key", "rule", "quantity", "upper", "unit", "per", "source", "chosen"],
  "properties": {
    "key": {"type": "string"},
    "rule": {"type": "string"},
    "quantity": {"type": "integer"},
    "upper": {"type": ["integer", "null"]},
    "unit": {"type": "string"},
    "per": {"type": "string"},
    "source": {"type": "string"},
    "chosen": {"type": "boolean"}
  },
  "additionalProperties": false
})"};

inline constexpr module::ApiSchema kCommitmentSchema{"Commitment", R"({
  "type": "object",
  "required": ["key", "party", "party_name", "side", "kind", "title", "measure", "scope", "reported_by", "first", "last",
               "readings"],
  "properties": {
    "key": {"type": "string"},
    "party": {"type": "string", "description": "Keys of those who promise, with a comma between."},
    "party_name": {"type": "string"},
    "side": {"enum": ["public", "civil"]},
    "kind": {"type": "string"},
    "title": {"type": "string"},
    "measure": {"type": ["string", "null"], "description": "What counts it."},
    "scope": {"type": "object", "additionalProperties": {"type": "string"}},
    "reported_by": {"type": ["string", "null"]},
    "first": {"type": ["string", "null"], "format": "date"},
    "last": {"type": ["string", "null"], "format": "date"},
    "readings": {"type": "array", "items": {"$ref": "#/components/schemas/Reading"}}
  },
  "additionalProperties": false
})"};

inline constexpr module::ApiSchema kKeyDateSchema{"KeyDate", R"({
  "type": "object",
  "description": "A day that somebody has to know of, stated in the agreement or reckoned from it.",
  "required": ["kind", "when", "day", "origin", "covers", "times", "subject", "owed_by", "reading", "undecided",
               "source"],
  "properties": {
    "kind": {"type": "string"},
    "when": {"enum": ["on", "by", "after", "within"]},
    "day": {"type": "string", "format": "date"},
    "origin": {"enum": ["stated", "computed", "statutory"]},
    "covers": {"type": ["string", "null"], "description": "The days that a report is about, ISO 8601: first/last."},
    "times": {"type": "integer", "minimum": 1},
    "subject": {"type": "string"},
    "owed_by": {"type": "array", "items": {"type": "string"}, "description": "Whose it is to do, by the agreement's keys; none: all parties', or nobody's."},
    "reading": {"type": "string"},
    "undecided": {"type": "boolean"},
    "source": {"type": "string"}
  },
  "additionalProperties": false
})"};

inline constexpr module::ApiSchema kDeliverySchema{"Delivery", R"({
  "type": "object",
  "description": "A frozen figure that an association handed over; a correction is a new version.",
  "required": ["id", "agreement", "commitment", "version", "measure", "measure_version", "scope", "period", "as_of",
               "known", "number", "difference", "note", "published", "standing", "made_at", "made_by", "hash"],
  "properties": {
    "id": {"type": "string", "format": "uuid"},
    "agreement": {"type": "string", "format": "uuid"},
    "commitment": {"type": "string"},
    "version": {"type": "integer", "minimum": 1},
    "measure": {"type": "string"},
    "measure_version": {"type": "integer", "minimum": 1},
    "scope": {"type": "object", "additionalProperties": {"type": "string"}},
    "period": {"type": "string", "description": "The days it counts, ISO 8601: first/last."},
    "as_of": {"type": "string", "format": "date"},
    "known": {"enum": ["number", "hidden", "unknown"], "description": "Hidden: too small to be told. Unknown is never zero."},
    "number": {"type": ["integer", "null"]},
    "difference": {"type": ["integer", "null"], "description": "To the version before."},
    "note": {"type": "string"},
    "published": {"type": "boolean"},
    "standing": {"type": "boolean"},
    "made_at": {"type": "string", "format": "date-time"},
    "made_by": {"type": "string", "description": "A function."},
    "hash": {"type": "string"}
  },
  "additionalProperties": false
})"};

}  // namespace samrum::partnership::agreement
