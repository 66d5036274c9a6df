import type { Leak } from '../../shared/contract/leaks.ts'
import { text } from '../app/i18n.ts'

export interface LeakChoice {
  isReplaced: boolean
  /** Put in its place; empty: the word that the program proposes. */
  by: string
}

/** Choices of this window, kept until it closes, so that the next export asks nothing twice. */
const choices = new Map<string, LeakChoice>()

/** What identifies a person is taken out unless the reader says otherwise; the rest is hers to judge. */
const replacedAtFirst: readonly Leak['kind'][] = ['name', 'national-id', 'phone', 'email']

export function choiceOf(leak: Leak): LeakChoice {
  return choices.get(leak.id) ?? { isReplaced: replacedAtFirst.includes(leak.kind), by: '' }
}

export function decide(leak: Leak, choice: Partial<LeakChoice>): void {
  choices.set(leak.id, { ...choiceOf(leak), ...choice })
}

/** What a group has in common stands in several cells, and cannot be replaced as a word. */
export function maskable({ kind }: Leak): boolean {
  return kind !== 'small-group'
}

/** What is put in the place of the words. */
export function wordFor(leak: Leak): string {
  const { by } = choiceOf(leak)
  return by === '' ? proposalFor(leak) : by
}

export function proposalFor(leak: Leak): string {
  return leak.pseudonym ?? text(`leaks.mask_${leak.kind}`)
}
