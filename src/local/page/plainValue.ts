// What google.script.run carries: JSON's values. Apps Script hands over null where a Date is inside; here it is said.

export function plainValue(value: unknown, fn: string): unknown {
  if (value === undefined) return null;
  const find = (item: unknown, path: string): void => {
    if (item instanceof Date)
      throw new Error(`${fn} gives a Date${path}, which google.script.run cannot carry; give its text.`);
    if (typeof item === 'object' && item !== null)
      for (const [key, each] of Object.entries(item)) find(each, `${path} in ${key}`);
  };
  find(value, '');
  return value;
}
