#include "foundation/store/postgresql_listener.hpp"

#include "foundation/store/postgresql_connection.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>

namespace samrum::store {

namespace {

constexpr int kPauseMilliseconds = 1000;  ///< before connecting again

class PgListener final : public Listener {
  public:
    PgListener(std::string address, OnNotice on_notice)
        : address_(std::move(address)), on_notice_(std::move(on_notice)), stop_(::eventfd(0, EFD_CLOEXEC)) {
        base::ensure(stop_ >= 0, "an eventfd can be made");
        connect();
        thread_ = std::thread([this] { run(); });
    }
    ~PgListener() override {
        ::eventfd_write(stop_, 1);
        thread_.join();
        ::close(stop_);
    }

  private:
    void connect() {
        connection_ = std::make_unique<PgConnection>(address_);
        connection_->run(std::string("listen ") + kNoticeChannel);
    }

    /// Until `milliseconds` have passed (-1: for ever), there is something to read, or the listener is to stop: then
    /// false.
    bool wait(int socket, int milliseconds) const {
        pollfd both[] = {{stop_, POLLIN, 0}, {socket, POLLIN, 0}};
        ::poll(both, socket < 0 ? 1 : 2, milliseconds);
        return (both[0].revents & POLLIN) == 0;
    }

    void run() {
        bool goes_on = true;
        while (goes_on) {
            try {
                if (!connection_) {
                    connect();
                    on_notice_(kNoticesLost, {});
                }
                goes_on = wait(PQsocket(connection_->handle()), -1);
                if (goes_on) read();
            } catch (const base::Fault&) {
                connection_.reset();
                goes_on = wait(-1, kPauseMilliseconds);
            }
        }
    }

    void read() {
        if (PQconsumeInput(connection_->handle()) == 0) throw base::Fault("the listener's connection was lost");
        while (PGnotify* notice = PQnotifies(connection_->handle())) {
            const std::unique_ptr<PGnotify, decltype(&PQfreemem)> owned(notice, &PQfreemem);
            const std::string_view text = notice->extra;
            const auto end = text.find('\n');
            if (end != std::string_view::npos) on_notice_(text.substr(0, end), text.substr(end + 1));
        }
    }

    std::string address_;
    OnNotice on_notice_;
    int stop_;
    std::unique_ptr<PgConnection> connection_;
    std::thread thread_;
};

}  // namespace

std::unique_ptr<Listener> listen_to_postgresql(const std::string& address, OnNotice on_notice) {
    return std::make_unique<PgListener>(address, std::move(on_notice));
}

}  // namespace samrum::store
