"""The tokenizer: byte-level BPE in the layout of Qwen2.5, with a small vocabulary.

    python -m smallmodel.vocabulary OUT --synth "COMMAND --seed {seed} --split {split}" --pages N

learns one from the truth of N training pages.
"""

from __future__ import annotations

import argparse
import itertools
import json
import pathlib
import shlex
from collections.abc import Iterable

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

SPLIT = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
         r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")

SPECIAL = (
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|object_ref_start|>", "<|object_ref_end|>",
    "<|box_start|>", "<|box_end|>", "<|quad_start|>", "<|quad_end|>", "<|vision_start|>",
    "<|vision_end|>", "<|vision_pad|>", "<|image_pad|>", "<|video_pad|>")
NOT_SPECIAL = (
    "<tool_call>", "</tool_call>", "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>",
    "<|fim_pad|>", "<|repo_name|>", "<|file_sep|>")


def base(size: int) -> int:
    """How many of so many tokens are merged from bytes; the added ones follow them, as in the published tokenizer."""
    return size - len(SPECIAL) - len(NOT_SPECIAL)


def control_ids(size: int) -> dict[str, int]:
    """Ids of the added tokens in a vocabulary of that size."""
    return {content: base(size) + i for i, content in enumerate(SPECIAL + NOT_SPECIAL)}


CHAT_TEMPLATE = (
    "{% set image_count = namespace(value=0) %}{% set video_count = namespace(value=0) %}"
    "{% for message in messages %}"
    "{% if loop.first and message['role'] != 'system' %}"
    "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n{% endif %}"
    "<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}{% else %}"
    "{% for part in message['content'] %}"
    "{% if part['type'] == 'image' or 'image' in part %}"
    "<|vision_start|><|image_pad|><|vision_end|>"
    "{% elif part['type'] == 'video' or 'video' in part %}"
    "<|vision_start|><|video_pad|><|vision_end|>"
    "{% elif 'text' in part %}{{ part['text'] }}{% endif %}{% endfor %}{% endif %}"
    "<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}")


def blank() -> Tokenizer:
    """A tokenizer without merges."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(SPLIT), behavior="isolated", invert=False),
        pre_tokenizers.ByteLevel(add_prefix_space=False, trim_offsets=True, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel(add_prefix_space=False, trim_offsets=True, use_regex=False)
    return tokenizer


def learn(texts: Iterable[str], size: int) -> Tokenizer:
    """Learns merges from texts until the vocabulary has that size.

    Raises ValueError if the texts are too few for that: ids would move with every other corpus.
    """
    tokenizer = blank()
    tokenizer.train_from_iterator(texts, trainers.BpeTrainer(
        vocab_size=base(size), show_progress=False, special_tokens=[],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    if tokenizer.get_vocab_size() != base(size):
        raise ValueError(f"the texts give {tokenizer.get_vocab_size()} tokens, {base(size)} are needed; take more text")
    for content in SPECIAL + NOT_SPECIAL:
        tokenizer.add_tokens([AddedToken(content, normalized=False, special=content in SPECIAL)])
    wrong = {c for c, i in control_ids(size).items() if tokenizer.token_to_id(c) != i}
    if wrong:
        raise ValueError(f"control tokens with unexpected ids: {sorted(wrong)}")
    return tokenizer


def save(tokenizer: Tokenizer, folder: pathlib.Path) -> None:
    """Writes tokenizer.json, tokenizer_config.json and chat_template.json."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    added = {
        str(i): dict(content=c, lstrip=False, normalized=False, rstrip=False, single_word=False,
                     special=c in SPECIAL)
        for c, i in control_ids(tokenizer.get_vocab_size()).items()}
    config = {
        "tokenizer_class": "Qwen2Tokenizer",
        "add_prefix_space": False,
        "added_tokens_decoder": added,
        "bos_token": None,
        "eos_token": "<|im_end|>",
        "pad_token": "<|endoftext|>",
        "unk_token": None,
        "errors": "replace",
        "clean_up_tokenization_spaces": False,
        "split_special_tokens": False,
        "model_max_length": 16384,
        "chat_template": CHAT_TEMPLATE,
    }
    write_json(folder / "tokenizer_config.json", config)
    write_json(folder / "chat_template.json", {"chat_template": CHAT_TEMPLATE})


def load(folder: pathlib.Path) -> Tokenizer:
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def write_json(file: pathlib.Path, value: object) -> None:
    file.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def corpus(command: str, count: int) -> Iterable[str]:
    """What models will write about that many pages: their truth, and their key values."""
    from . import stream, tasks

    for page in itertools.islice(stream.run(shlex.split(command.format(seed=0, split="train"))), count):
        yield page.html
        if page.facts.get("values"):
            yield tasks.fenced(page.facts["values"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--synth", required=True, help="command line of the synthesiser, with pages without end")
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--size", type=int, default=4096, help="tokens, the added ones included")
    given = parser.parse_args()
    tokenizer = learn(corpus(given.synth, given.pages), given.size)
    save(tokenizer, given.out)
    print(json.dumps({"tokens": tokenizer.get_vocab_size(), "pages": given.pages}))


if __name__ == "__main__":
    main()
