import { useVirtualizer } from '@tanstack/react-virtual'
import { History } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Activity } from '../../shared/model/entities.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { ActivityTools, fieldsToFilter, noActivityFields } from './activity-tools.tsx'
import { AnalystMark } from './analyst-badge.tsx'
import { useQuery } from './engine-client.ts'
import { stepText } from './history-acts.ts'
import { useFormat, useT } from './i18n.ts'
import { useProject } from './session.ts'
import './activity-view.css'

const step = 500

type Row = { day: string } | { item: Activity; times: number }

export function ActivityView() {
  const t = useT()
  const format = useFormat()
  const project = useProject()
  const [limit, setLimit] = useState(step)
  const [fields, setFields] = useState(noActivityFields)
  const wanted = useDeferredValue(fields)
  const scroll = useRef<HTMLDivElement>(null)
  const filter = fieldsToFilter(wanted)
  const isFiltered = Object.keys(filter).length > 0
  const all = useQuery('activity.list', { limit, ...filter }, [
    'project',
    'sources',
    'codes',
    'passages',
    'memos',
    'persons',
    'folders',
    'history',
  ]).data?.items
  const rows = useMemo(() => rowsByDay(all ?? [], format.day), [all, format])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 30,
    overscan: 20,
  })
  const analystById = new Map(project.analysts.map((analyst) => [analyst.id, analyst]))
  return (
    <div className="activity">
      <header className="page-head">
        <h1>{t('app.activity.title')}</h1>
        <p>{t('app.activity.lead')}</p>
        <ActivityTools
          fields={fields}
          onFields={(next) => {
            setFields(next)
            setLimit(step)
          }}
        />
      </header>
      {all?.length === 0 ? (
        <EmptyState
          icon={History}
          title={t(isFiltered ? 'app.activity.nothingFits' : 'app.activity.empty')}
          actions={
            isFiltered ? (
              <Button onClick={() => setFields(noActivityFields)}>
                {t('app.activity.showAll')}
              </Button>
            ) : undefined
          }
        >
          {isFiltered ? undefined : t('app.activity.emptyText')}
        </EmptyState>
      ) : (
        <div
          ref={scroll}
          className="activity-scroll"
          tabIndex={0}
          aria-label={t('app.activity.title')}
          role="region"
        >
          <div className="activity-list" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              if (row === undefined) return null
              const style = { transform: `translateY(${start}px)` }
              if ('day' in row) {
                return (
                  <h2 key={`day-${row.day}`} className="activity-day" style={style}>
                    {format.date(row.day)}
                  </h2>
                )
              }
              const analyst = analystById.get(row.item.analystId)
              return (
                <div key={row.item.id} className="activity-row" style={style}>
                  <span className="activity-time">{format.hour(row.item.time)}</span>
                  {analyst === undefined ? (
                    <span>{row.item.analyst}</span>
                  ) : (
                    <AnalystMark analyst={analyst} />
                  )}
                  <span className="activity-what">
                    {stepText(row.item)}
                    {row.times > 1 && (
                      <span className="activity-times"> × {format.number(row.times)}</span>
                    )}
                  </span>
                </div>
              )
            })}
          </div>
          {all !== undefined && all.length >= limit && (
            <Button className="activity-more" onClick={() => setLimit((count) => count + step)}>
              {t('app.activity.more')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function rowsByDay(items: readonly Activity[], dayOf: (time: string) => string): Row[] {
  const rows: Row[] = []
  let last = ''
  for (const item of items) {
    const day = dayOf(item.time)
    if (day !== last) rows.push({ day })
    last = day
    const above = rows.at(-1)
    if (above !== undefined && 'item' in above && isMoreOf(above.item, item)) above.times += 1
    else rows.push({ item, times: 1 })
  }
  return rows
}

/** Writing is kept in small pieces, which are told of as one. */
function isMoreOf(later: Activity, earlier: Activity): boolean {
  return (
    /^(memos\.write|sources\.editText)$/.test(later.command) &&
    later.command === earlier.command &&
    later.label === earlier.label &&
    later.analystId === earlier.analystId
  )
}
