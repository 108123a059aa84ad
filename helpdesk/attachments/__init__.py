"""What people send with their words: photos, voice recordings, papers. All of it is hostile first.

Import from the modules: `service` (takes one upload), `kinds` (what is taken), `rules` (limits and
types), `refusals` (why not), `storage`, `scanning`, `serving` (headers), `names`.
"""
