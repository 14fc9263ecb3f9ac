/** Lists kept in the order of their random ids: the order says nothing about time, and finding is quick. */

type WithId = { readonly id: string };

function placeOf(list: ReadonlyArray<WithId>, id: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as WithId).id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function findById<T extends WithId>(
  list: ReadonlyArray<T>,
  id: string,
): T | undefined {
  const found = list[placeOf(list, id)];
  return found?.id === id ? found : undefined;
}

/** With the element in its place; one with the same id is replaced. */
export function withElement<T extends WithId>(
  list: ReadonlyArray<T>,
  element: T,
): ReadonlyArray<T> {
  const place = placeOf(list, element.id);
  const copy = list.slice();
  copy.splice(place, list[place]?.id === element.id ? 1 : 0, element);
  return copy;
}

export function changeElement<T extends WithId>(
  list: ReadonlyArray<T>,
  id: string,
  change: (element: T) => T,
): ReadonlyArray<T> {
  const found = findById(list, id);
  return found ? withElement(list, change(found)) : list;
}

export function withoutElement<T extends WithId>(
  list: ReadonlyArray<T>,
  id: string,
): ReadonlyArray<T> {
  return findById(list, id) ? list.filter((one) => one.id !== id) : list;
}
