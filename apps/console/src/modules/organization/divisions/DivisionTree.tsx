import { useQueries, useQuery } from '@tanstack/react-query'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { Tree } from 'antd'
import type { TreeDataNode } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { BlockSkeleton } from '../../../ui/states/TableSkeleton.tsx'
import type { Division } from '../organization-types.ts'
import { pathTo, PREFECTURE } from './place-path.ts'
import './organization.css'

interface DivisionTreeProps {
  place: string
  on: CalendarDate | undefined
  onOpen: (place: string) => void
}

/** Prefecture, units, townships, villages, groups; a level is read when it is opened. */
export function DivisionTree({ place, on, onOpen }: DivisionTreeProps) {
  const t = useT()
  const units = useQuery(api.organization.listUnits.queryOptions({ input: { on } }))
  const [expanded, setExpanded] = useState<readonly string[]>([PREFECTURE])
  useEffect(() => {
    if (units.data) setExpanded((open) => [...new Set([...open, ...pathTo(place, units.data)])])
  }, [place, units.data])
  const childrenOf = useChildren(
    expanded.filter((code) => code !== PREFECTURE),
    on,
  )
  if (units.isError) return <ProblemState error={units.error} onRetry={() => void units.refetch()} />
  if (!units.data) return <BlockSkeleton height={400} />
  const root: TreeDataNode = {
    key: PREFECTURE,
    title: t('organization.prefecture'),
    children: units.data.map(({ code, name }) => nodeOf({ code, name, isLeaf: false }, childrenOf)),
  }
  return (
    <Tree
      className="division-tree"
      aria-label={t('organization.tree')}
      blockNode
      virtual={false}
      treeData={[root]}
      expandedKeys={[...expanded]}
      onExpand={(keys) => setExpanded(keys.map(String))}
      selectedKeys={[place]}
      onSelect={(_, { node }) => onOpen(String(node.key))}
    />
  )
}

/** Divisions below every open place, by its code. A reporting unit has townships, a division has children. */
function useChildren(
  places: readonly string[],
  on: CalendarDate | undefined,
): ReadonlyMap<string, readonly Division[]> {
  const answers = useQueries({
    queries: places.map((code) =>
      code.length <= 7
        ? api.organization.listUnitTownships.queryOptions({ input: { code, on } })
        : api.organization.listChildren.queryOptions({ input: { code, on } }),
    ),
  })
  return new Map(
    places.flatMap((code, index) => {
      const data = answers[index]?.data
      return data ? [[code, data] as const] : []
    }),
  )
}

interface Node {
  code: string
  name: string
  isLeaf: boolean
}

function nodeOf(
  { code, name, isLeaf }: Node,
  childrenOf: ReadonlyMap<string, readonly Division[]>,
): TreeDataNode {
  const children = childrenOf.get(code)
  return {
    key: code,
    title: name,
    isLeaf,
    ...(children ? { children: children.map((child) => nodeOf(toNode(child), childrenOf)) } : {}),
  }
}

function toNode({ code, shortName, childCount }: Division): Node {
  return { code, name: shortName, isLeaf: childCount === 0 }
}
