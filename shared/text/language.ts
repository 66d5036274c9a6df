const nordic = /(?<!\p{L})(?:og|som|på|skal|til|av|er|det|for|med)(?!\p{L})/giu
const wordsOf = {
  nb: /(?<!\p{L})(?:ikke|jeg|noe|hvordan|fra|mye|hva|hun|dere|noen|bare|være|hvis|kommer|vært|også|selv)(?!\p{L})/giu,
  nn: /(?<!\p{L})(?:ikkje|eg|noko|korleis|frå|mykje|kva|ho|de|nokon|berre|vere|viss|kjem|vore|òg|sjølv|dei|ein)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|and|of|is|that|you|was|with|this|have|are|not|it|they|be|but)(?!\p{L})/giu,
}

/** The language of most of a text, from the commonest words of its first 40,000 characters. */
export function guessLanguage(text: string): 'nb' | 'nn' | 'en' | undefined {
  const sample = text.slice(0, 40_000)
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0
  const scores = { nb: count(wordsOf.nb), nn: count(wordsOf.nn), en: count(wordsOf.en) }
  const best = Math.max(scores.nb, scores.nn, scores.en)
  if (best < 3) return count(nordic) >= 6 ? (scores.nn > scores.nb ? 'nn' : 'nb') : undefined
  if (scores.en === best) return 'en'
  return scores.nn > scores.nb ? 'nn' : 'nb'
}
