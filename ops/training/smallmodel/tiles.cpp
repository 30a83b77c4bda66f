// Attention inside runs and its gradient, in the bfloat16 tiles (AMX) of a processor.
//
// Scores, exponentials and sums are floats; what goes into a product is rounded to bfloat16. Blocks of the gradient are those of
// FlashAttention-2 (Dao, 2023, algorithm 2), with keys down and queries across, so that no block is turned.
// Sizes of tiles: Intel Architecture Instruction Set Extensions, chapter on AMX: 16 rows of 64 bytes, eight of them.

#include <ATen/Parallel.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <torch/extension.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace {

using bf16 = at::BFloat16;

constexpr int WIDTH = 64;   // of a head
constexpr int TILE = 16;    // rows of a tile
constexpr int PAIR = 32;    // rows and columns of what four tiles sum up
constexpr int BLOCK = 128;  // queries and keys of one block of the gradient
constexpr float NEVER = 1e30f;

struct alignas(64) TileSizes {
    uint8_t palette = 1, start = 0, reserved[14] = {};
    uint16_t bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
    uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};
const TileSizes SIZES;

// Instructions on tiles do not tell every compiler which memory they read: what is written before stays before.
inline void written() { asm volatile("" ::: "memory"); }

template <class T>
class Buffer {
   public:
    T* of(size_t count) {
        if (count > held_) {
            memory_.reset(static_cast<T*>(std::aligned_alloc(64, (count * sizeof(T) + 63) / 64 * 64)));
            held_ = count;
        }
        return memory_.get();
    }

   private:
    struct Free {
        void operator()(T* memory) const { std::free(memory); }
    };
    std::unique_ptr<T, Free> memory_;
    size_t held_ = 0;
};

// The rows of one head in one run.
struct Rows {
    const uint16_t* first;
    int64_t stride;

    const uint16_t* operator[](int64_t row) const { return first + row * stride; }
};

int filled_up(int count) { return (count + PAIR - 1) / PAIR * PAIR; }

// A as it stands in memory: rows of 64 values, zeros behind the last one.
void rows_of(Rows x, int count, uint16_t* out) {
    for (int i = 0; i < count; i++) std::memcpy(out + i * WIDTH, x[i], 2 * WIDTH);
    std::memset(out + count * WIDTH, 0, 2 * WIDTH * (filled_up(count) - count));
}

// B for products over the width: for each 16 rows, 32 pairs of columns by 16 rows.
void columns_in_pairs(Rows x, int count, uint32_t* out) {
    for (int i = 0; i < filled_up(count); i++) {
        for (int pair = 0; pair < WIDTH / 2; pair++) {
            uint32_t both = 0;
            if (i < count) std::memcpy(&both, x[i] + 2 * pair, 4);
            out[i / TILE * TILE * WIDTH / 2 + pair * TILE + i % TILE] = both;
        }
    }
}

// B for products over the rows: for each two rows, 64 pairs.
void rows_in_pairs(Rows x, int count, uint32_t* out) {
    for (int i = 0; i < filled_up(count); i += 2) {
        for (int w = 0; w < WIDTH; w++) {
            uint32_t even = i < count ? x[i][w] : 0, odd = i + 1 < count ? x[i + 1][w] : 0;
            out[i / 2 * WIDTH + w] = even | odd << 16;
        }
    }
}

// exp within 4e-6 of its value where that is not small: a power of two and a polynomial on half an octave to either side.
inline __m512 exponential(__m512 x) {
    x = _mm512_mul_ps(x, _mm512_set1_ps(1.44269504f));
    __m512 whole = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    __m512 rest = _mm512_sub_ps(x, whole);
    __m512 sum = _mm512_set1_ps(1.3333558e-3f);
    for (float next : {9.6181291e-3f, 5.5504109e-2f, 2.4022651e-1f, 6.9314718e-1f, 1.0f}) {
        sum = _mm512_fmadd_ps(sum, rest, _mm512_set1_ps(next));
    }
    return _mm512_scalef_ps(sum, whole);
}

inline __m256i narrow(__m512 x) { return (__m256i)_mm512_cvtneps_pbh(x); }

