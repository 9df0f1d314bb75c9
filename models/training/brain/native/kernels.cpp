// Training kernels for processors with AMX: bfloat16 matrix products on tiles, and what lies between them.
//
// Matrices are row-major. A "pack" is a right-hand factor cut into tiles of 32 x 16: tile (n, k) holds,
// for 16 pairs of rows, 16 columns of two values. K and N are multiples of 32, M of 16.
#include <immintrin.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <algorithm>
#include <cmath>
#include <vector>

typedef uint16_t bf16;
enum Out { TO_BF16, ADD_TO_BF16, TO_F32, ADD_TO_F32 };

static inline __m512 load(const bf16 *p) {
    return _mm512_castsi512_ps(_mm512_slli_epi32(
        _mm512_cvtepu16_epi32(_mm256_loadu_si256((const __m256i *)p)), 16));
}
static inline void store(bf16 *p, __m512 v) {
    _mm256_storeu_si256((__m256i *)p, (__m256i)_mm512_cvtneps_pbh(v));
}
static inline float single(bf16 x) {
    uint32_t bits = (uint32_t)x << 16;
    float value;
    memcpy(&value, &bits, 4);
    return value;
}
// exp by 2^n * polynomial on [-ln2/2, ln2/2]; relative error below 2e-7.
static inline __m512 exponential(__m512 x) {
    x = _mm512_max_ps(_mm512_min_ps(x, _mm512_set1_ps(88.0f)), _mm512_set1_ps(-87.0f));
    __m512 n = _mm512_roundscale_ps(_mm512_mul_ps(x, _mm512_set1_ps(1.44269504f)), 0);
    __m512 r = _mm512_fnmadd_ps(n, _mm512_set1_ps(0.693359375f), x);
    r = _mm512_fnmadd_ps(n, _mm512_set1_ps(-2.12194440e-4f), r);
    __m512 p = _mm512_set1_ps(1.0f / 720);
    const float terms[] = {1.0f / 120, 1.0f / 24, 1.0f / 6, 0.5f, 1.0f, 1.0f};
    for (float term : terms) p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(term));
    return _mm512_scalef_ps(p, n);
}

struct alignas(64) Tiles {
    uint8_t palette = 1, start = 0, rest[14] = {};
    uint16_t width[16] = {};
    uint8_t rows[16] = {};
};

static void configure() {  // at each entry: other libraries release the tiles
    static Tiles tiles = [] {
        Tiles all;
        for (int i = 0; i < 8; i++) all.width[i] = 64, all.rows[i] = 16;
        return all;
    }();
    _tile_loadconfig(&tiles);
}

// Asks Linux for the tile state; 0 when it is granted.
extern "C" int begin() { return syscall(SYS_arch_prctl, 0x1023, 18) ? 1 : 0; }

