"""Mail: raw bytes to plain values and back. Nothing here stores, sends or listens."""
