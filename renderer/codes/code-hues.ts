/** Sixteen hues of the one OKLCH family, far enough apart to tell side by side. */
export const codeHues = [
  10, 25, 45, 60, 75, 95, 110, 130, 150, 175, 200, 230, 257, 280, 300, 345,
] as const

export type CodeHue = (typeof codeHues)[number]

/** The offered hue nearest to one, around the circle. */
export function nearestHue(hue: number): CodeHue {
  const distance = (offered: number) => {
    const apart = Math.abs(offered - hue) % 360
    return Math.min(apart, 360 - apart)
  }
  return codeHues.reduce<CodeHue>(
    (best, next) => (distance(next) < distance(best) ? next : best),
    codeHues[0],
  )
}
