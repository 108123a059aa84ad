"""Six practices in the seven languages served, small enough to know by heart."""

from typing import NamedTuple

from practices.search.index.protocol import Document, IndexSettings, Point

LANGUAGES = ("en", "fr", "es", "pt", "ar", "sw", "hi")


class Text(NamedTuple):
    title: str
    body: str


TEXTS: dict[str, dict[str, Text]] = {
    "zai": {
        "en": Text(
            "Zai planting pits",
            "Dig small pits in the dry season and put manure in each. Rain stays in the pits, and "
            "millet grows where the crust had killed every seed.",
        ),
        "fr": Text(
            "Trous de plantation zaï",
            "Creusez de petits trous en saison sèche et mettez du fumier dans chacun. La pluie "
            "reste dans les trous et le mil pousse là où la croûte tuait les semences.",
        ),
        "es": Text(
            "Hoyos de siembra zaï",
            "Cave hoyos pequeños en la estación seca y ponga estiércol en cada uno. La lluvia "
            "queda en los hoyos y el mijo crece donde la costra mataba las semillas.",
        ),
        "pt": Text(
            "Covas de plantio zaï",
            "Cave covas pequenas na estação seca e ponha esterco em cada uma. A chuva fica nas "
            "covas e o milheto cresce onde a crosta matava as sementes.",
        ),
        "ar": Text(
            "حفر الزراعة زاي",
            "احفروا حفرا صغيرة في موسم الجفاف وضعوا السماد في كل حفرة. يبقى المطر في الحفر وينمو "
            "الدخن حيث كانت القشرة تقتل البذور.",
        ),
        "sw": Text(
            "Mashimo ya kupandia zai",
            "Chimba mashimo madogo wakati wa kiangazi na weka samadi katika kila shimo. Mvua "
            "hubaki ndani ya mashimo na mtama huota pale ardhi ilipokuwa ngumu.",
        ),
        "hi": Text(
            "ज़ाई गड्ढों में बुवाई",
            "सूखे मौसम में छोटे गड्ढे खोदें और हर गड्ढे में गोबर की खाद डालें। बारिश का पानी गड्ढों में "
            "रुकता है और बाजरा उगता है।",
        ),
    },
    "mulch": {
        "en": Text(
            "Mulching maize with straw",
            "Cover the field with straw after harvest. The soil stays cool and moist, weeds are "
            "fewer, and earthworms come back.",
        ),
        "fr": Text(
            "Paillage du maïs",
            "Couvrez le champ de paille après la récolte. La terre reste fraîche et humide, les "
            "mauvaises herbes sont moins nombreuses et les vers de terre reviennent.",
        ),
        "es": Text(
            "Acolchado del maíz con paja",
            "Cubra el campo con paja después de la cosecha. El suelo queda fresco y húmedo, hay "
            "menos malezas y vuelven las lombrices.",
        ),
        "pt": Text(
            "Cobertura morta no milho",
            "Cubra o campo com palha depois da colheita. O solo fica fresco e úmido, há menos "
            "ervas daninhas e as minhocas voltam.",
        ),
        "ar": Text(
            "تغطية الذرة بالقش",
            "غطوا الحقل بالقش بعد الحصاد. تبقى التربة باردة ورطبة وتقل الأعشاب وتعود ديدان الأرض.",
        ),
        "sw": Text(
            "Kufunika mahindi kwa majani makavu",
            "Funika shamba kwa majani makavu baada ya mavuno. Udongo hubaki na unyevu, magugu "
            "hupungua na minyoo hurudi.",
        ),
        "hi": Text(
            "मक्का में पुआल की पलवार",
            "कटाई के बाद खेत को पुआल से ढकें। मिट्टी ठंडी और नम रहती है, खरपतवार कम होते हैं और केंचुए लौटते हैं।",
        ),
    },
    "compost": {
        "en": Text(
            "Compost heaps from kitchen and stable",
            "Pile leaves, dung and ash in layers, wet the heap, and turn it every month. After "
            "three months spread the compost on vegetable beds.",
        ),
        "fr": Text(
            "Tas de compost de la cuisine et de l'étable",
            "Empilez des feuilles, de la bouse et de la cendre en couches, mouillez le tas et "
            "retournez-le chaque mois. Après trois mois, épandez le compost sur les légumes.",
        ),
        "es": Text(
            "Composteras con restos de cocina y establo",
            "Apile hojas, boñiga y ceniza en capas, moje el montón y voltéelo cada mes. Después "
            "de tres meses reparta el abono sobre las hortalizas.",
        ),
        "pt": Text(
            "Composteiras com restos de cozinha e curral",
            "Empilhe folhas, bosta e cinza em camadas, molhe o monte e revire-o todo mês. Depois "
            "de três meses espalhe o composto sobre as hortaliças.",
        ),
        "ar": Text(
            "أكوام السماد العضوي من المطبخ والحظيرة",
            "كدسوا الأوراق والروث والرماد في طبقات وبللوا الكومة واقلبوها كل شهر. بعد ثلاثة أشهر "
            "انشروا السماد على الخضروات.",
        ),
        "sw": Text(
            "Mboji kutoka jikoni na zizini",
            "Panga majani, kinyesi na majivu kwa tabaka, lowesha rundo na uligeuze kila mwezi. "
            "Baada ya miezi mitatu tandaza mboji kwenye mboga.",
        ),
        "hi": Text(
            "रसोई और गोशाला के कचरे से कम्पोस्ट",
            "पत्तियाँ, गोबर और राख परतों में रखें, ढेर को गीला करें और हर महीने पलटें। तीन महीने बाद "
            "सब्जियों की क्यारियों में कम्पोस्ट डालें।",
        ),
    },
    "terrace": {
        "en": Text(
            "Stone terraces on steep slopes",
            "Build low walls of stone along the contour. Water slows down, the soil is no longer "
            "washed away, and coffee can be planted above each wall.",
        ),
        "fr": Text(
            "Terrasses de pierre sur les pentes raides",
            "Construisez des murets de pierre le long des courbes de niveau. L'eau ralentit, la "
            "terre n'est plus emportée et le café se plante au-dessus de chaque muret.",
        ),
        "es": Text(
            "Terrazas de piedra en laderas empinadas",
            "Levante muros bajos de piedra siguiendo las curvas de nivel. El agua baja despacio, "
            "la tierra ya no se pierde y el café se planta sobre cada muro.",
        ),
        "pt": Text(
            "Terraços de pedra em encostas íngremes",
            "Construa muros baixos de pedra seguindo as curvas de nível. A água desce devagar, a "
            "terra já não se perde e o café é plantado acima de cada muro.",
        ),
        "ar": Text(
            "مدرجات حجرية على المنحدرات",
            "ابنوا جدرانا منخفضة من الحجر على خطوط الكنتور. تبطئ المياه ولا تنجرف التربة ويزرع "
            "البن فوق كل جدار.",
        ),
        "sw": Text(
            "Matuta ya mawe kwenye miteremko mikali",
            "Jenga kuta fupi za mawe kufuata kontua. Maji hupunguza kasi, udongo hausombwi tena, "
            "na kahawa hupandwa juu ya kila ukuta.",
        ),
        "hi": Text(
            "खड़ी ढलानों पर पत्थर की सीढ़ीदार मेड़ें",
            "समोच्च रेखा पर पत्थरों की नीची दीवारें बनाएँ। पानी धीमा होता है, मिट्टी नहीं बहती और "
            "हर दीवार के ऊपर कॉफी लगाई जाती है।",
        ),
    },
    "grazing": {
        "en": Text(
            "Rotational grazing of the herd",
            "Divide the pasture into paddocks and move the cattle before the grass is short. Each "
            "paddock rests for a month, and roots grow deep.",
        ),
        "fr": Text(
            "Pâturage tournant du troupeau",
            "Divisez le pâturage en parcelles et déplacez les vaches avant que l'herbe soit rase. "
            "Chaque parcelle se repose un mois et les racines poussent en profondeur.",
        ),
        "es": Text(
            "Pastoreo rotativo del ganado",
            "Divida el pastizal en potreros y mueva las vacas antes de que el pasto quede corto. "
            "Cada potrero descansa un mes y las raíces crecen hondo.",
        ),
        "pt": Text(
            "Pastejo rotacionado do rebanho",
            "Divida o pasto em piquetes e mude as vacas antes que o capim fique curto. Cada "
            "piquete descansa um mês e as raízes crescem fundo.",
        ),
        "ar": Text(
            "الرعي الدوري للقطيع",
            "قسموا المرعى إلى قطع وانقلوا الأبقار قبل أن يقصر العشب. تستريح كل قطعة شهرا وتتعمق "
            "الجذور.",
        ),
        "sw": Text(
            "Malisho ya mzunguko kwa mifugo",
            "Gawanya malisho katika vipande na hamisha ng'ombe kabla nyasi hazijaisha. Kila "
            "kipande hupumzika mwezi mmoja na mizizi hukua.",
        ),
        "hi": Text(
            "पशुओं की बारी-बारी से चराई",
            "चरागाह को बाड़ों में बाँटें और घास छोटी होने से पहले गायों को हटाएँ। हर बाड़ा एक महीना आराम करता है "
            "और जड़ें गहरी होती हैं।",
        ),
    },
    "trees": {
        "en": Text(
            "Trees that farmers let grow again",
            "Choose shoots that sprout from old stumps and prune the others. Acacia shades the "
            "sorghum, feeds goats and gives firewood.",
        ),
        "fr": Text(
            "Régénération des arbres par les paysans",
            "Choisissez les pousses qui sortent des vieilles souches et taillez les autres. "
            "L'acacia ombrage le sorgho, nourrit les chèvres et donne du bois de feu.",
        ),
        "es": Text(
            "Árboles que rebrotan en la finca",
            "Elija los brotes que salen de los tocones viejos y pode los demás. La acacia da "
            "sombra al sorgo, alimenta las cabras y da leña.",
        ),
        "pt": Text(
            "Árvores que rebrotam na roça",
            "Escolha os brotos que saem dos tocos velhos e pode os outros. A acácia dá sombra ao "
            "sorgo, alimenta as cabras e dá lenha.",
        ),
        "ar": Text(
            "أشجار يرعاها المزارعون لتنمو من جديد",
            "اختاروا البراعم التي تخرج من الجذوع القديمة وقلموا الباقي. تظلل الأكاسيا الذرة "
            "الرفيعة وتطعم الماعز وتعطي الحطب.",
        ),
        "sw": Text(
            "Miti inayochipua tena shambani",
            "Chagua machipukizi kutoka visiki vya zamani na pogoa mengine. Mgunga hutoa kivuli "
            "kwa mtama, chakula cha mbuzi na kuni.",
        ),
        "hi": Text(
            "किसानों के पाले हुए पेड़",
            "पुराने ठूँठों से निकली कोंपलें चुनें और बाकी छाँटें। बबूल ज्वार को छाया, बकरियों को चारा और ईंधन की "
            "लकड़ी देता है।",
        ),
    },
}

