import { Cascader } from 'antd'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { pathTo, withChildren } from './place-tree.ts'
import type { PlaceNode } from './place-tree.ts'

const VILLAGE_DIGITS = 12
const SHOWN_MATCHES = 30

interface PlacePickerProps {
  /** Given by the form: 6 digits of GB/T 2260, 9 or 12 inside the prefecture. */
  value?: string
  onChange?: (code: string | undefined) => void
  id?: string
  /** Name of a present value that the gazetteer does not list. */
  fallback?: string | undefined
}

/**
 * A place of work, province by province down to the county, down to the village at home; or by typing its
 * name.
 */
export function PlacePicker({ value, onChange, id, fallback }: PlacePickerProps) {
  const t = useT()
  const queries = useQueryClient()
  const gazetteer = useQuery({
    queryKey: ['work-places'],
    queryFn: async () => (await import('./work-places.ts')).buildWorkPlaces(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [grown, setGrown] = useState<PlaceNode[]>()
  const tree = grown ?? gazetteer.data ?? []
  const path = value ? pathTo(value, tree) : []
  const open = async (chosen: readonly PlaceNode[]) => {
    const code = chosen.at(-1)?.value
    if (!code) return
    const children = await queries.fetchQuery(api.organization.listChildren.queryOptions({ input: { code } }))
    const nodes = children
      .filter((child) => child.code.length <= VILLAGE_DIGITS)
      .map((child) => ({ value: child.code, label: child.name, isLeaf: child.code.length >= VILLAGE_DIGITS }))
    setGrown((now) => withChildren(now ?? tree, code, nodes))
  }
  return (
    <Cascader<PlaceNode>
      {...(id ? { id } : {})}
      options={tree}
      value={value && path.length === 0 ? [value] : path}
      onChange={(codes) => onChange?.(lastOf(codes))}
      loadData={(chosen) => void open(chosen)}
      changeOnSelect
      showSearch={{ limit: SHOWN_MATCHES, sort: (x, y) => x.length - y.length }}
      placeholder={t('places.pick')}
      displayRender={(labels) => (path.length === 0 ? (fallback ?? value) : labels.join(' / '))}
      loading={gazetteer.isPending}
      allowClear={false}
    />
  )
}

function lastOf(codes: unknown): string | undefined {
  const last: unknown = Array.isArray(codes) ? codes.at(-1) : undefined
  return typeof last === 'string' ? last : undefined
}
