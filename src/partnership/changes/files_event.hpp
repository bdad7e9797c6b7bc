#pragma once
#include "partnership/changes/model.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::changes {

/// A file on its way: what a person attached, or what travels with a line.
struct Document {
    std::string name;
    std::string type;
    std::string bytes;
};
/// A line as it travels from the home room to a party's room, with its documents.
struct EventCopy {
    Event event;
    std::vector<Document> documents;
};
/// JSON text.
std::string write_event_copy(const Event& one, const std::vector<Document>& documents);
/// Reads what write_event_copy wrote; a Bug for anything else, for it comes signed from a room of ours.
EventCopy read_event_copy(std::string_view text);

}  // namespace samrum::partnership::changes
