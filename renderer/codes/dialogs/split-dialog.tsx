import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { text, useT } from '../../app/i18n.ts'
import type { Code, PassageInContext } from '../../../shared/model/entities.ts'
import { Button, Chip, Dialog } from '../../ui/index.ts'
import type { CodeData } from '../code-data.ts'
import { siblingsOf } from '../tree/code-forest.ts'
import { CodeFinder } from './code-finder.tsx'
import { deal, dealBack, dealBegin, dealt, withoutTarget } from './deal-state.ts'
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
  const [isLeaving, setIsLeaving] = useState(false)
  const [state, setState] = useState(dealBegin)
  const { data: found } = useQuery(
    'passages.list',
    { codeId: code.id, state: 'placed', limit: 20_000 },
    [],
  )
  const passages = (found?.items ?? []).filter(
    (passage) => passageIds?.includes(passage.id) ?? true,
  )
  const isOffered = (other: Code) =>
    other.id !== code.id && !targets.some((target) => target.id === other.id)
  // New codes stand beside the code, where no name may come twice.
  const taken = [
    ...siblingsOf(data.forest, code.id).map((node) => node.code.name),
    ...targets.map((target) => target.name),
  ]
  // Chosen with sub-codes on, some may have a sub-code only: there is no coding of this code to deal.
  const leftOut =
    found === undefined || passageIds === undefined ? 0 : passageIds.length - passages.length
  const changed = dealt(state).length
  const close = () => {
    if (changed === 0 || isLeaving) onClose()
    else setIsLeaving(true)
  }
  const finish = async () => {
    if (await applyDeal(code, targets, passages, dealt(state))) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLButtonElement
    if (event.key === 'Backspace') setState(dealBack(state))
    else if (event.key === ' ' && state.at < passages.length) setState(deal(state, null))
    else if (event.key === 'Enter' && !isButton && state.at >= passages.length && changed > 0) {
      void finish()
    } else return
    event.preventDefault()
  }

  return (
    <Dialog
      title={t('codes.splitTitle', { name: code.name })}
      description={t('codes.splitExplained')}
      onClose={close}
      footer={
        isLeaving ? (
          <>
            <p className="split-said" role="alert">
              {t('codes.splitLeaving')}
            </p>
            <Button variant="danger" onClick={onClose}>
              {t('codes.splitDiscard')}
            </Button>
            <Button variant="primary" onClick={() => setIsLeaving(false)}>
              {t('codes.splitGoOn')}
            </Button>
          </>
        ) : isDealing ? (
          <>
            <p className="split-said" role="status">
              {changed > 0 &&
                t('codes.splitChanges', { codings: t('codes.nCodings', { count: changed }) })}
            </p>
            <Button onClick={() => setIsDealing(false)}>{t('codes.splitChangeTargets')}</Button>
            <Button variant="primary" disabled={changed === 0} onClick={() => void finish()}>
              {t('codes.splitFinish')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={close}>{t('codes.cancel')}</Button>
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
          {leftOut > 0 && (
            <p className="split-left-out" role="status">
              {t('codes.splitLeftOut', {
                passages: t('codes.nPassages', { count: leftOut }),
                name: code.name,
              })}
            </p>
          )}
          <div className="split-targets" role="group" aria-label={t('codes.splitTargets')}>
            {targets.length === 0 && <p>{t('codes.splitNoTargets')}</p>}
            {targets.map((target, index) => (
              <Chip
                key={target.name}
                hue={target.hue}
                removeLabel={t('codes.removeTarget', { name: target.name })}
                onRemove={() => {
                  setTargets(targets.toSpliced(index, 1))
                  setState(withoutTarget(state, index))
                }}
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
              if (target === null) return
              setTargets([...targets, { id: target.id, name: target.name, hue: target.hue }])
            }}
            onNew={(name) => setTargets([...targets, { id: null, name, hue: code.hue }])}
            taken={taken}
          />
        </>
      )}
    </Dialog>
  )
}

/** Whether it was done; a refusal has been shown. */
async function applyDeal(
  code: Code,
  targets: readonly SplitTarget[],
  passages: readonly PassageInContext[],
  choices: ReadonlyArray<{ passage: number; target: number }>,
): Promise<boolean> {
  const isNew = (index: number) => targets[index]?.id === null
  const newIndexes = [...new Set(choices.map(({ target }) => target).filter(isNew))]
  const deals = choices.flatMap(({ passage, target }) => {
    const codings = passages[passage]?.codings.filter((coding) => coding.codeId === code.id) ?? []
    const to = isNew(target)
      ? { newCode: newIndexes.indexOf(target) }
      : { codeId: targets[target]?.id ?? code.id }
    return codings.map((coding) => ({ codingId: coding.id, ...to }))
  })
  const newCodes = newIndexes.flatMap((index) => {
    const target = targets[index]
    return target === undefined ? [] : [{ name: target.name, hue: target.hue }]
  })
  const done = await act('codes.split', { codeId: code.id, newCodes, deal: deals })
  if (done === undefined) return false
  toastWithUndo(text('codes.dealt', { codings: text('codes.nCodings', { count: done.codings }) }))
  return true
}
