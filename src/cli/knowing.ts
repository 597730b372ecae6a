import type { Plugin } from 'vite';
import type { Preview } from './preview.ts';

/** Where Astro's server looks for what a request brings along (astro/dist/core/constants.js). */
const LOCALS = Symbol.for('astro.locals');

/** Hands every page the library as it is at that moment. What may not be published is thrown where a page asks for it, and so is shown on it. */
export const knowing = (preview: Preview): Plugin => ({
  name: 'bulletin-press:knowing',
  configureServer(server) {
    server.middlewares.use((request, _, next) => {
      const locals: App.Locals = {
        get library() {
          return preview.library();
        },
      };
      Reflect.set(request, LOCALS, locals);
      next();
    });
  },
});