inline __m512i in_pairs(__m256i even, __m256i odd) {
    return _mm512_or_si512(_mm512_cvtepu16_epi32(even), _mm512_slli_epi32(_mm512_cvtepu16_epi32(odd), 16));
}

// Tiles 0 to 3 hold 32 x 32 sums; strides are bytes from row to row.
inline void clear_sums() {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
}

inline void load_sums(const float* sums, size_t stride) {
    written();
    const char* below = reinterpret_cast<const char*>(sums) + TILE * stride;
    _tile_loadd(0, sums, stride);
    _tile_loadd(1, sums + TILE, stride);
    _tile_loadd(2, below, stride);
    _tile_loadd(3, below + 64, stride);
}

inline void store_sums(float* sums, size_t stride) {
    char* below = reinterpret_cast<char*>(sums) + TILE * stride;
    _tile_stored(0, sums, stride);
    _tile_stored(1, sums + TILE, stride);
    _tile_stored(2, below, stride);
    _tile_stored(3, below + 64, stride);
    written();
}

// Adds the product of 32 rows of A and 32 columns of B over 32 values; next: bytes from B's first 16 columns to the others.
inline void add_product(const uint16_t* a, size_t a_stride, const uint32_t* b, size_t b_stride, size_t b_next) {
    written();
    _tile_loadd(4, a, a_stride);
    _tile_loadd(5, reinterpret_cast<const char*>(a) + TILE * a_stride, a_stride);
    _tile_loadd(6, b, b_stride);
    _tile_loadd(7, reinterpret_cast<const char*>(b) + b_next, b_stride);
    _tile_dpbf16ps(0, 4, 6);
    _tile_dpbf16ps(1, 4, 7);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
}

// 32 x 32 products over the width: of rows of A with rows of which B holds the columns in pairs.
inline void multiply_rows(const uint16_t* a, const uint32_t* b, float* out, size_t stride) {
    constexpr size_t next = TILE * WIDTH / 2 * 4;
    clear_sums();
    add_product(a, 2 * WIDTH, b, 4 * TILE, next);
    add_product(a + PAIR, 2 * WIDTH, b + TILE * PAIR / 2, 4 * TILE, next);
    store_sums(out, stride);
}

inline __m512i counted_from(int first) {
    return _mm512_add_epi32(_mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0), _mm512_set1_epi32(first));
}

struct Workspace {
    Buffer<uint16_t> rows, more_rows, turned, weights;
    Buffer<uint32_t> columns, more_columns, pairs, more_pairs;
    Buffer<float> scores, turned_sums, lse, delta;
};

void attend(Workspace& space, Rows q, Rows k, Rows v, int count, bool causal, float scale, bf16* out, int64_t out_stride,
            float* lse) {
    const int padded = filled_up(count);
    uint16_t* asking = space.rows.of(padded * WIDTH);
    uint32_t* keys = space.columns.of(padded * WIDTH / 2);
    uint32_t* values = space.pairs.of(padded * WIDTH / 2);
    float* scores = space.scores.of(PAIR * padded);
    uint16_t* weights = space.weights.of(PAIR * padded);
    rows_of(q, count, asking);
    columns_in_pairs(k, count, keys);
    rows_in_pairs(v, count, values);
    alignas(64) float sums[PAIR * WIDTH];
    for (int i0 = 0; i0 < count; i0 += PAIR) {
        const int seen = causal ? std::min(padded, i0 + PAIR) : padded;
        for (int j = 0; j < seen; j += PAIR) {
            multiply_rows(asking + i0 * WIDTH, keys + j * WIDTH / 2, scores + j, 4 * padded);
        }
        float total[PAIR];
        for (int i = 0; i < PAIR; i++) {
            float* row = scores + i * padded;
            const int end = causal ? std::min(count, i0 + i + 1) : count;
            const __m512i ends = _mm512_set1_epi32(end);
            __m512 most = _mm512_set1_ps(-NEVER);
            for (int j = 0; j < end; j += 16) {
                const __mmask16 inside = _mm512_cmplt_epi32_mask(counted_from(j), ends);
                most = _mm512_mask_max_ps(most, inside, most, _mm512_load_ps(row + j));
            }
            const float highest = _mm512_reduce_max_ps(most) * scale;
            const __m512 scales = _mm512_set1_ps(scale), shift = _mm512_set1_ps(highest);
            __m512 sum = _mm512_setzero_ps();
            for (int j = 0; j < seen; j += 16) {
                const __mmask16 inside = _mm512_cmplt_epi32_mask(counted_from(j), ends);
                __m512 weight = exponential(_mm512_fmsub_ps(_mm512_load_ps(row + j), scales, shift));
                weight = _mm512_maskz_mov_ps(inside, weight);
                sum = _mm512_add_ps(sum, weight);
                _mm256_store_si256(reinterpret_cast<__m256i*>(weights + i * padded + j), narrow(weight));
            }
            total[i] = _mm512_reduce_add_ps(sum);
            if (i0 + i < count) lse[i0 + i] = highest + std::log(total[i]);
        }
        for (int w = 0; w < WIDTH; w += PAIR) {
            clear_sums();
            for (int j = 0; j < seen; j += PAIR) {
                add_product(weights + j, 2 * padded, values + j / 2 * WIDTH + w, 4 * WIDTH, 4 * TILE);
            }
            store_sums(sums + w, 4 * WIDTH);
        }
        for (int i = 0; i < std::min(PAIR, count - i0); i++) {
            for (int w = 0; w < WIDTH; w++) out[(i0 + i) * out_stride + w] = sums[i * WIDTH + w] / total[i];
        }
    }
}

