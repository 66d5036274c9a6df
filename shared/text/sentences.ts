/**
 * Abbreviations that are followed by more of the sentence even when a capital or a number comes
 * next. Those that often end a sentence (`osv.`, `etc.`, `mm.`) are not among them.
 */
const abbreviations = new Set(
  [
    'adm avd bl.a ca dr dvs e.g eks evt f.eks fig f forts gj.sn hhv i.e ifm iht inkl jf jfr kap kl',
    'kst lok m.a maks mfl mht min mr mrs ms mv nr nov des okt sep aug jan feb tlf o.l pga pkt pr',
    'prof red ref s sbm sen sek st str tab tidl tilsv t.d t.o.m u.a utg v vha vs vedr ved vg',
    'd d.v.s o.fl p.g.a m.h.t i.h.t f.o.m e.l vol no p pp sect ch approx cf eds ed et',
  ].flatMap((line) => line.split(' ')),
)

const possibleEnd = /([.!?…]+)["'»”’)\]]*(\s+|$)/gu

/** Offsets in a paragraph at which a sentence and the space after it end; the last is its length. */
export function sentenceEnds(paragraph: string): number[] {
  const ends: number[] = []
  for (const match of paragraph.matchAll(possibleEnd)) {
    const end = match.index + match[0].length
    if (end >= paragraph.length) break
    if (isEnd(paragraph, match.index, match[1] ?? '', end)) ends.push(end)
  }
  if (paragraph.length > 0) ends.push(paragraph.length)
  return ends
}

/** At its `lastIndex`: more of the sentence, whatever stands in front of the letter. */
const goesOn = /["'«“‘(–—\-\s]*\p{Ll}/uy
const lastWord = /[\p{L}\p{N}.]+$/u

function isEnd(paragraph: string, at: number, mark: string, next: number): boolean {
  goesOn.lastIndex = next
  if (goesOn.test(paragraph)) return false
  if (mark !== '.') return true
  const before = paragraph.slice(Math.max(0, at - 24), at)
  // A word has no space in it: what is in front of the last one need not be looked through.
  const word = lastWord.exec(before.slice(before.lastIndexOf(' ') + 1))?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word)) return false
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return false
  return !abbreviations.has(word.toLowerCase())
}
