import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startEngine, timed } from './engine-client.mjs'
import { largeProject } from './large-project.mjs'
import { p95, report, rounded } from './report.mjs'

const segments = 5000

/**
 * A report of 5,000 coded segments as a Word file; the engine is asked all the while for something that
 * takes it next to nothing by itself.
 */
export async function benchReportFile(folder) {
  const engine = startEngine()
  await engine.command('project.open', { path: await largeProject(), readOnly: true })
  const codes = (await engine.query('codes.list')).items.map(({ id }) => id)
  const path = join(folder, 'segments.docx')
  const codeIds = await enoughCodes(engine, codes)
  const asked = { kind: 'segments', format: 'docx', by: 'codes', context: true, codeIds, path }
  let isDone = false
  const made = timed(() => engine.command('export.report', { ...asked, task: 'report' })).finally(
    () => (isDone = true),
  )
  const waits = []
  while (!isDone) {
    waits.push((await timed(() => engine.query('project.info'))).milliseconds)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const { milliseconds, value } = await made
  const memory = engine.memory().highest
  await engine.command('project.close')
  await engine.stop()
  rmSync(path)
  const usual = p95(waits)
  const results = [
    report({
      name: `report of ${value.items} segments with context, as a Word file`,
      value: milliseconds,
      unit: 'ms',
      target: '≤ 10000 ms',
      ok: milliseconds <= 10_000 && value.items >= segments,
      bytes: value.bytes,
      memory: rounded(memory),
    }),
    report({
      name: 'wait of another question meanwhile, p95',
      value: usual,
      unit: 'ms',
      target: '≤ 150 ms',
      ok: usual <= 150,
      longest: rounded(Math.max(...waits)),
      questions: waits.length,
    }),
  ]
  return results.every(Boolean)
}

/** So many codes that their passages are as many as are wanted. */
async function enoughCodes(engine, codes) {
  const { items } = await engine.query('analysis.group', {
    question: { type: 'anything' },
    by: { by: 'codes' },
  })
  const chosen = []
  let count = 0
  for (const id of codes) {
    if (count >= segments) break
    chosen.push(id)
    count += items.find((item) => item.id === id)?.total ?? 0
  }
  return chosen
}
