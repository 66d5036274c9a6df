import type { Page } from '@playwright/test'
import { command, query } from '../support/engine.ts'

/** Two short interviews, as files of a project. */
export const interviews = {
  'Office.txt': `Interviewer: What do you do first?

Randi: I open the list. It shows who is waiting.

Interviewer: And then?

Randi: I call the ones who do not answer. I write it down, so that it has happened.
`,
  'Home.txt': `Interviewer: Who do you wait for?

Jonas: I wait for the doctor. The form lies on a desk.

Jonas: Nobody counts the days.
`,
}

/** Makes a code and codes these words with it; a scene to begin with. */
export async function makeCode(
  page: Page,
  name: string,
  quotes: readonly string[],
  parentId?: string,
): Promise<string> {
  const code = await command(page, 'codes.create', { name, parentId: parentId ?? null })
  const { items } = await query(page, 'sources.list', {})
  for (const quote of quotes) {
    for (const { id } of items) {
      const start = (await query(page, 'sources.text', { sourceId: id })).text.indexOf(quote)
      if (start < 0) continue
      const range = { sourceId: id, start, end: start + quote.length }
      await command(page, 'passages.code', { ...range, codeId: code.id })
    }
  }
  return code.id
}
