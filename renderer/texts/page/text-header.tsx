import { Ellipsis, Network } from 'lucide-react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView } from '../../app/workspace.ts'
import { IconButton, InlineEdit, Menu } from '../../ui/index.ts'
import { StatusMark } from '../status-mark.tsx'
import { updateTexts } from '../text-acts.ts'
import { textMenu } from '../text-menu.ts'
import { StatusChase } from './status-chase.tsx'

/** Title, marks and acts at the head of a text's record. */
export function TextHeader({ text }: { text: InstitutionalText }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  return (
    <header className="text-header">
      <div className="text-header-name">
        <StatusMark status={text.status} replicable={text.replicable} size={28} />
        <h1>
          <InlineEdit
            className="text-title-edit"
            label={t('institution.column.title')}
            value={text.title}
            onSave={(title) => {
              if (title !== '') void updateTexts([text.id], { title })
            }}
          />
        </h1>
        <IconButton
          icon={Network}
          label={t('texts.showInHierarchy')}
          onClick={() => openView({ type: 'hierarchy', focus: { type: 'text', id: text.id } })}
        />
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} label={t('texts.more')} noTooltip />}
          items={textMenu(text, isReadOnly)}
        />
      </div>
      <StatusChase text={text} />
    </header>
  )
}
