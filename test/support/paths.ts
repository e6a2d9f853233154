import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

/** Top folder of the checkout. */
export const projectFolder = join(import.meta.dirname, '..', '..');

/** What tests leave behind for a person to look at: screenshots, logs. */
export const outputFolder = join(projectFolder, 'test', '.out');

/** What is downloaded once and kept between runs. */
export const cacheFolder = join(projectFolder, '.cache');

/** What `npm run package` writes; the end-to-end tests and `npm start` install it. */
export const packageFile = join(projectFolder, `${manifest.name}-${manifest.version}.vsix`);

/** Where the pictures of the README go: into `media` where `UPDATE_MEDIA` is set, else to the other results. */
export const mediaFolder =
  process.env['UPDATE_MEDIA'] === undefined ? outputFolder : join(projectFolder, 'media');
