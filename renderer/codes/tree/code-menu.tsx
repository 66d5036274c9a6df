import {
  Archive,
  ArrowDown,
  ArrowUp,
  BookOpen,
  Columns2,
  FolderInput,
  IndentDecrease,
  IndentIncrease,
  Merge,
  Pencil,
  Plus,
  Split,
  Trash2,
} from 'lucide-react'
import { text } from '../../app/i18n.ts'
import { isProjectWritable } from '../../app/session.ts'
import { showNavigator } from '../../app/side-panels.ts'
import { openView } from '../../app/workspace.ts'
import { act } from '../../app/engine-client.ts'
import type { Code, CodeSet } from '../../../shared/model/entities.ts'
import { codeKinds, codeStatuses } from '../../../shared/model/kinds.ts'
import { CodeDot } from '../../ui/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import {
  addToSet,
  deleteCodes,
  moveCodes,
  removeFromSet,
  retireCodes,
  updateCodes,
} from '../code-acts.ts'
import { codeHues } from '../code-hues.ts'
import { openCodeDialog } from '../dialogs/code-dialog-state.ts'
import type { CodeForest } from './code-forest.ts'
import { indent, moveDown, moveUp, outdent } from './move-codes.ts'
import { beginNewCode, beginRenaming, changeTree } from './tree-state.ts'

interface CodeMenuSubject {
  code: Code
  /** All codes chosen, the code among them. */
  codeIds: readonly string[]
  forest: CodeForest
  sets: readonly CodeSet[]
  /** The menu stands on the page of the code, which need not be opened. */
  isOnPage?: boolean
}

/** What can be done with one code or several, as in the menu of a row and of a code's page. */
export function codeMenu(subject: CodeMenuSubject): MenuEntry[] {
  const { code, codeIds, forest } = subject
  const isOne = codeIds.length === 1
  const isRetired = code.status === 'retired'
  if (!isProjectWritable()) return openEntries(code)
  return [
    ...(isOne && subject.isOnPage !== true ? [...openEntries(code), 'separator' as const] : []),
    ...(isOne ? beginEntries(code) : []),
    ...propertyEntries(code, codeIds),
    setEntries(subject),
    'separator',
    {
      label: text('codes.mergeInto'),
      icon: Merge,
      shortcut: '$mod+KeyM',
      perform: () => openCodeDialog({ type: 'merge', codeIds: [...codeIds] }),
    },
    ...(isOne
      ? [
          {
            label: text('codes.split'),
            icon: Split,
            isDisabled: code.codings === 0,
            perform: () => openCodeDialog({ type: 'split', codeId: code.id }),
          },
        ]
      : []),
    ...moveEntries(forest, codeIds),
    'separator',
    {
      label: text(isRetired ? 'codes.bringBack' : 'codes.retire'),
      icon: Archive,
      perform: () => void retireCodes(forest, codeIds, !isRetired),
    },
    {
      label: text('codes.delete'),
      icon: Trash2,
      shortcut: 'Delete',
      isDanger: true,
      perform: () => void deleteCodes(forest, codeIds),
    },
  ]
}

function openEntries(code: Code): MenuEntry[] {
  return [
    {
      label: text('codes.open'),
      icon: BookOpen,
      shortcut: 'Enter',
      perform: () => openView({ type: 'code', id: code.id }),
    },
    {
      label: text('codes.openBeside'),
      icon: Columns2,
      shortcut: '$mod+Enter',
      perform: () => openView({ type: 'code', id: code.id }, { beside: true }),
    },
  ]
}

function beginEntries(code: Code): MenuEntry[] {
  return [
    {
      label: text('codes.newSubcode'),
      icon: Plus,
      perform: () => {
        showNavigator('codes')
        beginNewCode(code.id)
      },
    },
    {
      label: text('codes.rename'),
      icon: Pencil,
      shortcut: 'F2',
      perform: () => {
        showNavigator('codes')
        beginRenaming(code.id)
      },
    },
  ]
}

function propertyEntries(code: Code, codeIds: readonly string[]): MenuEntry[] {
  return [
    {
      label: text('codes.colour'),
      items: codeHues.map((hue) => ({
        label: text(`codes.hue_${hue}`),
        mark: <CodeDot hue={hue} />,
        perform: () => void updateCodes(codeIds, { hue }),
      })),
    },
    {
      label: text('codes.kind'),
      items: codeKinds.map((kind) => ({
        label: text(`codes.kind_${kind}`),
        isChecked: code.kind === kind,
        perform: () => void updateCodes(codeIds, { kind }),
      })),
    },
    {
      label: text('codes.status'),
      items: codeStatuses.map((status) => ({
        label: text(`codes.status_${status}`),
        isChecked: code.status === status,
        perform: () => void updateCodes(codeIds, { status }),
      })),
    },
  ]
}

function setEntries({ sets, codeIds }: CodeMenuSubject): MenuEntry {
  return {
    label: text('codes.addToSet'),
    items: [
      ...sets.map((set) => {
        const isIn = codeIds.every((id) => set.codeIds.includes(id))
        return {
          label: set.name,
          isChecked: isIn,
          perform: () => void (isIn ? removeFromSet(set, codeIds) : addToSet(set, codeIds)),
        }
      }),
      ...(sets.length > 0 ? (['separator'] as const) : []),
      {
        label: text('codes.setFromCodes'),
        icon: Plus,
        perform: () => void newSetOf(codeIds),
      },
    ],
  }
}

async function newSetOf(codeIds: readonly string[]): Promise<void> {
  const name = text('codes.newSet')
  const set = await act('codeSets.create', { name, codeIds: [...codeIds] })
  if (set === undefined) return
  showNavigator('codes')
  changeTree({ renamingSetId: set.id })
}

function moveEntries(forest: CodeForest, codeIds: readonly string[]): MenuEntry[] {
  const step = (
    label: 'moveUp' | 'moveDown' | 'indent' | 'outdent',
    icon: typeof ArrowUp,
    shortcut: string,
    move: typeof moveUp,
  ): MenuEntry => {
    const result = move(forest, codeIds)
    return {
      label: text(`codes.${label}`),
      icon,
      shortcut,
      isDisabled: result === undefined,
      perform: () => void moveCodes(result),
    }
  }
  return [
    {
      label: text('codes.moveTo'),
      icon: FolderInput,
      perform: () => openCodeDialog({ type: 'move', codeIds: [...codeIds] }),
    },
    step('moveUp', ArrowUp, 'Alt+ArrowUp', moveUp),
    step('moveDown', ArrowDown, 'Alt+ArrowDown', moveDown),
    step('indent', IndentIncrease, 'Alt+ArrowRight', indent),
    step('outdent', IndentDecrease, 'Alt+ArrowLeft', outdent),
  ]
}