// ---- packing ----
static void pack_transposed(const bf16 *w, long stride, long n, long k, bf16 *out) {
    // the factor is w^T, w is [n, k]: tile rows are pairs along k, which lie together in w
    for (long ni = 0; ni < n; ni += 16)
        for (long ki = 0; ki < k; ki += 32, out += 512)
            for (int c = 0; c < 16; c++) {
                const uint32_t *from = (const uint32_t *)(w + (ni + c) * stride + ki);
                for (int r = 0; r < 16; r++) ((uint32_t *)out)[r * 16 + c] = from[r];
            }
}
static inline void interleave(const bf16 *a, const bf16 *b, bf16 *out) {
    __m256i x = _mm256_loadu_si256((const __m256i *)a), y = _mm256_loadu_si256((const __m256i *)b);
    __m512i low = _mm512_cvtepu16_epi32(x), high = _mm512_slli_epi32(_mm512_cvtepu16_epi32(y), 16);
    _mm512_storeu_si512(out, _mm512_or_si512(low, high));
}
static void pack_plain(const bf16 *b, long stride, long k, long n, long rows, bf16 *out) {
    // the factor is b [k, n]; rows from `rows` on count as zero
    static const bf16 zero[16] = {};
    for (long ki = 0; ki < k; ki += 32)
        for (long ni = 0; ni < n; ni += 16)
            for (int r = 0; r < 16; r++) {
                long row = ki + 2 * r;
                const bf16 *at = b + row * stride + ni;
                interleave(row < rows ? at : zero, row + 1 < rows ? at + stride : zero,
                           out + ni * k + ki * 16 + 32 * r);
            }
}
static void transpose16(__m512i *r) {  // a 16 x 16 block of 32-bit values
    __m512i t[16];
    for (int i = 0; i < 16; i += 2) {
        t[i] = _mm512_unpacklo_epi32(r[i], r[i + 1]);
        t[i + 1] = _mm512_unpackhi_epi32(r[i], r[i + 1]);
    }
    for (int i = 0; i < 16; i += 4) {
        r[i] = _mm512_unpacklo_epi64(t[i], t[i + 2]);
        r[i + 1] = _mm512_unpackhi_epi64(t[i], t[i + 2]);
        r[i + 2] = _mm512_unpacklo_epi64(t[i + 1], t[i + 3]);
        r[i + 3] = _mm512_unpackhi_epi64(t[i + 1], t[i + 3]);
    }
    for (int i = 0; i < 4; i++) {
        t[i] = _mm512_shuffle_i32x4(r[i], r[i + 4], 0x88);
        t[i + 4] = _mm512_shuffle_i32x4(r[i + 8], r[i + 12], 0x88);
        t[i + 8] = _mm512_shuffle_i32x4(r[i], r[i + 4], 0xdd);
        t[i + 12] = _mm512_shuffle_i32x4(r[i + 8], r[i + 12], 0xdd);
    }
    for (int i = 0; i < 4; i++) {
        r[i] = _mm512_shuffle_i32x4(t[i], t[i + 4], 0x88);
        r[i + 4] = _mm512_shuffle_i32x4(t[i + 8], t[i + 12], 0x88);
        r[i + 8] = _mm512_shuffle_i32x4(t[i], t[i + 4], 0xdd);
        r[i + 12] = _mm512_shuffle_i32x4(t[i + 8], t[i + 12], 0xdd);
    }
}
static void pack_left(const bf16 *a, long stride, long k, long m, long rows, bf16 *out) {
    // the left factor is a^T, a is [k, m]: [m / 16][k / 32] tiles of 16 x 32
    static const bf16 zero[16] = {};
    for (long ki = 0; ki < k; ki += 32)
        for (long mi = 0; mi < m; mi += 16) {
            __m512i block[16];
            for (int r = 0; r < 16; r++) {
                long row = ki + 2 * r;
                const bf16 *at = a + row * stride + mi;
                interleave(row < rows ? at : zero, row + 1 < rows ? at + stride : zero,
                           (bf16 *)&block[r]);
            }
            transpose16(block);
            for (int r = 0; r < 16; r++) _mm512_storeu_si512(out + mi * k + ki * 16 + 32 * r, block[r]);
        }
}

