"""Search indexes: one protocol, an engine on local files and a server.

Import from the modules: `protocol` (what is asked and answered), `filters`, `errors`,
`tantivy_index` and `meili_index` (the engines), `trec` (judged collections).
"""
