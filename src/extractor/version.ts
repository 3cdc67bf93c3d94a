import manifest from '../../package.json' with { type: 'json' };

/** Version of the package; part of every report, since the exact finds in a text may change between versions. */
export const VERSION: string = manifest.version;
