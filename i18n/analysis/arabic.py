"""What is done to a folded Arabic word before Snowball stems it.

Snowball strips no ending from a word that carries the article, takes the first letter of فلاح
(farmer) and بذور (seeds) for a particle, and knows no broken plural. So the article and what is
written onto it go first, broken plurals of the farm meet their singular, and the words of the farm
that begin with a particle's letter keep it.
"""

import re

# و and ف (and), ب ك ل (with, like, for), ال (the); لل is ل before ال.
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=.{2})")
_AND = re.compile(r"^و(?=.{3})")
_PARTICLE = re.compile(r"^[وف]?[بكلف](?=.{3})")

# A form -> its broken plurals and variants, all written folded.
_FORMS = {
    "بير": "ابار",
    "بقر": "ابقار بقره بقرات",
    "اجر": "اجار",
    "حرش": "احراش",
    "حوض": "احواض",
    "اخدود": "اخاديد",
    "ارض": "اراضي اراض",
    "سماد": "اسمده",
    "سمك": "اسماك",
    "سوق": "اسواق",
    "شتل": "اشتال شتلات شتله شتول",
    "شجر": "اشجار شجره",
    "شجير": "شجيرات",
    "صنف": "اصناف",
    "عشب": "اعشاب عشبه",
    "علف": "اعلاف",
    "غنم": "اغنام",
    "افه": "افات",
    "فلج": "افلاج",
    "قنا": "اقنيه قنوات قناه",
    "مرض": "امراض",
    "مطر": "امطار",
    "نهر": "انهار",
    "نوع": "انواع",
    "وادي": "اودي اوديه وديان",
    "ورق": "اوراق ورقه",
    "سور": "اسوار",
    "حجر": "احجار حجاره",
    "بذر": "بذور بذره",
    "بستان": "بساتين",
    "بيت": "بيوت",
    "ترب": "تربه اتربه",
    "تل": "تلال",
    "ثمر": "ثمار ثمره",
    "جبل": "جبال",
    "جدول": "جداول",
    "جذر": "جذور",
    "جسر": "جسور",
    "جمل": "جمال",
    "حب": "حبوب حبه",
    "حشر": "حشرات حشره",
    "حظير": "حظاير",
    "حقل": "حقول",
    "حفر": "حفره",
    "حاجز": "حواجز",
    "حيوان": "حيوانات",
    "خروف": "خراف",
    "خندق": "خنادق",
    "خيل": "خيول",
    "دجاج": "دواجن دجاجه",
    "دود": "ديدان دوده",
    "رمل": "رمال",
    "ريح": "رياح",
    "سد": "سدود",
    "ساقي": "سواقي ساقيه",
    "سيل": "سيول",
    "شارع": "شوارع",
    "طريق": "طرق",
    "طير": "طيور",
    "عجل": "عجول",
    "عاصف": "عواصف",
    "عين": "عيون",
    "غاب": "غابات غابه",
    "غيم": "غيوم",
    "فاكه": "فواكه فاكهه",
    "فلاح": "فلاحون فلاحين",
    "فيضان": "فيضانات",
    "كثيب": "كثبان",
    "كرم": "كروم",
    "مبيد": "مبيدات",
    "مدرج": "مدرجات",
    "محصول": "محاصيل",
    "محراث": "محاريث",
    "مرعي": "مراعي",
    "مزارع": "مزارعون مزارعين",
    "مصطب": "مصاطب مصطبه",
    "مضخ": "مضخات مضخه",
    "منحل": "مناحل",
    "موسم": "مواسم",
    "ماشي": "مواشي ماشيه",
    "ماء": "مياه",
    "نبات": "نباتات",
    "نعج": "نعاج",
    "نخل": "نخيل نخله",
    "وحل": "",
    "لبن": "البان",
    "اله": "الات",
    "راعي": "رعاه",
    "امراه": "نساء",
    "معز": "ماعز معزه معيز",
    "سبخ": "اسباخ سباخ",
    "ملح": "املاح",
    "بقول": "بقوليات",
    "سنبل": "سنابل",
    "سهل": "سهول",
    "تربيه": "",
    "ارضه": "",
}
_MEETS = {form: shared for shared, forms in _FORMS.items() for form in (shared, *forms.split())}

# Words of the farm whose first letter looks like a particle.
_FIRST_LETTERS = {
    "ب": "باذنجان باميا بذر برسيم برك بستان بصل بطاط بطيخ بقر بقول بكتيري بلح بنجر بندور بور بيض "
    "بيوت بيوغاز",
    "ف": "فاس فاصول فاكه فحم فراخ فستق فسفور فصل فصه فطر فلاح فلج فلفل فوسفات فول فيضان",
    "ك": "كاسافا كافور كاكاو كبريت كتان كثيب كربون كرم كسافا كمبوست كينوا",
    "ل": "لبن لحم لفت لقاح لوبيا لوز ليمون",
    "و": "وادي وباء ورق وسخ وقايه وقود",
}
_KEEP_FIRST_LETTER = tuple(word for words in _FIRST_LETTERS.values() for word in words.split())
_FEMININE_PLURAL = re.compile(r"(?<=.{3})ات$")
_ENDING = re.compile(r"(?<=.{3})(?:ها|ان|ات|ون|ين|يه|ه|ي)$")


def arabic(word: str) -> tuple[str, bool]:
    """The word without article, and whether that is already its stem, not to be stemmed further."""
    for bare in (word, _ARTICLE.sub("", word), _AND.sub("", word), _PARTICLE.sub("", word)):
        if bare in _MEETS:
            return _MEETS[bare], True
    bare = _ARTICLE.sub("", word)
    if bare.startswith(_KEEP_FIRST_LETTER):
        return _ENDING.sub("", bare), True
    return _FEMININE_PLURAL.sub("", bare), False
