import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { reportJsonSchema } from '../../src/schemas.js';
import { runCli } from './run-cli.js';

describe('tifa schema', () => {
  it('prints the JSON Schema of a report', () => {
    const { code, stdout } = runCli(['schema']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(reportJsonSchema());
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    });
  });
});

describe('tifa lexicon', () => {
  it('shows a formulation with its members', () => {
    const { code, stdout } = runCli(['lexicon', '四个意识']);
    expect(code).toBe(0);
    expect(stdout).toContain('政治意识、大局意识、核心意识、看齐意识');
  });

  it('finds formulations by a member', () => {
    expect(runCli(['lexicon', '看齐意识']).stdout).toContain('四个意识');
  });

  it('gives the entry as JSON', () => {
    expect(JSON.parse(runCli(['lexicon', '四个意识', '--format', 'json']).stdout)).toMatchObject({
      key: '四个意识',
      count: 4,
    });
  });

  it('names the nearest where nothing matches', () => {
    const { code, stdout, stderr } = runCli(['lexicon', '四个意思']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('四个意识');
  });

  it('takes exactly one query', () => {
    expect(runCli(['lexicon']).code).toBe(2);
  });
});

describe('help', () => {
  it('lists every command', () => {
    const { code, stdout } = runCli(['--help']);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(stdout).toContain(name);
  });

  it.each(COMMANDS.map((record) => [record.name, record] as const))(
    'of %s shows each flag and an example',
    (name, record) => {
      const { code, stdout } = runCli([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Examples:\n  ${record.examples[0]?.[0]}`);
      for (const flag of record.flags) expect(stdout).toContain(flag.flags);
    },
  );

  it('prints the version', () => {
    expect(runCli(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
