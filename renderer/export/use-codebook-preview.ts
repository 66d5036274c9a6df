import { useEffect, useRef, useState } from 'react'
import type { QueryInput } from '../../shared/contract/index.ts'
import { ask, onEvent, showFailure } from '../app/engine-client.ts'
import type { Topic } from '../app/engine-client.ts'

const topics: readonly Topic[] = ['codes', 'passages', 'sources', 'project']
/** So long the project must lie still: the whole codebook is set anew each time. */
const stillness = 500

/**
 * The codebook as it would be written. Asked for only while its page is in front; at once when the
 * options change, and when the project has changed, as soon as it lies still.
 */
export function useCodebookPreview(
  options: QueryInput<'export.preview'> | null,
  isFront: boolean,
): string | undefined {
  const [html, setHtml] = useState<string>()
  const [change, setChange] = useState(0)
  const shown = useRef({ key: '', change: 0 })
  const key = options === null ? null : JSON.stringify(options)
  useEffect(
    () =>
      onEvent('project.changed', (changed) => {
        if (changed.topics.some((topic) => topics.includes(topic))) setChange((last) => last + 1)
      }),
    [],
  )
  useEffect(() => {
    if (key === null || !isFront) return
    if (shown.current.key === key && shown.current.change === change) return
    let isOld = false
    const show = async (): Promise<void> => {
      const answer = await ask('export.preview', JSON.parse(key) as QueryInput<'export.preview'>)
      if (isOld) return
      shown.current = { key, change }
      if (answer.ok) setHtml(answer.value.html)
      else showFailure(answer.error)
    }
    const timer = setTimeout(() => void show(), shown.current.key === key ? stillness : 0)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [key, change, isFront])
  return html
}
