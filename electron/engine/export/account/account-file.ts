import { parse } from 'node:path'
import { drawMap } from '../../../../shared/analysis/map/draw-map.ts'
import type { Task } from '../../task.ts'
import type { accountFormats } from '../../../../shared/contract/quotes.ts'
import { pictureToPdf, svgToPng } from '../map-files.ts'
import { writeOffice } from '../office/write-office.ts'
import type { AccountBlock, AccountDocument, MapBlock } from './account-model.ts'
import { accountToMarkdown } from './markdown.ts'
import { accountToTex } from './tex.ts'

interface AccountFile {
  bytes: Uint8Array
  /** Pictures that the file names and that belong beside it. */
  beside: { name: string; bytes: Uint8Array }[]
}

/**
 * An account as a file. Word has its maps as pictures inside; for LaTeX and Markdown each is a file
 * beside the text, named after it: `chapter-figure-1.pdf`, `chapter-figure-1.png`.
 */
export async function accountFile(
  document: AccountDocument,
  format: (typeof accountFormats)[number],
  path: string,
  task: Task,
): Promise<AccountFile> {
  const beside: AccountFile['beside'] = []
  const blocks: AccountBlock[] = []
  for (const block of document.blocks) {
    if (block.type !== 'map') blocks.push(block)
    else if (format === 'docx') blocks.push({ ...block, png: (await svgToPng(block.svg)).bytes })
    else {
      const file = pictureName(path, beside.length + 1, format === 'tex' ? 'pdf' : 'png')
      const bytes =
        format === 'tex'
          ? await mapToPicture(block, document.language)
          : (await svgToPng(block.svg)).bytes
      beside.push({ name: file, bytes })
      blocks.push({ ...block, file })
    }
  }
  const filled = { ...document, blocks }
  if (format === 'docx') {
    const bytes = await writeOffice({ type: 'account', document: filled }, task)
    return { bytes, beside }
  }
  const text = format === 'md' ? accountToMarkdown(filled) : accountToTex(filled)
  return { bytes: new TextEncoder().encode(text), beside }
}

function mapToPicture({ drawing, model }: MapBlock, language: string): Promise<Uint8Array> {
  return pictureToPdf(drawMap(drawing, model), model, language)
}

const folded: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  Æ: 'Ae',
  Ø: 'O',
  Å: 'A',
}

/** Letters, digits and hyphens only: TeX and Markdown read every other sign in their own way. */
function pictureName(path: string, number: number, extension: string): string {
  const stem = parse(path)
    .name.normalize('NFC')
    .replaceAll(/[æøåÆØÅ]/gu, (letter) => folded[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
  return `${stem === '' ? 'account' : stem}-figure-${number}.${extension}`
}
