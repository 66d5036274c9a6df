import { useEffect, useState } from 'react'
import type { QueryInput, QueryName, QueryOutput } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { sourceKinds } from '../../shared/model/kinds.ts'
import { act, ask } from '../app/engine-client.ts'
import { useFormat, useLanguage, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { showTask } from '../app/work.ts'
import { openView } from '../app/workspace.ts'
import { kindKey } from '../sources/source-words.ts'
import { Button, Select } from '../ui/index.ts'
import { StopWords } from './stop-words.tsx'
import { narrowed, type SearchTab, type Spec } from './search-spec.ts'

const groupings = ['source', 'kind', 'folder', 'person', 'form'] as const
const measures = ['logLikelihood', 'mutualInformation', 'frequency'] as const
const windows = ['1', '2', '3', '5', '10'] as const

/** The answer to a long question; it can be stopped in the status bar. Asked again with `key`. */
function useLong<N extends QueryName>(
  name: N,
  args: QueryInput<N>,
): { answer: Result<QueryOutput<N>> | null; again: () => void } {
  const t = useT()
  const key = JSON.stringify(args)
  const [turn, setTurn] = useState(0)
  const [got, setGot] = useState<{ key: string; answer: Result<QueryOutput<N>> } | null>(null)
  useEffect(() => {
    let isWanted = true
    const given = JSON.parse(key) as QueryInput<N>
    void showTask(t('search.counting'), (task) => ask(name, { ...given, task })).then((answer) => {
      if (isWanted) setGot({ key, answer })
    })
    return () => {
      isWanted = false
    }
  }, [name, key, turn, t])
  return { answer: got?.key === key ? got.answer : null, again: () => setTurn(turn + 1) }
}

/** Hits by what they stand in. */
export function CountsTable({ view, spec }: { view: SearchTab; spec: Spec }) {
  const t = useT()
  const format = useFormat()
  const [by, setBy] = useState<(typeof groupings)[number]>('source')
  const { answer } = useLong('search.counts', { ...spec, by })
  const open = (key: string) => {
    if (by === 'form') return openView({ ...view, query: `"${key}"` })
    const kinds = sourceKinds.filter((kind) => kind === key)
    const scope = {
      source: { sourceIds: [key] },
      kind: { kinds },
      folder: { folderIds: [key] },
      person: { personIds: [key] },
    }[by]
    openView({ ...view, scope: narrowed(spec.scope, scope) })
  }
  const label = (item: { key: string; label: string }) => {
    const kind = by === 'kind' ? sourceKinds.find((one) => one === item.key) : undefined
    return kind ? t(kindKey(kind)) : item.label || t('search.none')
  }
  return (
    <div className="search-table">
      <Select
        aria-label={t('search.by.label')}
        value={by}
        options={groupings.map((value) => ({ value, label: t(`search.by.${value}`) }))}
        onValue={setBy}
      />
      <Answered answer={answer}>
        {({ items }) => (
          <table>
            <thead>
              <tr>
                <th>{t(`search.by.${by}`)}</th>
                <th className="search-number">{t('search.columns.hits')}</th>
                <th className="search-number">{t('search.columns.sources')}</th>
              </tr>
            </thead>
            <tbody>
              {items.slice(0, 500).map((item) => (
                <tr key={item.key}>
                  <th scope="row">
                    {item.key === '' || item.key.startsWith('speaker:') ? (
                      label(item)
                    ) : (
                      <WordButton word={label(item)} onOpen={() => open(item.key)} />
                    )}
                  </th>
                  <td className="search-number">{format.number(item.hits)}</td>
                  <td className="search-number">{format.number(item.sources)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answered>
    </div>
  )
}

/** Words near the hits; from each to the places where both stand. */
export function NeighboursTable({ view, spec }: { view: SearchTab; spec: Spec }) {
  const t = useT()
  const language = useLanguage()
  const decimal = (value: number, digits: number) =>
    language === 'nb' ? value.toFixed(digits).replace('.', ',') : value.toFixed(digits)
  const [measure, setMeasure] = useState<(typeof measures)[number]>('logLikelihood')
  const [window, setWindow] = useState<(typeof windows)[number]>('5')
  const asked = { ...spec, measure, window: Number(window) }
  const { answer, again } = useLong('search.collocations', asked)
  return (
    <div className="search-table">
      <div className="search-choices">
        <Select
          aria-label={t('search.measure.label')}
          value={measure}
          options={measures.map((value) => ({ value, label: t(`search.measure.${value}`) }))}
          onValue={setMeasure}
        />
        <Select
          aria-label={t('search.window')}
          value={window}
          options={windows.map((value) => ({
            value,
            label: t('search.windowWords', { count: Number(value) }),
          }))}
          onValue={setWindow}
        />
      </div>
      <Answered answer={answer}>
        {({ items }) => (
          <table>
            <thead>
              <tr>
                <th>{t('search.columns.word')}</th>
                {(['together', 'left', 'right', 'overall', 'll', 'mi'] as const).map((name) => (
                  <th key={name} className="search-number">
                    {t(`search.columns.${name}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.word}>
                  <th scope="row">
                    <WordButton
                      word={item.word}
                      onOpen={() =>
                        openView({ ...view, query: nearQuery(spec.query, item.word, window) })
                      }
                    />
                  </th>
                  <td className="search-number">{item.together}</td>
                  <td className="search-number">{item.left}</td>
                  <td className="search-number">{item.right}</td>
                  <td className="search-number">{item.overall}</td>
                  <td className="search-number">{decimal(item.logLikelihood, 1)}</td>
                  <td className="search-number">{decimal(item.mutualInformation, 2)}</td>
                  <LeaveOut word={item.word} onDone={again} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answered>
    </div>
  )
}

/** NEAR takes no AND, NOT or pattern: there both are asked for in the same paragraph. */
function nearQuery(query: string, word: string, window: string): string {
  const isPlain = /^[^\s()/]+$|^"[^"]*"$/u.test(query)
  return isPlain ? `${query} NEAR/${Number(window) - 1} "${word}"` : `(${query}) "${word}"`
}

/** How often each word occurs where is searched, whatever is searched for. */
export function WordsTable({ view, spec }: { view: SearchTab; spec: Spec }) {
  const t = useT()
  const format = useFormat()
  const { answer, again } = useLong('search.words', { scope: spec.scope, limit: 500 })
  return (
    <div className="search-table">
      <StopWords onDone={again} />
      <Answered answer={answer}>
        {({ items, words }) => (
          <>
            <p>{t('search.wordsOf', { count: words })}</p>
            <table>
              <thead>
                <tr>
                  <th>{t('search.columns.word')}</th>
                  <th className="search-number">{t('search.columns.times')}</th>
                  <th className="search-number">{t('search.columns.sources')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {items.map(({ word, count, sources }) => (
                  <tr key={word}>
                    <th scope="row">
                      <WordButton
                        word={word}
                        onOpen={() => openView({ ...view, query: `"${word}"` })}
                      />
                    </th>
                    <td className="search-number">{format.number(count)}</td>
                    <td className="search-number">{sources}</td>
                    <LeaveOut word={word} onDone={again} />
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Answered>
    </div>
  )
}

function WordButton({ word, onOpen }: { word: string; onOpen: () => void }) {
  return (
    <button type="button" className="search-word" onClick={onOpen}>
      {word}
    </button>
  )
}

function LeaveOut({ word, onDone }: { word: string; onDone: () => void }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  return (
    <td className="search-leave-out">
      {!isReadOnly && (
        <Button
          variant="quiet"
          size="small"
          aria-label={t('search.leaveOutWord', { word })}
          onClick={() => void act('stopWords.set', { words: [word], isStop: true }).then(onDone)}
        >
          {t('search.leaveOut')}
        </Button>
      )}
    </td>
  )
}

function Answered<T>({
  answer,
  children,
}: {
  answer: Result<T> | null
  children: (value: T) => React.ReactNode
}) {
  const t = useT()
  const language = useLanguage()
  if (answer === null) return <p role="status">{t('search.counting')} …</p>
  if (answer.ok) return children(answer.value)
  const { message, hint } = failureText(language, answer.error)
  return <p role="status">{`${message} ${hint}`}</p>
}
