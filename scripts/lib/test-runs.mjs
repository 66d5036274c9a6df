import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { hasDisplay, virtualDisplays } from './display.mjs'
import { root } from './paths.mjs'
import { run, toolScript } from './run-tool.mjs'

const results = join(root, 'test-results')

/**
 * Runs a vitest project (`unit`, `engine`) and answers how many tests passed and failed, and what
 * the failed ones are called.
 */
export async function runVitest(project) {
  const report = freshReport(`vitest-${project}`)
  const { code } = await run(process.execPath, [
    toolScript('vitest/vitest.mjs'),
    ...['run', '--project', project, '--reporter=dot', '--reporter=json'],
    `--outputFile.json=${report}`,
  ])
  return judge(`vitest ${project}`, code, report, (summary) => {
    // A file that could not even be loaded has no tests that could fail.
    const unloadable = summary.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
    )
    return {
      passed: summary.numPassedTests,
      failed: summary.numFailedTests + unloadable.length,
      names: [
        ...summary.testResults.flatMap(({ name, assertionResults }) =>
          assertionResults
            .filter(({ status }) => status === 'failed')
            .map(({ fullName, failureMessages }) =>
              withReason(`${relative(root, name)}: ${fullName}`, failureMessages),
            ),
        ),
        ...unloadable.map(({ name, message }) =>
          withReason(`${relative(root, name)} cannot be loaded`, [message]),
        ),
      ],
    }
  })
}

/**
 * Runs a Playwright project (`e2e`, `security`) in the real window: on the display there is, otherwise
 * on two virtual ones at once, where there are two cores.
 */
export async function runPlaywright(project) {
  const report = freshReport(`playwright-${project}`)
  const displays = hasDisplay()
    ? { names: [], end: () => {} }
    : await virtualDisplays(Math.min(2, availableParallelism()))
  const { code } = await run(
    process.execPath,
    [
      toolScript('@playwright/test/cli.js'),
      ...['test', '--project', project, '--reporter=list,json'],
    ],
    {
      env: {
        ...process.env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        STANDPOINT_DISPLAYS: displays.names.join(' '),
      },
    },
  ).finally(displays.end)
  return judge(`playwright ${project}`, code, report, ({ stats, errors, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    names: [...suites.flatMap(failedIn), ...errors.map(({ message }) => message)],
  }))
}

/** The failed tests of a Playwright suite and of the suites within it. */
function failedIn({ specs = [], suites = [] }) {
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => status === 'unexpected'))
  return [
    ...failed.map(({ file, line, title, tests }) =>
      withReason(
        `${file}:${line}: ${title}`,
        tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors)).map(messageOf),
      ),
    ),
    ...suites.flatMap(failedIn),
  ]
}

function messageOf({ message = '' }) {
  return message
}

/**
 * The name of a failed test and how what it said begins: of a long run, the end is often all that is
 * kept.
 */
function withReason(name, messages) {
  const lines = messages
    .flatMap((message) => stripVTControlCharacters(message).split('\n').slice(0, 12))
    .filter((line) => line.trim() !== '' && !/^ +at .*node_modules/u.test(line))
    .map((line) => `\n    ${line.slice(0, 300)}`)
  return `${name}${lines.slice(0, 24).join('')}`
}

/**
 * Counts and names from the runner's own report. A runner that ran nothing, died, or ends with a
 * failure it does not count, is a failure too.
 */
function judge(name, code, report, count) {
  if (!existsSync(report))
    return complain(name, 'wrote no report', { passed: 0, failed: 0, names: [] })
  const counted = count(JSON.parse(readFileSync(report, 'utf8')))
  if (counted.passed + counted.failed === 0) return complain(name, 'ran no test', counted)
  if (code !== 0 && counted.failed === 0) return complain(name, `ended with ${code}`, counted)
  return counted
}

function complain(name, what, { passed, failed, names }) {
  process.stdout.write(`${name} ${what}.\n`)
  return { passed, failed: failed + 1, names: [...names, `${name} ${what}`] }
}

function freshReport(name) {
  mkdirSync(results, { recursive: true })
  const report = join(results, `${name}.json`)
  rmSync(report, { force: true })
  return report
}
