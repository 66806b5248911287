import { downloadFile, liveEvents, uploadFile } from './files.ts'
import { downloadReport } from './reporting/endpoints.ts'
import type { RawEndpoint } from './endpoint.ts'

/** Every endpoint outside the JSON contract: what the permission matrix and the scope-leak test enumerate beside it. */
export const RAW_ENDPOINTS: readonly RawEndpoint[] = [uploadFile, downloadFile, liveEvents, downloadReport]
