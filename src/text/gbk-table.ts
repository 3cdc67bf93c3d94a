/** Two bytes of GB18030 and the character that they stand for, both ways. Codes are `lead << 8 | trail`. */
export interface GbkTable {
  /** code of a UTF-16 code unit; 0 for one that has no two-byte code */
  codes: Uint16Array;
  /** code unit of a two-byte code; 0 for a code that stands for nothing */
  units: Uint16Array;
}

const FIRST_LEAD = 0x81;
const LAST = 0xfe;
const FIRST_TRAIL = 0x40;

let table: GbkTable | null = null;

/** The table, made on first use by decoding every pair of bytes. */
export function gbkTable(): GbkTable {
  table ??= buildTable();
  return table;
}

function buildTable(): GbkTable {
  const codes = new Uint16Array(65536);
  const units = new Uint16Array(65536);
  const decoder = new TextDecoder('gb18030');
  for (let lead = FIRST_LEAD; lead <= LAST; lead++) {
    const trails = Array.from({ length: LAST - FIRST_TRAIL + 1 }, (_, i) => FIRST_TRAIL + i).filter(
      (trail) => trail !== 0x7f,
    );
    for (const trail of trails) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || character === '\ufffd') continue;
      const [code, unit] = [(lead << 8) | trail, character.charCodeAt(0)];
      units[code] = unit;
      if (codes[unit] === 0) codes[unit] = code;
    }
  }
  return { codes, units };
}