// Weights of a block and the gradient of its scores: keys down, queries across; the gradient also in pairs of keys.
struct alignas(64) Block {
    uint16_t weights[BLOCK * BLOCK], gradient[BLOCK * BLOCK];
    uint32_t gradient_in_pairs[BLOCK * BLOCK / 2];
    float keys[BLOCK * WIDTH], values[BLOCK * WIDTH], scores[PAIR * PAIR], products[PAIR * PAIR];
};

struct Gradient {
    bf16 *q, *k, *v;
    int64_t stride;
};

void differentiate(Workspace& space, Rows q, Rows k, Rows v, Rows gradient, const float* lse_of, const float* delta_of, int count,
                   bool causal, float scale, Gradient out) {
    const int padded = filled_up(count);
    uint16_t* keys = space.rows.of(padded * WIDTH);
    uint16_t* values = space.more_rows.of(padded * WIDTH);
    uint16_t* keys_turned = space.turned.of(padded * WIDTH);
    uint32_t* asking = space.columns.of(padded * WIDTH / 2);
    uint32_t* asking_pairs = space.pairs.of(padded * WIDTH / 2);
    uint32_t* wanted = space.more_columns.of(padded * WIDTH / 2);
    uint32_t* wanted_pairs = space.more_pairs.of(padded * WIDTH / 2);
    float* sums = space.turned_sums.of(padded * WIDTH);
    float* lse = space.lse.of(padded);
    float* delta = space.delta.of(padded);
    rows_of(k, count, keys);
    rows_of(v, count, values);
    for (int i = 0; i < padded; i++) {
        for (int w = 0; w < WIDTH; w++) keys_turned[w * padded + i] = keys[i * WIDTH + w];
        lse[i] = i < count ? lse_of[i] : NEVER;
        delta[i] = i < count ? delta_of[i] : 0;
    }
    columns_in_pairs(q, count, asking);
    rows_in_pairs(q, count, asking_pairs);
    columns_in_pairs(gradient, count, wanted);
    rows_in_pairs(gradient, count, wanted_pairs);
    std::memset(sums, 0, sizeof(float) * padded * WIDTH);
    static thread_local Block block;
    const __m512 scales = _mm512_set1_ps(scale);
    for (int j0 = 0; j0 < padded; j0 += BLOCK) {
        const int down = std::min(BLOCK, padded - j0);
        std::memset(block.keys, 0, sizeof block.keys);
        std::memset(block.values, 0, sizeof block.values);
        for (int i0 = causal ? j0 : 0; i0 < padded; i0 += BLOCK) {
            const int across = std::min(BLOCK, padded - i0);
            for (int j = 0; j < down; j += PAIR) {
                for (int i = 0; i < across; i += PAIR) {
                    const int key = j0 + j, query = i0 + i;
                    multiply_rows(keys + key * WIDTH, asking + query * WIDTH / 2, block.scores, 4 * PAIR);
                    multiply_rows(values + key * WIDTH, wanted + query * WIDTH / 2, block.products, 4 * PAIR);
                    const bool partly = key + PAIR > count || (causal && query < key + PAIR - 1);
                    for (int half = 0; half < PAIR; half += 16) {
                        const __m512 shift = _mm512_load_ps(lse + query + half), less = _mm512_load_ps(delta + query + half);
                        const __m512i at = counted_from(query + half);
                        for (int row = 0; row < PAIR; row += 2) {
                            __m256i both[2];
                            for (int odd = 0; odd < 2; odd++) {
                                const int from = (row + odd) * PAIR + half, to = (j + row + odd) * BLOCK + i + half;
                                __m512 weight =
                                    exponential(_mm512_fmsub_ps(_mm512_load_ps(block.scores + from), scales, shift));
                                if (partly) {
                                    const int own = key + row + odd;
                                    const __mmask16 seen = own >= count ? 0
                                                           : causal ? _mm512_cmpge_epi32_mask(at, _mm512_set1_epi32(own))
                                                                    : 0xffff;
                                    weight = _mm512_maskz_mov_ps(seen, weight);
                                }
                                both[odd] = narrow(
                                    _mm512_mul_ps(weight, _mm512_sub_ps(_mm512_load_ps(block.products + from), less)));
                                _mm256_store_si256(reinterpret_cast<__m256i*>(block.weights + to), narrow(weight));
                                _mm256_store_si256(reinterpret_cast<__m256i*>(block.gradient + to), both[odd]);
                            }
                            _mm512_store_si512(block.gradient_in_pairs + (j + row) / 2 * BLOCK + i + half,
                                               in_pairs(both[0], both[1]));
                        }
                    }
                }
            }
            for (int j = 0; j < down; j += PAIR) {
                for (int w = 0; w < WIDTH; w += PAIR) {
                    load_sums(block.values + j * WIDTH + w, 4 * WIDTH);
                    for (int i = 0; i < across; i += PAIR) {
                        add_product(block.weights + j * BLOCK + i, 2 * BLOCK, wanted_pairs + (i0 + i) / 2 * WIDTH + w, 4 * WIDTH,
                                    4 * TILE);
                    }
                    store_sums(block.values + j * WIDTH + w, 4 * WIDTH);
                    load_sums(block.keys + j * WIDTH + w, 4 * WIDTH);
                    for (int i = 0; i < across; i += PAIR) {
                        add_product(block.gradient + j * BLOCK + i, 2 * BLOCK, asking_pairs + (i0 + i) / 2 * WIDTH + w, 4 * WIDTH,
                                    4 * TILE);
                    }
                    store_sums(block.keys + j * WIDTH + w, 4 * WIDTH);
                }
            }
            for (int w = 0; w < WIDTH; w += PAIR) {
                for (int i = 0; i < across; i += PAIR) {
                    float* turned = sums + w * padded + i0 + i;
                    load_sums(turned, 4 * padded);
                    for (int j = 0; j < down; j += PAIR) {
                        add_product(keys_turned + w * padded + j0 + j, 2 * padded, block.gradient_in_pairs + j / 2 * BLOCK + i,
                                    4 * BLOCK, 4 * TILE);
                    }
                    store_sums(turned, 4 * padded);
                }
            }
        }
        for (int j = 0; j < std::min(down, count - j0); j++) {
            for (int w = 0; w < WIDTH; w++) {
                out.k[(j0 + j) * out.stride + w] = block.keys[j * WIDTH + w] * scale;
                out.v[(j0 + j) * out.stride + w] = block.values[j * WIDTH + w];
            }
        }
    }
    for (int i = 0; i < count; i++) {
        for (int w = 0; w < WIDTH; w++) out.q[i * out.stride + w] = sums[w * padded + i] * scale;
    }
}

