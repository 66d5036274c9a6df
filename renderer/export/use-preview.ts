import { useEffect, useRef, useState } from 'react'
import type { QueryInput, QueryOutput } from '../../shared/contract/index.ts'
import { ask, onEvent, showFailure } from '../app/engine-client.ts'

type PreviewName = 'export.preview' | 'reports.preview'

/** So long the project must lie still: the whole document is set anew each time. */
const stillness = 500

/**
 * A document as it would be written. Asked for only while its page is in front; at once when the
 * options change, and when the project has changed, as soon as it lies still.
 */
export function usePreview<N extends PreviewName>(
  name: N,
  options: QueryInput<N> | null,
  isFront: boolean,
): QueryOutput<N> | undefined {
  const [preview, setPreview] = useState<QueryOutput<N>>()
  const [change, setChange] = useState(0)
  const shown = useRef({ key: '', change: 0 })
  const key = options === null ? null : JSON.stringify(options)
  useEffect(() => onEvent('project.changed', () => setChange((last) => last + 1)), [])
  useEffect(() => {
    if (key === null || !isFront) return
    if (shown.current.key === key && shown.current.change === change) return
    let isOld = false
    const show = async (): Promise<void> => {
      const answer = await ask(name, JSON.parse(key) as QueryInput<N>)
      if (isOld) return
      shown.current = { key, change }
      if (answer.ok) setPreview(answer.value)
      else showFailure(answer.error)
    }
    const timer = setTimeout(() => void show(), shown.current.key === key ? stillness : 0)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [name, key, change, isFront])
  return preview
}
