import { useRef, useState } from 'react'
import { Dialog, Kbd, TextInput } from '../ui/index.ts'
import { useKnownActions } from './actions.ts'
import type { Action, MenuName } from './actions.ts'
import { isNamedLike } from './action-names.ts'
import { closeDialog } from './dialogs.ts'
import { useT } from './i18n.ts'
import type { TextKey } from './i18n.ts'
import './shortcuts-page.css'

const groups: ReadonlyArray<MenuName> = ['code', 'edit', 'go', 'file', 'view', 'help']

const keyOf = (action: Action): string | undefined => action.shortcut ?? action.pageKey

/** Every action that has a key, by menu. */
export function ShortcutsPage() {
  const t = useT()
  const [filter, setFilter] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const actions = useKnownActions().filter(
    (action) =>
      (action.isHidden !== true || action.menu !== undefined || action.pageName !== undefined) &&
      keyOf(action) !== undefined &&
      isNamedLike(action, filter),
  )
  const groupOf = (action: Action): TextKey =>
    action.pageName ?? `app.menu.${action.menu ?? 'code'}`
  const pages = new Set(actions.flatMap(({ pageName }) => pageName ?? []))
  const filled = [...groups.map((group): TextKey => `app.menu.${group}`), ...pages].filter(
    (group) => actions.some((action) => groupOf(action) === group),
  )
  return (
    <Dialog
      title={t('app.shortcuts.title')}
      description={t('app.shortcuts.lead')}
      width="wide"
      onClose={closeDialog}
      initialFocus={field}
    >
      <TextInput
        ref={field}
        className="shortcuts-filter"
        aria-label={t('app.shortcuts.filter')}
        placeholder={t('app.shortcuts.filter')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {filled.length === 0 && <p className="shortcuts-none">{t('app.palette.nothing')}</p>}
      <div className="shortcuts-groups">
        {filled.map((group) => (
          <section key={group} className="shortcuts-group">
            <h3>{t(group)}</h3>
            <dl>
              {actions
                .filter((action) => groupOf(action) === group)
                .toSorted((a, b) => (a.group ?? 50) - (b.group ?? 50))
                .map((action) => (
                  <div key={action.id} className="shortcuts-line">
                    <dt>{t(action.labelKey).replace(/ …$/, '')}</dt>
                    <dd>
                      <Kbd shortcut={keyOf(action) ?? ''} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
