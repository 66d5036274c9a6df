import { Popover } from '@base-ui/react/popover'
import { Ellipsis } from 'lucide-react'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, select } from '../../app/workspace.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { codeKinds, codeStatuses } from '../../../shared/model/kinds.ts'
import { hueStyle, IconButton, InlineEdit, Menu, Select } from '../../ui/index.ts'
import { updateCodes } from '../code-acts.ts'
import type { CodeData } from '../code-data.ts'
import { codeHues, nearestHue } from '../code-hues.ts'
import { ancestorsOf } from '../tree/code-forest.ts'
import { codeMenu } from '../tree/code-menu.tsx'

/** Path, colour, name, kind, status and counts at the head of a code's page. */
export function CodeHeader({ code, data }: { code: Code; data: CodeData }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { forest, sets } = data
  const node = forest.nodeById.get(code.id)
  const subcodes = node === undefined ? 0 : countBelow(node)
  const path = ancestorsOf(forest, code.id)
  return (
    <header className="code-header">
      {path.length > 0 && (
        <nav className="code-path" aria-label={t('codes.path')}>
          {path.map((ancestor) => (
            <button
              key={ancestor.id}
              type="button"
              onClick={() => {
                openView({ type: 'code', id: ancestor.id })
                select({ type: 'code', id: ancestor.id })
              }}
            >
              {ancestor.name}
            </button>
          ))}
        </nav>
      )}
      <div className="code-header-name">
        <ColourChoice code={code} />
        <h1>
          <InlineEdit
            key={code.id}
            className="code-name-edit"
            label={t('codes.nameLabel')}
            value={code.name}
            onSave={(name) => void updateCodes([code.id], { name })}
          />
        </h1>
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} label={t('codes.more')} noTooltip />}
          items={codeMenu({ code, codeIds: [code.id], forest, sets, isOnPage: true })}
        />
      </div>
      <div className="code-header-facts">
        <Select
          isQuiet
          disabled={isReadOnly}
          aria-label={t('codes.kind')}
          title={t(`codes.kindHint_${code.kind}`)}
          value={code.kind}
          options={codeKinds.map((kind) => ({ value: kind, label: t(`codes.kind_${kind}`) }))}
          onValue={(kind) => void updateCodes([code.id], { kind })}
        />
        <Select
          isQuiet
          disabled={isReadOnly}
          aria-label={t('codes.status')}
          value={code.status}
          options={codeStatuses.map((status) => ({
            value: status,
            label: t(`codes.status_${status}`),
          }))}
          onValue={(status) => void updateCodes([code.id], { status })}
        />
        <span>
          {t('codes.usage', {
            codings: t('codes.nCodings', { count: code.codings }),
            sources: t('codes.nSources', { count: code.sources }),
          })}
          {subcodes > 0 && ` · ${t('codes.nSubcodes', { count: subcodes })}`}
        </span>
      </div>
    </header>
  )
}

function countBelow(node: { children: ReadonlyArray<Parameters<typeof countBelow>[0]> }): number {
  return node.children.reduce((sum, child) => sum + 1 + countBelow(child), 0)
}

/** The colour of the code; opens the sixteen hues. */
function ColourChoice({ code }: { code: Code }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const nearest = nearestHue(code.hue)
  return (
    <Popover.Root>
      <Popover.Trigger
        className="code-colour"
        disabled={isReadOnly}
        style={hueStyle(code.hue)}
        aria-label={`${t('codes.colour')}: ${t(`codes.hue_${nearest}`)}`}
      />
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" align="start" sideOffset={6}>
          <Popover.Popup className="code-swatches" aria-label={t('codes.colour')}>
            {codeHues.map((hue) => (
              <Popover.Close
                key={hue}
                className="code-swatch"
                style={hueStyle(hue)}
                aria-label={t(`codes.hue_${hue}`)}
                title={t(`codes.hue_${hue}`)}
                aria-pressed={hue === nearest}
                onClick={() => void updateCodes([code.id], { hue })}
              />
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
