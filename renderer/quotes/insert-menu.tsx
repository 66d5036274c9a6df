import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  useBasicTypeaheadTriggerMatch,
} from '@lexical/react/LexicalTypeaheadMenuPlugin'
import { $createHeadingNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $getSelection, $insertNodes, $isRangeSelection } from 'lexical'
import type { LexicalEditor, TextNode } from 'lexical'
import { useCallback, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { tableViews } from '../app/views.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { $insertBlock, $takeAwayTyped } from './insert-parts.ts'
import {
  FootnoteNode,
  InlineQuotationNode,
  ProjectMapNode,
  ProjectTableNode,
  QuotationNode,
} from './part-nodes.tsx'
import { useQuotes } from './quote-data.ts'

/** So many fit on a screen; typing on narrows them. */
const most = 12

class Insertion extends MenuOption {
  readonly kind: string
  readonly name: string
  readonly hint: string
  readonly insert: (editor: LexicalEditor) => void

  constructor(kind: string, name: string, hint: string, insert: (editor: LexicalEditor) => void) {
    super(`${kind} ${name} ${hint}`)
    this.kind = kind
    this.name = name
    this.hint = hint
    this.insert = insert
  }
}

/** The menu that "/" opens: quotations by their words, tables, maps, a footnote, headings and lists. */
export function InsertMenu() {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  const [query, setQuery] = useState<string | null>(null)
  const triggerFn = useBasicTypeaheadTriggerMatch('/', {
    minLength: 0,
    maxLength: 60,
    allowWhitespace: true,
    punctuation: '',
  })
  const all = useInsertions(query !== null)
  const options = useMemo(() => {
    // The plugin opens late, also when what opened it is gone by then: there is nothing to offer.
    if (query === null) return []
    const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
    return all
      .filter(({ kind, name, hint }) => {
        const text = `${kind} ${name} ${hint}`.toLocaleLowerCase()
        return words.every((word) => text.includes(word))
      })
      .slice(0, most)
  }, [all, query])
  const choose = useCallback(
    (option: Insertion, _typed: TextNode | null, close: () => void) => {
      editor.update(() => {
        $takeAwayTyped((text) => triggerFn(text, editor)?.leadOffset ?? null)
        option.insert(editor)
      })
      close()
    },
    [editor, triggerFn],
  )
  return (
    <LexicalTypeaheadMenuPlugin<Insertion>
      options={options}
      triggerFn={triggerFn}
      onQueryChange={setQuery}
      onSelectOption={choose}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current === null || options.length === 0
          ? null
          : createPortal(
              <ul
                className="insert-menu"
                role="listbox"
                aria-label={t('quotes.account.insertMenu')}
              >
                {options.map((option, index) => (
                  <li
                    key={option.key}
                    id={`typeahead-item-${index}`}
                    ref={(element) => option.setRefElement(element)}
                    role="option"
                    aria-selected={index === selectedIndex}
                    className="insert-option"
                    onMouseEnter={() => setHighlightedIndex(index)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => selectOptionAndCleanUp(option)}
                  >
                    <span className="insert-kind">{option.kind}</span>
                    <span className="insert-name">{option.name}</span>
                    <span className="insert-hint">{option.hint}</span>
                  </li>
                ))}
              </ul>,
              anchor.current,
            )
      }
    />
  )
}

function useInsertions(isOpen: boolean): Insertion[] {
  const t = useT()
  const quotes = useQuotes()?.items
  const maps = useQuery('maps.list', isOpen ? {} : null, ['maps']).data?.items
  return useMemo(() => {
    const block = t('quotes.account.toolbar')
    const heading = (tag: 'h1' | 'h2' | 'h3', label: string) =>
      new Insertion(block, label, '', () => {
        const selection = $getSelection()
        if ($isRangeSelection(selection)) $setBlocksType(selection, () => $createHeadingNode(tag))
      })
    return [
      new Insertion(t('quotes.account.footnote'), '', '', () => $insertNodes([new FootnoteNode()])),
      ...(quotes ?? [])
        .filter(({ printed }) => printed !== '')
        .flatMap(({ id, printed, label, status }) => {
          const hint = [label, status === 'used' ? t('quotes.status_used') : '']
            .filter(Boolean)
            .join(' · ')
          return [
            new Insertion(t('quotes.account.quotation'), printed, hint, () =>
              $insertBlock(new QuotationNode(id)),
            ),
            new Insertion(t('quotes.account.inline'), printed, hint, () =>
              $insertNodes([new InlineQuotationNode(id)]),
            ),
          ]
        }),
      ...(maps ?? []).map(
        ({ id, name }) =>
          new Insertion(t('quotes.account.map'), name, '', () =>
            $insertBlock(new ProjectMapNode(id)),
          ),
      ),
      heading('h1', t('memos.heading1')),
      heading('h2', t('memos.heading2')),
      heading('h3', t('quotes.account.heading3')),
      new Insertion(block, t('memos.bulletList'), '', (editor) =>
        editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined),
      ),
      new Insertion(block, t('memos.numberedList'), '', (editor) =>
        editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined),
      ),
      ...tableViews.map(
        (table) =>
          new Insertion(t('quotes.account.table'), t(`institution.table.${table}`), '', () =>
            $insertBlock(new ProjectTableNode(table)),
          ),
      ),
    ]
  }, [t, quotes, maps])
}
