import { CornerUpRight, Plus, Settings2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Link, LinkEnd } from '../../../shared/model/institution.ts'
import { showDialog } from '../../app/dialogs.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select, useWorkspace } from '../../app/workspace.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { EvidenceMark } from './evidence-mark.tsx'
import { endKey, openEnd } from './link-ends.ts'
import { LinkForm } from './link-form.tsx'
import { useRelations } from './relations.ts'
import type { Relations } from './relations.ts'
import './links.css'

/** Links that begin or end at a thing, by relation as it reads from there. */
export function LinkList({ thing }: { thing: LinkEnd }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const relations = useRelations()
  const links = useQuery('links.list', { thing }, ['texts', 'work', 'passages', 'sources']).data
    ?.items
  const [isAdding, setAdding] = useState(false)
  const adder = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setAdding(false)
    requestAnimationFrame(() => adder.current?.focus())
  }
  if (links === undefined) return null
  return (
    <div className="link-list">
      {links.length === 0 && !isAdding && <p className="claim-hint">{t('links.noLinks')}</p>}
      {groupsOf(links, thing, relations).map((group) => (
        <section key={group.key} className="link-group" aria-label={group.words}>
          <div className="link-group-head">{group.words}</div>
          <ul>
            {group.links.map((link) => (
              <LinkRow key={link.id} link={link} thing={thing} />
            ))}
          </ul>
        </section>
      ))}
      {isAdding ? (
        <LinkForm
          thing={thing}
          onDone={(id) => {
            close()
            select({ type: 'link', id })
          }}
          onClose={close}
        />
      ) : (
        <div className="link-list-tools">
          <Button
            ref={adder}
            size="small"
            icon={Plus}
            disabled={isReadOnly}
            onClick={() => setAdding(true)}
          >
            {t('links.newLink')}
          </Button>
          <IconButton
            icon={Settings2}
            size="small"
            label={t('links.ownRelations')}
            onClick={() => showDialog({ type: 'relations' })}
          />
        </div>
      )}
    </div>
  )
}

interface LinkGroup {
  key: string
  words: string
  links: Link[]
}

/** Outgoing links first, in the order of the relations. */
function groupsOf(links: readonly Link[], thing: LinkEnd, relations: Relations): LinkGroup[] {
  return relations.all.flatMap(({ id, forward, backward }) => {
    const own = links.filter((link) => link.relation === id)
    const out = own.filter((link) => endKey(link.from) === endKey(thing))
    const into = own.filter((link) => endKey(link.from) !== endKey(thing))
    if (forward === backward)
      return own.length === 0 ? [] : [{ key: id, words: forward, links: own }]
    return [
      ...(out.length === 0 ? [] : [{ key: `> ${id}`, words: forward, links: out }]),
      ...(into.length === 0 ? [] : [{ key: `< ${id}`, words: backward, links: into }]),
    ]
  })
}

function LinkRow({ link, thing }: { link: Link; thing: LinkEnd }) {
  const t = useT()
  const isSelected = useWorkspace(
    ({ selection }) => selection.type === 'link' && selection.id === link.id,
  )
  const isOut = endKey(link.from) === endKey(thing)
  const [other, label] = isOut ? [link.to, link.toLabel] : [link.from, link.fromLabel]
  return (
    <li className={`link-row ${isSelected ? 'is-selected' : ''}`}>
      <button
        type="button"
        className="link-row-main"
        aria-pressed={isSelected}
        onClick={() => select({ type: 'link', id: link.id })}
        onDoubleClick={() => openEnd(other)}
      >
        <span className="link-row-name">{label}</span>
        <EvidenceMark evidence={link} isShort />
      </button>
      <IconButton
        icon={CornerUpRight}
        size="small"
        noTooltip
        label={t('links.openEnd', { name: label })}
        onClick={(event) => openEnd(other, event.ctrlKey || event.metaKey)}
      />
    </li>
  )
}
