#pragma once
#include "foundation/web/http.hpp"

#include <array>
#include <string>
#include <string_view>

namespace samrum::web {

/// Tokens that show a form came from a page of ours: an HMAC, under the installation's key, of the secret that the
/// browser holds in a cookie: its session's, or, before sign-in, one of new_secret(). Who can plant a cookie still
/// cannot make the token. Each writing of a token differs, so that packed pages tell nothing about it (BREACH).
class Csrf {
  public:
    /// `key` is secret, the same on all servers of an installation, and at least 16 bytes: a Bug otherwise.
    explicit Csrf(std::string_view key);
    std::string token(std::string_view secret) const;
    /// In constant time. False for an empty secret.
    bool valid(std::string_view secret, std::string_view token) const;
    /// 256 random bits, base64url, for the cookie of a browser that is not signed in.
    static std::string new_secret();

  private:
    using Mac = std::array<unsigned char, 32>;
    Mac mac(std::string_view secret) const;
    Mac key_{};
};

/// False when the browser says that another site sent the request (Sec-Fetch-Site, or Origin against Host). True where
/// it says nothing: old browsers are held by the token alone.
bool comes_from_our_pages(const Request& request);
/// True only when the browser says itself that a page of ours sent the request.
bool surely_from_our_pages(const Request& request);

}  // namespace samrum::web
