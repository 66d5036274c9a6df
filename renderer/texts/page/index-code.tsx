import { Unlink } from 'lucide-react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView } from '../../app/workspace.ts'
import { useCodes } from '../../codes/code-data.ts'
import { Button, Chip, IconButton, Select } from '../../ui/index.ts'
import { makeIndexCode } from '../text-acts.ts'

/** The codes that stand for the text; one can be made, or an existing one bound. */
export function IndexCode({ text }: { text: InstitutionalText }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { codes } = useCodes()
  const bound = codes.filter((code) => code.entity?.id === text.id)
  const free = codes.filter((code) => code.entity === null && code.kind === 'text')
  return (
    <div className="text-row is-wide" title={t('texts.indexCodeHint')}>
      <span className="text-row-label">{t('texts.boundCode')}</span>
      <div className="text-row-value text-chips">
        {bound.map((code) => (
          <span key={code.id} className="text-chip-pair">
            <Chip hue={code.hue} onClick={() => openView({ type: 'code', id: code.id })}>
              {code.name}
            </Chip>
            <IconButton
              icon={Unlink}
              size="small"
              label={t('texts.unbind', { name: code.name })}
              disabled={isReadOnly}
              onClick={() => void act('codes.update', { codeIds: [code.id], entity: null })}
            />
          </span>
        ))}
        {bound.length === 0 && (
          <>
            <Button size="small" disabled={isReadOnly} onClick={() => void makeIndexCode(text)}>
              {t('texts.indexCode')}
            </Button>
            {free.length > 0 && (
              <Select
                isQuiet
                className="text-add-select"
                disabled={isReadOnly}
                aria-label={t('texts.bindCode')}
                value=""
                options={[
                  { value: '', label: t('texts.bindCode') },
                  ...free.map((code) => ({ value: code.id, label: code.name })),
                ]}
                onValue={(codeId) =>
                  void act('codes.update', {
                    codeIds: [codeId],
                    entity: { type: 'text', id: text.id },
                  })
                }
              />
            )}
          </>
        )}
      </div>
    </div>
  )
}
