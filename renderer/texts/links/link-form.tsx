import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Claim, LinkEnd } from '../../../shared/model/institution.ts'
import { claimBases } from '../../../shared/model/institution-kinds.ts'
import { failureText } from '../../../shared/i18n/index.ts'
import { run } from '../../app/engine-client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { usePassageInHand } from '../../passages/passage-in-hand.ts'
import { Button, Select } from '../../ui/index.ts'
import { EndFinder } from './end-finder.tsx'
import { Finder } from './finder.tsx'
import { useLikelyBasis } from './likely-basis.ts'
import { endKey, useLinkEnds } from './link-ends.ts'
import type { EndOrNew } from './link-ends.ts'
import { RelationForm } from './relation-form.tsx'
import { useRelations } from './relations.ts'
import './links.css'

interface Props {
  thing: LinkEnd
  other?: LinkEnd | undefined
  /** Called with the id of the link that was made. */
  onDone: (linkId: string) => void
  onClose: () => void
}

interface Direction {
  relation: string
  isBackward: boolean
}

/** Makes a link from one thing: a relation, read either way, and the other end; all by keyboard. */
export function LinkForm({ thing, other: given, onDone, onClose }: Props) {
  const t = useT()
  const language = useLanguage()
  const { all, of } = useRelations()
  const ends = useLinkEnds()
  const inHand = usePassageInHand()
  const submit = useRef<HTMLButtonElement>(null)
  const [direction, setDirection] = useState<Direction | null>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [other, setOther] = useState<EndOrNew | null>(given ?? null)
  const [isWithPassage, setWithPassage] = useState(true)
  const likely = useLikelyBasis(inHand?.sourceId)
  const [chosen, setBasis] = useState<Claim['basis'] | null>(null)
  const basis = chosen ?? likely
  const [refusal, setRefusal] = useState<{ message: string; hint: string } | null>(null)
  const options = useMemo(
    () =>
      all.flatMap(({ id, forward, backward }) => [
        { key: `> ${id}`, label: forward },
        ...(backward === forward ? [] : [{ key: `< ${id}`, label: backward }]),
      ]),
    [all],
  )
  const labelOf = (end: EndOrNew): string =>
    'newText' in end
      ? end.newText
      : (ends.find(({ ref }) => endKey(ref) === endKey(end))?.label ?? '')
  const isReady = direction !== null && other !== null
  // At once, so that Enter after Enter makes the link.
  useLayoutEffect(() => {
    if (isReady) submit.current?.focus()
  }, [isReady])
  const takeRelation = (next: Direction): void => {
    setDirection(next)
    setDraft(null)
  }
  const make = async (): Promise<void> => {
    if (direction === null || other === null) return
    const [from, to] = direction.isBackward ? [other, thing] : [thing, other]
    const evidence = inHand !== undefined && isWithPassage ? [{ basis, passages: [inHand.at] }] : []
    const answer = await run('links.create', { from, to, relation: direction.relation, evidence })
    if (answer.ok) onDone(answer.value.id)
    else setRefusal(failureText(language, answer.error))
  }
  const known = direction === null ? undefined : of(direction.relation)
  const words = direction?.isBackward === true ? known?.backward : known?.forward
  return (
    <form
      className="link-form"
      aria-label={t('links.newLink')}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="link-form-line">
        <span className="link-form-this">{labelOf(thing)}</span>
        {direction !== null && (
          <button
            type="button"
            className="link-form-chosen is-relation"
            title={t('links.changeRelation')}
            onClick={() => setDirection(null)}
          >
            {words ?? ''}
          </button>
        )}
        {other !== null && direction !== null && (
          <button
            type="button"
            className="link-form-chosen"
            title={t('links.changeEnd')}
            onClick={() => setOther(null)}
          >
            {labelOf(other)}
          </button>
        )}
      </div>
      {direction === null && draft === null && (
        <Finder
          key="relation"
          label={t('links.relation')}
          placeholder={t('links.relationPlaceholder')}
          options={options}
          newLabel={(name) => t('links.newRelation', { name })}
          onNew={setDraft}
          onPick={(key) =>
            takeRelation({ relation: key.slice(2), isBackward: key.startsWith('<') })
          }
          onClose={onClose}
        />
      )}
      {draft !== null && (
        <RelationForm
          name={draft}
          onDone={(relation) => takeRelation({ relation, isBackward: false })}
          onClose={() => setDraft(null)}
        />
      )}
      {direction !== null && other === null && (
        <EndFinder
          ends={ends.filter((end) => endKey(end.ref) !== endKey(thing))}
          onPick={setOther}
          onNew={(newText) => setOther({ newText })}
          onClose={onClose}
        />
      )}
      {isReady && inHand !== undefined && (
        <div className="link-form-evidence">
          <label className="claim-in-hand">
            <input
              type="checkbox"
              checked={isWithPassage}
              onChange={(event) => setWithPassage(event.target.checked)}
            />
            <span>
              {t('links.thisPassage', { source: inHand.sourceTitle })}
              <q>{inHand.quote}</q>
            </span>
          </label>
          {isWithPassage && (
            <Select
              aria-label={t('links.basis')}
              value={basis}
              options={claimBases.map((value) => ({
                value,
                label: t(`institution.basis.${value}`),
              }))}
              onValue={setBasis}
            />
          )}
        </div>
      )}
      {refusal !== null && (
        <p className="claim-refusal" role="alert">
          {refusal.message} {refusal.hint}
        </p>
      )}
      {draft === null && (
        <div className="claim-buttons">
          <Button size="small" variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button ref={submit} size="small" variant="primary" type="submit" disabled={!isReady}>
            {t('links.makeLink')}
          </Button>
        </div>
      )}
    </form>
  )
}
