/** How often two things happen together, and how often they would if nothing held them together. */
export interface Contingency {
  /** Times the word stands in a window around a hit. */
  together: number
  /** Words in all windows. */
  windows: number
  /** Times the word stands in the searched texts. */
  overall: number
  /** Words in the searched texts. */
  words: number
}

/** E11 = R1 · C1 / N. */
export function expectedTogether({ windows, overall, words }: Contingency): number {
  return words === 0 ? 0 : (windows * overall) / words
}

/**
 * Log-likelihood ratio G² = 2 Σ O ln(O / E) over the four cells (Dunning 1993, Computational
 * Linguistics 19(1); with the windows as row as in Evert 2008, Corpora and collocations). Negative
 * where the word is rarer beside the hits than elsewhere.
 */
export function logLikelihood(counts: Contingency): number {
  const { together, windows, overall, words } = counts
  const rows = [windows, Math.max(0, words - windows)]
  const columns = [overall, Math.max(0, words - overall)]
  const observed = [
    [together, Math.max(0, windows - together)],
    [
      Math.max(0, overall - together),
      Math.max(0, words - windows - Math.max(0, overall - together)),
    ],
  ]
  let sum = 0
  for (const [r, row] of observed.entries()) {
    for (const [c, seen] of row.entries()) {
      const expected = ((rows[r] ?? 0) * (columns[c] ?? 0)) / words
      if (seen > 0 && expected > 0) sum += seen * Math.log(seen / expected)
    }
  }
  const size = Math.max(0, 2 * sum)
  return together < expectedTogether(counts) ? -size : size
}

/** Pointwise mutual information log2(O11 / E11), in bits (Church & Hanks 1990). */
export function mutualInformation(counts: Contingency): number {
  const expected = expectedTogether(counts)
  return counts.together > 0 && expected > 0 ? Math.log2(counts.together / expected) : 0
}
