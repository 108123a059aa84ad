"""Words of a text: found, folded, stemmed, and still where they were in the original."""

import re
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.analysis import analyse, fold
from i18n.analysis.characters import WORDS
from i18n.analysis.folding import fold_word
from i18n.analysis.stopwords import STOP_WORDS
from i18n.languages import CODES

any_language = st.sampled_from(CODES)
scripts = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from(
        "مزَّرـعةأإآىئؤء٣\u200f\u202bक्षि़ँंन्त३\u200d\u200cआng'’ombe éçãñœİſ½㎏①\ufe0f🌱\u0301"
    )
)


def stems(text: str, language: str) -> list[str]:
    return [token.stem for token in analyse(text, language)]


ASSIGNED = [
    char
    for char in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(char) not in {"Cn", "Co", "Cs"}
]


@pytest.fixture(autouse=True, scope="module")
def swahili_dictionary_is_read() -> None:
    """It takes two seconds, which no property should be blamed for."""
    stems("shamba", "sw")


def test_words_are_letters_marks_and_numbers_of_every_script() -> None:
    written = [char for char in ASSIGNED if unicodedata.category(char)[0] in "LMN"]
    assert [match[0] for match in WORDS.find(" ".join(written))] == written
    in_first_plane = [char for char in written if char <= "\uffff"]
    assert [match[0] for match in WORDS.find(" ".join(in_first_plane))] == in_first_plane


def test_punctuation_blanks_and_control_characters_part_words() -> None:
    others = [
        char
        for char in ASSIGNED
        if unicodedata.category(char)[0] in "PZ" or unicodedata.category(char) == "Cc"
    ]
    assert [match[0] for match in WORDS.find("a".join(others))] == ["a"] * (len(others) - 1)


@pytest.mark.parametrize("word", ["क्षेत्र", "मिट्टियाँ", "পানি", "কৃষকের", "மண்", "ดิน"])
def test_a_word_keeps_its_marks(word: str) -> None:
    assert [match[0] for match in WORDS.find(f" {word}, ")] == [word]


def test_bengali_vowel_signs_stay_after_folding() -> None:
    assert fold_word("কৃষকের") == "কৃষকের"


@given(scripts, any_language)
def test_no_text_breaks_the_analysis(text: str, language: str) -> None:
    analyse(text, language)


@given(scripts, any_language)
def test_offsets_point_into_the_original_text_and_are_in_order(text: str, language: str) -> None:
    last = (0, 0)
    for token in analyse(text, language):
        assert 0 <= token.start < token.end <= len(text)
        assert last <= (token.start, token.end)
        assert token.start >= last[1] or (token.start, token.end) == last
        last = (token.start, token.end)


@given(scripts, any_language)
def test_folding_twice_changes_nothing(text: str, language: str) -> None:
    folded = fold(text, language)
    assert fold(folded, language) == folded


def test_folding_any_one_character_twice_changes_nothing() -> None:
    for char in ASSIGNED:
        folded = fold(f"a{char}b", "sw")
        assert fold(folded, "sw") == folded


@given(scripts, any_language)
def test_control_and_bidi_characters_never_come_through(text: str, language: str) -> None:
    kept = "".join(
        token.surface + token.folded + token.stem for token in analyse(text, language)
    ) + fold(text, language)
    assert not [char for char in kept if unicodedata.category(char) in {"Cc", "Cf"}]
    assert "ـ" not in fold(text, language)


@given(scripts, any_language)
def test_no_token_is_empty_or_a_mark_alone(text: str, language: str) -> None:
    for token in analyse(text, language):
        assert token.surface
        assert token.stem
        assert any(char.isalnum() for char in token.folded)


def test_highlighting_finds_the_word_as_it_was_written() -> None:
    text = "«L'eau» de la JACHÈRE\u202b: ﬁn"
    assert [text[token.start : token.end] for token in analyse(text, "fr")] == [
        "eau",
        "JACHÈRE",
        "ﬁn",
    ]


