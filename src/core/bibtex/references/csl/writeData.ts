/** Run by the build: writes the file that `readCslData` reads, to the path it is given. */
import { collectCslData } from './collectCslData.ts';
import { writeCslData } from './cslData.ts';

const [, , file] = process.argv;
if (file === undefined) throw new Error('Say where to write.');
writeCslData(file, collectCslData());
