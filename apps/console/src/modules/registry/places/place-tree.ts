export interface PlaceNode {
  value: string
  label: string
  isLeaf: boolean
  children?: PlaceNode[]
}

/** Codes from the province down to a place, as far as the tree goes. */
export function pathTo(code: string, tree: readonly PlaceNode[]): string[] {
  for (const node of tree) {
    if (node.value === code) return [code]
    const below = pathTo(code, node.children ?? [])
    if (below.length > 0) return [node.value, ...below]
  }
  return []
}

/** The tree with the children of one node read. */
export function withChildren(tree: readonly PlaceNode[], code: string, children: PlaceNode[]): PlaceNode[] {
  return tree.map((node) => {
    if (node.value === code) return { ...node, isLeaf: children.length === 0, children }
    return node.children ? { ...node, children: withChildren(node.children, code, children) } : node
  })
}
