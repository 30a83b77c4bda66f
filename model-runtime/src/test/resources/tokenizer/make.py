"""Makes tokenizer.json and vectors.json beside this file: a tiny tokenizer in Qwen's layout,
trained on the text below, and what the reference library makes of awkward strings.

Needs tokenizers 0.22. "ids" count control tokens in the text as such, "text_ids" do not.
"""

import json
import pathlib

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

FOLDER = pathlib.Path(__file__).parent
SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|object_ref_start|>",
           "<|object_ref_end|>", "<|box_start|>", "<|box_end|>", "<|quad_start|>", "<|quad_end|>",
           "<|vision_start|>", "<|vision_end|>", "<|vision_pad|>", "<|image_pad|>", "<|video_pad|>"]
OTHERS = ["<tool_call>", "</tool_call>", "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>",
          "<|fim_pad|>", "<|repo_name|>", "<|file_sep|>"]
TRAINING = [
    "system\nYou are a helpful assistant.", "user\n", "assistant\n", "Describe this image.",
    "The scribe reads the page and writes what the page says.",
    "Der Schreiber liest die Seite; was er nicht lesen kann, läßt er aus.",
    "Le scribe lit la page à l'été, déjà près de la fenêtre.",
    "<table><tr><td>1</td><td>2</td></tr></table>\n\n",
    "don't we'll they've I'm he's it'd you're", "日本語の本文。日本語", "    \t\t  \r\n\r\n",
] * 4

TEXTS = [
    "", " ", "  ", "   x", "\t", "\n", "\n\n", "\r\n", "\r\n\r\n  \n x", " \n \n", "x \n", "\t \tx",
    "Describe this image.", "The scribe reads", "don't DON'T We'LL 'S 's ' s", "it\u2019s", "'\u017f",
    "0123456789", "3.14159 1,000", "x2y3", "\u0663\u0664 \u2167 \u00bd \u00b2",
    "été", "e\u0301te\u0301", "\u212b \u00c5 A\u030a", "a\u0301\u0327 a\u0327\u0301", "\ufb01 ligature",
    "ﷺ", "日本語の本文。", "中文\u3000全角", "한국어 \u1112\u1161\u11ab", "ไทย", "हिन्दी", "עִבְרִית", "العربية",
    "🙂", "👩\u200d👩\u200d👧", "🇩🇪", "👍🏽", "\U0001f9d9\u200d♂️ reads", "𝒳𝓎", "\u200b\u200d\ufeff",
    "a\u00a0b\u2003c\u2028d\u2029e\u0085f", "\u0000", "a\u0000b\u0001\u001b[0m\u007f", "\x1c \x1d",
    "!!!???...", "a/b\\c|d", " (x) [y] {z}\n", "\u00ad\u2011\u2212", "\U0010ffff\ue000\ufffd",
    "<table><tr><td>1</td></tr></table>", "x" * 60, " " * 60 + "x", "\n" * 40, "!" * 50,
    "<|im_end|>", "a<|im_end|>b", "<|im_start|>user\nhi<|im_end|>\n", " <|image_pad|> <|image_pad|>",
    "<|im_end|><|im_end|>", "<|im_end|", "<|im_<|im_end|>end|>", "<tool_call>{}</tool_call>",
    "e<|endoftext|>\u0301", "</tool_call", "<|IM_END|>", "\uff1c|im_end|\uff1e",
]


def main():
    plain = Tokenizer(models.BPE())
    plain.normalizer = normalizers.NFC()
    plain.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(SPLIT), behavior="isolated"),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
    ])
    plain.decoder = decoders.ByteLevel()
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    plain.train_from_iterator(TRAINING, trainers.BpeTrainer(
        vocab_size=480, initial_alphabet=alphabet, show_progress=False))
    full = Tokenizer.from_str(plain.to_str())
    full.add_special_tokens([AddedToken(t, normalized=False, special=True) for t in SPECIAL])
    full.add_tokens([AddedToken(t, normalized=False, special=False) for t in OTHERS])
    full.save(str(FOLDER / "tokenizer.json"), pretty=False)
    vectors = []
    for text in TEXTS:
        ids = full.encode(text, add_special_tokens=False).ids
        vectors.append({
            "text": text, "ids": ids,
            "decoded": full.decode(ids, skip_special_tokens=False),
            "decoded_without_special": full.decode(ids, skip_special_tokens=True),
            "text_ids": plain.encode(text, add_special_tokens=False).ids,
        })
    lines = ",\n".join(json.dumps(v) for v in vectors)
    (FOLDER / "vectors.json").write_text("[\n" + lines + "\n]\n")


main()
