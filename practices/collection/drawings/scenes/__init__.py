"""The scenes: one module a practice, with `MAIN` and `STEPS`."""
