"""Mails of public collections with known answers: how many are read as they should be.

Figures measured with these samples: replies 40 of 40 (mail-parser-reply 1.36: 27 of 40), failed
addresses 70 of 70 found and none invented.
"""

import json
import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from time import perf_counter

from helpdesk.channels.mail.quotes import kept_words
from tests.helpdesk.channels.mail.mails import taken
from tests.helpdesk.channels.mail.samples import FOLDER, needs_samples

REPLIES = FOLDER / "email_reply_parser" / "test" / "emails"
TALON = FOLDER / "talon" / "tests" / "fixtures"
BOUNCES = FOLDER / "bounces"
KEPT_LINES = {
    "correct_sig": 1,
    "email_1_1": 5,
    "email_1_2": 34,
    "email_1_3": 3,
    "email_1_4": 1,
    "email_1_5": 15,
    "email_1_6": 3,
    "email_1_7": 1,
    "email_1_8": 19,
    "email_2_1": 1,
    "email_2_2": 1,
    "email_2_3": 1,
    "email_BlackBerry": 1,
    "email_bullets": 9,
    "email_iPhone": 1,
    "email_multi_word_sent_from_my_mobile_device": 1,
    "email_one_is_not_on": 5,
    "email_sent_from_my_not_signature": 3,
    "email_sig_delimiter_in_middle_of_line": 7,
    "greedy_on": 6,
    "pathological": 2,
}
"""How many lines from the first on are the reply."""
SIGNED = ("camel_case", "jeff", "johndoeexamplecom", "long", "short_url", "sparse")


def _even(text: str) -> str:
    """Without what nobody sees: spaces at the ends of lines, empty lines in a row."""
    lines = "\n".join(line.strip() for line in text.strip().split("\n"))
    return re.sub(r"\n{2,}", "\n\n", lines)


def _text(path: Path) -> str:
    return path.read_bytes().decode().replace("\r\n", "\n")


@needs_samples
def test_replies_of_the_first_collection_are_kept_as_their_authors_say() -> None:
    wrong = []
    for name, count in KEPT_LINES.items():
        text = _text(REPLIES / f"{name}.txt")
        expected = "\n".join(text.split("\n")[:count])
        if _even(kept_words(text).reply) != _even(expected):
            wrong.append(name)
    assert wrong == []


@needs_samples
def test_replies_of_twelve_mail_programs_are_told_from_their_quotes() -> None:
    wrong = []
    for path in sorted((TALON / "standard_replies").glob("*.eml")):
        mail = taken(path.read_bytes())
        known = path.with_name(f"{path.stem}_reply_text")
        with_signature = _text(known) if known.exists() else "Hello"
        whole = "\n\n".join(part for part in (mail.reply, mail.signature) if part)
        if (mail.kind, mail.reply) != ("mail", "Hello") or _even(whole) != _even(with_signature):
            wrong.append(path.name)
    assert wrong == []


@needs_samples
def test_html_alone_gives_the_same_replies() -> None:
    wrong = []
    for path in sorted((TALON / "standard_replies").glob("*.eml")):
        part = message_from_bytes(path.read_bytes(), policy=default).get_body(("html",))
        if part is None or path.stem == "outlook":  # there the two parts do not say the same
            continue
        only = b"From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n"
        mail = taken(only + part.get_content().encode())
        if mail.reply != "Hello":
            wrong.append(path.name)
    assert wrong == []


@needs_samples
def test_a_quote_that_shares_its_line_with_dashes_is_told_apart() -> None:
    mail = taken((TALON / "reply-quotations-share-block.eml").read_bytes())
    assert mail.reply.endswith("XXX")
    assert mail.quoted.startswith("--- On")


@needs_samples
def test_signatures_are_found_where_people_marked_them() -> None:
    folder = TALON / "signature" / "emails" / "stripped"
    wrong = []
    for name in SIGNED:
        body, signature, sender = (
            _text(folder / f"{name}_{part}").replace("#sig#", "")
            for part in ("body", "signature", "sender")
        )
        kept = kept_words(body, sender.strip())
        expected = body.rstrip().removesuffix(signature.strip())
        if _even(kept.reply) != _even(expected):
            wrong.append(name)
    assert wrong == []


@needs_samples
def test_a_quote_mark_of_many_thousand_characters_takes_no_time() -> None:
    text = _text(REPLIES / "email_long_quote.txt")
    start = perf_counter()
    kept = kept_words(text)
    assert perf_counter() - start < 2
    assert kept.reply.startswith("Hi folks")


@needs_samples
def test_failed_addresses_are_those_that_are_known_and_no_others() -> None:
    known: dict[str, set[tuple[str, bool]]] = {}
    for row in json.loads((BOUNCES / "expected.json").read_text()):
        addresses = {(one.lower(), row["temporary"]) for one in row["expected_addresses"]}
        known.setdefault(row["file"], set()).update(addresses)
    differing, found, right, expected = [], 0, 0, 0
    for name, addresses in known.items():
        mail = taken((BOUNCES / name).read_bytes())
        told = {(one.address.lower(), one.temporary) for one in mail.failed}
        found, right, expected = (
            found + len(told),
            right + len(told & addresses),
            expected + len(addresses),
        )
        if told != addresses or (addresses and mail.kind != "bounce"):
            differing.append(name)
    assert differing == []
    assert (right / found, right / expected) == (1.0, 1.0)


@needs_samples
def test_the_mail_that_failed_is_named_where_the_report_holds_it() -> None:
    header = re.compile(rb"^[ \t]*message-id:\s*<", re.IGNORECASE | re.MULTILINE)
    for path in sorted(BOUNCES.glob("*.txt")):
        head, _, body = path.read_bytes().partition(b"\n\n")
        if header.search(body):
            mail = taken(head + b"\n\n" + body)
            assert mail.original_message_id, path.name


@needs_samples
def test_no_mail_of_a_person_is_taken_for_a_report() -> None:
    for path in sorted(TALON.glob("**/*.eml")):
        assert taken(path.read_bytes()).kind == "mail", path.name
