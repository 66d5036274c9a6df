import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startEngine, timed } from './engine-client.mjs'
import { median, report, rounded } from './report.mjs'

const rounds = 3

/** The sample project, from the command to the durable answer. */
export async function benchSample(folder) {
  mkdirSync(folder, { recursive: true })
  const engine = startEngine()
  const times = []
  for (let round = 0; round < rounds; round++) {
    const path = join(folder, `sample-${round}.standpoint`)
    const make = () => engine.command('project.createSample', { path, language: 'nb' })
    times.push((await timed(make)).milliseconds)
    await engine.command('project.close')
  }
  await engine.stop()
  const value = median(times)
  return report({
    name: 'make the sample project',
    value,
    unit: 'ms',
    target: '≤ 5,000 ms',
    ok: value <= 5000,
    slowest: rounded(Math.max(...times)),
  })
}
