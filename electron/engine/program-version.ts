import description from '../../package.json' with { type: 'json' }

/** The version of this program, as `package.json` has it; the build writes it into the bundles. */
export const programVersion: string = description.version
