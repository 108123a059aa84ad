"""Words that mail programs put around what they quote, by language.

The seven languages of the house, and those of mail programs that people of these regions and
their partners commonly use. What Gmail, Outlook, Apple Mail, Yahoo and Thunderbird write.
"""

import re


def _any_of(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


_WROTE = _any_of(
    r"\bwrote\b",
    r"\bwrites\b",
    r"\bsent\b",
    r"\ba\s+écrit\b",
    r"\bécrivait\b",
    r"\bescribió\b",
    r"\bescribio\b",
    r"\bescreveu\b",
    r"كتبت?",
    r"كتابة ما يلي",
    r"लिखा",
    r"\baliandika\b",
    r"\bameandika\b",
    r"\bwameandika\b",
    r"\bschrieb\b",
    r"\bha\s+scritto\b",
    r"\bschreef\b",
    r"\bgeschreven\b",
    r"\bskrev\b",
    r"\bnapisał(?:\(a\))?",
    r"\bнаписал(?:а|\(а\))?",
    r"\bпишет\b",
    r"\byazdı",
    r"\bmenulis\b",
    r"\bđã viết\b",
)
WROTE = re.compile(_WROTE, re.IGNORECASE)
"""The verb of a line such as "On 2 April, Amina wrote:"."""

WROTE_ENDS = re.compile(_WROTE + r"[\s\u200e\u200f\u202a-\u202e]*[:：]?-{0,10}$", re.IGNORECASE)

STARTS = re.compile(
    r"[-\s\u200e\u200f\u202a-\u202e]*"
    + _any_of(
        r"On\b",
        r"Le\b",
        r"El\b",
        r"Em\b",
        r"No dia\b",
        r"في\b",
        r"بتاريخ\b",
        r"Mnamo\b",
        r"Tarehe\b",
        r"Siku ya\b",
        r"दिनांक",
        r"Am\b",
        r"Il\b",
        r"Op\b",
        r"Den\b",
        r"På\b",
        r"W dniu\b",
        r"Dnia\b",
        r"Pada\b",
        r"Vào\b",
        r"\d{1,4}[./\-\s]",
        r"[^\s\d.,،]{2,15}[.,،]\s*\d{1,2}\b",
    )
    + r".*\d",
    re.IGNORECASE,
)
"""How such a line begins: a word for "on" and a figure, or a date or a weekday."""

_FROM = _any_of(
    "From", "De", "Von", "Da", "Van", "Fra", "Från", "Kutoka(?: kwa)?", "من", "प्रेषक", "से", "От"
)
_WHEN = _any_of(
    "Sent",
    "Date",
    "Envoyé",
    "Envoyé le",
    "Enviado(?: el| em)?",
    "Enviada(?: em)?",
    "Fecha",
    "Data",
    "Imetumwa",
    "Ilitumwa",
    "Tarehe",
    "تم الإرسال",
    "أرسلت",
    "أُرسلت",
    "التاريخ",
    "تاريخ الإرسال",
    "भेजा गया",
    "भेजा",
    "दिनांक",
    "तारीख",
    "Gesendet",
    "Datum",
    "Inviato",
    "Sendt",
    "Skickat",
    "Verzonden",
    "Отправлено",
    "Дата",
)
_TO = _any_of(
    "To",
    "À",
    "A",
    "Para",
    "Kwa",
    "إلى",
    "الى",
    "प्रति",
    "को",
    "सेवा में",
    "An",
    "Aan",
    "Til",
    "Till",
    "Кому",
)
_SUBJECT = _any_of(
    "Subject",
    "Objet",
    "Sujet",
    "Asunto",
    "Assunto",
    "Mada",
    "Somo",
    "Kichwa",
    "الموضوع",
    "موضوع",
    "विषय",
    "Betreff",
    "Oggetto",
    "Onderwerp",
    "Emne",
    "Ämne",
    "Тема",
)


def _label(words: str) -> re.Pattern[str]:
    return re.compile(r"[*_\s]{0,6}" + words + r"[*_\s]{0,6}[:：]", re.IGNORECASE)


FROM_LABEL = _label(_FROM)
WHEN_LABEL = _label(_WHEN)
TO_LABEL = _label(_TO)
SUBJECT_LABEL = _label(_SUBJECT)
"""Labels of the block that Outlook puts above a quoted mail."""

ORIGINAL = re.compile(
    r"[\s>]*[-_*=]{2,}\s*"
    + _any_of(
        r"Original Message",
        r"Original Appointment",
        r"Reply message",
        r"Message d['’]origine",
        r"Message original",
        r"Message initial",
        r"Mensaje original",
        r"Mensagem original",
        r"الرسالة الأصلية",
        r"رسالة أصلية",
        r"मूल संदेश",
        r"मूल सन्देश",
        r"Ujumbe (?:wa )?asili(?:a)?",
        r"Ujumbe wa awali",
        r"Ursprüngliche Nachricht",
        r"Messaggio originale",
        r"Oorspronkelijk bericht",
        r"Antwort Nachricht",
        r"Oprindelig meddelelse",
        r"Исходное сообщение",
    )
    + r"\s*[-_*=]{2,}\s*$",
    re.IGNORECASE,
)
"""The line "-----Original Message-----"."""

FORWARDED = re.compile(
    r"\s*(?:[-_*=]{2,}\s*|Begin )"
    + _any_of(
        r"Forwarded message",
        r"Message transféré",
        r"Message réexpédié",
        r"Mensaje reenviado",
        r"Mensagem (?:encaminhada|reencaminhada)",
        r"(?:ال)?رسالة (?:ال)?(?:معاد توجيهها|محولة|مُعاد توجيهها)",
        r"(?:अग्रेषित|फ़ॉरवर्ड किया गया|फॉरवर्ड किया गया) (?:संदेश|मैसेज)",
        r"Ujumbe (?:uliosambazwa|uliotumwa|uliopelekwa)",
        r"Weitergeleitete Nachricht",
        r"Messaggio (?:inoltrato|originale inoltrato)",
        r"Doorgestuurd bericht",
    )
    + r"\s*(?:[-_*=]{2,}|:)\s*$",
    re.IGNORECASE,
)
"""The line above a forwarded message, which is no quote: it is what was sent."""

SENT_FROM = re.compile(
    _any_of(
        # At most four words and an address, so that "Sent from my desk, is easier" stays.
        r"Sent from (?:my|Mail for|Outlook for|Yahoo Mail|Samsung|Gmail|Proton)\b"
        r"(?:[ \w®™'’-]{0,40})",
        r"Sent (?:with|via|using) [ \w®™'’-]{1,30}",
        r"Get Outlook for \w+",
        r"Envoyé (?:de(?:puis)? (?:mon|ma)|à partir de (?:mon|ma)|de l['’])[ \w®™'’-]{1,40}",
        r"(?:Télécharger|Obtenir|Obtenez) Outlook [ \w]{1,20}",
        r"Enviado (?:desde|de|do|a partir do|pelo) (?:mi|meu|minha|el|la|o|Yahoo|Outlook|Correo)\b"
        r"[ \w®™'’-]{0,40}",
        r"(?:Obtener|Obter) (?:o )?Outlook para \w+",
        r"(?:أُ?رسلت?|مرسل[ةه]?|تم الإرسال) من [ \w®™'’-]{1,40}",
        r"الحصول على Outlook [ \w]{1,20}",
        r"मेरे [ \w®™'’\u0900-\u097f-]{1,30} से भेजा गया",
        r"(?:Imetumwa|Umetumwa|Nimetuma|Ilitumwa) kutoka [ \w®™'’-]{1,40}",
    )
    + r"[.!]?\s*(?:[<(]\s*https?://\S+[>)])?\s*$",
    re.IGNORECASE,
)
"""The line that a phone or a program adds below what was written."""

CLOSINGS = re.compile(
    r"[*_\s]*"
    + _any_of(
        r"(?:(?:With )?(?:best|kind|warm|kindest|warmest|many)? ?regards)",
        r"(?:best|all the best|best wishes|cheers|sincerely|yours (?:sincerely|faithfully|truly))",
        r"(?:sincerely yours|respectfully|thanks(?: and regards)?|many thanks|thank you)",
        r"(?:(?:bien )?(?:à vous|cordialement|amicalement|respectueusement))",
        r"(?:(?:meilleures |sincères )?salutations(?: distinguées)?|bonne journée|merci)",
        r"(?:(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|atte\.?)",
        r"(?:muchas gracias|gracias|cordialmente)",
        r"(?:atenciosamente|att\.?|cumprimentos|(?:um )?abraços?|(?:muito )?obrigad[oa])",
        r"(?:مع (?:خالص )?(?:التحية|التحيات|الشكر|تحياتي)|تحياتي|شكرا(?:ً| لكم| جزيلا)?)",
        r"(?:وتفضلوا بقبول فائق الاحترام)",
        r"(?:सादर|भवदीय|भवदीया|धन्यवाद|आपका|आपकी|शुभकामनाओं सहित)",
        r"(?:wako (?:mtiifu|mwaminifu|katika ujenzi wa taifa)|kwa heshima|asante(?: sana)?)",
        r"(?:ahsante(?: sana)?|wasalaam)",
    )
    + r"[*_\s]*[,،.!।]*\s*$",
    re.IGNORECASE,
)
"""A line that closes a letter. It counts only where a short name or address follows."""

FOOTERS = re.compile(
    _any_of(
        r"[-_*=\s]*(?:mailing list|unsubscribe|to unsubscribe)\b",
        r"You received this message because you are subscribed",
        r"This (?:e-?mail|message) (?:has been checked for viruses|was scanned)",
        r"(?:Virus-free|Sans virus|Libre de virus|Livre de vírus)\.",
        r"Reply to this email directly or view it on",
    ),
    re.IGNORECASE,
)
"""Lines that a list or a scanner puts below a mail."""