def test_a_soft_hyphen_or_joiner_inside_a_word_does_not_part_it() -> None:
    (token,) = analyse("fer\u00adti\u2060lizer", "en")
    assert (token.surface, token.start, token.end) == ("fertilizer", 0, 12)


def test_signs_that_stand_for_letters_are_read_as_letters() -> None:
    assert fold("3 ㏊, 5㎏, ½", "en") == "3 ha 5kg 1 2"


@pytest.mark.parametrize("digits", ["2024", "٢٠٢٤", "۲۰۲۴", "२०२४", "২০২৪", "２０２４"])
def test_digits_of_every_script_read_the_same(digits: str) -> None:
    assert stems(digits, "hi") == ["2024"]


def test_a_very_long_word_is_cut_but_its_place_is_kept() -> None:
    (token,) = analyse("a" * 100_000, "en")
    assert len(token.folded) == 60
    assert (token.start, token.end) == (0, 100_000)


@pytest.mark.parametrize(
    ("language", "question", "left"),
    [
        ("en", "How can I stop the erosion of my soil?", ["stop", "erosion", "soil"]),
        ("fr", "Comment est-ce que je peux améliorer mon sol ?", ["améliorer", "sol"]),
        ("es", "¿Cómo puedo mejorar mi suelo?", ["mejorar", "suelo"]),
        ("pt", "Como é que eu posso melhorar o meu solo?", ["melhorar", "solo"]),
        ("ar", "كيف يمكنني تحسين التربة؟", ["تحسين", "التربة"]),
        ("sw", "Je, ninaweza vipi kuboresha udongo wangu?", ["kuboresha", "udongo"]),
        ("hi", "मैं अपनी मिट्टी को कैसे सुधार सकता हूँ?", ["मिट्टी", "सुधार"]),
    ],
)
def test_question_words_and_articles_are_left_out(
    language: str, question: str, left: list[str]
) -> None:
    assert [token.surface for token in analyse(question, language)] == left


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("fr", "maïs"),
        ("fr", "mais"),
        ("fr", "son"),
        ("pt", "solo"),
        ("ar", "ماء"),
        ("en", "no"),
        ("fr", "sans"),
        ("es", "sin"),
        ("pt", "sem"),
        ("ar", "بدون"),
        ("sw", "bila"),
        ("hi", "बिना"),
        ("sw", "zao"),
    ],
)
def test_a_word_that_could_be_a_crop_or_a_lack_is_never_a_stop_word(
    language: str, word: str
) -> None:
    assert stems(word, language)


def test_every_served_language_has_stop_words() -> None:
    assert set(STOP_WORDS) == set(CODES)


