import type { agreement as english } from '../en/agreement.ts'
import type { Translation } from '../translation.ts'

/** Samsvar mellom analytikere: vinduet, tabellene, og hva hver koeffisient er. */
export const agreement: Translation<typeof english> = {
  title: 'Samsvar',
  off: 'Samsvarsmål er slått av i dette prosjektet',
  offText:
    'En koeffisient sier hvor likt analytikere har kodet, ikke om kodingen er riktig. I institusjonell etnografi viser kodene hvor arbeid og tekster er å finne. Når analytikere ser forskjellige ting, er det en grunn til å lese på nytt, og det de kommer fram til, vises med begrunnelse. Derfor vises det ingen tall før du ber om det. Trenger oppgaven, tidsskriftet eller kodegruppa et tall, kan du slå målene på. Det gjelder bare dette prosjektet.',
  switchOn: 'Vis samsvarsmål',
  measures: 'Samsvar',
  settingsHint: 'Koeffisienter for hvor likt analytikere har kodet. Av til du trenger dem.',
  settingsOn: 'Vises',
  settingsOff: 'Skjult',
  needsTwo: 'Samsvar trenger kodingene til to analytikere',
  needsTwoText:
    'Legg til medforskeren som analytiker i innstillingene for prosjektet, eller flett inn det medforskeren har kodet.',
  analysts: 'Analytikere',
  chooseTwo: 'Velg minst to analytikere',
  anyOverlap: 'all overlapp',
  unit: 'Enhet',
  units: {
    character: 'Tegn',
    token: 'Ord',
    sentence: 'Setning',
    turn: 'Replikk',
    passage: 'Utdrag',
  },
  unitHint: {
    character: 'Hvert tegn i teksten er kodet eller ikke. Lange utdrag teller mer enn korte.',
    token: 'Hvert ord er kodet eller ikke.',
    sentence: 'Hver setning er kodet eller ikke.',
    turn: 'Hver replikk er kodet eller ikke; i tekster uten talere hvert avsnitt.',
    passage: 'Stedene noen har kodet. Hvert av dem teller én gang, uansett hvor langt det er.',
  },
  overlap: 'Regnes som kodet fra',
  overlapPassage: 'Samme utdrag fra',
  overlapHint: 'Andelen av enheten som må være kodet.',
  overlapPassageHint: 'Andelen av det lengste av to utdrag som de må ha felles.',
  percentOf: '{{value}} %',
  scope: 'Tekst ingen har kodet',
  scopes: { all: 'Teller med', coded: 'Utelates' },
  scopeHint: {
    all: 'Å være enige om at det ikke er noe der, regnes som samsvar.',
    coded: 'Bare det minst én av analytikerne har kodet, blir sammenlignet.',
  },
  sources: 'Kilder',
  codes: 'Koder',
  allSources: 'Alle kilder',
  allCodes: 'Alle koder i bruk',
  chosen_one: '{{count}} valgt',
  chosen_other: '{{count}} valgt',
  chooseAll: 'Alle',
  filterSources: 'Finn kilder',
  filterCodes: 'Finn koder',
  keep: 'Ta vare på resultatet',
  kept: 'Tatt vare på. Det blir stående i lista slik det er nå, uansett hva som kodes senere.',
  keptRuns: 'Resultater du har tatt vare på',
  noRuns:
    'Ingen ennå. Et resultat du tar vare på, blir stående slik det er når kodingen går videre.',
  showRun: 'Vis resultatet fra {{time}}',
  deleteRun: 'Slett resultatet fra {{time}}',
  deletedRun: 'Slettet resultatet fra {{time}}',
  keptOn: 'Tatt vare på {{time}} av {{analyst}}',
  backToNow: 'Tilbake til dagens koding',
  about: 'Om koeffisientene',
  aboutHint: 'Hva hver av dem er, og hvor den kommer fra.',
  source: 'Kilde: {{source}}',
  code: 'Kode',
  overall: 'Alle koder samlet',
  codedBy: '{{name}} har kodet',
  both: 'Begge',
  every: 'Alle',
  codedByAll: 'Begge har kodet',
  codedByEvery: 'Alle har kodet',
  compared: 'Sammenlignet',
  nothingCoded: 'Ingenting å sammenligne ennå',
  nothingCodedText:
    'Ingen av disse analytikerne har kodet noe i disse kildene med disse kodene. Velg noe annet, eller kod først.',
  part: { units: 'Kodet eller ikke', unitizing: 'Hvor enhetene begynner og slutter' },
  partHint: {
    units: 'Hver enhet er kodet med en kode eller ikke.',
    unitizing: 'Kodinger som strekk av tekst, uansett hvilken enhet som er valgt; i tegn.',
  },
  notComputable: 'kan ikke beregnes',
  notComputableShort: 'i.b.',
  because: 'kan ikke beregnes: {{reason}}',
  note: {
    basis:
      'Enhet: {{unit}}. Tekst ingen har kodet: {{scope}}. Lag: {{layer}}. Analytikere: {{analysts}}.',
    basisOverlap:
      'Enhet: {{unit}} (fra {{overlap}} % overlapp). Tekst ingen har kodet: {{scope}}. Lag: {{layer}}. Analytikere: {{analysts}}.',
    amount: 'Kilder: {{sources}}. Tegn: {{characters}}. Sammenlignede enheter: {{units}}.',
    uncoded:
      '{{share}} % av enhetene som ble sammenlignet, har ingen kodet. De hever prosent samsvar, Brennan–Prediger og ofte kappa. Utelat ukodet tekst, eller se på samsvar i kodet tekst og Holsti.',
    notComputable: 'i.b.: kan ikke beregnes, og det er verken 0 eller 1.',
    reason: 'i.b. ({{number}}): {{reason}}.',
  },
  layer: 'Lag',
  layers: { working: 'arbeidslag' },
  reason: {
    noData: 'det er ingenting å sammenligne',
    tooFewCoders: 'det er færre enn to analytikere',
    nothingShared: 'to analytikere har ikke kodet noe på samme sted',
    noVariation: 'alle vurderingene er like, så samsvar kan ikke skilles fra tilfeldighet',
    unequalRaters: 'ikke alle enheter er vurdert av like mange analytikere',
    twoCodersOnly: 'målet er bare definert for to analytikere',
    notNumeric: 'verdiene har ingen rekkefølge eller er ikke tall',
    negativeValues: 'en forholdstallsskala har ikke noe under 0',
    notCounts: 'tabellen har andeler og ikke antall enheter',
    overlappingCodes: 'en analytiker har gitt de samme ordene to koder',
  },
  measure: {
    percent: {
      label: '%',
      name: 'Prosent samsvar',
      formula:
        'Enheter vurdert likt, av alle enheter som sammenlignes. Sier ingenting om tilfeldighet.',
      source: 'Holsti 1969, s. 140',
    },
    codedOnly: {
      label: 'Bare kodet',
      name: 'Samsvar i kodet tekst',
      formula:
        'Enheter alle analytikerne har kodet, av enhetene minst én har kodet. Ukodet tekst spiller ingen rolle.',
      source: 'Jaccard 1901',
    },
    holsti: {
      label: 'Holsti',
      name: 'Holstis koeffisient',
      formula:
        'To ganger enhetene begge har kodet, delt på summen av enhetene hver av dem har kodet: 2M / (N₁ + N₂).',
      source: 'Holsti 1969, s. 140',
    },
    po: {
      label: 'p₀',
      name: 'Observert samsvar',
      formula: 'Prosent samsvar som andel fra 0 til 1.',
      source: 'Cohen 1960, s. 39',
    },
    pe: {
      label: 'pₑ',
      name: 'Tilfeldig samsvar',
      formula:
        'Det tilfeldigheten ville gitt: med to analytikere produktet av andelene deres, summert over kodet og ikke kodet; med flere kvadratet av andelene i alle vurderinger.',
      source: 'Cohen 1960, s. 40; Fleiss 1971',
    },
    kappa: {
      label: 'κ',
      name: 'Cohens kappa',
      formula: '(p₀ − pₑ) / (1 − pₑ), med hver analytikers egen andel kodede enheter.',
      source: 'Cohen 1960, s. 40',
    },
    kappaMax: {
      label: 'κ maks',
      name: 'Størst mulige kappa',
      formula: 'Den kappaen to analytikere kunne nådd som hadde kodet like mye som disse.',
      source: 'Cohen 1960, s. 42',
    },
    fleissKappa: {
      label: 'Fleiss’ κ',
      name: 'Fleiss’ kappa',
      formula:
        '(P̄ − P̄ₑ) / (1 − P̄ₑ) over alle par av vurderinger, for et hvilket som helst antall analytikere.',
      source: 'Fleiss 1971, s. 379–380',
    },
    pi: {
      label: 'π',
      name: 'Scotts pi',
      formula:
        '(p₀ − pₑ) / (1 − pₑ), med andelen kodede enheter i begge analytikernes vurderinger samlet.',
      source: 'Scott 1955, s. 324',
    },
    S: {
      label: 'S',
      name: 'Brennan–Prediger',
      formula:
        '(p₀ − 1/2) / (1 − 1/2): Tilfeldigheten kaster mynt, uansett hva analytikerne har kodet.',
      source: 'Bennett, Alpert og Goldstein 1954; Brennan og Prediger 1981, s. 693',
    },
    alphaNominal: {
      label: 'α',
      name: 'Krippendorffs alfa',
      formula:
        '1 − D₀ / Dₑ: uenigheten som er funnet, delt på den tilfeldigheten ville gitt; et hvilket som helst antall analytikere.',
      source: 'Krippendorff 2004, s. 221–236',
    },
    alphaOrdinal: {
      label: 'α ordinal',
      name: 'Krippendorffs alfa, ordinal',
      formula: 'Alfa for vektene analytikerne har gitt kodingene, etter rekkefølgen.',
      source: 'Krippendorff 2004, s. 232; 2011',
    },
    alphaInterval: {
      label: 'α intervall',
      name: 'Krippendorffs alfa, intervall',
      formula: 'Alfa for vektene, etter kvadratet av forskjellene.',
      source: 'Krippendorff 2004, s. 232; 2011',
    },
    alphaRatio: {
      label: 'α forhold',
      name: 'Krippendorffs alfa, forholdstall',
      formula: 'Alfa for vektene, etter forskjellene i forhold til summene.',
      source: 'Krippendorff 2004, s. 232; 2011',
    },
    alphaU: {
      label: 'αᵤ',
      name: 'Alfa for inndeling i enheter',
      formula:
        '1 − D₀ / Dₑ, der D bygger på kvadratet av lengdene strekk av tekst stikker ut forbi hverandre med eller står alene med.',
      source: 'Krippendorff 2004, s. 251–255',
    },
    uAlpha: {
      label: 'uα',
      name: 'u-alfa',
      formula:
        '1 − D₀ / Dₑ over teksten som er kodet likt: hvor enhetene ligger, og hvilken kode de har.',
      source: 'Krippendorff, Mathet, Bouvry og Widlöcher 2016',
    },
    uAlphaBinary: {
      label: '|uα',
      name: 'u-alfa, kodet eller ikke',
      formula: 'Det samme for kodet tekst mot ukodet tekst, uansett kode.',
      source: 'Krippendorff, Mathet, Bouvry og Widlöcher 2016',
    },
    cuAlpha: {
      label: 'cuα',
      name: 'cu-alfa, bare kodene',
      formula: 'Det samme for kodene, bare der to analytikere begge har kodet.',
      source: 'Krippendorff, Mathet, Bouvry og Widlöcher 2016',
    },
    kuAlpha: {
      label: '(k)uα',
      name: '(k)u-alfa, én kode',
      formula: 'Det samme for én kode mot alle andre, bare der to analytikere begge har kodet.',
      source: 'Krippendorff, Mathet, Bouvry og Widlöcher 2016',
    },
    coverage: {
      label: 'Dekning',
      name: 'Dekning',
      formula: 'Andelen av teksten cuα og (k)uα bygger på: kodet av to analytikere.',
      source: 'Krippendorff, Mathet, Bouvry og Widlöcher 2016',
    },
  },
}
