#pragma once
#include "foundation/store/store.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

/// The cases of this folder run on both engines. PostgreSQL is reached by SAMRUM_TEST_POSTGRES (tools/with-postgres);
/// when that is not set its cases are skipped, and say so.
namespace samrum::store {

/// An empty place for one installation, gone afterwards: a temporary folder and, for PostgreSQL, a database of its own.
class TestLocation {
  public:
    explicit TestLocation(Engine engine);
    ~TestLocation();
    TestLocation(const TestLocation&) = delete;
    TestLocation& operator=(const TestLocation&) = delete;

    const Location& where() const { return where_; }
    std::string file(const std::string& name) const { return where_.directory + "/" + name; }

  private:
    Location where_;
    std::string database_;
};

/// The address of the test server's database of that name; empty when there is no test server.
std::string test_address(const std::string& database);

/// Changes the data behind the store's back, as somebody with a database client would. No lobby or room may be in use.
void tamper(const Location& where, std::optional<RoomId> place, const std::string& sql);

/// Runs `work` in so many threads at once and rethrows the first exception.
void in_threads(int count, const std::function<void(int)>& work);

/// What `work` says when it fails; empty when it does not.
std::string fault_of(const std::function<void()>& work);
/// The keys of the problems of a result, with a space between; empty when there are none.
template <class T>
std::string keys_of(const base::Result<T>& result) {
    std::string keys;
    for (const auto& one : result.problems()) keys += (keys.empty() ? "" : " ") + one.message.key;
    return keys;
}

class OnBothEngines : public ::testing::TestWithParam<Engine> {
  protected:
    void SetUp() override {
        if (GetParam() == Engine::postgresql && test_address("x").empty()) {
            GTEST_SKIP() << "SAMRUM_TEST_POSTGRES is not set: run tools/with-postgres "
                         << "store_tests";
        }
        location_ = std::make_unique<TestLocation>(GetParam());
    }
    const Location& where() const { return location_->where(); }
    std::string file(const std::string& name) const { return location_->file(name); }

    std::unique_ptr<TestLocation> location_;
};

/// A room with the table `sample` (id text, n bigint, t text, b bytes, f flag) for statements of the tests.
struct SampleRoom {
    explicit SampleRoom(Store& store);
    RoomId id;
};

inline std::string engine_name(const ::testing::TestParamInfo<Engine>& info) {
    return info.param == Engine::sqlite ? "Sqlite" : "Postgresql";
}

}  // namespace samrum::store

#define ON_BOTH_ENGINES(Suite)                                                                                        \
    INSTANTIATE_TEST_SUITE_P(On, Suite,                                                                               \
                             ::testing::Values(::samrum::store::Engine::sqlite, ::samrum::store::Engine::postgresql), \
                             ::samrum::store::engine_name)
