import { placeIndex } from '@anye/codes/parse/place-index'
import type { PlaceNode } from './place-tree.ts'

/** Below these counties the product knows every township and village; they are read when they are opened. */
const HOME = /^5223\d{2}$/

/** Provinces, cities and counties (towns of Dongguan and Zhongshan too) as a tree, by code. */
export function buildWorkPlaces(): PlaceNode[] {
  const nodes = new Map<string, { stem: string; node: PlaceNode }>()
  for (const spellings of placeIndex().spellings.values()) {
    for (const { place, stem, full } of spellings) {
      if (full)
        nodes.set(stem, {
          stem,
          node: { value: place.code, label: place.name, isLeaf: !HOME.test(place.code) },
        })
    }
  }
  const top: PlaceNode[] = []
  for (const { stem, node } of [...nodes.values()].toSorted((x, y) => x.stem.localeCompare(y.stem))) {
    const parent = parentOf(stem, nodes)
    if (parent === undefined) top.push(node)
    else {
      parent.isLeaf = false
      parent.children = [...(parent.children ?? []), node]
    }
  }
  return top
}

/**
 * Municipalities and directly governed counties have no city above them: the nearest known stem is the
 * parent.
 */
function parentOf(stem: string, nodes: ReadonlyMap<string, { node: PlaceNode }>): PlaceNode | undefined {
  for (const length of [6, 4, 2]) {
    const above = length < stem.length ? nodes.get(stem.slice(0, length)) : undefined
    if (above) return above.node
  }
  return undefined
}
