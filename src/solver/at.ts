// Reads a list at an index that has to be there: a wrong index is a defect and stops, it never counts as zero.
// One function for each kind of list, because an engine reads fast only where it always meets the same kind.

export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw noItem(list.length, index);
  return item;
}

export function realAt(list: Float64Array, index: number): number {
  const item = list[index];
  if (item === undefined) throw noItem(list.length, index);
  return item;
}

export function wholeAt(list: Int32Array, index: number): number {
  const item = list[index];
  if (item === undefined) throw noItem(list.length, index);
  return item;
}

function noItem(length: number, index: number): RangeError {
  return new RangeError(`there is no item ${index} in a list of ${length}`);
}
