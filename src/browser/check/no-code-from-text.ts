import { config } from 'zod';

/** zod would try to make code of text, which the worker's policy refuses and the browser would report. Imported before any schema is made. */
config({ jitless: true });
