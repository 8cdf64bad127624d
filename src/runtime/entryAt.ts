/** Returns the entry at an index that must exist. Throws `RangeError` if there is none: a broken invariant. */
export function entryAt<Entry>(entries: readonly Entry[], at: number): Entry {
  if (at >= 0 && at < entries.length) return entries[at] as Entry;
  throw new RangeError(`No entry ${at} of ${entries.length}`);
}

/** Returns the last entry of a list that must not be empty. Throws `RangeError` if it is. */
export function lastOf<Entry>(entries: readonly Entry[]): Entry {
  return entryAt(entries, entries.length - 1);
}

/** Returns the value of a key that must exist. Throws `RangeError` if it does not. */
export function valueOf<Key, Value extends {}>(values: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = values.get(key);
  if (value === undefined) throw new RangeError(`No value for the key ${String(key)}`);
  return value;
}

/** Returns a value that must be there. Throws `RangeError` if it is not. */
export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('No value where there must be one');
  return value;
}
