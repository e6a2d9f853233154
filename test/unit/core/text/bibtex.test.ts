import { itFindsMarked } from '../../../support/markedIdentifiers.ts';

describe('identifiers in a bibliography', () => {
  itFindsMarked('bibtex', [
    ['@article{a,\n  doi = {⟦10.1000/abc⟧},\n}'],
    ['@article{a, doi = "⟦10.1000/abc⟧"}'],
    ['@article{a, DOI={⟦10.1000/abc⟧}}'],
    ['@article(a, doi={⟦10.1000/abc⟧})'],
    ['@article{a, doi = {https://doi.org/⟦10.1000/abc⟧}}'],
    ['@article{a, doi = {doi:⟦10.1000/abc⟧}}'],
    ['@article{a, doi = {{⟦10.1000/abc⟧}}}'],
    ['@article{a, doi = {⟦10.1000/{ABC}def⟧}}', '10.1000/abcdef'],
    ['@article{a, doi = {⟦10.1000/abc⟧.}}'],
    ['@article{a, doi = { ⟦10.1000/abc⟧ }}'],
    ['doi = {⟦10.1000/abc⟧},'],
    ['@article{a, doi = {⟦10/gf4gqc⟧}}'],
    ['@article{10.1093/nar/gks1195, doi = {⟦10.1093/nar/gks1195⟧}}'],
    ['@article{10.1016/S0022-0248(96)00511-8,\n doi = {⟦10.1016/S0022-0248(96)00511-8⟧}}'],
    [
      '@inproceedings{DBLP:conf/x, crossref = {10.1007/978-3-319-02300-7}, doi = {⟦10.1007/978-3-319-02300-7_1⟧}}',
    ],
    ['@article{a, url = {https://doi.org/⟦10.1007/978-3-030-29007-8\\_8⟧}}', '10.1007/978-3-030-29007-8_8'],
    [
      '@article{a, url = {http://x.org/doi/pdf/⟦10.1063/1.4982629⟧ https://doi.org/⟦10.1063/1.4982629⟧ http://x.org/toc/apl/110/17}}',
    ],
    ['@article{a, note = {\\url{http://doi.acm.org/⟦10.1145/637069.637096⟧}}}'],
    ['@article{a, note = {See doi:⟦10.1000/abc⟧.}, number = {DOI: ⟦10.1002/adma.201104648⟧}}'],
    [
      '@article{a, doi = {⟦10.1175/1520-0493(1972)100{\\%}3C0081{\\%}3AOTAOSH{\\%}3E2.3.CO{\\%}3B2⟧}}',
      '10.1175/1520-0493(1972)100<0081:otaosh>2.3.co;2',
    ],
    [
      '@article{a, doi = {⟦10.1175/1520-0493(1972)100%3C0081%3AOTAOSH%3E2.3.CO%3B2⟧}}',
      '10.1175/1520-0493(1972)100<0081:otaosh>2.3.co;2',
    ],
    [
      '@article{a, doi = {⟦10.1002/1521-3951(200212)234:3{$<$}773::aid-pssb773{$>$}3.0.co;2-0⟧}}',
      '10.1002/1521-3951(200212)234:3<773::aid-pssb773>3.0.co;2-0',
    ],
    [
      '@article{a, doi = {⟦10.1002/1521-3951(200212)234:3{\\&}{\\#}60;773::x{\\&}gt;3.0.co;2-0⟧}}',
      '10.1002/1521-3951(200212)234:3<773::x>3.0.co;2-0',
    ],
    ['@article{a, doi = {⟦10.1007/978-3-030-02671-4\\\\_7⟧}}', '10.1007/978-3-030-02671-4_7'],
    ['@article{a, doi = {⟦10.1021/nl051650+⟧}}'],
    ['@article{a, title = {50% of {X}}, doi = {⟦10.1000/abc⟧}}'],
    ['@article{a, arxivid = {⟦1510.05409v1⟧}, eprint = {⟦1910.14570⟧}, archiveprefix = {arXiv}}'],
    ['@article{a, eprint = {⟦hep-th/9901001⟧}}'],
    ['@article{a, journal = {CoRR}, volume = {abs/⟦1510.05409⟧}}'],
    ['@article{a, eprint = {arXiv:⟦1510.05409⟧}}'],
    ['@article{a, eprint = {12345678}, eprinttype = {jstor}}'],
    ['@article{a, pmid = {⟦12345678⟧}, pmcid = {⟦PMC1234567⟧}}'],
    ['@article{a, pmc = {⟦PMC1234567⟧}}'],
    ['@book{a, isbn = {⟦978-3-16-148410-0⟧}}', '9783161484100'],
    ['@book{a, ISBN = "⟦0306406152⟧"}'],
    ['@book{a, isbn = {⟦9783161484100⟧ (print)}}'],
    ['@article{a, isbn = {doi:⟦10.1063/1.117816⟧}}'],
    ['@comment{doi = {10.1000/abc}} @article{a, doi = {⟦10.1000/def⟧}}'],
    ['@Comment{jabref-meta: {10.1000/abc} x}\n⟦10.1000/def⟧'],
    ['% doi = {10.1000/abc}\n@article{a,\n  % doi = {10.1000/x},\n  doi = {⟦10.1000/def⟧}}'],
    ['@article{a, file = {:home/me/10.1000/abc.pdf:PDF}, doi = {⟦10.1000/def⟧}}'],
    ['@article{a, title = {The {DNA} % of x}, doi = {⟦10.1000/abc⟧}}'],
    [
      '@article{a, doi = {⟦10.1000/abc⟧}, % 10.1000/x\n  title = {50}, % 10.1000/y\n  note = {60\\% ⟦10.1000/z⟧} % 10.1000/w\n}',
    ],
    ['@article{a, related = {10.1000/abc}, ids = {10.1000/x, y}, doi = {⟦10.1000/def⟧}}'],
    ['@string{j = "⟦10.1000/abc⟧"}'],
    ['@article{a, url = {https://cir.nii.ac.jp/crid/⟦1390005822569621120⟧}}'],
    [
      '@article{1390005822569621120,\nDOI="⟦10.14927/reeps.6.2_12⟧",\nURL="https://cir.nii.ac.jp/crid/⟦1390005822569621120⟧"}',
    ],
    [
      '@article{a, bdsk-url-1 = {http://dx.doi.org/⟦10.1007/s00779-005-0347-6⟧}, bdsk-file-1 = {10.1000/abc}}',
    ],
    ['@article{a, doi = {⟦10.1002/(SICI)1521-3951(199911)216:1<5::AID-PSSB5>3.3.CO;2-6⟧},}'],
    ['@article{a, doi={⟦10.1121/1.4947423.1⟧}}'],
    ['@article{a, doi = {⟦10.1000/abc⟧}, issn = {1234-5678}, pages = {10.1039.C9NR09621C}}'],
  ]);
});
