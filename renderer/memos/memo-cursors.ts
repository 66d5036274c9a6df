import type { Provider } from '@lexical/yjs'
import type { LexicalEditor } from 'lexical'
import { createRelativePositionFromJSON, relativePositionToJSON } from 'yjs'
import type { RelativePosition } from 'yjs'
import type { LivePerson } from '../../shared/contract/live.ts'
import { onEvent } from '../app/engine-client.ts'
import { currentProject } from '../app/session.ts'
import { isLive, livePeople, tellWhere } from '../meeting/live/live-store.ts'

type State = NonNullable<ReturnType<Provider['awareness']['getLocalState']>>

const silent = {
  ...{ anchorPos: null, focusPos: null, focusing: true },
  ...{ name: '', color: '', awarenessData: {} },
} satisfies State

/**
 * What the binding asks for: where the others in a live session write in this memo, and whom to tell
 * where one writes oneself. `changed` is told when carets of others move. Outside a session nothing
 * is told and nobody is here.
 */
export function memoCursors(
  memoId: string,
  editor: LexicalEditor,
  changed: () => void,
): { provider: Provider; close: () => void } {
  let own: State = silent
  let isWriting = false
  const numbers = new Map<string, number>()
  const numberOf = (device: string): number => {
    const number = numbers.get(device) ?? numbers.size + 1
    numbers.set(device, number)
    return number
  }
  const leave = (): void => {
    own = silent
    if (isWriting) tellWhere(null, { start: null, end: null, top: null })
    isWriting = false
  }
  const provider: Provider = {
    awareness: {
      getLocalState: () => (isLive() && hasFocus(editor) ? own : null),
      getStates: () => {
        const states = new Map<number, State>()
        for (const person of livePeople()) {
          const state = stateOf(person, memoId)
          if (state !== null) states.set(numberOf(person.device), state)
        }
        return states
      },
      off: () => undefined,
      on: () => undefined,
      setLocalState: (state) => {
        own = state ?? silent
        const { anchorPos, focusPos } = own
        if (anchorPos === null || focusPos === null) return
        isWriting = true
        const memo = { id: memoId, anchor: textOf(anchorPos), focus: textOf(focusPos) }
        tellWhere(null, { start: null, end: null, top: null }, memo)
      },
      setLocalStateField: () => undefined,
    },
    connect: () => undefined,
    disconnect: () => undefined,
    off: () => undefined,
    on: () => undefined,
  }
  const stops = [
    onEvent('live.presence', changed),
    onEvent('live.changed', changed),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('blur', leave)
      root?.addEventListener('blur', leave)
    }),
  ]
  return {
    provider,
    close: () => {
      for (const stop of stops) stop()
      leave()
    },
  }
}

function hasFocus(editor: LexicalEditor): boolean {
  return editor.getRootElement()?.contains(document.activeElement) === true
}

function stateOf({ memo, name, analystId }: LivePerson, memoId: string): State | null {
  if (memo?.id !== memoId) return null
  const analyst = currentProject()?.analysts.find(({ id }) => id === analystId)
  const [anchorPos, focusPos] = [positionOf(memo.anchor), positionOf(memo.focus)]
  if (anchorPos === null || focusPos === null) return null
  const color = `oklch(var(--code-ink-l) var(--code-c) ${analyst?.hue ?? 257})`
  return { ...silent, anchorPos, focusPos, name, color }
}

function textOf(position: RelativePosition): string {
  return JSON.stringify(relativePositionToJSON(position))
}

/** Null for what another wrote that is no position. */
function positionOf(text: string): RelativePosition | null {
  try {
    return createRelativePositionFromJSON(JSON.parse(text))
  } catch {
    return null
  }
}
