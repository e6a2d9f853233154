import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { extensionOf, folderOf, relativePath, resolvePath } from '../../../../src/core/project/paths.ts';

describe('resolvePath', () => {
  const cases: readonly (readonly [folder: string, said: string, path: string | undefined])[] = [
    ['/w/sub', 'refs.bib', '/w/sub/refs.bib'],
    ['/w/sub', './lit//refs.bib', '/w/sub/lit/refs.bib'],
    ['/w/sub', '../refs.bib', '/w/refs.bib'],
    ['/w', '../../../refs.bib', '/refs.bib'],
    ['/w', ' "my refs.bib" ', '/w/my refs.bib'],
    ['/w', "'refs.bib'", '/w/refs.bib'],
    ['/w', 'lit\\refs.bib', '/w/lit/refs.bib'],
    ['/w', '/lit/refs.bib', '/lit/refs.bib'],
    ['/c:/w', 'D:\\lit\\refs.bib', '/d:/lit/refs.bib'],
    ['', 'refs.bib', '/refs.bib'],
    ['/w', 'https://example.org/refs.bib', undefined],
    ['/w', '~/refs.bib', undefined],
    ['/w', '$HOME/refs.bib', undefined],
    ['/w', '  ', undefined],
  ];
  for (const [folder, said, path] of cases) {
    it(`reads ${JSON.stringify(said)} in ${folder === '' ? 'the root' : folder}`, () => {
      assert.equal(resolvePath(folder, said), path);
    });
  }
});

describe('relativePath', () => {
  it('leads back to the file', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c d'), { maxLength: 4 })
      .map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, path, (folder, above) => {
        const file = `${above}/refs.bib`.replace('//', '/');
        assert.equal(resolvePath(folder, relativePath(folder, file)), file);
      }),
    );
  });

  it('is the whole path between drives', () => {
    assert.equal(relativePath('/c:/w', '/d:/refs.bib'), 'd:/refs.bib');
  });
});

describe('the parts of a path', () => {
  it('are the folder and the extension', () => {
    assert.equal(folderOf('/w/a.tex'), '/w');
    assert.equal(folderOf('/a.tex'), '');
    assert.equal(extensionOf('/w.x/a.TEX'), '.tex');
    assert.equal(extensionOf('/w.x/a'), '');
    assert.equal(extensionOf('/w/.hidden'), '');
  });
});
