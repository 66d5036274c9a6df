import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { failureText } from '../../../shared/i18n/index.ts'
import type { Claim } from '../../../shared/model/institution.ts'
import { claimBases, claimStances } from '../../../shared/model/institution-kinds.ts'
import { run } from '../../app/engine-client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { usePassageInHand } from '../../passages/passage-in-hand.ts'
import { Button, Field, Segmented, Select, TextInput } from '../../ui/index.ts'
import { useLikelyBasis } from './likely-basis.ts'
import './claims.css'

type Basis = Claim['basis']

/** Adds evidence, from the passage in hand or by its basis alone. A refusal stays beside the form. */
export function AddClaim({ about }: { about: Claim['about'] }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (isOpen && !isReadOnly) {
    return (
      <ClaimForm
        about={about}
        onClose={() => {
          setOpen(false)
          requestAnimationFrame(() => opener.current?.focus())
        }}
      />
    )
  }
  return (
    <button
      ref={opener}
      type="button"
      className="claim-add"
      disabled={isReadOnly}
      onClick={() => setOpen(true)}
    >
      <Plus size={12} strokeWidth={1.75} aria-hidden /> {t('links.addClaim')}
    </button>
  )
}

function ClaimForm({ about, onClose }: { about: Claim['about']; onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const inHand = usePassageInHand()
  const [chosen, setBasis] = useState<Basis | null>(null)
  const [stance, setStance] = useState<Claim['stance']>('supports')
  const [isWithPassage, setWithPassage] = useState(true)
  const [note, setNote] = useState('')
  const [reference, setReference] = useState('')
  const [refusal, setRefusal] = useState<{ message: string; hint: string } | null>(null)
  const likely = useLikelyBasis(inHand?.sourceId)
  const basis = chosen ?? likely
  const takes = inHand !== undefined && isWithPassage
  const add = async (): Promise<void> => {
    const answer = await run('claims.create', {
      about,
      basis,
      stance,
      passages: takes ? [inHand.at] : [],
      note,
      reference: basis === 'literature' ? reference : '',
    })
    if (answer.ok) onClose()
    else setRefusal(failureText(language, answer.error))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
  }
  return (
    <form
      className="claim-form"
      aria-label={t('links.addClaim')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Segmented
        label={t('links.stance')}
        value={stance}
        options={claimStances.map((value) => ({ value, label: t(`links.side_${value}`) }))}
        onValue={setStance}
      />
      <Field label={t('links.basis')} hint={t(`links.basisHint.${basis}`)}>
        {(props) => (
          <Select
            {...props}
            autoFocus
            value={basis}
            options={claimBases.map((value) => ({ value, label: t(`institution.basis.${value}`) }))}
            onValue={(value) => {
              setBasis(value)
              setRefusal(null)
            }}
          />
        )}
      </Field>
      {inHand === undefined ? (
        <p className="claim-hint">{t('links.noPassageInHand')}</p>
      ) : (
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
      )}
      {basis === 'literature' && (
        <TextInput
          aria-label={t('links.reference')}
          placeholder={t('links.referencePlaceholder')}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
      )}
      <TextInput
        aria-label={t('links.note')}
        placeholder={t('links.notePlaceholder')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {refusal !== null && (
        <p className="claim-refusal" role="alert">
          {refusal.message} {refusal.hint}
        </p>
      )}
      <div className="claim-buttons">
        <Button size="small" variant="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button size="small" variant="primary" type="submit">
          {t('ui.add')}
        </Button>
      </div>
    </form>
  )
}
