"""The words of a person and those of her mail program, in seven languages."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.channels.mail.quotes import kept_words

HEADERS = {
    "en": "On Mon, Apr 2, 2012 at 6:26 PM, Help Desk <help@desk.example> wrote:",
    "fr": "Le lun. 2 avr. 2012 à 18:26, Help Desk <help@desk.example> a écrit :",
    "es": "El lun, 2 abr 2012 a las 18:26, Help Desk (<help@desk.example>) escribió:",
    "pt": "Em seg., 2 de abr. de 2012 às 18:26, Help Desk <help@desk.example> escreveu:",
    "pt-PT": "Help Desk <help@desk.example> escreveu (segunda, 2/04/2012 à(s) 18:26):",
    "ar": "في الاثنين، 2 أبريل 2012 في 6:26 م كتب Help Desk <help@desk.example>:",
    "ar-gmail": (
        "في الاثنين، 2 أبريل 2012 في 6:26 م تمت كتابة ما يلي بواسطة Help Desk "
        "<\u202ahelp@desk.example\u202c\u200f>:"
    ),
    "hi": "सोम, 2 अप्रैल 2012 को 6:26 pm बजे को Help Desk <help@desk.example> ने लिखा:",
    "sw": "Mnamo Jumatatu, 2 Aprili 2012 saa 18:26 Help Desk <help@desk.example> aliandika:",
}
LABELS = {
    "en": ("From", "Sent", "To", "Subject"),
    "fr": ("De ", "Envoyé ", "À ", "Objet "),
    "es": ("De", "Enviado", "Para", "Asunto"),
    "pt": ("De", "Enviada em", "Para", "Assunto"),
    "ar": ("من", "تم الإرسال", "إلى", "الموضوع"),
    "hi": ("प्रेषक", "भेजा गया", "प्रति", "विषय"),
    "sw": ("Kutoka", "Imetumwa", "Kwa", "Mada"),
}
PHONES = {
    "en": "Sent from my Samsung Galaxy smartphone.",
    "fr": "Envoyé de mon iPhone",
    "es": "Enviado desde mi Xiaomi",
    "pt": "Enviado do meu iPhone",
    "ar": "أرسلت من هاتفي",
    "hi": "मेरे iPhone से भेजा गया",
    "sw": "Imetumwa kutoka simu yangu",
}
CLOSINGS = {
    "en": "Kind regards,",
    "fr": "Cordialement,",
    "es": "Saludos,",
    "pt": "Atenciosamente,",
    "ar": "مع خالص التحية،",
    "hi": "सादर,",
    "sw": "Wako mtiifu,",
}


@pytest.mark.parametrize("language", HEADERS)
def test_the_answer_above_marked_quotes_is_kept(language: str) -> None:
    kept = kept_words(f"It rained.\nThank you!\n\n{HEADERS[language]}\n\n> Did it rain?\n> Desk")
    assert kept.reply == "It rained.\nThank you!"
    assert kept.quoted.startswith(HEADERS[language])


@pytest.mark.parametrize("language", HEADERS)
def test_the_answer_above_unmarked_quotes_is_kept(language: str) -> None:
    kept = kept_words(f"It rained.\n\n{HEADERS[language]}\n\nDid it rain?\n\nThe desk")
    assert kept.reply == "It rained."


@pytest.mark.parametrize("language", sorted(HEADERS.keys() - {"pt-PT"}))
def test_a_header_folded_over_two_lines_belongs_to_the_quote(language: str) -> None:
    first, second = HEADERS[language].split("Help", 1)
    kept = kept_words(f"It rained.\n\n{first.rstrip()}\nHelp{second}\n> Did it rain?")
    assert kept.reply == "It rained."


@pytest.mark.parametrize("language", LABELS)
def test_the_block_that_outlook_writes_begins_a_quote(language: str) -> None:
    sender, when, to, subject = LABELS[language]
    block = f"{sender}: Desk <help@desk.example>\n{when}: 2 Apr 2012\n{to}: Amina\n{subject}: Rain"
    kept = kept_words(f"It rained.\n\n________________________________\n{block}\n\nDid it rain?")
    assert kept.reply == "It rained."


@pytest.mark.parametrize("language", PHONES)
def test_what_the_phone_adds_is_no_reply(language: str) -> None:
    kept = kept_words(f"It rained.\n\n{PHONES[language]}")
    assert (kept.reply, kept.signature) == ("It rained.", PHONES[language])


@pytest.mark.parametrize("language", CLOSINGS)
def test_closing_and_name_are_the_signature(language: str) -> None:
    kept = kept_words(f"It rained.\n\n{CLOSINGS[language]}\nAmina Diallo\n+227 90 12 34 56")
    assert kept.reply == "It rained."
    assert kept.signature.endswith("34 56")


def test_thanks_that_go_on_are_words() -> None:
    text = "Asante\nMahindi yangu yana ugonjwa wa majani"
    assert kept_words(text).reply == text


def test_a_mail_that_is_all_thanks_is_kept() -> None:
    assert kept_words("Merci\nAmina").reply == "Merci\nAmina"


def test_the_answer_below_the_quote_is_kept_without_it() -> None:
    kept = kept_words(f"{HEADERS['en']}\n> Did it rain?\n\nYes, twice.")
    assert kept.reply == "Yes, twice."


def test_answers_between_quotes_keep_the_questions() -> None:
    text = f"{HEADERS['en']}\n> Did it rain?\n\nYes.\n\n> Did you sow?\n\nNo.\n\n> Thanks"
    assert kept_words(text).reply == text.removesuffix("\n\n> Thanks")


def test_a_forwarded_message_is_what_was_sent() -> None:
    text = (
        "Can you help?\n\n---------- Forwarded message ---------\nFrom: Awa <awa@farm.example>\n"
        "Date: 2 Apr 2012\nSubject: Rain\nTo: Amina\n\nMy millet is yellow."
    )
    assert kept_words(text).reply == text


def test_a_mail_forwarded_without_a_word_is_kept_whole() -> None:
    text = "From: Awa <awa@farm.example>\nSent: 2 Apr\nTo: Amina\nSubject: Rain\n\nIt is yellow."
    assert kept_words(text).reply == text


def test_one_line_that_begins_with_more_than_is_a_figure() -> None:
    text = "Rain this year was\n> 500 mm\nand the millet died."
    assert kept_words(text).reply == text


def test_the_way_of_a_lorry_is_no_quote() -> None:
    text = "Transport:\nDe: Nakuru\nPara: Nairobi\nData: 5 Maio\nHow do I keep the fruit cool?"
    assert kept_words(text).reply == text


def test_a_story_of_what_somebody_wrote_is_no_quote() -> None:
    text = "Le 5 mai le chef de village a écrit :\nplantez des arbres.\nQue faire ?"
    assert kept_words(text).reply == text


def test_a_list_with_dashes_is_no_signature() -> None:
    text = "I grow:\n- maize\n- beans"
    assert kept_words(text).reply == text


def test_nothing_but_a_quote_gives_no_reply() -> None:
    assert kept_words(f"{HEADERS['en']}\n> Did it rain?\n> Desk").reply == ""


def test_the_name_of_the_sender_begins_her_signature() -> None:
    kept = kept_words("It rained.\n\nAmina Diallo\nTillabéri\n+227 90123456", "Amina Diallo")
    assert kept.reply == "It rained."


lines = st.lists(
    st.sampled_from(
        [
            "",
            "It rained.",
            "> quoted",
            ">> twice",
            "-- ",
            "________________",
            "From: a@b.example",
            "To: c@d.example",
            "Subject: e",
            "-----Original Message-----",
            "Merci,",
            "Amina",
            "Sent from my iPhone",
            *HEADERS.values(),
        ]
    )
    | st.text(max_size=40),
    max_size=30,
)


@given(lines)
def test_every_line_ends_in_one_of_the_three_parts_and_none_is_invented(
    given_lines: list[str],
) -> None:
    text = "\n".join(given_lines)
    kept = kept_words(text, "Amina Diallo")
    parts = f"{kept.reply}\n{kept.signature}\n{kept.quoted}"
    assert sorted("".join(parts.split())) == sorted("".join(text.split()))


@given(lines)
def test_a_reply_without_marks_of_quotes_and_signatures_stays_whole(given_lines: list[str]) -> None:
    words = [line for line in given_lines if line == "It rained."] or ["It rained."]
    assert kept_words("\n".join(words)).reply == "\n".join(words)


@pytest.mark.parametrize("line", ["> a\nb\n", "-- \n", f"{HEADERS['en']}\n", "From: x\n", "a:\n"])
def test_the_time_grows_with_the_length_only(line: str) -> None:
    def seconds(count: int) -> float:
        start = perf_counter()
        kept_words(line * count)
        return perf_counter() - start

    seconds(1000)
    assert seconds(40_000) < 60 * max(seconds(2_000), 0.005)
