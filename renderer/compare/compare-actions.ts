import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Action } from '../app/actions.ts'
import type { Outcome } from './compare-data.ts'

interface Acts {
  go: (step: 1 | -1) => void
  begin: (outcome: Outcome) => void
  open: () => void
  isReady: () => boolean
}

const plainKey = true

/** The keys of the comparison while it is in front. */
export function compareActions({ go, begin, open, isReady }: Acts): Action[] {
  const outcomes = [
    ['A', 'KeyA'],
    ['B', 'KeyB'],
    ['both', undefined],
    ['recode', 'KeyR'],
    ['defer', 'KeyD'],
  ] as const
  return [
    {
      id: 'compare.next',
      labelKey: 'compare.nextOpen',
      shortcut: 'KeyJ',
      plainKey,
      menu: 'go',
      group: 60,
      icon: ArrowDown,
      enabled: isReady,
      perform: () => go(1),
    },
    {
      id: 'compare.previous',
      labelKey: 'compare.previousOpen',
      shortcut: 'KeyK',
      plainKey,
      menu: 'go',
      group: 60,
      icon: ArrowUp,
      enabled: isReady,
      perform: () => go(-1),
    },
    {
      id: 'compare.open',
      labelKey: 'compare.openPassage',
      shortcut: 'KeyO',
      plainKey,
      menu: 'go',
      group: 60,
      enabled: isReady,
      perform: open,
    },
    ...outcomes.map(([outcome, key]): Action => ({
      id: `compare.${outcome}`,
      labelKey: `compare.acts.${outcome}`,
      ...(key === undefined ? { pageKey: '+' } : { shortcut: key, plainKey }),
      menu: 'code',
      group: 60,
      changes: true,
      enabled: isReady,
      perform: () => begin(outcome),
    })),
  ]
}

/** The same with nothing to act on, for the page of shortcuts. */
export function namesOfCompareActions(): Action[] {
  const nothing = (): void => {}
  return compareActions({ go: nothing, begin: nothing, open: nothing, isReady: () => false })
}
