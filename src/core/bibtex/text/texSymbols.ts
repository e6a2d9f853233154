/**
 * TeX commands of characters, without the backslash. All of them work in plain LaTeX without packages.
 */

/** Reads `character command` pairs, one blank between all. */
function readPairs(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.trim().split(/\s+/);
  return new Map(
    words.flatMap((character, index) => (index % 2 === 0 ? [[character, words[index + 1] ?? '']] : [])),
  );
}

/** Characters that TeX reads as commands, or prints as others in its old fonts. `"` is a shorthand in German. */
export const reserved: ReadonlyMap<string, string> = new Map([
  ['\\', '{\\textbackslash}'],
  ['{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['%', '\\%'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['^', '{\\textasciicircum}'],
  ['~', '{\\textasciitilde}'],
  ['<', '{\\textless}'],
  ['>', '{\\textgreater}'],
  ['|', '{\\textbar}'],
  ['"', '{"}'],
]);

/** Spacing and hyphens that TeX has marks of its own for, look-alikes of ASCII characters, and the sign for a lost one. */
export const marks: ReadonlyMap<string, string> = new Map([
  ['\u00a0', '~'],
  ['\u2006', '\\,'],
  ['\u2009', '\\,'],
  ['\u200a', '\\,'],
  ['\u202f', '\\,'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '--'],
  ['\u2015', '---'],
  ['\u2043', '-'],
  ['\u204e', '*'],
  ['\u02bc', "'"],
  ['\u02bb', '`'],
  ['\u02be', "'"],
  ['\u02bf', '`'],
  ['\u2215', '/'],
  ['\u2236', ':'],
  ['\u2254', ':='],
  ['\ufffd', '?'],
  ['\u2212', '{$-$}'],
  ['\u2032', "{$'$}"],
  ['\u02b9', "{$'$}"],
  ['\u2033', "{$''$}"],
  ['\u02ba', "{$''$}"],
  ['\u2034', "{$'''$}"],
]);

/** Symbols that only mathematics has; no input encoding of LaTeX declares them. */
export const mathSymbols = readPairs(String.raw`
  ≤ leq ≥ geq ⩽ leq ⩾ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ≺ prec ≻ succ ≍ asymp ≐ doteq
  ≲ stackrel{<}{\sim} ≳ stackrel{>}{\sim} ∓ mp ∗ ast ⋆ star ★ star ∘ circ ∙ bullet ⋅ cdot ∞ infty ∂ partial ∇ nabla
  ∑ sum ∏ prod ∐ coprod ∫ int ∮ oint √ surd ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap
  ⊎ uplus ⊓ sqcap ⊔ sqcup ⊑ sqsubseteq ⊒ sqsupseteq ∅ emptyset ∖ setminus ∧ wedge ∨ vee ∀ forall ∃ exists
  ⊕ oplus ⊖ ominus ⊗ otimes ⊘ oslash ⊙ odot ☉ odot ⊥ perp ⟂ perp ⊤ top ⊢ vdash ⊣ dashv ∥ parallel ∣ mid ∠ angle
  ↔ leftrightarrow ↕ updownarrow ⇐ Leftarrow ⇑ Uparrow ⇒ Rightarrow ⇓ Downarrow ⇔ Leftrightarrow ↦ mapsto
  ↗ nearrow ↘ searrow ↙ swarrow ↖ nwarrow ⟵ longleftarrow ⟶ longrightarrow ⟷ longleftrightarrow
  ⟨ langle ⟩ rangle ◯ bigcirc ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor ℓ ell ℏ hbar ħ hbar ℑ Im ℜ Re ℘ wp ℵ aleph
  ⋯ cdots ⋮ vdots ⋱ ddots ♭ flat ♮ natural ♯ sharp ♠ spadesuit ♡ heartsuit ♢ diamondsuit ♣ clubsuit
  △ triangle ▽ bigtriangledown ◇ diamond ⋄ diamond ∆ Delta
  α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho
  σ sigma ς varsigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega ϵ epsilon ϑ vartheta ϕ phi ϖ varpi ϱ varrho
  Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
  ο mathrm{o} Α mathrm{A} Β mathrm{B} Ε mathrm{E} Ζ mathrm{Z} Η mathrm{H} Ι mathrm{I} Κ mathrm{K} Μ mathrm{M}
  Ν mathrm{N} Ο mathrm{O} Ρ mathrm{P} Τ mathrm{T} Χ mathrm{X}
`);

/** Letters that are no letter of ASCII with accents. */
export const letters = readPairs(String.raw`
  Æ AE æ ae Ð DH ð dh Đ DJ đ dj Ø O ø o Þ TH þ th ß ss ẞ SS ı i ȷ j Ĳ IJ ĳ ij Ł L ł l Ŋ NG ŋ ng Œ OE œ oe
`);

/** Signs that LaTeX's default input encoding declares, so that only ASCII output needs their commands. */
const signCommands = readPairs(String.raw`
  ¡ textexclamdown ¢ textcent £ textsterling ¤ textcurrency ¥ textyen ¦ textbrokenbar § textsection
  ¨ textasciidieresis © textcopyright ª textordfeminine « guillemotleft ¬ textlnot ® textregistered
  ¯ textasciimacron ° textdegree ± textpm ² texttwosuperior ³ textthreesuperior ´ textasciiacute µ textmu
  ¶ textparagraph · textperiodcentered ¹ textonesuperior º textordmasculine » guillemotright ¼ textonequarter
  ½ textonehalf ¾ textthreequarters ¿ textquestiondown × texttimes ÷ textdiv ƒ textflorin
  ‖ textbardbl ‘ textquoteleft ’ textquoteright ‚ quotesinglbase
  “ textquotedblleft ” textquotedblright „ quotedblbase † textdagger ‡ textdaggerdbl • textbullet … textellipsis
  ‰ textperthousand ‱ textpertenthousand ‹ guilsinglleft › guilsinglright ※ textreferencemark ‽ textinterrobang
  ⁄ textfractionsolidus € texteuro ₡ textcolonmonetary ₤ textlira ₦ textnaira ₩ textwon
  ₫ textdong ₱ textpeso ฿ textbaht ℃ textcelsius № textnumero ℗ textcircledP ℞ textrecipe ℠ textservicemark
  ™ texttrademark ℧ textmho ℮ textestimated ← textleftarrow ↑ textuparrow → textrightarrow ↓ textdownarrow
  ◦ textopenbullet ♪ textmusicalnote
`);

export const signs: ReadonlyMap<string, string> = new Map([
  ['–', '--'],
  ['—', '---'],
  ...Array.from(signCommands, ([sign, command]): [string, string] => [sign, `{\\${command}}`]),
]);

/** Accent commands of combining characters. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030a', 'r'],
  ['\u030b', 'H'],
  ['\u030c', 'v'],
  ['\u0323', 'd'],
  ['\u0326', 'textcommabelow'],
  ['\u0327', 'c'],
  ['\u0328', 'k'],
  ['\u0331', 'b'],
]);
