import type { Activity } from '../../shared/model/entities.ts'
import { oneOf } from './arguments.ts'
import { openToRead, type Run } from './commands.ts'
import { oneLine, table, valueOf } from './output.ts'

/** What can be listed: the query that gives it, and the fields a person is shown. */
const lists = {
  sources: ['sources.list', ['id', 'kind', 'codings', 'title']],
  codes: ['codes.list', ['id', 'kind', 'codings', 'name']],
  codings: ['codings.list', ['id', 'codeName', 'quote']],
  passages: ['passages.list', ['id', 'label', 'state', 'quote']],
  memos: ['memos.list', ['id', 'kind', 'title', 'text']],
  texts: ['texts.list', ['id', 'status', 'level', 'title']],
  links: ['links.list', ['id', 'state', 'fromLabel', 'relationName', 'toLabel']],
  clauses: ['clauses.list', ['id', 'textTitle', 'locator', 'wording']],
  activations: ['activations.list', ['id', 'textTitle', 'mode', 'stance', 'quote']],
  actors: ['actors.list', ['id', 'name']],
  sites: ['sites.list', ['id', 'setting', 'name']],
  processes: ['processes.list', ['id', 'perspective', 'variant', 'name']],
  steps: ['steps.list', ['id', 'state', 'action']],
  flows: ['flows.list', ['id', 'kind', 'fromId', 'toId', 'condition']],
  maps: ['maps.list', ['id', 'kind', 'name']],
  disjunctures: ['disjunctures.list', ['id', 'status', 'title']],
  threads: ['threads.list', ['id', 'status', 'title']],
  circuits: ['circuits.list', ['id', 'status', 'isClosed', 'title']],
  rounds: ['rounds.list', ['id', 'state', 'isBlind', 'name']],
  persons: ['persons.list', ['id', 'pseudonym', 'role', 'sources', 'cases']],
  cases: ['cases.list', ['id', 'kind', 'name']],
  attributes: ['attributes.list', ['id', 'of', 'type', 'used', 'name']],
  terms: ['terms.list', ['id', 'term', 'uses']],
} as const

const trailFields = ['time', 'analyst', 'command', 'label']
const names = [...(Object.keys(lists) as (keyof typeof lists)[]), 'activity'] as const

export async function list(run: Run): Promise<number> {
  const what = oneOf(names, run.args.places[2] ?? '', 'What to list')
  await openToRead(run)
  const [answer, fields] =
    what === 'activity'
      ? [{ items: await wholeTrail(run) }, trailFields]
      : [valueOf(await run.engine.ask(lists[what][0], {})), lists[what][1]]
  if (run.output.json) run.output.line(JSON.stringify(answer))
  else {
    const items = answer.items as readonly Record<string, unknown>[]
    const rows = items.map((item) => fields.map((field) => oneLine(item[field] ?? '')))
    for (const line of table(rows)) run.output.line(line)
  }
  return 0
}

/** The trail is asked for in parts, since a part has a limit; newest first. */
async function wholeTrail({ engine }: Run): Promise<Activity[]> {
  const trail: Activity[] = []
  for (;;) {
    const before = trail.at(-1)?.id
    const { items } = valueOf(
      await engine.ask('activity.list', {
        limit: 10_000,
        ...(before === undefined ? {} : { before }),
      }),
    )
    if (items.length === 0) return trail
    trail.push(...items)
  }
}
