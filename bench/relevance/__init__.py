"""The search judged by queries with known answers: `python -m bench.relevance [--json]`."""
