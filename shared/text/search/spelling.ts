/** Words that are the same in bokmål and nynorsk; the first one stands for all. */
const sameWords = [
  'ikke ikkje, jeg eg, vi me, de dei, hun ho, hva kva, hvem kven, hvor kor, hvordan korleis',
  'hvorfor kvifor, hver kvar, hvert kvart, noe noko, noen nokon nokre, mye mykje, fra frå, nå no',
  'være vere vera, vært vore, gjøre gjere gjera, gjør gjer, sier seier, si seie seia, vet veit',
  'gir gjev, gi gje gjeve, blir vert, ble vart blei, kommer kjem, komme kome koma, bare berre',
  'da då, først fyrst, sammen saman, også òg, uke veke, uken uka veka, uker veker, ukene vekene',
  'måned månad, måneden månaden, måneder månader, månedene månadene, hjem heim, hjemme heime',
  'melk mjølk, se sjå, dere dykk, deres dykkar, skole skule, vei veg',
  'samtidig samstundes, slik sånn',
]
  .flatMap((line) => line.split(', '))
  .flatMap((group) => {
    const [first = '', ...others] = group.split(' ')
    return others.map((word): [string, string] => [word, first])
  })
const canonicalWords = new Map(sameWords)

/**
 * Parts of words that are spelt in more ways than one, and the spelling they are compared in. What
 * comes out need not be a word: it is only compared.
 */
const parts: readonly (readonly [RegExp, string])[] = [
  [/sjuk/g, 'syk'],
  [/sykemeld/g, 'sykmeld'],
  [/^kv/, 'hv'],
  [/leg(?=$|e$|t$|are$|ast$|aste$|e?heit|e?het)/, 'lig'],
  [/heit(?=$|a$|en$|er$|ar$|ene$|ane$|s)/, 'het'],
  [/fråvær/g, 'fravær'],
  [/sjølv/g, 'selv'],
  [/køyr/g, 'kjør'],
  [/høyr/g, 'hør'],
  [/løys|laus/g, 'løs'],
  [/^auk/, 'øk'],
  [/draum/g, 'drøm'],
  [/straum/g, 'strøm'],
  [/tenest/g, 'tjenest'],
  [/fylg/g, 'følg'],
  [/^eig/, 'eg'],
  [/mein(?=ing|a$|e$|er$|te$|t$)/, 'men'],
  [/^heim/, 'hjem'],
  [/^veg(?=$|en$|ar$|ane$|er$|ene$)/, 'vei'],
  [/^djup/, 'dyp'],
  [/^mjuk/, 'myk'],
  [/^sein/, 'sen'],
  [/kyrkj/g, 'kirk'],
  [/skul(?=e|a)/g, 'skol'],
  [/utval(?=$|et$|a$|s)/g, 'utvalg'],
  [/^(col|behavi|lab|fav|neighb|hon|rum|hum|harb|endeav)our/, '$1or'],
  [/is(?=e$|ed$|es$|ing$|ation$|ations$)/, 'iz'],
  [/^(cent|theat|met)re(?=s?$)/, '$1er'],
  [/^programme(?=s?$)/, 'program'],
]
const anyPart = new RegExp(parts.map(([part]) => `(?:${part.source})`).join('|'))

/** The spelling in which a word (in small letters) is compared when spellings count as one. */
export function canonicalSpelling(word: string): string {
  const known = canonicalWords.get(word)
  if (known !== undefined) return known
  if (!anyPart.test(word)) return word
  let spelt = word
  for (const [part, canonical] of parts) spelt = spelt.replace(part, canonical)
  return spelt
}