// ---- the product ----
// What a block of 32 x 32 sums will become; its rows are written while the next block is computed.
struct Block {
    alignas(64) float sums[32 * 32];
    char *to = nullptr;
    long stride = 0;
    int row = 0, rows = 0;
};
template <Out out> static inline void write(Block &b, int count) {
    for (int end = std::min(b.rows, b.row + count); b.row < end; b.row++)
        for (int j = 0; j < 32; j += 16) {
            __m512 v = _mm512_load_ps(b.sums + b.row * 32 + j);
            if (out == TO_F32 || out == ADD_TO_F32) {
                float *at = (float *)b.to + b.row * b.stride + j;
                _mm512_storeu_ps(at, out == ADD_TO_F32 ? _mm512_add_ps(v, _mm512_loadu_ps(at)) : v);
            } else {
                bf16 *at = (bf16 *)b.to + b.row * b.stride + j;
                store(at, out == ADD_TO_BF16 ? _mm512_add_ps(v, load(at)) : v);
            }
        }
}
template <Out out>
static void multiply(const bf16 *a, long lda, bool tiled, const bf16 *b, long kb, void *c, long ldc,
                     long m, long n, long k) {
    static Block blocks[2];
    int now = 0;
    long wide = out == TO_F32 || out == ADD_TO_F32 ? 4 : 2;
    long step = tiled ? 512 : 32, row = tiled ? 64 : lda * 2, below = tiled ? 16 * k : 16 * lda;
    int share = (32 * 32 + k - 1) / k;  // rows to write in each step of k
    for (long mi = 0; mi < m; mi += 32) {
        bool two = mi + 16 < m;
        const bf16 *a0 = a + mi / 16 * below, *a1 = two ? a0 + below : a0;
        for (long ni = 0; ni < n; ni += 32) {
            const bf16 *b0 = b + ni * kb, *b1 = b0 + 16 * kb;
            Block &fresh = blocks[now], &old = blocks[now ^= 1];
            _tile_zero(0); _tile_zero(1); _tile_zero(2); _tile_zero(3);
            for (long ki = 0; ki < k; ki += 32) {
                const bf16 *at0 = a0 + ki / 32 * step, *at1 = a1 + ki / 32 * step;
                _tile_loadd(4, at0, row);
                _tile_loadd(6, b0 + ki * 16, 64);
                _tile_loadd(7, b1 + ki * 16, 64);
                _tile_loadd(5, at1, row);
                _tile_dpbf16ps(0, 4, 6);
                _tile_dpbf16ps(1, 4, 7);
                _tile_dpbf16ps(2, 5, 6);
                _tile_dpbf16ps(3, 5, 7);
                write<out>(old, share);
            }
            _tile_stored(0, fresh.sums, 128);
            _tile_stored(1, fresh.sums + 16, 128);
            _tile_stored(2, fresh.sums + 16 * 32, 128);
            _tile_stored(3, fresh.sums + 16 * 32 + 16, 128);
            fresh.to = (char *)c + (mi * ldc + ni) * wide;
            fresh.stride = ldc;
            fresh.row = 0;
            fresh.rows = two ? 32 : 16;
        }
    }
    write<out>(blocks[now ^ 1], 32);
    write<out>(blocks[now], 32);
}
// a: rows `lda` apart, or (tiled) packed by pack_left with `k` columns; b: packed, its panel of 16
// columns `kb` values of k apart.
static void product(const bf16 *a, long lda, bool tiled, const bf16 *b, long kb, void *c, long ldc,
                    long m, long n, long k, Out out) {
    switch (out) {
        case TO_BF16: return multiply<TO_BF16>(a, lda, tiled, b, kb, c, ldc, m, n, k);
        case ADD_TO_BF16: return multiply<ADD_TO_BF16>(a, lda, tiled, b, kb, c, ldc, m, n, k);
        case TO_F32: return multiply<TO_F32>(a, lda, tiled, b, kb, c, ldc, m, n, k);
        case ADD_TO_F32: return multiply<ADD_TO_F32>(a, lda, tiled, b, kb, c, ldc, m, n, k);
    }
}

static bf16 *scratch(int which, long size) {
    static std::vector<bf16> held[8];
    if ((long)held[which].size() < size + 32) held[which].resize(size + 32);
    return (bf16 *)(((uintptr_t)held[which].data() + 63) & ~(uintptr_t)63);
}

