/** The municipalities of Norway since 2024, by county; names in both languages where there are two. */
const names = `
Oslo
Eigersund Stavanger Haugesund Sandnes Sokndal Lund Bjerkreim Hå Klepp Time Gjesdal Sola Randaberg Strand
Hjelmeland Suldal Sauda Kvitsøy Bokn Tysvær Karmøy Utsira Vindafjord
Kristiansund Molde Ålesund Vanylven Sande Herøy Ulstein Hareid Ørsta Stranda Sykkylven Sula Giske Vestnes
Rauma Aukra Averøy Gjemnes Tingvoll Sunndal Surnadal Smøla Aure Volda Fjord Hustadvika Haram
Bodø Narvik Bindal Sømna Brønnøy Vega Vevelstad Herøy Alstahaug Leirfjord Vefsn Grane Hattfjelldal Dønna
Nesna Hemnes Rana Lurøy Træna Rødøy Meløy Gildeskål Beiarn Saltdal Fauske Sørfold Steigen Lødingen Evenes
Røst Værøy Flakstad Vestvågøy Vågan Hadsel Bø Øksnes Sortland Andøy Moskenes Hamarøy
Halden Aremark Moss Sarpsborg Fredrikstad Hvaler Råde Våler Skiptvet Rakkestad Marker Indre_Østfold
Bærum Asker Lillestrøm Nordre_Follo Ullensaker Nesodden Frogn Vestby Ås Enebakk Lørenskog Rælingen
Aurskog-Høland Nes Gjerdrum Nittedal Lunner Jevnaker Nannestad Eidsvoll Hurdal
Drammen Kongsberg Ringerike Hole Lier Øvre_Eiker Modum Krødsherad Flå Nesbyen Gol Hemsedal Ål Hol Sigdal
Flesberg Rollag Nore_og_Uvdal
Kongsvinger Hamar Lillehammer Gjøvik Ringsaker Løten Stange Nord-Odal Sør-Odal Eidskog Grue Åsnes Elverum
Trysil Åmot Stor-Elvdal Rendalen Engerdal Tolga Tynset Alvdal Folldal Os Dovre Lesja Skjåk Lom Vågå
Nord-Fron Sel Sør-Fron Ringebu Øyer Gausdal Østre_Toten Vestre_Toten Gran Søndre_Land Nordre_Land
Sør-Aurdal Etnedal Nord-Aurdal Vestre_Slidre Øystre_Slidre Vang
Horten Holmestrand Tønsberg Sandefjord Larvik Færder
Porsgrunn Skien Notodden Siljan Bamble Kragerø Drangedal Nome Midt-Telemark Seljord Hjartdal Tinn Kviteseid
Nissedal Fyresdal Tokke Vinje
Risør Grimstad Arendal Kristiansand Lindesnes Farsund Flekkefjord Gjerstad Vegårshei Tvedestrand Froland
Lillesand Birkenes Åmli Iveland Evje_og_Hornnes Bygland Valle Bykle Vennesla Åseral Lyngdal Hægebostad
Kvinesdal Sirdal
Bergen Kinn Etne Sveio Bømlo Stord Fitjar Tysnes Kvinnherad Ullensvang Eidfjord Ulvik Voss Kvam Samnanger
Bjørnafjorden Austevoll Øygarden Askøy Vaksdal Modalen Osterøy Alver Austrheim Fedje Masfjorden Gulen
Solund Hyllestad Høyanger Vik Sogndal Aurland Lærdal Årdal Luster Askvoll Fjaler Sunnfjord Bremanger Stad
Gloppen Stryn
Trondheim Steinkjer Namsos Frøya Osen Oppdal Rennebu Røros Holtålen Midtre_Gauldal Melhus Skaun Malvik
Selbu Tydal Meråker Stjørdal Frosta Levanger Verdal Snåsa Lierne Røyrvik Namsskogan Grong Høylandet
Overhalla Flatanger Leka Inderøy Indre_Fosen Heim Hitra Ørland Åfjord Orkland Nærøysund Rindal Snåase
Tromsø Harstad Kvæfjord Tjeldsund Ibestad Gratangen Lavangen Bardu Salangen Målselv Sørreisa Dyrøy Senja
Balsfjord Karlsøy Lyngen Storfjord Kåfjord Skjervøy Nordreisa Kvænangen
Alta Hammerfest Sør-Varanger Vadsø Karasjok Kautokeino Loppa Hasvik Måsøy Nordkapp Porsanger Lebesby
Gamvik Tana Berlevåg Båtsfjord Vardø Nesseby Kárášjohka Guovdageaidnu Unjárga Deatnu Romsa Porsáŋgu
Hábmer Omasvuotna Gáivuotna Loabák Raarvihke
`

export const municipalities: readonly string[] = [
  ...new Set(
    names
      .trim()
      .split(/\s+/)
      .map((name) => name.replaceAll('_', ' ')),
  ),
]

/** Those whose names are ordinary words or surnames too: places only where a sentence does not begin. */
export const ambiguousMunicipalities: ReadonlySet<string> = new Set(
  `Alta Aure Bø Fjord Flå Frogn Gol Gran Grane Grue Heim Herøy Hol Hole Hå Kinn Leka Lier Lom Lund Marker Moss
  Nes Nome Os Osen Rana Sande Sel Sola Stad Stange Stord Strand Stranda Sula Tana Time Tinn Tokke Valle Vang
  Vega Verdal Vik Vinje Voss Ål Ås Øyer`.split(/\s+/),
)
