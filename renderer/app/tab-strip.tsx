import { Columns2, X } from 'lucide-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useEffect, useRef } from 'react'
import { IconButton, openContextMenu } from '../ui/index.ts'
import { useT } from './i18n.ts'
import { useViewTitle, viewIcon } from './view-title.ts'
import {
  closeTab,
  closeViews,
  keepFrontTab,
  moveTab,
  moveTabBeside,
  showTab,
  viewKey,
  workspaceStore,
} from './workspace.ts'
import type { Group, Tab } from './workspace.ts'

interface StripProps {
  group: Group
  index: number
  isOnly: boolean
}

const dragType = 'application/x-standpoint-tab'

export function TabStrip({ group, index, isOnly }: StripProps) {
  const t = useT()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (list.current === null) return
    // A strip that has become narrower would hide the tab in front, with what closes it.
    const observer = new ResizeObserver(() => {
      const front = list.current?.querySelector('.tab-front')
      front?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div className="tab-strip">
      <ul ref={list} className="tab-list" aria-label={t('app.tabs.strip')}>
        {group.tabs.map((tab) => (
          <TabView key={tab.id} tab={tab} group={group} index={index} />
        ))}
      </ul>
      {group.tabs.length > 0 && (
        <IconButton
          icon={Columns2}
          label={t(isOnly ? 'app.tabs.split' : 'app.tabs.unsplit')}
          shortcut="$mod+Alt+KeyS"
          onClick={() => {
            workspaceStore.set((state) => ({ ...state, activeGroup: index }))
            moveTabBeside()
          }}
        />
      )}
    </div>
  )
}

function TabView({ tab, group, index }: { tab: Tab; group: Group; index: number }) {
  const t = useT()
  const title = useViewTitle(tab.view)
  const Icon = viewIcon(tab.view)
  const isFront = tab.id === group.front
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isFront) item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // A longer title makes a wider tab.
  }, [isFront, title])
  const close = (): void => closeTab(index, tab.id)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') close()
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || event.altKey) return
    event.preventDefault()
    const place = group.tabs.findIndex((other) => other.id === tab.id) + step
    const next = group.tabs[place]
    if (next === undefined) return
    showTab(index, next.id)
    const sibling =
      step === 1 ? item.current?.nextElementSibling : item.current?.previousElementSibling
    sibling?.querySelector('button')?.focus()
  }
  const onDrop = (event: DragEvent): void => {
    const [from, id] = event.dataTransfer.getData(dragType).split(':').map(Number)
    if (from === undefined || id === undefined) return
    event.preventDefault()
    if (from === index) moveTab(index, id, tab.id)
  }
  return (
    <li
      ref={item}
      className={['tab', isFront ? 'tab-front' : '', tab.isPassing === true ? 'tab-passing' : '']
        .join(' ')
        .trim()}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragType, `${index}:${tab.id}`)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
      }}
      onDrop={onDrop}
      onAuxClick={(event) => {
        if (event.button === 1) close()
      }}
      onContextMenu={(event) =>
        openContextMenu(event, [
          { label: t('ui.close'), shortcut: '$mod+KeyW', perform: close },
          {
            label: t('app.tabs.closeOthers'),
            isDisabled: group.tabs.length < 2,
            perform: () => {
              const kept = viewKey(tab.view)
              const others = new Set(group.tabs.map((other) => viewKey(other.view)))
              closeViews((view) => viewKey(view) !== kept && others.has(viewKey(view)))
            },
          },
          'separator',
          {
            label: t('app.actions.split'),
            icon: Columns2,
            perform: () => {
              showTab(index, tab.id)
              moveTabBeside()
            },
          },
        ])
      }
    >
      <button
        type="button"
        className="tab-name"
        aria-current={isFront ? 'page' : undefined}
        onClick={() => showTab(index, tab.id)}
        onDoubleClick={keepFrontTab}
        onKeyDown={onKeyDown}
        title={title}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span>{title}</span>
      </button>
      <button
        type="button"
        className="tab-close"
        tabIndex={-1}
        aria-label={t('app.tabs.close', { title })}
        onClick={close}
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </li>
  )
}
