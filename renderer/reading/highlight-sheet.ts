import { hueCount, hueStep, levelCount } from './mark-levels.ts'

/** Names of the highlights of the CSS Custom Highlight API. */
export const codeHighlight = (hue: number, level: number): string => `code-${hue}-${level}`
export const litHighlight = (hue: number): string => `code-lit-${hue}`
export const focusHighlight = (hue: number): string => `code-focus-${hue}`
const sheet = new CSSStyleSheet()
let built = ''

/**
 * Writes the rules of all highlights for the theme in use. Highlights cannot take a hue from the
 * range they paint, so there is one rule for each painted hue.
 */
export function buildHighlightSheet(): void {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const lightness = token('--code-l') || '0.6'
  const chroma = token('--code-c') || '0.125'
  const wash = Number(token('--code-wash') || '0.19')
  const signature = [
    lightness,
    chroma,
    wash,
    token('--accent'),
    token('--warn'),
    token('--ok'),
  ].join(' ')
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  if (signature === built) return
  built = signature
  const rules: string[] = []
  for (let index = 0; index < hueCount; index += 1) {
    const colour = (alpha: number): string =>
      `oklch(${lightness} ${chroma} ${index * hueStep} / ${alpha.toFixed(3)})`
    for (let level = 0; level < levelCount; level += 1) {
      rules.push(
        `.reading-text::highlight(${codeHighlight(index, level)}) { background-color: ${colour(wash)} }`,
      )
    }
    rules.push(
      `.reading-text::highlight(${litHighlight(index)}) { background-color: ${colour(wash * 1.6)} }`,
    )
    rules.push(
      `.reading-text::highlight(${focusHighlight(index)}) { text-decoration: underline 2px ${colour(0.9)}; background-color: ${colour(wash * 0.5)} }`,
    )
  }
  rules.push(
    `.reading-text::highlight(index-activation) { text-decoration: underline double 1px ${token('--accent')} }`,
    `.reading-text::highlight(index-account) { text-decoration: underline dashed 1.5px ${token('--ok')} }`,
    `.reading-text::highlight(index-term) { text-decoration: underline dotted 1.5px ${token('--muted')} }`,
    `.reading-text::highlight(reading-kept), .reading-text::highlight(reading-indexed) { background-color: color-mix(in oklch, ${token('--accent')} 26%, transparent) }`,
    `.reading-text::highlight(reading-found) { background-color: color-mix(in oklch, ${token('--warn')} 26%, transparent) }`,
    `.reading-text::highlight(reading-found-here) { background-color: color-mix(in oklch, ${token('--warn')} 55%, transparent); text-decoration: underline 2px ${token('--warn')} }`,
  )
  sheet.replaceSync(rules.join('\n'))
}

/** Rebuilds the rules when the theme changes. */
export function watchTheme(): () => void {
  buildHighlightSheet()
  const observer = new MutationObserver(buildHighlightSheet)
  observer.observe(document.documentElement, { attributes: true })
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', buildHighlightSheet)
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', buildHighlightSheet)
  }
}
