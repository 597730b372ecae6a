import type { AstroIntegration } from 'astro';

const AUTO = { entrypointResolution: 'auto' } as const;

/** Makes of Astro's server bundle a module that renders pages for whoever imports it. There is no server. */
export const adapter = (): AstroIntegration => ({
  name: 'bulletin-press',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'bulletin-press',
        ...AUTO,
        serverEntrypoint: new URL('./renderer.ts', import.meta.url),
        adapterFeatures: { buildOutput: 'server' },
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      });
    },
  },
});