LAND = {
    "zai": ("cropland",),
    "mulch": ("cropland",),
    "compost": ("cropland", "garden"),
    "terrace": ("cropland", "slope"),
    "grazing": ("grazing",),
    "trees": ("cropland", "grazing"),
}
CROPS = {
    "zai": ("millet",),
    "mulch": ("maize",),
    "compost": ("vegetables",),
    "terrace": ("coffee",),
    "trees": ("sorghum", "millet"),
}
YEARS = {"zai": 1984, "mulch": 2001, "compost": 1984, "terrace": 1450, "trees": 1983}
POINTS = {
    "zai": Point(13.58, -2.42),  # Ouahigouya
    "mulch": Point(-1.52, 37.26),  # Machakos
    "terrace": Point(-9.15, 34.83),
    "trees": Point(13.80, 8.99),  # Zinder
}

KEYS = {slug: number for number, slug in enumerate(TEXTS, start=1)}


def settings(language: str) -> IndexSettings:
    """How an index of these documents is set up."""
    return IndexSettings(
        language=language,
        keyword_fields=("land", "crop"),
        number_fields=("year",),
        has_points=True,
    )


def document(slug: str, language: str) -> Document:
    """One practice in one language."""
    text = TEXTS[slug][language]
    return Document(
        id=slug,
        key=KEYS[slug],
        language=language,
        title=text.title,
        body=text.body,
        keywords={"land": LAND[slug]} | ({"crop": CROPS[slug]} if slug in CROPS else {}),
        numbers={"year": YEARS[slug]} if slug in YEARS else {},
        point=POINTS.get(slug),
    )


def documents(language: str) -> list[Document]:
    """All six practices in one language."""
    return [document(slug, language) for slug in TEXTS]
