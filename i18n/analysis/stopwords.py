"""Words that carry no meaning of their own: articles, prepositions, pronouns, question words.

Written as people write them; compared folded. Left out on purpose, because folding makes them a
crop or a season: French mais (maïs), son (bran), été; Portuguese solo (soil). Words of lack (no,
without, sans, sin, sem, بدون, bila, बिना) stay too: no-till is not tillage.
"""

from i18n.analysis.folding import fold_word

_WORDS = {
    "en": """
        a an the this that these those some any not nor and or but if then than so as at by for
        from in into of off on onto out over to too up with within about after again
        against before between during through under until while because
        i me my mine we us our ours you your yours he him his she her hers it its they them their
        theirs who whom whose which what when where why how much many
        am is are was were be been being do does did doing done have has had having can could may
        might must shall should will would let please there here also just very more most other
        such own same only s t d ll m re ve don doesn isn aren wasn can cannot
    """,
    "fr": """
        le la les l un une des du de d au aux ce cet cette ces c ça cela ceci et ou ni donc or car
        que qu qui quoi quel quelle quels quelles lequel laquelle lesquels lesquelles dont où quand
        comment pourquoi combien est-ce si ne n pas plus moins très trop aussi
        à en dans par pour sur sous avec entre vers chez avant après pendant depuis jusque
        jusqu contre
        je j me m moi mon ma mes tu te t toi ton ta tes il elle on nous vous ils elles lui leur
        leurs se s sa ses notre nos votre vos y
        est es suis sont sommes êtes était étaient être ai as a avons avez ont avait avoir fait
        faire faut peut peux peuvent pouvons dois doit doivent veux voudrais
        tout toute tous toutes autre autres même mêmes
    """,
    "es": """
        el la los las lo un una unos unas de del al a y e o u ni que si pero porque pues como
        cómo cuándo cuando dónde donde adónde qué quién quien quiénes quienes cuál cual cuáles
        cuales cuánto cuánta cuántos cuántas cuanto cuanta por para con en entre sobre
        desde hasta hacia según tras durante contra ante
        yo me mi mis mí tú tu tus ti él ella ello ellos ellas nos nosotros nosotras os vosotros
        se su sus le les usted ustedes nuestro nuestra nuestros nuestras este esta esto estos estas
        ese esa eso esos esas aquel aquella
        es son soy era eran ser sido está están estoy estaba estar ha han he hay haber había tiene
        tienen tengo tener puede pueden puedo poder debe deben debo hacer hago hace
        muy más menos también ya tan otro otra otros otras mismo misma todo toda todos todas
    """,
    "pt": """
        o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela pelos
        pelas para pra com entre sobre sob desde até contra durante após e ou nem que se não
        mas porque pois como quando onde aonde quem qual quais quanto quanta quantos quantas
        eu me mim meu minha meus minhas tu te ti teu tua ele ela eles elas lhe lhes nós vós você
        vocês seu sua seus suas nosso nossa nossos nossas este esta isto estes estas esse essa isso
        esses essas aquele aquela aquilo num numa deste desta neste nesta
        é são sou era eram ser sido está estão estou estava estar foi há tem têm tenho ter havia
        pode podem posso poder deve devem devo fazer faço faz
        muito muita mais menos também já tão outro outra outros outras mesmo mesma todo toda todos
        todas
    """,
    "ar": """
        من في على إلى عن مع بين عند بعد قبل حتى منذ خلال تحت فوق ضد حول
        و ف ب ك ل أو أم ثم لكن لأن إن أن إذا لو قد لم لن ليس ليست إلا
        ما ماذا لماذا متى أين كيف كم هل أي أية من
        هو هي هم هن أنا نحن أنت أنتم هذا هذه ذلك تلك هؤلاء هنا هناك الذي التي الذين اللاتي
        كان كانت يكون تكون كل بعض جدا أكثر أقل أيضا فقط نفس أخرى آخر يمكن يمكنني أستطيع يجب أريد
        عندي لدي لي له لها لهم لنا به بها فيه فيها عليه عليها منه منها إليه
    """,
    "sw": """
        na ya wa la za cha vya pa kwa kwenye katika ni si kama lakini au ama ila pia tu sana zaidi
        hadi kutoka tangu baada kabla kati baina ili kwamba kuwa
        hii hiyo huu huo hizi hizo hili hilo haya hayo hiki hicho hivi hivyo huyu huyo hawa hao ile
        ule lile yale kile vile wale yule zile hapa hapo pale
        mimi wewe yeye sisi ninyi nyinyi wao yangu yako yake yetu yenu yao wangu wako wake wetu
        wenu langu lako lake letu lao zangu zako zake zetu changu chako chake chetu chao vyangu
        vyako vyake vyetu vyao kwangu kwako kwake kwetu kwao mwa
        je nini gani nani lini wapi vipi jinsi namna mbona ngapi kiasi kwanini
        ndiyo hapana kila wote yote zote lote vyote pote ambayo ambao ambazo ambalo ambacho ambavyo
        ambaye naweza ninaweza unaweza tunaweza inaweza napaswa lazima nataka ninataka nina una ana
        ina tuna mna wana kuna
    """,
    "hi": """
        का के की को में से पर ने तक और या एवं तथा लेकिन मगर कि जो जिस जिन यदि अगर तो ही भी न नहीं
        मत साथ लिए द्वारा बाद पहले बीच ऊपर नीचे अंदर बाहर बारे
        यह ये वह वे इस उस इन उन इसे उसे इसका उसका इसके उसके इसकी उसकी मैं मुझे मेरा मेरे मेरी हम
        हमें हमारा हमारे हमारी तुम आप आपका आपके आपकी अपना अपने अपनी
        क्या क्यों कब कहाँ कहां कैसे कैसा कैसी कौन किस किसे कितना कितने कितनी कौनसा कौनसी
        है हैं हूँ हो था थे थी होता होते होती होना होने हुआ हुए हुई गया गए गई कर करना करने करते
        करता करती करें करे किया किए रहा रहे रही सकता सकते सकती सकें चाहिए चाहिये जाता जाते जाती दें
        बहुत अधिक ज्यादा कुछ सब सभी अन्य वाला वाले वाली एक
    """,
}

STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(fold_word(word) for word in words.replace("-", " ").split())
    for language, words in _WORDS.items()
}
