import { createMemoryStorage } from './memory-storage.ts'
import { storageContract } from './testing/storage-contract.ts'

storageContract('memory', async () => createMemoryStorage())
