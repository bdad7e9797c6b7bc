// The same loop three times: word by word, four people at a time (AVX2), eight at a time (AVX-512 with VPOPCNTDQ).
// Whole numbers throughout, so all three find the same, and the tests hold them against each other.
#include "foundation/optimise/match_kernel.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#pragma GCC diagnostic ignored "-Wpsabi"  // the helpers that return vectors are inlined
#endif

namespace samrum::optimise::match {
namespace {

/// What the one at `k` and the newcomer are worth. Inlined into each loop, so that each counts bits in its own way.
[[gnu::always_inline]] inline std::int32_t fit_at(const Look& look, std::size_t k) {
    const auto& me = *look.newcomer;
    const auto word = [&](Word w) __attribute__((always_inline)) {
        return look.words[w * look.stride + k];
    };
    const auto shared = [&](Word w) __attribute__((always_inline)) {
        return std::popcount(me[w] & word(w));
    };
    const int likes = std::popcount(me[kLike] & word(kTraits)) + std::popcount(word(kLike) & me[kTraits]);
    const int steps = std::popcount(me[kScales0] ^ word(kScales0)) + std::popcount(me[kScales1] ^ word(kScales1));
    return look.points.interest * (shared(kInterests0) + shared(kInterests1)) +
           look.points.language * shared(kLanguages) + look.points.time * shared(kTimes) +
           look.points.life * shared(kLife) + look.points.like * likes + look.points.step * steps + look.near;
}
[[gnu::always_inline]] inline void keep(const Look& look, std::size_t k, std::vector<Arc>& found) {
    const std::int32_t cost = -fit_at(look, k);
    if (cost + look.prices[k] <= look.limit) found.push_back({look.who[k], cost});
}

}  // namespace

void look_scalar(const Look& look, std::vector<Arc>& found) {
    const auto& me = *look.newcomer;
    const std::uint64_t* row = look.words;
    const std::size_t n = look.stride;
    for (std::size_t k = look.begin; k < look.end; ++k) {
        const std::uint64_t missing = (me[kMust] & ~row[kTraits * n + k]) | (row[kMust * n + k] & ~me[kTraits]);
        if (missing || (look.share_language && !(me[kLanguages] & row[kLanguages * n + k])) ||
            (look.share_time && !(me[kTimes] & row[kTimes * n + k])))
            continue;
        keep(look, k, found);
    }
}

#if defined(__x86_64__)

namespace {

/// Which of four lanes are set, as four 16-bit numbers, the set ones first.
constexpr std::array<std::uint64_t, 16> kLanes = [] {
    std::array<std::uint64_t, 16> all{};
    for (unsigned set = 0; set < 16; ++set)
        for (unsigned lane = 0, place = 0; lane < 4; ++lane)
            if (set >> lane & 1u) all[set] |= std::uint64_t{lane} << (16 * place++);
    return all;
}();

}  // namespace

// First who is possible, four at a time and without a branch; then what those are worth, one by one.
[[gnu::target("avx2,popcnt")]] void look_avx2(const Look& look, std::vector<Arc>& found) {
    constexpr std::size_t kBlock = 256;
    const auto& me = *look.newcomer;
    const auto all = [](std::uint64_t word) __attribute__((target("avx2,popcnt"), always_inline)) {
        return _mm256_set1_epi64x(static_cast<long long>(word));
    };
    const auto load = [](const std::uint64_t* words) __attribute__((target("avx2,popcnt"), always_inline)) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(words));
    };
    const auto row = [&](Word w) __attribute__((always_inline)) {
        return look.words + w * look.stride;
    };
    const std::uint64_t *const of_traits = row(kTraits), *const of_must = row(kMust),
                               *const of_language = row(kLanguages), *const of_time = row(kTimes);
    const __m256i must = all(me[kMust]), traits = all(me[kTraits]), zero = _mm256_setzero_si256();
    const __m256i languages = all(me[kLanguages]), times = all(me[kTimes]);
    const __m256i any_language = all(look.share_language ? 0 : ~std::uint64_t{0});
    const __m256i any_time = all(look.share_time ? 0 : ~std::uint64_t{0});
    const Look mine = look;  // its own, so that writing pairs cannot change it
    const std::array<std::uint64_t, kWords> words = me;
    Look local = mine;
    local.newcomer = &words;
    alignas(32) std::array<std::uint16_t, kBlock + 8> possible;
    std::array<Arc, kBlock> pairs;
    for (std::size_t block = look.begin; block < mine.end; block += kBlock) {
        const std::size_t end = std::min(mine.end, block + kBlock);
        std::size_t count = 0;
        for (std::size_t k = block; k < end; k += 4) {
            const __m256i missing = _mm256_or_si256(_mm256_andnot_si256(load(of_traits + k), must),
                                                    _mm256_andnot_si256(traits, load(of_must + k)));
            const __m256i language = _mm256_or_si256(_mm256_and_si256(load(of_language + k), languages), any_language);
            const __m256i time = _mm256_or_si256(_mm256_and_si256(load(of_time + k), times), any_time);
            const __m256i none = _mm256_or_si256(_mm256_cmpeq_epi64(language, zero), _mm256_cmpeq_epi64(time, zero));
            const __m256i good = _mm256_andnot_si256(none, _mm256_cmpeq_epi64(missing, zero));
            auto lanes = static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(good)));
            if (end - k < 4) lanes &= (1u << (end - k)) - 1;
            const std::uint64_t which = kLanes[lanes] + (k - block) * 0x0001'0001'0001'0001;
            std::memcpy(possible.data() + count, &which, sizeof which);
            count += static_cast<std::size_t>(std::popcount(lanes));
        }
        std::size_t kept = 0;
        for (std::size_t n = 0; n < count; ++n) {
            const std::size_t k = block + possible[n];
            const std::int32_t cost = -fit_at(local, k);
            pairs[kept] = {mine.who[k], cost};
            kept += cost + mine.prices[k] <= mine.limit;
        }
        found.insert(found.end(), pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(kept));
    }
}