// Asks the kernel for tiles; they are refused to a process that did not.
bool allowed() {
    constexpr int request = 0x1023, tile_data = 18;
    static const bool granted = syscall(SYS_arch_prctl, request, tile_data) == 0;
    return granted;
}

void check(std::initializer_list<at::Tensor> tensors, const std::vector<int64_t>& starts) {
    TORCH_CHECK(allowed(), "this system gives no tiles");
    for (const at::Tensor& x : tensors) {
        TORCH_CHECK(x.dim() == 3 && x.size(2) == WIDTH && x.stride(2) == 1 && x.scalar_type() == at::kBFloat16,
                    "(rows, heads, 64) in bfloat16 expected, got ", x.sizes(), " of ", x.scalar_type());
        TORCH_CHECK(x.sizes() == tensors.begin()->sizes(), "shapes differ");
    }
    TORCH_CHECK(!starts.empty() && starts.front() == 0 && starts.back() == tensors.begin()->size(0) &&
                    std::is_sorted(starts.begin(), starts.end()),
                "runs from the first row to the last expected");
}

// Calls what is given with a workspace, the first row of a run, its length and a head, for all of them.
template <class F>
void for_each_head(const std::vector<int64_t>& starts, int64_t heads, F each) {
    at::parallel_for(0, (static_cast<int64_t>(starts.size()) - 1) * heads, 1, [&](int64_t from, int64_t to) {
        static thread_local Workspace space;
        written();
        _tile_loadconfig(&SIZES);
        for (int64_t at = from; at < to; at++) {
            const int64_t first = starts[at / heads], count = starts[at / heads + 1] - first;
            if (count > 0) each(space, first, static_cast<int>(count), at % heads);
        }
        _tile_release();
    });
}

