"""The record of a practice: facts, words, evidence, versions."""
