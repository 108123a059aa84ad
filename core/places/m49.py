"""Which region lies in which: the United Nations' M49 tree, down to ISO 3166-1 countries.

Source: UN Statistics Division, Standard country or area codes for statistical use (M49), in the
tables of github.com/lukes/ISO-3166-Countries-with-Regional-Codes; the islands that older copies of
the table leave out (BV, CC, CX, GS, HM, IO, TF, UM) by the member counts of the present list.
Two ISO codes without an M49 region stand beside their neighbours: XK in Southern Europe, TW in
Eastern Asia. Antarctica lies in no continent.
"""

REGION_PARENTS: dict[str, str] = {
    "002": "001",
    "019": "001",
    "142": "001",
    "150": "001",
    "009": "001",
    "015": "002",
    "202": "002",
    "011": "202",
    "014": "202",
    "017": "202",
    "018": "202",
    "021": "019",
    "419": "019",
    "005": "419",
    "013": "419",
    "029": "419",
    "030": "142",
    "034": "142",
    "035": "142",
    "143": "142",
    "145": "142",
    "039": "150",
    "151": "150",
    "154": "150",
    "155": "150",
    "053": "009",
    "054": "009",
    "057": "009",
    "061": "009",
}

COUNTRIES: dict[str, str] = {
    "005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    "001": "AQ",
    "011": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
    "013": "BZ CR GT HN MX NI PA SV",
    "014": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
    "015": "DZ EG EH LY MA SD TN",
    "017": "AO CD CF CG CM GA GQ ST TD",
    "018": "BW LS NA SZ ZA",
    "021": "BM CA GL PM US",
    "029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
    "030": "CN HK JP KP KR MN MO TW",
    "034": "AF BD BT IN IR LK MV NP PK",
    "035": "BN ID KH LA MM MY PH SG TH TL VN",
    "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
    "053": "AU CC CX HM NF NZ",
    "054": "FJ NC PG SB VU",
    "057": "FM GU KI MH MP NR PW UM",
    "061": "AS CK NU PF PN TK TO TV WF WS",
    "143": "KG KZ TJ TM UZ",
    "145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    "151": "BG BY CZ HU MD PL RO RU SK UA",
    "154": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
    "155": "AT BE CH DE FR LI LU MC NL",
}
