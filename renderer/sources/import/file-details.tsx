import { failureText } from '../../../shared/i18n/index.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { Field, Segmented, Select, TextInput } from '../../ui/index.ts'
import { kindOptions } from '../source-words.ts'
import { importNotes } from './import-notes.ts'
import { fileName, isSurvey } from './import-plan.ts'
import type { PlannedFile, Preview } from './import-plan.ts'
import { ReflowChoice, TurnsChoice } from './reading-choices.tsx'

interface DetailsProps {
  file: PlannedFile
  isFrozen: boolean
  onChange: (change: Partial<PlannedFile>) => void
}

/** What one file gives, with what can be chosen for it. */
export function FileDetails({ file, isFrozen, onChange }: DetailsProps) {
  const t = useT()
  const language = useLanguage()
  const { preview } = file
  if (preview === null) {
    return (
      <div className="import-details" role="status">
        <p className="import-quiet">{file.isReading ? t('importing.reading') : ''}</p>
      </div>
    )
  }
  if (!preview.ok) {
    const words = preview.error === null ? null : failureText(language, preview.error)
    return (
      <div className="import-details">
        <p className="import-refused">
          <b>{words?.message ?? t('importing.cannot')}</b> {words?.hint}
        </p>
      </div>
    )
  }
  return (
    <fieldset className="import-details" disabled={isFrozen} aria-busy={file.isReading}>
      <legend className="visually-hidden">{fileName(file.path)}</legend>
      <Duplicate file={file} preview={preview} onChange={onChange} />
      <div className="import-pair">
        <Field label={t('importing.fileTitle')}>
          {(props) => (
            <TextInput
              {...props}
              value={file.title === '' ? preview.title : file.title}
              disabled={preview.sources > 1}
              onChange={(event) => onChange({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('importing.kind')}>
          {(props) => (
            <Select
              {...props}
              value={file.kind ?? preview.kind}
              options={kindOptions(t)}
              onValue={(kind) => onChange({ kind })}
            />
          )}
        </Field>
      </div>
      <div className="field">
        <span className="field-label">{t('importing.beginning')}</span>
        <div
          className="import-beginning"
          tabIndex={0}
          role="region"
          aria-label={t('importing.beginning')}
        >
          {preview.beginning.split('\n').map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </div>
        <p className="import-quiet">{importNotes(t, preview).join(' · ')}</p>
      </div>
      {!isSurvey(file) && <Speakers file={file} preview={preview} onChange={onChange} />}
      {isSurvey(file) ? (
        <div className="field">
          <span className="field-label">{t('importing.survey')}</span>
          <Segmented
            label={t('importing.survey')}
            value={file.surveyBy}
            options={[
              { value: 'row', label: t('importing.surveyRow') },
              { value: 'column', label: t('importing.surveyColumn') },
            ]}
            onValue={(surveyBy) => onChange({ surveyBy })}
          />
        </div>
      ) : (
        <ReflowChoice value={file.reflow} onValue={(reflow) => onChange({ reflow })} />
      )}
    </fieldset>
  )
}

type PartProps = Pick<DetailsProps, 'file' | 'onChange'> & { preview: Preview }

function Duplicate({ file, preview, onChange }: PartProps) {
  const t = useT()
  const known = useQuery('sources.list', preview.duplicateOf === null ? null : {}, ['sources']).data
  if (preview.duplicateOf === null) return null
  const title = known?.items.find((source) => source.id === preview.duplicateOf)?.title ?? ''
  return (
    <div className="import-duplicate">
      <span>
        {t('importing.duplicate', { title })}
        {file.again ? '' : `. ${t('importing.skipped')}.`}
      </span>
      <label className="check-line">
        <input
          type="checkbox"
          checked={file.again}
          onChange={(event) => onChange({ again: event.target.checked })}
        />
        {t('importing.importAnyway')}
      </label>
    </div>
  )
}

function Speakers({ file, preview, onChange }: PartProps) {
  const t = useT()
  const rename = (name: string, next: string): void => {
    const { [name]: _, ...others } = file.speakers
    const isSame = next.trim() === '' || next === name
    onChange({ speakers: isSame ? others : { ...others, [name]: next } })
  }
  if (preview.speakers.length === 0 && file.turns === 'auto') {
    return <p className="import-quiet">{t('importing.noSpeakers')}</p>
  }
  return (
    <div className="field">
      <span className="field-label">{t('importing.speakers')}</span>
      <TurnsChoice value={file.turns} onValue={(turns) => onChange({ turns, speakers: {} })} />
      {preview.speakers.length > 0 && (
        <>
          <ul className="import-speakers">
            {preview.speakers.map(({ name, turns }) => (
              <li key={name}>
                <TextInput
                  aria-label={t('sources.card.speakerName', { name })}
                  defaultValue={file.speakers[name] ?? name}
                  onChange={(event) => rename(name, event.target.value)}
                />
                <span>{t('sources.card.turns', { count: turns })}</span>
              </li>
            ))}
          </ul>
          <p className="import-quiet">{t('importing.speakersHint')}</p>
        </>
      )}
    </div>
  )
}