Rows rows_at(const at::Tensor& x, int64_t row, int64_t head) {
    return {reinterpret_cast<const uint16_t*>(x.const_data_ptr()) + row * x.stride(0) + head * x.stride(1), x.stride(0)};
}

// What attention gives, (rows, heads, 64), and the logarithm of each sum of exponentials, (heads, rows).
std::vector<at::Tensor> forward(at::Tensor q, at::Tensor k, at::Tensor v, std::vector<int64_t> starts, bool causal, double scale) {
    check({q, k, v}, starts);
    const int64_t rows = q.size(0), heads = q.size(1);
    at::Tensor out = at::empty({rows, heads, WIDTH}, q.options()), lse = at::empty({heads, rows}, q.options().dtype(at::kFloat));
    for_each_head(starts, heads, [&](Workspace& space, int64_t first, int count, int64_t head) {
        attend(space, rows_at(q, first, head), rows_at(k, first, head), rows_at(v, first, head), count, causal, scale,
               out.data_ptr<bf16>() + (first * heads + head) * WIDTH, heads * WIDTH, lse.data_ptr<float>() + head * rows + first);
    });
    return {out, lse};
}

// Gradients of q, k and v; delta: (heads, rows), the product of each row of the output with its gradient.
std::vector<at::Tensor> backward(at::Tensor q, at::Tensor k, at::Tensor v, at::Tensor gradient, at::Tensor lse, at::Tensor delta,
                                 std::vector<int64_t> starts, bool causal, double scale) {
    check({q, k, v, gradient}, starts);
    const int64_t rows = q.size(0), heads = q.size(1);
    for (const at::Tensor& x : {lse, delta}) {
        TORCH_CHECK(x.is_contiguous() && x.scalar_type() == at::kFloat && x.sizes() == at::IntArrayRef({heads, rows}),
                    "a float for each head and row expected");
    }
    at::Tensor dq = at::empty({rows, heads, WIDTH}, q.options()), dk = at::empty_like(dq), dv = at::empty_like(dq);
    for_each_head(starts, heads, [&](Workspace& space, int64_t first, int count, int64_t head) {
        const int64_t at = (first * heads + head) * WIDTH, sum = head * rows + first;
        differentiate(space, rows_at(q, first, head), rows_at(k, first, head), rows_at(v, first, head),
                      rows_at(gradient, first, head), lse.data_ptr<float>() + sum, delta.data_ptr<float>() + sum, count, causal,
                      scale, {dq.data_ptr<bf16>() + at, dk.data_ptr<bf16>() + at, dv.data_ptr<bf16>() + at, heads * WIDTH});
    });
    return {dq, dk, dv};
}

}  // namespace

PYBIND11_MODULE(TORCH_EXTENSION_NAME, module) {
    module.def("forward", &forward);
    module.def("backward", &backward);
}
