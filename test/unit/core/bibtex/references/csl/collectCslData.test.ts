import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../../../../package.json' with { type: 'json' };
import { collectCslData } from '../../../../../../src/core/bibtex/references/csl/collectCslData.ts';
import {
  readCslData,
  writeCslData,
  type CslData,
} from '../../../../../../src/core/bibtex/references/csl/cslData.ts';
import { styleNames } from '../../../../../../src/core/bibtex/references/csl/styleNames.ts';
import { createTemporaryFolder } from '../../../../../support/atExit.ts';
import { projectFolder } from '../../../../../support/paths.ts';

const ofCitationJs = ['apa', 'vancouver', 'harvard1'];

describe('collectCslData', function () {
  // The package is 26 MB of JSON.
  this.timeout(30_000);

  let data: CslData;
  before(() => {
    data = collectCslData();
  });

  it('has every style that is named, and a locale for every language of CSL', () => {
    assert.deepEqual([...ofCitationJs, ...Object.keys(data.styles)].toSorted(), [...styleNames].toSorted());
    assert.equal(Object.keys(data.locales).length, 57);
  });

  it('says who made each, under which licence', () => {
    for (const [name, text] of Object.entries({ ...data.locales, ...data.styles })) {
      const info = /<info>(.*)<\/info>/.exec(text)?.[1] ?? '';
      assert.match(info, /Attribution-ShareAlike 3\.0/, name);
      if (name in data.styles) assert.match(info, /<title>.+<author><name>/, name);
    }
    assert.match(data.locales['sv-SE'] ?? '', /<translator> ?<name>\p{L}/u);
  });

  it('leaves no Cyrillic letter in Serbian with Latin ones', () => {
    assert.doesNotMatch(data.locales['sr-LATN'] ?? 'ш', /\p{Script=Cyrillic}/u);
  });

  it('survives being packed', () => {
    const file = join(createTemporaryFolder('csl'), 'csl.json.br');
    writeCslData(file, data);
    assert.deepEqual(readCslData(file), data);
  });
});

describe('styleNames', () => {
  it('are what the setting offers and what the manual lists', () => {
    const setting = manifest.contributes.configuration.properties['citationLookup.preview.style'];
    assert.deepEqual(setting.examples, styleNames);
    for (const file of ['README.md', 'package.nls.json', 'package.nls.ja.json']) {
      const text = readFileSync(join(projectFolder, file), 'utf8');
      for (const name of styleNames) assert.ok(text.includes(`\`${name}\``), `${file} lacks ${name}`);
    }
  });

  it('come along in the package', () => {
    const shipped = readFileSync(join(projectFolder, '.vscodeignore'), 'utf8').split('\n');
    assert.ok(shipped.includes('!dist/csl.json.br'));
    assert.match(manifest.scripts['build:csl'], / dist\/csl\.json\.br$/);
  });
});
