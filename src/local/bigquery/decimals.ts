// Decimals between their text and the whole number DuckDB keeps, digit by digit: no float is ever made of one.
import { invalidQuery } from './errors';
import { DECIMAL_SCALE, DECIMAL_WIDTH } from './types';

const TEXT = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*$/i;
const BOUND = 10n ** BigInt(DECIMAL_WIDTH);

/** `1.5` as 1500000000 billionths; what does not fit exactly is refused, never rounded. */
export function scaledValue(text: string, type: 'NUMERIC' | 'BIGNUMERIC'): bigint {
  const [, sign, whole = '', fraction = '', exponent = '0'] = TEXT.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '' || Math.abs(Number(exponent)) > 99) {
    throw invalidQuery(`Invalid ${type} value: ${text}`);
  }
  const digits = BigInt(whole + fraction);
  const shift = DECIMAL_SCALE[type] + Number(exponent) - fraction.length;
  const divisor = shift < 0 ? 10n ** BigInt(-shift) : 1n;
  const value = shift < 0 ? digits / divisor : digits * 10n ** BigInt(shift);
  if (value * divisor !== (shift < 0 ? digits : value) || value >= BOUND) {
    throw invalidQuery(`Invalid ${type} value: ${text}`);
  }
  return sign === '-' ? -value : value;
}

/** Without the zeros that only fill the scale: `62.4`. */
export function decimalText(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A FLOAT64 as the REST API writes it: `1.0`, `0.1`, `1.5E10`. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
  }
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}