extern "C" {

// y[t, n] = x[t, k] w^T, w [n, k] bfloat16; `add`: y += .
void linear(const bf16 *x, const bf16 *w, bf16 *y, long t, long n, long k, int add) {
    configure();
    bf16 *pack = scratch(0, n * k);
    pack_transposed(w, k, n, k, pack);
    product(x, k, false, pack, k, y, n, t, n, k, add ? ADD_TO_BF16 : TO_BF16);
}
// dx[t, k] = dy[t, n] w; `add`: dx += .
void linear_input(const bf16 *dy, const bf16 *w, bf16 *dx, long t, long n, long k, int add) {
    configure();
    bf16 *pack = scratch(0, n * k);
    pack_plain(w, k, n, k, n, pack);
    product(dy, n, false, pack, n, dx, k, t, k, n, add ? ADD_TO_BF16 : TO_BF16);
}
// dw[n, k] += dy^T x, float32.
void linear_weight(const bf16 *dy, const bf16 *x, float *dw, long t, long n, long k) {
    configure();
    const long chunk = 1024;
    bf16 *left = scratch(0, n * chunk), *right = scratch(1, k * chunk);
    for (long at = 0; at < t; at += chunk) {
        long rows = std::min(chunk, t - at), deep = (rows + 31) / 32 * 32;
        pack_left(dy + at * n, n, deep, n, rows, left);
        pack_plain(x + at * k, k, deep, k, rows, right);
        product(left, 0, true, right, deep, dw, k, n, k, deep, ADD_TO_F32);
    }
}

void norm(const bf16 *x, const float *w, bf16 *y, float *scale, long t, long d, float epsilon) {
    for (long i = 0; i < t; i++, x += d, y += d) {
        __m512 sum = _mm512_setzero_ps();
        for (long j = 0; j < d; j += 16) {
            __m512 v = load(x + j);
            sum = _mm512_fmadd_ps(v, v, sum);
        }
        scale[i] = 1 / std::sqrt(_mm512_reduce_add_ps(sum) / d + epsilon);
        __m512 s = _mm512_set1_ps(scale[i]);
        for (long j = 0; j < d; j += 16)
            store(y + j, _mm512_mul_ps(_mm512_mul_ps(load(x + j), s), _mm512_loadu_ps(w + j)));
    }
}
// dx += gradient through the norm; dw += .
void norm_back(const bf16 *dy, const bf16 *x, const float *w, const float *scale, bf16 *dx,
               float *dw, long t, long d) {
    for (long i = 0; i < t; i++, x += d, dy += d, dx += d) {
        __m512 s = _mm512_set1_ps(scale[i]), dot = _mm512_setzero_ps();
        for (long j = 0; j < d; j += 16) {
            __m512 g = load(dy + j), v = _mm512_mul_ps(load(x + j), s);
            __m512 gv = _mm512_mul_ps(g, v);
            _mm512_storeu_ps(dw + j, _mm512_add_ps(_mm512_loadu_ps(dw + j), gv));
            dot = _mm512_fmadd_ps(gv, _mm512_loadu_ps(w + j), dot);
        }
        __m512 mean = _mm512_set1_ps(_mm512_reduce_add_ps(dot) / d);
        for (long j = 0; j < d; j += 16) {
            __m512 v = _mm512_mul_ps(load(x + j), s);
            __m512 g = _mm512_mul_ps(load(dy + j), _mm512_loadu_ps(w + j));
            __m512 add = _mm512_mul_ps(_mm512_fnmadd_ps(v, mean, g), s);
            store(dx + j, _mm512_add_ps(load(dx + j), add));
        }
    }
}

// both [t, 2f]: gate and up side by side; h [t, f] = silu(gate) * up
void gated(const bf16 *both, bf16 *h, long t, long f) {
    const __m512 one = _mm512_set1_ps(1);
    for (long i = 0; i < t; i++, both += 2 * f, h += f)
        for (long j = 0; j < f; j += 16) {
            __m512 g = load(both + j), u = load(both + f + j);
            __m512 e = exponential(_mm512_sub_ps(_mm512_setzero_ps(), g));
            store(h + j, _mm512_div_ps(_mm512_mul_ps(g, u), _mm512_add_ps(one, e)));
        }
}
// dh in, the gradient of `both` out in its place; h is made again on the way for the next product
void gated_back(bf16 *both, const bf16 *dh, bf16 *h, long t, long f) {
    const __m512 one = _mm512_set1_ps(1);
    for (long i = 0; i < t; i++, both += 2 * f, dh += f, h += f)
        for (long j = 0; j < f; j += 16) {
            __m512 g = load(both + j), u = load(both + f + j), d = load(dh + j);
            __m512 e = exponential(_mm512_sub_ps(_mm512_setzero_ps(), g));
            __m512 s = _mm512_div_ps(one, _mm512_add_ps(one, e)), a = _mm512_mul_ps(g, s);
            store(h + j, _mm512_mul_ps(a, u));
            store(both + f + j, _mm512_mul_ps(d, a));
            __m512 slope = _mm512_fmadd_ps(_mm512_sub_ps(one, a), s, a);  // s + a (1 - s)
            store(both + j, _mm512_mul_ps(_mm512_mul_ps(d, u), slope));
        }
}

// q and k of qkv [t, 3d] turned by their positions; tables [context, head],
// each value twice; back: the other way.
void rotate(bf16 *qkv, const int32_t *position, const float *cosine, const float *sine, long t,
            long d, long head, int back) {
    const __mmask16 negative = back ? 0xaaaa : 0x5555;  // the sine of one in each pair
    for (long i = 0; i < t; i++, qkv += 3 * d) {
        const float *c = cosine + position[i] * head, *s = sine + position[i] * head;
        for (long j = 0; j < 2 * d; j += 16) {
            __m512 v = load(qkv + j), swapped = _mm512_permute_ps(v, 0xb1);
            __m512 sn = _mm512_loadu_ps(s + j % head);
            sn = _mm512_mask_sub_ps(sn, negative, _mm512_setzero_ps(), sn);
            store(qkv + j, _mm512_fmadd_ps(v, _mm512_loadu_ps(c + j % head), _mm512_mul_ps(swapped, sn)));
        }
    }
}
}  // extern "C"

// One block of queries (rows `at` to `at + length`) that sees `shared` rows from `first` and itself up
// to each row; keys are laid side by side, padded to a multiple of 32.
struct Span { long at, length, first, shared; };

static long padded(long n) { return (n + 31) / 32 * 32; }

