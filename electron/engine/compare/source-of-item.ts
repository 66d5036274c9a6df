import type { Project } from '../project/project.ts'

/** The source that an item to settle is about, by the id of the item; empty if it is no part of one. */
export function sourceOfItem(project: Project, item: string): string {
  const conflict = project.map('conflicts').get(item)
  if (conflict) return String(conflict.get('sourceId') ?? '')
  const [kind, one = '', other = ''] = item.split('/')
  if (kind === 'activations') return one
  if (kind !== 'coding') return ''
  return (
    project.db
      .prepare<[string, string], string>(
        'SELECT source_id FROM main.codings WHERE id IN (?, ?) LIMIT 1',
      )
      .pluck()
      .get(one, other) ?? ''
  )
}
