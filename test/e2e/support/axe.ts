import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface AxeOptions {
  /** Only these parts of the page, by selector. */
  parts?: readonly string[]
  /** Only what can be different in another theme. */
  isOnlyColour?: boolean
  /** Without what is no fault by the guidelines. */
  isLenient?: boolean
}

/** What axe finds on the page as it is, one line each, once nothing is fading in any more. */
export async function axeFaults(page: Page, options: AxeOptions = {}): Promise<string[]> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  )
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (options.isOnlyColour === true) axe.withRules(['color-contrast', 'link-in-text-block'])
  else axe.withTags(options.isLenient === true ? levels : [...levels, 'best-practice'])
  for (const part of options.parts ?? []) axe.include(part)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isAccepted(id, html))
      .map(
        ({ html, failureSummary }) =>
          `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n').slice(1).join(' ') ?? ''}`,
      ),
  )
}

/** The separators that can be moved stand between the landmarks, not in one. */
function isAccepted(rule: string, html: string): boolean {
  if (rule === 'region') return html.includes('role="separator"')
  // A row of a tree speaks its number and sign as words: “notatet, 3 codings, provisional”.
  return rule === 'label-content-name-mismatch' && html.includes('treeitem')
}
