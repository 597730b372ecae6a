import type { AstroIntegration } from 'astro';

/** There is no server, hence no entry point of one to resolve. */
const AUTO = { entrypointResolution: 'auto' } as const;

/**
 * Keeps the bundle that Astro runs in its own `build.server` folder. Without an adapter it would stand below the
 * working directory, where its packages are found only if that happens to be the project (astro/dist/prerender/utils.js).
 */
export const bundleFolder = (): AstroIntegration => ({
  name: 'bulletin-press:bundle-folder',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'bulletin-press',
        ...AUTO,
        adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
        supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
      });
    },
  },
});
