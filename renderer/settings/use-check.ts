import { useEffect, useRef, useState } from 'react'
import type { CheckPart } from '../../shared/contract/project.ts'
import type { QueryOutput } from '../../shared/contract/index.ts'
import { act, ask, onEvent, run, showFailure } from '../app/engine-client.ts'

export type CheckResult = QueryOutput<'project.check'>

export type CheckState =
  | { phase: 'working'; isRepairing: boolean; part: CheckPart | null; share: number | null }
  | { phase: 'done'; result: CheckResult }
  | { phase: 'repaired'; unread: string[]; kept: string | null }

const parts: readonly string[] = ['pages', 'documents', 'quotes', 'codings', 'projection']
let lastTask = 0

/** The course of a check: it begins by itself, can be stopped, and can be followed by a repair. */
export function useCheck(onStopped: () => void) {
  const [state, setState] = useState<CheckState>(working(false))
  const task = useRef('')
  const stop = useRef(onStopped)
  useEffect(() => {
    stop.current = onStopped
  })
  useEffect(
    () =>
      onEvent('task.progress', (event) => {
        if (event.task !== task.current) return
        const part = parts.includes(event.label) ? (event.label as CheckPart) : null
        const share = event.total === 0 ? null : event.done / event.total
        setState((before) => (before.phase === 'working' ? { ...before, part, share } : before))
      }),
    [],
  )

  const check = async (): Promise<void> => {
    task.current = nextTask()
    setState(working(false))
    const answer = await ask('project.check', { rebuild: true, task: task.current })
    if (answer.ok) setState({ phase: 'done', result: answer.value })
    else {
      showFailure(answer.error)
      stop.current()
    }
  }
  const repair = async (): Promise<void> => {
    task.current = nextTask()
    setState(working(true))
    const done = await act('project.repair', { task: task.current })
    if (done === undefined) stop.current()
    else setState({ phase: 'repaired', unread: done.unread, kept: done.kept })
  }
  const cancel = async (): Promise<void> => {
    const answer = await run('tasks.cancel', { task: task.current })
    if (!answer.ok) showFailure(answer.error)
  }
  const hasBegun = useRef(false)
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    void check()
  })
  return { state, check, repair, cancel }
}

function working(isRepairing: boolean): CheckState {
  return { phase: 'working', isRepairing, part: null, share: null }
}

function nextTask(): string {
  lastTask += 1
  return `check-${lastTask}`
}
