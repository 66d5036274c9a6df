import fc from 'fast-check'

/**
 * Property tests draw the same cases in every run, so that a run of the whole says something of the
 * change and not of chance. To look further: `STANDPOINT_SEED=random npm test -- unit engine`. A case
 * that fails becomes a test of its own.
 */
const wanted = process.env.STANDPOINT_SEED ?? '20261122'
fc.configureGlobal({ seed: wanted === 'random' ? Date.now() % 0x7fffffff : Number(wanted) })
