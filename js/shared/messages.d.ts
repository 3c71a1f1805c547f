// Made by "uv run python js/declare.py" of the types in Python; do not edit.

export type Sign = "STOP" | "ERROR" | "AVOID" | "CAUTION" | "INFO" | "OK";
