/** A decimal number held exactly: `digits` × 10^-`places`. 3.5亿 is never a binary fraction on the way. */
export interface Decimal {
  digits: bigint;
  places: number;
}

const LONGEST_FIGURE = 40;

/** Reads an Arabic figure: 1,379 · 3.5 · .5 · 21.2E0. null where it is malformed: 1..5, 12,34. */
export function readFigure(figure: string): Decimal | null {
  if (figure.length > LONGEST_FIGURE) return null;
  const match = /^(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d+))?(?:e([+-]?\d{1,2}))?$/i.exec(figure);
  if (match === null || (match[1] === '' && match[2] === undefined)) return null;
  const whole = (match[1] ?? '').replaceAll(',', '');
  const fraction = match[2] ?? '';
  return timesPowerOfTen({ digits: BigInt(whole + fraction), places: fraction.length }, Number(match[3] ?? 0));
}

export function integer(value: number): Decimal {
  return { digits: BigInt(value), places: 0 };
}

export function timesPowerOfTen(value: Decimal, power: number): Decimal {
  const places = value.places - power;
  return places >= 0 ? { digits: value.digits, places } : { digits: value.digits * 10n ** BigInt(-places), places: 0 };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const widen = (value: Decimal): bigint => value.digits * 10n ** BigInt(places - value.places);
  return { digits: widen(a) + widen(b), places };
}

/** True when `value` is below 10^`power`. */
export function isBelow(value: Decimal, power: number): boolean {
  return value.digits < 10n ** BigInt(power + value.places);
}

/** The nearest number; null where its whole part is too large to be held exactly. */
export function toNumber(value: Decimal): number | null {
  const whole = value.digits / 10n ** BigInt(value.places);
  if (whole > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const padded = value.digits.toString().padStart(value.places + 1, '0');
  const point = padded.length - value.places;
  return Number(`${padded.slice(0, point)}.${padded.slice(point)}0`);
}
