import type { MapModel, MapModelNode } from '../../shared/analysis/map/map-model.ts'
import type { LinkEnd } from '../../shared/model/institution.ts'
import { text } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { select } from '../app/workspace.ts'
import type { Selection } from '../app/workspace.ts'
import { endOf, openEnd } from '../texts/links/link-ends.ts'
import { openEvidence } from '../work/work-acts.ts'

/** The thing a node stands for. */
export const refOf = (key: string): LinkEnd => endOf(key)

/** What the inspector shows of a node or line; a text that moves is a part of its step. */
export function selectionOf(key: string): Selection {
  const [type = '', id = ''] = key.split(':')
  if (type === 'in' || type === 'out') return { type: 'step', id }
  if (type === 'link' || type === 'flow') return { type, id }
  return refOf(key)
}

/** Shows the first passage behind a node or line in its source; a text has its page instead. */
export function openFirst(key: string, passages: number): void {
  const selection = selectionOf(key)
  if (selection.type === 'text' || selection.type === 'clause' || selection.type === 'actor') {
    openEnd({ type: selection.type, id: selection.id })
    return
  }
  if (selection.type !== 'step' && selection.type !== 'link' && selection.type !== 'flow') return
  const isMove = key.startsWith('in:') || key.startsWith('out:')
  if (passages === 0 && !isMove) {
    select(selection)
    toast({ text: text('maps.noPassage'), hint: text('maps.noPassageHint') })
  } else void openEvidence({ type: selection.type, id: selection.id }, true)
}

/** “Three-party meeting, work, week 1, 9 passages”. */
export function spokenNode(node: MapModelNode, words: MapModel['words']): string {
  return [
    node.label,
    words.legend[node.shape === 'clause' ? 'text' : node.shape],
    node.detail,
    node.variants.join(', '),
    ...node.notes,
    node.isUnsupported ? text('maps.noEvidence') : '',
    node.passages === 0 ? '' : text('maps.nPassages', { count: node.passages }),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** What a map shows of the things with these keys, by name. */
export function labelOf(model: MapModel, key: string): string {
  const node = model.nodes.find((candidate) => candidate.key === key)
  if (node !== undefined) return node.label
  const edge = model.edges.find((candidate) => candidate.key === key)
  if (edge === undefined) return ''
  const words = edge.label === '' ? model.words.legend[edge.style] : edge.label
  return `${labelOf(model, edge.from)} → ${labelOf(model, edge.to)}: ${words}`
}
