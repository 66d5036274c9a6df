import { ArrowRight, CornerUpRight, EyeOff, MapPin, UsersRound } from 'lucide-react'
import { useMemo } from 'react'
import type { Step } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { openView, select } from '../../app/workspace.ts'
import { toast } from '../../app/toast.ts'
import { InlineEdit } from '../../ui/index.ts'
import { EvidenceMark } from '../evidence-mark.tsx'
import { ThingPicker } from '../thing-picker.tsx'
import { textOfWeeks, weeksFromText } from '../week-text.ts'
import { openEvidence, updateStep } from '../work-acts.ts'
import type { WorkThings } from '../work-data.ts'

interface CellProps {
  step: Step
  things: WorkThings
}

/** What is out of the ordinary about a step: a meeting, invisible work. */
export function StepMarks({ step }: { step: Step }) {
  const t = useT()
  return (
    <div className="step-marks">
      {step.kind === 'meeting' && (
        <span>
          <UsersRound size={12} strokeWidth={1.75} aria-hidden /> {t('work.meeting')}
        </span>
      )}
      {step.visibility === 'invisible' && (
        <span title={t('work.visibilityHint')}>
          <EyeOff size={12} strokeWidth={1.75} aria-hidden /> {t('work.invisible')}
        </span>
      )}
    </div>
  )
}

export function StepWho({ step, things }: CellProps) {
  return (
    <div className="step-cell">
      <ActorsField step={step} things={things} />
      <span className={step.siteId === null ? 'step-arrow is-empty' : 'step-arrow'}>
        <MapPin size={13} strokeWidth={1.75} aria-hidden />
        <SiteField step={step} things={things} />
      </span>
    </div>
  )
}

export function ActorsField({ step, things }: CellProps) {
  const t = useT()
  return (
    <ThingPicker
      label={t('work.actorsOf', { name: step.action })}
      placeholder={t('work.who_')}
      things={things.actors}
      value={step.actorIds}
      onChange={(actorIds) => void updateStep(step.id, { actorIds })}
      onCreate={(name) => void updateStep(step.id, { newThings: { actors: [name] } })}
      onOpen={(id) => select({ type: 'actor', id })}
    />
  )
}

export function SiteField({ step, things }: CellProps) {
  const t = useT()
  return (
    <ThingPicker
      isSingle
      label={t('work.siteOf', { name: step.action })}
      placeholder={t('work.where')}
      things={things.sites}
      value={step.siteId === null ? [] : [step.siteId]}
      onChange={([siteId]) => void updateStep(step.id, { siteId: siteId ?? null })}
      onCreate={(site) => void updateStep(step.id, { newThings: { site } })}
    />
  )
}

export function StepTexts({ step, things }: CellProps) {
  const isEmpty = step.textInIds.length + step.textOutIds.length === 0
  return (
    <div className="step-cell step-texts">
      <TextsField step={step} things={things} side="in" />
      <span className={isEmpty ? 'step-arrow is-empty' : 'step-arrow'}>
        <ArrowRight size={13} strokeWidth={1.75} aria-hidden />
        <TextsField step={step} things={things} side="out" />
      </span>
    </div>
  )
}

export function TextsField({ step, things, side }: CellProps & { side: 'in' | 'out' }) {
  const t = useT()
  const texts = useMemo(
    () => things.texts.map(({ id, title, aliases }) => ({ id, name: title, aliases })),
    [things.texts],
  )
  return (
    <ThingPicker
      label={t(side === 'in' ? 'work.textsInOf' : 'work.textsOutOf', { name: step.action })}
      placeholder={t(side === 'in' ? 'work.in' : 'work.out')}
      things={texts}
      value={side === 'in' ? step.textInIds : step.textOutIds}
      onChange={(ids) =>
        void updateStep(step.id, side === 'in' ? { textInIds: ids } : { textOutIds: ids })
      }
      onCreate={(title) =>
        void updateStep(step.id, {
          newThings: side === 'in' ? { textsIn: [title] } : { textsOut: [title] },
        })
      }
      onOpen={(id) => {
        select({ type: 'text', id })
        openView({ type: 'text', id }, { beside: true })
      }}
    />
  )
}

export function StepWhen({ step }: { step: Step }) {
  return (
    <div className="step-cell">
      <WeeksField step={step} />
      <DurationField step={step} />
    </div>
  )
}

export function WeeksField({ step }: { step: Step }) {
  const t = useT()
  const { weekFrom, weekTo } = step
  const written = textOfWeeks(step)
  return (
    <span className="step-weeks">
      {written !== '' && (
        <span aria-hidden="true">
          {weekTo === null || weekFrom === weekTo ? t('work.weekMark') : t('work.weeksMark')}
        </span>
      )}
      <InlineEdit
        label={t('work.weeksOf', { name: step.action })}
        placeholder={t('work.weeks')}
        value={written}
        onSave={(text) => {
          const weeks = weeksFromText(text)
          if (weeks === undefined) toast({ text: t('work.weeksWrong'), tone: 'error' })
          else void updateStep(step.id, weeks)
        }}
      />
    </span>
  )
}

export function DurationField({ step }: { step: Step }) {
  const t = useT()
  return (
    <InlineEdit
      isWrapping
      className="step-duration"
      label={t('work.durationOf', { name: step.action })}
      placeholder={t('work.duration')}
      value={step.duration}
      onSave={(duration) => void updateStep(step.id, { duration })}
    />
  )
}

/** The state of the evidence, and the way to the first passage of it. */
export function StepEvidence({ step }: { step: Step }) {
  const t = useT()
  const isInferred = step.state === 'supported' && step.inferred
  const state = isInferred ? t('work.inferred') : t(`institution.evidence.${step.state}`)
  return (
    <div className="step-cell step-evidence">
      <button
        type="button"
        aria-label={t('work.evidenceOf', { name: step.action, state })}
        onClick={() => select({ type: 'step', id: step.id })}
      >
        <EvidenceMark of={step} />
      </button>
      {step.passages > 0 && (
        <button
          type="button"
          className="step-passages"
          title={t('work.openPassages', { count: step.passages })}
          onClick={(event) =>
            void openEvidence({ type: 'step', id: step.id }, event.ctrlKey || event.metaKey)
          }
        >
          <CornerUpRight size={12} strokeWidth={1.75} aria-hidden />
          {t('work.nPassages', { count: step.passages })}
        </button>
      )}
    </div>
  )
}
