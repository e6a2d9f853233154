import { strict as assert } from 'node:assert';
import { cleanText } from '../../../../../src/core/bibtex/entry/cleanText.ts';
import { toTeX, type TexTarget } from '../../../../../src/core/bibtex/entry/texText.ts';

const bibtex: TexTarget = { reader: 'bibtex', isAscii: false };
const biber: TexTarget = { reader: 'biber', isAscii: false };
const bibtexAscii: TexTarget = { reader: 'bibtex', isAscii: true };
const biberAscii: TexTarget = { reader: 'biber', isAscii: true };

function assertTeX(text: string, target: TexTarget, expected: string): void {
  assert.equal(toTeX(cleanText(text), target), expected);
}

describe('toTeX', () => {
  it('makes every character that TeX reads as a command print as itself', () => {
    const expected = String.raw`{\textbackslash}input{\textbraceleft}x{\textbraceright} \$ \& \% \# \_ {\textasciicircum} {\textasciitilde} {\textless} {\textgreater} {\textbar} {"}`;
    for (const target of [bibtex, biber, bibtexAscii, biberAscii]) {
      assertTeX('\\input{x} $ & % # _ ^ ~ < > | "', target, expected);
    }
  });

  it('keeps characters apart that fonts would join', () => {
    const expected = "a-|-b -|-|-|- '|'x'|' `|`y`|` ,|, ?|`".replaceAll('|', String.raw`\textsubscript{}`);
    assertTeX("a--b ---- ''x'' ``y`` ,, ?`", bibtex, expected);
  });

  it('writes angle brackets as biber leaves them', () => {
    for (const target of [bibtex, biber, bibtexAscii, biberAscii]) {
      assertTeX('⟨x\u232a', target, String.raw`{\textlangle}x{\textrangle}`);
    }
  });

  it('writes raised, lowered and mathematical letters as what they are made of', () => {
    assertTeX(
      'xₙᵗʰ ℎ ℒ',
      biber,
      String.raw`x\textsubscript{n}\textsuperscript{th} {{\textit{h}}} {$\mathcal{L}$}`,
    );
  });

  it('keeps dashes of any kind apart from each other', () => {
    assert.equal(toTeX('a–b', bibtexAscii), 'a--b');
    assert.equal(
      toTeX('a–– c–- -— –‒', bibtexAscii),
      'a--|-- c--|- -|--- --|--'.replaceAll('|', String.raw`\textsubscript{}`),
    );
    assert.equal(toTeX('a–– c–- -—', biber), 'a–|– c–|- -|—'.replaceAll('|', String.raw`\textsubscript{}`));
  });

  it('keeps letters and signs that the default input encoding declares', () => {
    const text = 'Über Łódź Dvořák Erdős ß ø æ ş ș „x“ – ° ± ½ ² €';
    assertTeX(text, bibtex, text);
    assertTeX(text, biber, text);
  });

  it('writes letters beyond it as commands where pdfTeX will read them, and keeps them for biber', () => {
    assertTeX('Nguyễn Ḥāfiẓ x̄ ħ', bibtex, String.raw`Nguy{\~{\^e}}n {\d{H}}āfi{\d{z}} {\=x} {$\hbar$}`);
    assertTeX('Nguyễn Ḥāfiẓ x̄ ħ', biber, 'Nguyễn Ḥāfiẓ x̄ ħ');
  });

  it('writes accents on Greek letters and vectors as formulas in every engine', () => {
    for (const target of [bibtex, biber, bibtexAscii, biberAscii]) {
      assertTeX('ν̄ and x⃗', target, String.raw`{$\bar{\nu}$} and {$\vec{x}$}`);
    }
  });

  it('writes Greek letters that look like Latin ones as those, but in Greek', () => {
    for (const target of [bibtex, biber, bibtexAscii, biberAscii]) {
      assertTeX('Αlvarez, vitamin Κ', target, 'Alvarez, vitamin K');
      assertTeX('Μαρία Κου', target, 'Μαρία Κου');
    }
  });

  it('writes accents as commands in ASCII', () => {
    assertTeX(
      'üÉçčåąşșøßŁđ',
      bibtexAscii,
      String.raw`{\"u}{\'E}{\c{c}}{\v{c}}{\r{a}}{\k{a}}{\c{s}}{\textcommabelow{s}}{\o}{\ss}{\L}{\dj}`,
    );
  });

  it('leaves the dot to LaTeX where LaTeX takes it off, and to biber everywhere', () => {
    assertTeX('íīǰį', bibtexAscii, String.raw`{\'i}{\=\i}{\v{\j}}{\k{i}}`);
    assertTeX('íīǰį', biberAscii, String.raw`{\'i}{\=i}{\v{j}}{\k{i}}`);
  });

  it('gives biber, which reads one accent a letter, no nested ones', () => {
    assertTeX('ễ', bibtexAscii, String.raw`{\~{\^e}}`);
    assertTeX('ễ', biberAscii, 'ễ');
  });

  it('writes symbols that text fonts lack in mathematics', () => {
    for (const target of [bibtex, biber, bibtexAscii]) {
      assertTeX('≤ ∞ 5′ −1 α-syn', target, String.raw`{$\leq$} {$\infty$} 5{$'$} {$-$}1 {$\alpha$}-syn`);
      assertTeX(
        'ℝ 𝑥 𝛼 𝒜 ⅓',
        target,
        String.raw`{{\textbf{R}}} {{\textit{x}}} {$\alpha$} {$\mathcal{A}$} \textsuperscript{1}/\textsubscript{3}`,
      );
    }
  });

  it('keeps Greek prose', () => {
    assertTeX('Η ζωή του α', biber, 'Η ζωή του α');
    assertTeX('ο λόγος', bibtexAscii, 'ο λόγος');
  });

  it('raises and lowers runs of digits', () => {
    assertTeX(
      'H₂O 10⁻¹² m² x¹⁰',
      bibtex,
      String.raw`H\textsubscript{2}O 10\textsuperscript{{$-$}12} m² x\textsuperscript{10}`,
    );
    assertTeX('m²', bibtexAscii, String.raw`m\textsuperscript{2}`);
  });

  it('writes hyphens, spaces and ligatures as what they are', () => {
    assertTeX('X‐ray 10\u202f000 a\u00a0b \ufb01n', bibtex, String.raw`X-ray 10\,000 a~b fin`);
  });

  it('keeps a character that has no command, in every encoding', () => {
    const text = '東京　① ～ Москва العربية 한국 😀 ơ';
    for (const target of [bibtex, biber, bibtexAscii, biberAscii]) assertTeX(text, target, text);
  });
});

describe('cleanText', () => {
  it('drops what does not print and puts the rest on one line', () => {
    assert.equal(cleanText(' a\0b\r\n\tc\u200b\u00add\ufeff\u202e\u2028e  f '), 'ab cd e f');
  });

  it('keeps joiners between letters that need them', () => {
    assert.equal(cleanText('می\u200cخواهم a\u200cb'), 'می\u200cخواهم ab');
  });

  it('composes accents and marks lost halves of characters', () => {
    assert.equal(cleanText('e\u0301 \ud800'), 'é \ufffd');
  });
});
