import { useEffect, useState } from 'react'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import { attributeTypes, type HolderKind } from '../../../shared/model/kinds.ts'
import { closeDialog } from '../../app/dialogs.ts'
import { act, ask, showFailure, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { Button, Dialog, Segmented, Select } from '../../ui/index.ts'

type Preview = QueryOutput<'people.previewImport'>
type Column = Preview['columns'][number]

interface ImportTableProps {
  of: HolderKind
  path: string
}

/** What a table has, and what each of its columns becomes; nothing is changed before Import. */
export function ImportTableDialog({ of: first, path }: ImportTableProps) {
  const t = useT()
  const [of, setOf] = useState(first)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [columns, setColumns] = useState<Column[]>([])
  const attributes = useQuery('attributes.list', { of }, ['persons']).data?.items ?? []
  useEffect(() => {
    let isCurrent = true
    void ask('people.previewImport', { path, of }).then((answer) => {
      if (!isCurrent) return
      if (answer.ok) {
        setPreview(answer.value)
        setColumns(answer.value.columns)
      } else {
        showFailure(answer.error)
        closeDialog()
      }
    })
    return () => {
      isCurrent = false
    }
  }, [path, of])
  if (preview === null) return null
  const isReady =
    columns.some(({ as }) => as === 'name') && columns.every((column) => !isUnread(column))
  const choose = (index: number, choice: string): void =>
    setColumns(
      columns.map((column) => {
        if (column.index === index) return { ...column, ...columnAs(choice) }
        // Only one column says who a row is about, and only one the role.
        return choice === column.as && (choice === 'name' || choice === 'role')
          ? { ...column, as: 'skip' }
          : column
      }),
    )
  const go = async (): Promise<void> => {
    const given = columns.map(({ index, as, attributeId, header, type }) => ({
      ...{ index, as, attributeId, name: header, type },
    }))
    const done = await act('people.import', { path, of, columns: given })
    if (done === undefined) return
    closeDialog()
    toastWithUndo(t('people.imported', { rows: done.created + done.known, cells: done.cells }))
  }
  const options = [
    { value: 'name', label: t('people.importAsName') },
    ...(of === 'persons' ? [{ value: 'role', label: t('people.importAsRole') }] : []),
    ...attributes.map(({ id, name }) => ({ value: `attribute:${id}`, label: name })),
    ...attributeTypes.map((type) => ({
      value: `new:${type}`,
      label: t('people.importAsNew', { type: t(`people.type.${type}`) }),
    })),
    { value: 'skip', label: t('people.importAsSkip') },
  ]
  return (
    <Dialog
      title={t('people.importTitle')}
      width="wide"
      onClose={closeDialog}
      footer={
        <>
          <Button variant="quiet" onClick={closeDialog}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" disabled={!isReady} onClick={() => void go()}>
            {t('people.importGo')}
          </Button>
        </>
      }
    >
      <Segmented
        label={t('people.importOf')}
        value={of}
        options={(['persons', 'cases', 'sources'] as const).map((value) => ({
          value,
          label: t(`people.of.${value}`),
        }))}
        onValue={setOf}
      />
      <p className="people-import-sum">
        {t(of === 'sources' ? 'people.importSources' : 'people.importSum', {
          known: preview.known,
          fresh: preview.fresh,
        })}{' '}
        {preview.nameless > 0 && t('people.importNameless', { count: preview.nameless })}{' '}
        {preview.repeated > 0 && t('people.importRepeated', { count: preview.repeated })}
      </p>
      <table className="people-import">
        <thead>
          <tr>
            <th scope="col">{t('people.importColumn')}</th>
            <th scope="col">{t('people.importSamples')}</th>
            <th scope="col">{t('people.importAs')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.index}>
              <th scope="row">{column.header}</th>
              <td>{column.samples.join(' · ')}</td>
              <td>
                <Select
                  aria-label={`${t('people.importAs')}: ${column.header}`}
                  value={choiceOf(column)}
                  options={options}
                  onValue={(choice) => choose(column.index, choice)}
                />
                {isUnread(column) && (
                  <p className="field-error">
                    {t('people.importUnread', {
                      type: t(`people.type.${column.type}`),
                      values: column.unread.join(', '),
                    })}
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}

function isUnread({ as, unread }: Column): boolean {
  return as === 'attribute' && unread.length > 0
}

function choiceOf({ as, attributeId, type }: Column): string {
  if (as === 'attribute') return `attribute:${attributeId}`
  return as === 'new' ? `new:${type}` : as
}

function columnAs(choice: string): Partial<Column> {
  const [as = '', what = ''] = choice.split(':')
  if (as === 'attribute') return { as, attributeId: what, unread: [] }
  const type = attributeTypes.find((each) => each === what)
  if (as === 'new' && type !== undefined) return { as, type }
  return { as: as === 'name' || as === 'role' ? as : 'skip' }
}
