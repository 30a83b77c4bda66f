"""The training recipe of the bundled small Qwen2.5-VL."""