static void gather(const bf16 *x, long stride, const Span &s, long n, long head, bf16 *out) {
    memset(out, 0, n * head * 2);
    for (long i = 0; i < s.shared; i++) memcpy(out + i * head, x + (s.first + i) * stride, head * 2);
    for (long i = 0; i < s.length; i++)
        memcpy(out + (s.shared + i) * head, x + (s.at + i) * stride, head * 2);
}

extern "C" {

// spans: [count][4] of at, length, first, shared. kept: probabilities of every span and head, bfloat16.
void attend(const bf16 *qkv, bf16 *y, bf16 *kept, const long *spans, long count, long d, long head) {
    configure();
    const float scale = 1 / std::sqrt((float)head);
    for (long i = 0; i < count; i++) {
        Span s = {spans[4 * i], spans[4 * i + 1], spans[4 * i + 2], spans[4 * i + 3]};
        long n = padded(s.shared + s.length);
        bf16 *flat = scratch(2, n * head), *pack = scratch(3, n * head);
        float *score = (float *)scratch(4, s.length * n * 2);
        for (long h = 0; h < d; h += head, kept += s.length * n) {
            const bf16 *q = qkv + s.at * 3 * d + h;
            gather(qkv + d + h, 3 * d, s, n, head, flat);
            pack_transposed(flat, head, n, head, pack);
            product(q, 3 * d, false, pack, head, score, n, s.length, n, head, TO_F32);
            for (long r = 0; r < s.length; r++) {
                float *row = score + r * n;
                long seen = s.shared + r + 1;
                __m512 most = _mm512_set1_ps(-1e30f), sum = _mm512_setzero_ps();
                for (long j = 0; j < n; j += 16) {
                    __mmask16 in = j >= seen ? 0 : (seen - j >= 16 ? 0xffff : (1u << (seen - j)) - 1);
                    most = _mm512_mask_max_ps(most, in, most, _mm512_load_ps(row + j));
                }
                __m512 top = _mm512_set1_ps(_mm512_reduce_max_ps(most)), by = _mm512_set1_ps(scale);
                for (long j = 0; j < n; j += 16) {
                    __mmask16 in = j >= seen ? 0 : (seen - j >= 16 ? 0xffff : (1u << (seen - j)) - 1);
                    __m512 e = exponential(_mm512_mul_ps(_mm512_sub_ps(_mm512_load_ps(row + j), top), by));
                    e = _mm512_maskz_mov_ps(in, e);
                    _mm512_store_ps(row + j, e);
                    sum = _mm512_add_ps(sum, e);
                }
                __m512 share = _mm512_set1_ps(1 / _mm512_reduce_add_ps(sum));
                for (long j = 0; j < n; j += 16)
                    store(kept + r * n + j, _mm512_mul_ps(_mm512_load_ps(row + j), share));
            }
            gather(qkv + 2 * d + h, 3 * d, s, n, head, flat);
            pack_plain(flat, head, n, head, n, pack);
            product(kept, n, false, pack, n, y + s.at * d + h, d, s.length, head, n, TO_BF16);
        }
    }
}

// dqkv [t, 3d] float32, zeroed by the caller, because spans share keys.
void attend_back(const bf16 *qkv, const bf16 *y, const bf16 *dy, const bf16 *kept, float *dqkv,
                 const long *spans, long count, long d, long head) {
    configure();
    const float scale = 1 / std::sqrt((float)head);
    for (long i = 0; i < count; i++) {
        Span s = {spans[4 * i], spans[4 * i + 1], spans[4 * i + 2], spans[4 * i + 3]};
        long n = padded(s.shared + s.length), m = padded(s.length);
        bf16 *flat = scratch(2, n * head), *pack = scratch(3, n * head);
        float *score = (float *)scratch(4, s.length * n * 2), *side = (float *)scratch(5, n * head * 2);
        bf16 *slope = scratch(6, s.length * n), *left = scratch(7, m * n);
        for (long h = 0; h < d; h += head, kept += s.length * n) {
            const bf16 *q = qkv + s.at * 3 * d + h, *out = y + s.at * d + h, *g = dy + s.at * d + h;
            gather(qkv + 2 * d + h, 3 * d, s, n, head, flat);
            pack_transposed(flat, head, n, head, pack);
            product(g, d, false, pack, head, score, n, s.length, n, head, TO_F32);
            for (long r = 0; r < s.length; r++) {
                __m512 dot = _mm512_setzero_ps();
                for (long j = 0; j < head; j += 16)
                    dot = _mm512_fmadd_ps(load(out + r * d + j), load(g + r * d + j), dot);
                __m512 mean = _mm512_set1_ps(_mm512_reduce_add_ps(dot)), by = _mm512_set1_ps(scale);
                for (long j = 0; j < n; j += 16) {
                    __m512 p = _mm512_mul_ps(load(kept + r * n + j), by);
                    __m512 v = _mm512_sub_ps(_mm512_load_ps(score + r * n + j), mean);
                    store(slope + r * n + j, _mm512_mul_ps(p, v));
                }
            }
            gather(qkv + d + h, 3 * d, s, n, head, flat);
            pack_plain(flat, head, n, head, n, pack);
            product(slope, n, false, pack, n, dqkv + s.at * 3 * d + h, 3 * d, s.length, head, n, ADD_TO_F32);
            for (int value = 0; value < 2; value++) {  // keys by the slopes, values by the probabilities
                pack_left(value ? kept : slope, n, m, n, s.length, left);
                pack_plain(value ? g : q, value ? d : 3 * d, m, head, s.length, pack);
                product(left, 0, true, pack, m, side, head, n, head, m, TO_F32);
                float *to = dqkv + (value + 1) * d + h;
                for (long r = 0; r < s.shared + s.length; r++) {
                    long row = r < s.shared ? s.first + r : s.at + r - s.shared;
                    for (long j = 0; j < head; j += 16) {
                        float *at = to + row * 3 * d + j;
                        _mm512_storeu_ps(at, _mm512_add_ps(_mm512_loadu_ps(at), _mm512_load_ps(side + r * head + j)));
                    }
                }
            }
        }
    }
}

// logits [t, v] become their gradient of the mean loss; the sum of losses comes back.
double entropy(bf16 *logits, const long *target, long t, long v) {
    double total = 0;
    const __m512 each = _mm512_set1_ps(1.0f / t);
    for (long i = 0; i < t; i++, logits += v) {
        __m512 most = _mm512_set1_ps(-1e30f), sum = _mm512_setzero_ps();
        for (long j = 0; j < v; j += 16) most = _mm512_max_ps(most, load(logits + j));
        float top = _mm512_reduce_max_ps(most);
        __m512 high = _mm512_set1_ps(top);
        for (long j = 0; j < v; j += 16) sum = _mm512_add_ps(sum, exponential(_mm512_sub_ps(load(logits + j), high)));
        float whole = _mm512_reduce_add_ps(sum), right = single(logits[target[i]]);
        total += std::log(whole) + top - right;
        __m512 share = _mm512_mul_ps(each, _mm512_set1_ps(1 / whole));
        for (long j = 0; j < v; j += 16)
            store(logits + j, _mm512_mul_ps(exponential(_mm512_sub_ps(load(logits + j), high)), share));
        float g = std::exp(right - top) / whole;
        alignas(64) float one[16] = {(g - 1) / t};
        bf16 last[16];
        store(last, _mm512_load_ps(one));
        logits[target[i]] = last[0];
    }
    return total / t;
}

void narrow(const float *x, bf16 *y, long count) {
    for (long i = 0; i < count; i += 16) store(y + i, _mm512_loadu_ps(x + i));
}

// x [r, c], r <= c, multiples of 32, is made nearly orthogonal in place: Newton-Schulz, as in Muon.
void orthogonal(bf16 *x, long r, long c, int rounds) {
    configure();
    bf16 *pack = scratch(0, r * c), *square = scratch(5, r * r);
    float *sums = (float *)scratch(4, 2 * r * c);
    const float a = 3.4445f, b = -4.7750f, e = 2.0315f;
    for (int round = 0; round < rounds; round++) {
        pack_transposed(x, c, r, c, pack);
        product(x, c, false, pack, c, square, r, r, r, c, TO_BF16);
        pack_plain(square, r, r, r, r, pack);
        product(square, r, false, pack, r, sums, r, r, r, r, TO_F32);
        for (long i = 0; i < r * r; i += 16) {
            __m512 v = _mm512_mul_ps(_mm512_set1_ps(b), load(square + i));
            store(square + i, _mm512_fmadd_ps(_mm512_set1_ps(e), _mm512_loadu_ps(sums + i), v));
        }
        pack_plain(x, c, r, c, r, pack);
        product(square, r, false, pack, r, sums, c, r, c, r, TO_F32);
        for (long i = 0; i < r * c; i += 16)
            store(x + i, _mm512_fmadd_ps(_mm512_set1_ps(a), load(x + i), _mm512_loadu_ps(sums + i)));
    }
}
}  // extern "C"
