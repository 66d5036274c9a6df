import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { text, useT } from '../../app/i18n.ts'
import type { Code, PassageInContext } from '../../../shared/model/entities.ts'
import { Button, Chip, Dialog } from '../../ui/index.ts'
import type { CodeData } from '../code-data.ts'
import { CodeFinder } from './code-finder.tsx'
import { deal, dealBack, dealBegin, dealt } from './deal-state.ts'
import { DealTable } from './deal-table.tsx'

/** A code to deal to; without an id it is made when the dealing is finished. */
export interface SplitTarget {
  id: string | null
  name: string
  hue: number
}

interface SplitDialogProps {
  code: Code
  passageIds: readonly string[] | undefined
  data: CodeData
  onClose: () => void
}

/** Splits a code: first the codes to deal to are chosen, then its passages dealt out by key. */
export function SplitDialog({ code, passageIds, data, onClose }: SplitDialogProps) {
  const t = useT()
  const [targets, setTargets] = useState<SplitTarget[]>([])
  const [isDealing, setIsDealing] = useState(false)
  const [state, setState] = useState(dealBegin)
  const { data: found } = useQuery('passages.list', { codeId: code.id, limit: 20_000 }, [])
  const passages = (found?.items ?? []).filter(
    (passage) => passageIds?.includes(passage.id) ?? true,
  )
  const isOffered = (other: Code) =>
    other.id !== code.id && !targets.some((target) => target.id === other.id)

  const addTarget = (target: SplitTarget) => setTargets([...targets, target])
  const finish = async () => {
    onClose()
    await applyDeal(code, targets, passages, dealt(state))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace') setState(dealBack(state))
    else if (event.key === ' ' && state.at < passages.length) setState(deal(state, null))
    else return
    event.preventDefault()
  }
  const changed = dealt(state).length

  return (
    <Dialog
      title={t('codes.splitTitle', { name: code.name })}
      description={t('codes.splitExplained')}
      onClose={onClose}
      footer={
        isDealing ? (
          <>
            <Button onClick={() => setIsDealing(false)}>{t('codes.splitTargets')}</Button>
            <Button variant="primary" disabled={changed === 0} onClick={() => void finish()}>
              {t('codes.splitFinish')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('codes.cancel')}</Button>
            <Button
              variant="primary"
              disabled={targets.length === 0 || passages.length === 0}
              onClick={() => setIsDealing(true)}
            >
              {t('codes.splitStart')}
            </Button>
          </>
        )
      }
    >
      {isDealing ? (
        <div onKeyDown={onKeyDown}>
          <DealTable
            passages={passages}
            targets={targets}
            state={state}
            codeHue={code.hue}
            onDeal={(choice) => setState(deal(state, choice))}
            onBack={() => setState(dealBack(state))}
          />
        </div>
      ) : (
        <>
          <div className="split-targets" aria-label={t('codes.splitTargets')}>
            {targets.length === 0 && <p>{t('codes.splitNoTargets')}</p>}
            {targets.map((target, index) => (
              <Chip
                key={target.name}
                hue={target.hue}
                removeLabel={t('codes.removeTarget', { name: target.name })}
                onRemove={() => setTargets(targets.toSpliced(index, 1))}
              >
                {target.name}
              </Chip>
            ))}
          </div>
          <CodeFinder
            key={targets.length}
            codes={data.codes}
            isOffered={isOffered}
            label={t('codes.splitAddTarget')}
            onConfirm={(target) => {
              if (target !== null) addTarget({ id: target.id, name: target.name, hue: target.hue })
            }}
            onNew={(name) => addTarget({ id: null, name, hue: code.hue })}
          />
        </>
      )}
    </Dialog>
  )
}

async function applyDeal(
  code: Code,
  targets: readonly SplitTarget[],
  passages: readonly PassageInContext[],
  choices: ReadonlyArray<{ passage: number; target: number }>,
): Promise<void> {
  const idByTarget = new Map<number, string>()
  for (const [index, target] of targets.entries()) {
    if (!choices.some((choice) => choice.target === index)) continue
    const { name, hue } = target
    const made =
      target.id ??
      (await act('codes.create', { name, hue, kind: code.kind, parentId: code.parentId }))?.id
    if (made === undefined) return
    idByTarget.set(index, made)
  }
  const deals = choices.flatMap(({ passage, target }) => {
    const codeId = idByTarget.get(target)
    const codings = passages[passage]?.codings.filter((coding) => coding.codeId === code.id) ?? []
    return codeId === undefined ? [] : codings.map((coding) => ({ codingId: coding.id, codeId }))
  })
  if (deals.length === 0) return
  const done = await act('codes.split', { codeId: code.id, deal: deals })
  if (done === undefined) return
  toastWithUndo(text('codes.dealt', { codings: text('codes.nCodings', { count: done.codings }) }))
}
