import type { Client } from 'pg'
import { renderMapData } from '../../apps/console/scripts/build-map-data.ts'
import { renderDivisions } from '../../packages/codes/scripts/build-divisions.ts'
import { placesJson } from '../../packages/codes/scripts/build-gazetteer.ts'
import { read } from '../source-files.ts'
import { listPersonalColumns } from '../personal-columns.ts'
import { renderErrors, renderIndicators, renderModuleDiagram, renderPermissions, renderPersonalColumns, withGenerated } from './documents.ts'
import { renderTableTypes } from './table-types.ts'

/** Every generated file of the repository and its text of today, by path. `client` is connected to a migrated database. */
export async function renderAll(client: Client): Promise<Map<string, string>> {
  const { counties, places } = renderMapData()
  return new Map([
    ['packages/codes/src/data/divisions.json', renderDivisions()],
    ['packages/codes/src/data/places.json', placesJson()],
    ['apps/console/src/ui/map/data/counties.json', counties],
    ['apps/console/src/ui/map/data/places.json', places],
    ...(await renderTableTypes(client)).map(([path, text]): [string, string] => [`apps/server/src/platform/${path}`, text]),
    ['docs/errors.md', renderErrors()],
    ['docs/indicators.md', renderIndicators()],
    ['docs/permissions.md', renderPermissions()],
    ['ARCHITECTURE.md', withGenerated(read('ARCHITECTURE.md'), 'modules', renderModuleDiagram())],
    ['docs/data-protection.md', withGenerated(read('docs/data-protection.md'), 'columns', renderPersonalColumns(await listPersonalColumns(client)))],
  ])
}
