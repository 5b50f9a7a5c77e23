/** Items by a key, in order of first appearance (`Map.groupBy` is not in ES2023). A group is never empty. */
export type AtLeastOne<Item> = readonly [Item, ...Item[]]

export function grouped<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, AtLeastOne<Item>> {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
