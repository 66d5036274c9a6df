import { useQuery } from '../app/engine-client.ts'
import { createStore, useStore } from '../app/store.ts'
import { workspaceStore } from '../app/workspace.ts'
import { useLatestSelection } from '../reading/last-selection.ts'

interface PassageInHand {
  /** As commands take it: a passage that is there, or a place where one is to be made. */
  at: { passageId: string } | { sourceId: string; start: number; end: number }
  sourceId: string
  start: number
  end: number
  sourceTitle: string
  quote: string
}

const lastPassage = createStore<{ id: string | null }>({ id: null })

workspaceStore.subscribe(() => {
  const { selection } = workspaceStore.get()
  if (selection.type === 'passage' && lastPassage.get().id !== selection.id)
    lastPassage.set({ id: selection.id })
})

/**
 * The words marked in a text, or else the passage chosen last, for acts begun elsewhere: “this
 * passage”. Undefined if there is none.
 */
export function usePassageInHand(): PassageInHand | undefined {
  const range = useLatestSelection()
  const passageId = useStore(lastPassage, (value) => value.id)
  const ofRange = range === null ? null : { sourceId: range.sourceId }
  const text = useQuery('sources.text', ofRange, ['sources']).data?.text
  const titles = useQuery('sources.list', ofRange === null ? null : {}, ['sources']).data?.items
  const ofPassage = range === null && passageId !== null ? { passageId } : null
  const passage = useQuery('passages.get', ofPassage, ['passages', 'sources']).data
  if (range !== null) {
    const title = titles?.find((source) => source.id === range.sourceId)?.title
    if (text === undefined || title === undefined) return undefined
    const quote = text.slice(range.start, range.end)
    return { at: range, ...range, sourceTitle: title, quote }
  }
  if (passage === undefined || passage.state === 'lost') return undefined
  const { sourceId, start, end, sourceTitle, quote } = passage
  return { at: { passageId: passage.id }, sourceId, start, end, sourceTitle, quote }
}
