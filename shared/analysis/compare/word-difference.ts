/** A run of words (with the spaces between them) that is in both texts or in this one only. */
export interface WordRun {
  text: string
  isChanged: boolean
}

/** Texts longer than this many words are not compared word by word. */
const most = 1500

/**
 * What differs between two versions of a text, word by word: each version in runs that joined give it
 * back. The longest common sequence of words is what has stayed.
 */
export function wordDifference(before: string, after: string): [WordRun[], WordRun[]] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  const rest = Math.min(a.length, b.length) - head
  while (tail < rest && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const [middleA, middleB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const [keptA, keptB] = common(middleA, middleB)
  const runs = (words: readonly string[], kept: ReadonlySet<number>) =>
    runsOf(words, (at) => at >= head && at < words.length - tail && !kept.has(at - head))
  return [runs(a, keptA), runs(b, keptB)]
}

/** Places of the words of each that belong to the longest common sequence. */
function common(a: readonly string[], b: readonly string[]): [Set<number>, Set<number>] {
  const [keptA, keptB] = [new Set<number>(), new Set<number>()]
  if (a.length === 0 || b.length === 0 || a.length > most || b.length > most) return [keptA, keptB]
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      keptA.add(i)
      keptB.add(j)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return [keptA, keptB]
}

function runsOf(words: readonly string[], isChangedAt: (at: number) => boolean): WordRun[] {
  const runs: WordRun[] = []
  for (const [at, text] of words.entries()) {
    const isChanged = isChangedAt(at)
    const last = runs.at(-1)
    if (last?.isChanged === isChanged) last.text += text
    else runs.push({ text, isChanged })
  }
  return runs
}

/** Words, runs of space, and everything else character by character; joined they give the text back. */
export function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
}
