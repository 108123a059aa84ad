"""How often the language of a short farmer's phrase is found: `python -m bench.detection`."""

import time
from dataclasses import dataclass

from i18n.detection import detect

PHRASES: dict[str, tuple[str, ...]] = {
    "en": (
        "my maize leaves are turning yellow",
        "how to stop gullies in my field",
        "cheap fertilizer for sandy soil",
        "goats eat the young trees",
        "when should I plant beans",
        "compost without animals",
        "water runs off the hill and takes the soil",
        "fall armyworm in the maize, what now",
        "terraces on a steep slope",
        "the well is dry since March",
        "is mulch good for cassava?",
        "who pays for planting trees",
        "salt on the soil after irrigation",
        "zai pits or half moons",
    ),
    "fr": (
        "mes feuilles de maïs jaunissent",
        "comment arrêter les ravines dans mon champ",
        "engrais pas cher pour sol sableux",
        "les chèvres mangent les jeunes arbres",
        "quand semer le niébé",
        "faire du compost sans fumier",
        "l'eau emporte la terre de la colline",
        "la chenille dans le mil",
        "cordons pierreux sur pente forte",
        "le puits est sec depuis mars",
        "paillage pour le manioc",
        "qui paie pour planter des arbres",
        "du sel sur le sol après l'irrigation",
        "zaï ou demi-lunes ?",
    ),
    "es": (
        "las hojas de mi maíz se ponen amarillas",
        "cómo parar las cárcavas en mi parcela",
        "abono barato para suelo arenoso",
        "las cabras se comen los árboles jóvenes",
        "cuándo sembrar el frijol",
        "hacer compost sin estiércol",
        "el agua se lleva la tierra de la ladera",
        "gusano cogollero en la milpa",
        "terrazas en ladera muy inclinada",
        "el pozo está seco desde marzo",
        "cobertura de rastrojo para la yuca",
        "quién paga por plantar árboles",
        "sal en el suelo después del riego",
        "zanjas de infiltración para el café",
    ),
    "pt": (
        "as folhas do meu milho estão amarelas",
        "como parar as voçorocas na minha roça",
        "adubo barato para solo arenoso",
        "as cabras comem as árvores novas",
        "quando plantar feijão",
        "fazer composto sem esterco",
        "a água leva a terra do morro",
        "lagarta do cartucho no milho",
        "terraços em encosta íngreme",
        "o poço está seco desde março",
        "cobertura morta para a mandioca",
        "quem paga para plantar árvores",
        "sal no solo depois da irrigação",
        "cisterna de água da chuva",
    ),
    "ar": (
        "أوراق الذرة صارت صفراء",
        "كيف أوقف الأخاديد في حقلي",
        "سماد رخيص للتربة الرملية",
        "الماعز يأكل الأشجار الصغيرة",
        "متى أزرع الفول",
        "سماد عضوي بدون حيوانات",
        "الماء يجرف التربة من التل",
        "دودة الحشد في الذرة",
        "مصاطب على منحدر شديد",
        "البئر جافة منذ مارس",
        "تغطية التربة بالقش",
        "من يدفع مقابل غرس الأشجار",
        "ملح على التربة بعد الري",
        "حصاد مياه الأمطار",
    ),
    "sw": (
        "majani ya mahindi yangu yanageuka njano",
        "nizuie vipi makorongo shambani",
        "mbolea ya bei nafuu kwa udongo wa kichanga",
        "mbuzi wanakula miti michanga",
        "nipande maharage lini",
        "kutengeneza mboji bila samadi",
        "maji yanabeba udongo kutoka mlimani",
        "viwavijeshi kwenye mahindi",
        "matuta kwenye mteremko mkali",
        "kisima kimekauka tangu Machi",
        "matandazo kwa mihogo",
        "nani analipa kupanda miti",
        "chumvi kwenye udongo baada ya umwagiliaji",
        "kuvuna maji ya mvua",
    ),
    "hi": (
        "मेरे मक्के के पत्ते पीले हो रहे हैं",
        "खेत में नाली कटाव कैसे रोकें",
        "रेतीली मिट्टी के लिए सस्ती खाद",
        "बकरियाँ छोटे पेड़ खा जाती हैं",
        "सेम कब बोएँ",
        "बिना गोबर के खाद बनाना",
        "पानी पहाड़ी की मिट्टी बहा ले जाता है",
        "मक्के में फॉल आर्मीवर्म",
        "ढलान पर सीढ़ीदार खेत",
        "कुआँ मार्च से सूखा है",
        "फसल के अवशेष से ढकना",
        "पेड़ लगाने का पैसा कौन देता है",
        "सिंचाई के बाद मिट्टी पर नमक",
        "वर्षा जल संचयन",
    ),
}


@dataclass(frozen=True, slots=True)
class Score:
    """Share of phrases whose language was found, those that were missed, and the pace."""

    share: float
    missed: tuple[tuple[str, str, str | None, float], ...]
    microseconds: float


def score() -> Score:
    """Detect every phrase among all served languages."""
    detect("the model is read before the clock runs")
    phrases = [(code, phrase) for code, some in PHRASES.items() for phrase in some]
    began = time.perf_counter()
    found = [(code, phrase, detect(phrase)) for code, phrase in phrases]
    took = time.perf_counter() - began
    missed = tuple(
        (code, phrase, detection.language, detection.certainty)
        for code, phrase, detection in found
        if detection.language != code
    )
    return Score(1 - len(missed) / len(phrases), missed, took / len(phrases) * 1e6)


def main() -> None:
    """Print the score and what was missed."""
    result = score()
    print(f"found {result.share:.3f} in {result.microseconds:.0f} microseconds a phrase")
    for code, phrase, language, certainty in result.missed:
        print(f"  {code} taken for {language} ({certainty:.2f}): {phrase}")


if __name__ == "__main__":
    main()