MEET = {
    "en": """
        farm farms farming; terrace terraces terracing; fertiliser fertilizer FERTILIZERS;
        plough plow ploughing plowing; leaf leaves; ox oxen; woman women; labour labor;
        irrigate irrigation; harvest harvesting harvested; calf calves
    """,
    "fr": """
        récolte récoltes récolter recolte récoltés; eau eaux; animal animaux; cheval chevaux;
        jachère jachères jachere; pépinière pépinières pepiniere; fertilité fertilite;
        plantée plantées plantee; œuf œufs oeuf oeufs; bœuf bœufs boeuf; maïs mais;
        érosion erosion; travail travaux
    """,
    "es": """
        árbol árboles arbol arboles; raíz raíces raiz raices; erosión erosion; sequía sequías
        sequia; lombriz lombrices; caña cañas cana; maíz maiz maíces; plantación plantaciones
        plantacion; cauce cauces; pez peces; frijol fríjol frijoles; abono abonos abonar
    """,
    "pt": """
        irrigação irrigações irrigacao irrigacoes; animal animais; feijão feijões feijao feijoes;
        grão grãos grao graos; fértil férteis fertil; árvore árvores arvore; nuvem nuvens;
        pastagem pastagens; raiz raízes raizes; erosão erosao; mão mãos; girassol girassóis;
        plantação plantações; nível níveis nivel; boi bois
    """,
    "ar": """
        تربة التربة والتربة للتربة بالتربة تُرْبَة تربه أتربة; مزارع المزارع مزارعون المزارعين;
        ماء الماء بالماء والماء للماء مياه المياه; شجرة أشجار الأشجار اشجار شجر;
        بقرة أبقار البقر والأبقار; بذرة بذور البذور; سماد أسمدة السماد; محصول محاصيل المحاصيل;
        زراعة الزراعة للزراعة وزراعة; فلاح فلاحون الفلاحين; مرعى مراعي المراعى; نخلة نخيل النخيل;
        حشرة حشرات; غابة غابات; بئر آبار الآبار بير; أرض أراضي الأراضي ارض; مصطبة مصاطب مصطبات;
        سد سدود; وادي وديان أودية; ري الري; ملوحة الملوحة; عشب أعشاب; مرض أمراض; نبات نباتات;
        قناة قنوات; سمـــاد سماد; مئة ميه; مياه میاه
    """,
    "hi": """
        खेत खेतों; किसान किसानों; मिट्टी मिट्टियाँ मिट्टियों; पेड़ पेड़ों पेड; फसल फसलें फ़सलों;
        बीज बीजों; गाय गायों गायें; बकरी बकरियाँ बकरियां बकरियों; नदी नदियाँ नदियों;
        महिला महिलाएँ महिलाओं; कुआँ कुएँ कुओं कुआं; पौधा पौधे पौधों; ज़मीन जमीन जमीनों; चारा चारे;
        हिन्दी हिंदी; सिंचाई सिन्चाई; मेड़ मेड़ों मेंड़; गड्ढा गड्ढे गड्ढों; सब्ज़ी सब्जियाँ; नयी नई
    """,
}


@pytest.mark.parametrize(
    ("language", "forms"),
    [(language, group.split()) for language, groups in MEET.items() for group in groups.split(";")],
)
def test_forms_of_one_word_meet(language: str, forms: list[str]) -> None:
    assert len({tuple(stems(form, language)) for form in forms}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "تربية", "تربة"),  # raising animals, soil
        ("ar", "ماء", "ما"),  # water, what
        ("hi", "पानी", "पान"),  # water, betel
        ("hi", "चारा", "चार"),  # fodder, four
        ("hi", "वर्षा", "वर्ष"),  # rain, year
        ("en", "organic", "organisation"),
        ("sw", "maziwa", "ziwa"),  # milk, lake
    ],
)
def test_different_words_stay_apart(language: str, one: str, other: str) -> None:
    assert stems(one, language) != stems(other, language)


def test_french_elision_leaves_the_noun() -> None:
    assert stems("l'eau, d’eau, qu'eau", "fr") == ["eau", "eau", "eau"]


def test_stems_do_not_depend_on_the_thread() -> None:
    text = "Les récoltes des pépinières et des jachères fertiles"
    expected = stems(text, "fr")
    with ThreadPoolExecutor(8) as threads:
        found = threads.map(lambda n: stems(f"{text} {n} {'x' * (n % 7)}", "fr"), range(200))
        assert all(some[: len(expected)] == expected for some in found)


def test_the_query_and_the_document_are_read_alike() -> None:
    query = set(stems("¿cómo cosechar agua de lluvia?", "es"))
    document = set(stems("La cosecha del AGUA DE LLUVIAS en aljibes.", "es"))
    assert query <= document


def test_surface_is_the_word_as_written_where_nothing_unseen_is_in_it() -> None:
    text = "Terrasses en courbes de niveau, fossés et haies vives."
    assert all(token.surface == text[token.start : token.end] for token in analyse(text, "fr"))
    assert not re.search(r"\s", "".join(token.surface for token in analyse(text, "fr")))
