import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { run, toolScript } from './run-tool.mjs'

/** A file longer than this has more than one subject. */
const mostLines = 600

/** dependency-cruiser that sees next to nothing reports success; fewer than this is a failure. */
const fewestModules = 350

const typeScopes = [
  '.',
  'shared',
  'electron/engine',
  'electron/cli',
  'electron/main',
  'electron/preload',
  'renderer',
  'test',
]

const node = (script, args) =>
  run(process.execPath, [toolScript(script), ...args], { capture: true })

const checks = [
  { name: 'format', check: () => node('prettier/bin/prettier.cjs', ['--check', '.']) },
  {
    name: 'lint',
    check: () => node('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--quiet', '.']),
  },
  ...typeScopes.map((scope) => ({
    name: `types of ${scope === '.' ? 'the configuration' : scope}`,
    check: () => node('@typescript/native/bin/tsc', ['-p', scope, '--noEmit']),
  })),
  { name: 'layers', check: checkLayers },
  { name: 'unused code', check: () => node('knip/bin/knip.js', ['--no-progress']) },
  { name: 'file length', check: checkLength },
]

/**
 * Everything that can be said about the code without running it. Two at a time; one line for each,
 * and what a failed one had to say. Answers how many passed and failed, and the names of those.
 */
export async function runStaticChecks() {
  let passed = 0
  const names = []
  const queue = [...checks]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { name, check } = next
      const { code, output } = await check()
      process.stdout.write(`${code === 0 ? '  ✓' : '  ✘'} ${name}\n`)
      if (code === 0) passed += 1
      else {
        names.push(name)
        process.stdout.write(`${output.trimEnd()}\n`)
      }
    }
  }
  await Promise.all([worker(), worker()])
  return { passed, failed: names.length, names }
}

async function checkLayers() {
  const { output } = await node('dependency-cruiser/bin/dependency-cruiser.mjs', [
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    ...['shared', 'electron', 'renderer'],
  ])
  let summary
  try {
    summary = JSON.parse(output).summary
  } catch {
    return { code: 1, output }
  }
  const lines = summary.violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
  )
  if (summary.totalCruised < fewestModules) {
    lines.push(`Only ${summary.totalCruised} modules were seen; expected ${fewestModules} or more.`)
  }
  return { code: lines.length === 0 ? 0 : 1, output: lines.join('\n') }
}

async function checkLength() {
  const { code, output } = await run('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css'], {
    capture: true,
  })
  if (code !== 0) return { code, output }
  const long = output
    .trim()
    .split('\n')
    // Listed until the removal is committed.
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > mostLines)
  return {
    code: long.length === 0 ? 0 : 1,
    output: long.map(({ path, lines }) => `${path}: ${lines} lines`).join('\n'),
  }
}
