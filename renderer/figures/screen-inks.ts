import type { Inks } from '../../shared/analysis/figures/inks.ts'

/** The colours of the theme. */
export const screenInks: Inks = {
  text: 'var(--text)',
  muted: 'var(--muted)',
  line: 'var(--line-strong)',
  paper: 'var(--paper)',
  mark: 'var(--accent)',
  soft: 'var(--accent-soft)',
  series: [
    'var(--accent)',
    'var(--warn)',
    'var(--ok)',
    'var(--danger)',
    'var(--muted)',
    'var(--text)',
  ],
}
