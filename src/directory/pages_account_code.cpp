// /account/code: one-time codes, from the QR code to the recovery codes.
#include "directory/actions_account.hpp"
#include "directory/actions_code.hpp"
#include "directory/pages.hpp"
#include "directory/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <qrcodegen/qrcodegen.hpp>

namespace samrum::directory {
namespace {

using namespace web;

/// The dark squares of a QR code as one path, with the quiet zone of four squares that readers need.
void qr_code(Html& h, const std::string& holds, const std::string& label) {
    const auto code = qrcodegen::QrCode::encodeText(holds.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    constexpr int kQuiet = 4;
    const int size = code.getSize();
    std::string path;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            if (code.getModule(x, y)) path += "M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z";
    const std::string whole = std::to_string(size + 2 * kQuiet);
    const std::string corner = std::to_string(-kQuiet);
    h(tag::svg, attr::cls("qr-code"), attr::set<"role">("img"), attr::set<"aria-label">(label),
      attr::set<"width">("240"), attr::set<"height">("240"),
      attr::set<"viewBox">(corner + " " + corner + " " + whole + " " + whole), [&] {
          // White behind and black before, in the dark theme too: readers want contrast.
          h(tag::rect, attr::set<"x">(corner), attr::set<"y">(corner), attr::set<"width">(whole),
            attr::set<"height">(whole), attr::set<"fill">("#fff"));
          h(tag::path, attr::set<"d">(path), attr::set<"fill">("#000"));
      });
}

void code_field(module::Call& call, Html& h, const FormState& state) {
    text_field(h, state,
               {.name = "code",
                .label = call.words("directory.code_page.code"),
                .autocomplete = "one-time-code",
                .input_mode = "numeric",
                .max_length = 40,
                .width = Width::medium});
}

void setup(module::Call& call, Html& h, const CodeSetup& secret, const FormState& state) {
    const auto& words = call.words;
    section(h, words("directory.account.code.scan.title"), [&] {
        paragraph(h, words("directory.account.code.scan"));
        qr_code(h, secret.address, words("directory.account.code.qr"));
        paragraph(h, words("directory.account.code.by_hand"));
        copyable(h, words, secret.secret_text);
    });
    section(h, words("directory.account.code.confirm.title"), [&] {
        form(h, call.csrf, "/account/code", [&] {
            code_field(call, h, state);
            actions(h, [&] {
                submit_button(h, words("directory.account.code.confirm"), Variant::primary, Tone::accent, "do",
                              "confirm");
            });
        });
    });
}

void begin(module::Call& call, Html& h) {
    form(h, call.csrf, "/account/code", [&] {
        submit_button(h, call.words("directory.account.code.begin"), Variant::primary, Tone::accent, "do", "begin");
    });
}

void change(module::Call& call, Html& h, const AccountOverview& own, const FormState& state) {
    const auto& words = call.words;
    paragraph(h, words("directory.account.code.left", {{"count", own.recovery_codes}}));
    form(h, call.csrf, "/account/code", [&] {
        code_field(call, h, state);
        actions(h, [&] {
            submit_button(h, words("directory.account.code.renew"), Variant::primary, Tone::accent, "do", "renew");
            submit_button(h, words("directory.account.code.remove"), Variant::secondary, Tone::danger, "do", "remove");
        });
    });
}

Response show(module::Call& call, const SignedIn& who, const FormState& state) {
    const auto& words = call.words;
    const auto own = account_overview(call.lobby(), who, call.now());
    const auto pending = own.account.has_code ? std::nullopt : pending_code(call.lobby(), who);
    auto response = module::page(
        call,
        {.title = words("directory.account.code.title"),
         .crumbs = {{words("directory.account.title"), "/account"}},
         .lead = words(own.account.has_code ? "directory.account.code.on" : "directory.account.code.off")},
        [&](Html& h) {
            error_summary(h, state);
            if (own.account.has_code) return change(call, h, own, state);
            if (pending) return setup(call, h, *pending, state);
            begin(call, h);
        },
        state.problems.empty() ? 200 : 422);
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

/// The recovery codes are shown this once, so this page is the answer to the form itself.
Response show_recovery_codes(module::Call& call, const std::vector<std::string>& codes) {
    const auto& words = call.words;
    auto response = module::page(call,
                                 {.title = words("directory.account.recovery.title"),
                                  .crumbs = {{words("directory.account.title"), "/account"}},
                                  .lead = words("directory.account.recovery.lead")},
                                 [&](Html& h) {
                                     std::vector<Content> items;
                                     items.reserve(codes.size());
                                     for (const auto& code : codes)
                                         items.emplace_back([&h, &code] { h(tag::code, [&] { isolated(h, code); }); });
                                     bullets(h, items);
                                     actions(h, [&] {
                                         print_button(h, words);
                                         link_button(h, "/account", words("directory.account.recovery.done"));
                                     });
                                 });
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

}  // namespace

Response account_code_page(module::Call& call) {
    const auto who = signed_in(call);
    base::ensure(who.has_value(), "the door lets only the signed-in come here");
    return show(call, *who, {call.words});
}

Response account_code(module::Call& call) {
    const auto who = signed_in(call);
    base::ensure(who.has_value(), "the door lets only the signed-in come here");
    const std::string what = typed(call, "do");
    const std::string code = typed(call, "code");
    if (what == "begin") {
        const auto begun = begin_code(call.lobby(), *who);
        return begun ? Response::redirect("/account/code") : show(call, *who, shown_again(call, begun.problems()));
    }
    if (what == "remove") {
        const auto removed = remove_code(call.lobby(), *who, code, call.now());
        return removed ? call.done("/account", "directory.account.code.removed")
                       : show(call, *who, shown_again(call, removed.problems()));
    }
    const auto codes = what == "renew" ? renew_recovery_codes(call.lobby(), *who, code, call.now())
                                       : confirm_code(call.lobby(), *who, code, call.now());
    return codes ? show_recovery_codes(call, *codes) : show(call, *who, shown_again(call, codes.problems()));
}

}  // namespace samrum::directory
