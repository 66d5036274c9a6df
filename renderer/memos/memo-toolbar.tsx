import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
} from 'lexical'
import type { ElementNode } from 'lexical'
import { Bold, Heading1, Heading2, Italic, Link, List, ListOrdered, Quote } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { IconButton } from '../ui/index.ts'
import { useLastPassage } from './last-passage.ts'
import { insertPassageLink } from './passage-links.ts'

type BlockKind = 'paragraph' | 'h1' | 'h2' | 'quote' | 'bullet' | 'number'

interface FormatState {
  isBold: boolean
  isItalic: boolean
  block: BlockKind
}

const plain: FormatState = { isBold: false, isItalic: false, block: 'paragraph' }

/** The few forms that a memo needs, and the link to a passage. */
export function MemoToolbar({ children }: { children?: ReactNode }) {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  const [format, setFormat] = useState(plain)
  const passageId = useLastPassage()

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readFormat)
        setFormat((present) => (isSameFormat(present, next) ? present : next))
      }),
    [editor],
  )

  const setBlock = (kind: 'h1' | 'h2' | 'quote') => {
    editor.update(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const make: () => ElementNode =
        format.block === kind
          ? $createParagraphNode
          : kind === 'quote'
            ? $createQuoteNode
            : () => $createHeadingNode(kind)
      $setBlocksType(selection, make)
    })
  }
  const setList = (kind: 'bullet' | 'number') => {
    if (format.block === kind) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
    else if (kind === 'bullet') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)
    else editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)
  }
  const linkPassage = async () => {
    if (passageId === null) {
      toast({ text: t('memos.linkPassageNone') })
    } else if (!(await insertPassageLink(editor, passageId))) {
      toast({ text: t('memos.passageGone'), tone: 'error' })
    }
  }

  return (
    <div
      className="memo-toolbar"
      role="toolbar"
      aria-label={t('memos.toolbar')}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      <IconButton
        size="small"
        icon={Bold}
        label={t('memos.bold')}
        shortcut="$mod+KeyB"
        isPressed={format.isBold}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      />
      <IconButton
        size="small"
        icon={Italic}
        label={t('memos.italic')}
        shortcut="$mod+KeyI"
        isPressed={format.isItalic}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
      />
      <span className="memo-toolbar-gap" />
      <IconButton
        size="small"
        icon={Heading1}
        label={t('memos.heading1')}
        isPressed={format.block === 'h1'}
        onClick={() => setBlock('h1')}
      />
      <IconButton
        size="small"
        icon={Heading2}
        label={t('memos.heading2')}
        isPressed={format.block === 'h2'}
        onClick={() => setBlock('h2')}
      />
      <IconButton
        size="small"
        icon={Quote}
        label={t('memos.quote')}
        isPressed={format.block === 'quote'}
        onClick={() => setBlock('quote')}
      />
      <IconButton
        size="small"
        icon={List}
        label={t('memos.bulletList')}
        isPressed={format.block === 'bullet'}
        onClick={() => setList('bullet')}
      />
      <IconButton
        size="small"
        icon={ListOrdered}
        label={t('memos.numberedList')}
        isPressed={format.block === 'number'}
        onClick={() => setList('number')}
      />
      <span className="memo-toolbar-gap" />
      <IconButton
        size="small"
        icon={Link}
        label={t('memos.linkPassage')}
        onClick={() => void linkPassage()}
      />
      {children}
    </div>
  )
}

function $readFormat(): FormatState {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return plain
  let block: BlockKind = 'paragraph'
  for (const node of [selection.anchor.getNode(), ...selection.anchor.getNode().getParents()]) {
    if ($isHeadingNode(node)) block = node.getTag() === 'h1' ? 'h1' : 'h2'
    else if ($isQuoteNode(node)) block = 'quote'
    else if ($isListNode(node)) block = node.getListType() === 'number' ? 'number' : 'bullet'
  }
  return { isBold: selection.hasFormat('bold'), isItalic: selection.hasFormat('italic'), block }
}

function isSameFormat(a: FormatState, b: FormatState): boolean {
  return a.isBold === b.isBold && a.isItalic === b.isItalic && a.block === b.block
}
