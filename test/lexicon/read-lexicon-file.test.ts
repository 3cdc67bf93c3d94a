import { describe, expect, it } from 'vitest';
import { readLexiconFile } from '../../src/lexicon/read-lexicon-file.js';

describe('readLexiconFile', () => {
  it('reads a list and an object with entries', () => {
    const list = readLexiconFile('[\n  {"key": "五个起来", "count": 5}\n]');
    expect(list).toEqual(readLexiconFile('\uFEFF{ "entries": [ {"key": "五个起来", "count": 5} ] }'));
    expect(list[0]).toMatchObject({ key: '五个起来', members: null, count: 5, variants: [], fixed: true });
  });

  it.each([
    [
      '[\n {"key": "六稳"},\n {"key": "七稳",\n  "count": "七"}\n]',
      'own.json, line 4 (entry 2), field "count": expected a whole number from 1 to 1000, or null.',
    ],
    ['[\n {"key": "六稳"},\n {"count": 7}\n]', 'own.json, line 3 (entry 2), field "key"'],
    [
      '[\n {"key": "六稳"},\n "七稳"\n]',
      'own.json, line 3 (entry 2), field "key": expected an object with at least a "key".',
    ],
    ['[\n {"key": "六稳"}\n {"key": "七稳"}\n]', 'own.json, line 3, is no JSON: expected "," or "]".'],
    ['[\n {"key": "六稳",\n }\n]', 'own.json, line 3, is no JSON: expected no "," before "}".'],
    ['[\n {key: "六稳"}\n]', 'own.json, line 2, is no JSON: expected a field name or "}".'],
    ['[\n {"key" "六稳"}\n]', 'own.json, line 2, is no JSON: expected ":" after the field name "key".'],
    ['[\n {"key": "六\\x稳"}\n]', 'own.json, line 2, is no JSON: expected a text without bad escapes.'],
    ['[\n {"key": "六稳"}', 'own.json, line 2, is no JSON: expected "," or "]".'],
    ['[]\n[]', 'is no JSON: expected nothing more.'],
    ['', 'own.json, line 1, is no JSON: expected a value.'],
    ['"六稳"', 'own.json, line 1: expected a list of entries'],
    ['{"key": "六稳"}', 'own.json, line 1: expected a list of entries, or an object {"entries": [ … ]}.'],
    ['[['.repeat(1000), 'no more than 20 levels'],
    ['{"__proto__": {"entries": []}}', 'own.json, line 1: expected a list of entries'],
  ])('says what is wrong in %j', (text, message) => {
    expect(() => readLexiconFile(text, 'own.json')).toThrowError(message);
  });
});