#define SAMRUM_AVX512 "avx512f,avx512bw,avx512vl,avx512vpopcntdq,popcnt"
[[gnu::target(SAMRUM_AVX512)]] void look_avx512(const Look& look, std::vector<Arc>& found) {
    const auto& me = *look.newcomer;
    const auto all = [](std::uint64_t word) __attribute__((target(SAMRUM_AVX512), always_inline)) {
        return _mm512_set1_epi64(static_cast<long long>(word));
    };
    const auto at = [&](Word w, std::size_t k) __attribute__((target(SAMRUM_AVX512), always_inline)) {
        return _mm512_loadu_si512(look.words + w * look.stride + k);
    };
    const auto shared = [&](Word w, std::size_t k) __attribute__((target(SAMRUM_AVX512), always_inline)) {
        return _mm512_popcnt_epi64(_mm512_and_si512(at(w, k), all(me[w])));
    };
    const auto times = [&](__m512i count, int points) __attribute__((target(SAMRUM_AVX512), always_inline)) {
        return _mm512_mullo_epi32(count, _mm512_set1_epi32(points));  // counts fit the low half of each lane
    };
    for (std::size_t k = look.begin; k < look.end; k += 8) {
        const __m512i missing = _mm512_or_si512(_mm512_andnot_si512(at(kTraits, k), all(me[kMust])),
                                                _mm512_andnot_si512(all(me[kTraits]), at(kMust, k)));
        __mmask8 lanes = _mm512_testn_epi64_mask(missing, missing);
        if (look.share_language) lanes = lanes & _mm512_test_epi64_mask(at(kLanguages, k), all(me[kLanguages]));
        if (look.share_time) lanes = lanes & _mm512_test_epi64_mask(at(kTimes, k), all(me[kTimes]));
        if (look.end - k < 8) lanes = static_cast<__mmask8>(lanes & ((1u << (look.end - k)) - 1));
        if (!lanes) continue;
        const __m512i likes = _mm512_add_epi64(_mm512_popcnt_epi64(_mm512_and_si512(at(kTraits, k), all(me[kLike]))),
                                               _mm512_popcnt_epi64(_mm512_and_si512(at(kLike, k), all(me[kTraits]))));
        const __m512i steps =
            _mm512_add_epi64(_mm512_popcnt_epi64(_mm512_xor_si512(at(kScales0, k), all(me[kScales0]))),
                             _mm512_popcnt_epi64(_mm512_xor_si512(at(kScales1, k), all(me[kScales1]))));
        __m512i fit = times(_mm512_add_epi64(shared(kInterests0, k), shared(kInterests1, k)), look.points.interest);
        fit = _mm512_add_epi32(fit, times(shared(kLanguages, k), look.points.language));
        fit = _mm512_add_epi32(fit, times(shared(kTimes, k), look.points.time));
        fit = _mm512_add_epi32(fit, times(shared(kLife, k), look.points.life));
        fit = _mm512_add_epi32(fit, times(likes, look.points.like));
        fit = _mm512_add_epi32(fit, times(steps, look.points.step));
        fit = _mm512_add_epi32(fit, _mm512_set1_epi32(look.near));
        alignas(64) std::array<std::int64_t, 8> fits;
        _mm512_store_si512(fits.data(), fit);
        for (unsigned left = lanes; left; left &= left - 1) {
            const auto lane = static_cast<std::size_t>(std::countr_zero(left));
            const std::int32_t cost = -static_cast<std::int32_t>(fits[lane]);
            if (cost + look.prices[k + lane] <= look.limit) found.push_back({look.who[k + lane], cost});
        }
    }
}
#undef SAMRUM_AVX512

bool runs_here(Kernel kernel) {
    __builtin_cpu_init();
    switch (kernel) {
        case Kernel::scalar:
            return true;
        case Kernel::avx2:
            return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
        case Kernel::avx512:
            return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                   __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vpopcntdq") &&
                   __builtin_cpu_supports("popcnt");
    }
    return false;
}

#else

void look_avx2(const Look& look, std::vector<Arc>& found) {
    look_scalar(look, found);
}
void look_avx512(const Look& look, std::vector<Arc>& found) {
    look_scalar(look, found);
}
bool runs_here(Kernel kernel) {
    return kernel == Kernel::scalar;
}

#endif

Kernel best_kernel() {
    static const Kernel best = runs_here(Kernel::avx512) ? Kernel::avx512
                               : runs_here(Kernel::avx2) ? Kernel::avx2
                                                         : Kernel::scalar;
    return best;
}

}  // namespace samrum::optimise::match
