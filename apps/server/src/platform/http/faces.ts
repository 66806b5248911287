import { join } from 'node:path'
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** How a built face is served: hashed names below assets/ never change, the page itself is always asked for. */
function filesOf(folder: string): FastifyStaticOptions {
  return {
    root: folder,
    // The build lays a .gz beside every text that is worth it.
    preCompressed: true,
    setHeaders: (response, path) => {
      const forever = path.includes(join(folder, 'assets'))
      response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  }
}

/** The console at /, its page for every address of its own. */
export async function mountConsole(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, filesOf(folder))
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|auth|field)\//.test(request.url)
    return isPage ? reply.sendFile('index.html') : reply.status(404).send({ code: 'not_found', message: '没有找到。' })
  })
}

/** The field app below /field/, which is the scope of its service worker; its page for every address below. */
export async function mountFieldApp(app: FastifyInstance, folder: string): Promise<void> {
  app.get('/field', (_request, reply) => reply.redirect('/field/'))
  await app.register(async (field) => {
    await field.register(fastifyStatic, { ...filesOf(folder), decorateReply: false })
    field.setNotFoundHandler((request, reply) => {
      // A file that is gone must not come as a page: an old service worker would keep it as the file.
      const isPage = request.method === 'GET' && !/\.[a-z0-9]+(\?|$)/.test(request.url)
      return isPage ? reply.sendFile('index.html', folder) : reply.status(404).send({ code: 'not_found', message: '没有找到。' })
    })
  }, { prefix: '/field' })
}
