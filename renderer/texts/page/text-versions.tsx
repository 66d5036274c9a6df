import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { InstitutionalText, TextVersion } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Button, DeleteButton, InlineEdit } from '../../ui/index.ts'
import { NameInput } from '../../codes/tree/name-input.tsx'
import { TextSection } from './text-section.tsx'

/** Earlier and later versions of the text, with the time in which each was in force. */
export function TextVersions({ text }: { text: InstitutionalText }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isNaming, setIsNaming] = useState(false)
  return (
    <TextSection
      title={t('texts.versions')}
      count={text.versions.length}
      tools={
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          disabled={isReadOnly}
          onClick={() => setIsNaming(true)}
        >
          {t('texts.addVersion')}
        </Button>
      }
    >
      {text.versions.length === 0 && !isNaming && (
        <p className="text-quiet">{t('texts.noVersions')}</p>
      )}
      <ul className="text-versions">
        {text.versions.map((version) => (
          <VersionRow key={version.id} version={version} />
        ))}
        {isNaming && (
          <li>
            <NameInput
              label={t('texts.versionName')}
              placeholder={t('texts.versionName')}
              initial=""
              onSave={async (version) => {
                const made = await act('textVersions.create', { textId: text.id, version })
                setIsNaming(made === undefined)
                return made !== undefined
              }}
              onCancel={() => setIsNaming(false)}
            />
          </li>
        )}
      </ul>
    </TextSection>
  )
}

function VersionRow({ version }: { version: TextVersion }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const field = (name: 'version' | 'validFrom' | 'validTo' | 'note', placeholder: string) => (
    <InlineEdit
      label={`${t(`institution.column.${name}`)}: ${version.version}`}
      value={version[name]}
      placeholder={placeholder}
      onSave={(value) => {
        if (name === 'version' && value === '') return
        void act('textVersions.update', { textVersionId: version.id, [name]: value })
      }}
    />
  )
  const remove = async (): Promise<void> => {
    const done = await act('textVersions.delete', { textVersionIds: [version.id] })
    if (done !== undefined) toastWithUndo(t('texts.deletedVersion', { version: version.version }))
  }
  return (
    <li className="text-version">
      {field('version', t('texts.versionName'))}
      {field('validFrom', t('institution.column.validFrom'))}
      {field('validTo', t('institution.column.validTo'))}
      {field('note', t('institution.column.note'))}
      <DeleteButton
        size="small"
        noTooltip
        label={t('texts.deleteVersion', { version: version.version })}
        disabled={isReadOnly}
        onClick={() => void remove()}
      />
    </li>
  )
}
