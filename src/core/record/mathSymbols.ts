/** Symbols of mathematics by the names that TeX gives them. */

/** Reads `character command` pairs, blanks between all. */
export function readPairs(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.trim().split(/\s+/);
  return new Map(
    words.flatMap((character, index) => (index % 2 === 0 ? [[character, words[index + 1] ?? '']] : [])),
  );
}

/** TeX's commands, without the backslash, of symbols that only mathematics has: no input encoding of LaTeX declares them. */
export const mathSymbols = readPairs(String.raw`
  ≤ leq ≥ geq ⩽ leq ⩾ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ≺ prec ≻ succ ≍ asymp ≐ doteq
  ≲ stackrel{<}{\sim} ≳ stackrel{>}{\sim} ∓ mp ∗ ast ⋆ star ★ star ∘ circ ∙ bullet ⋅ cdot ∞ infty ∂ partial ∇ nabla
  ∑ sum ∏ prod ∐ coprod ∫ int ∮ oint √ surd ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap
  ⊎ uplus ⊓ sqcap ⊔ sqcup ⊑ sqsubseteq ⊒ sqsupseteq ∅ emptyset ∖ setminus ∧ wedge ∨ vee ∀ forall ∃ exists
  ⊕ oplus ⊖ ominus ⊗ otimes ⊘ oslash ⊙ odot ☉ odot ⊥ perp ⟂ perp ⊤ top ⊢ vdash ⊣ dashv ∥ parallel ∣ mid ∠ angle
  ↔ leftrightarrow ↕ updownarrow ⇐ Leftarrow ⇑ Uparrow ⇒ Rightarrow ⇓ Downarrow ⇔ Leftrightarrow ↦ mapsto
  ↗ nearrow ↘ searrow ↙ swarrow ↖ nwarrow ⟵ longleftarrow ⟶ longrightarrow ⟷ longleftrightarrow
  ◯ bigcirc ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor ℓ ell ℏ hbar ħ hbar ℑ Im ℜ Re ℘ wp ℵ aleph
  ⇌ rightleftharpoons ⇀ rightharpoonup ↼ leftharpoonup ↪ hookrightarrow ⟹ Longrightarrow ⟺ Longleftrightarrow ⪯ preceq ⪰ succeq
  ⊨ models ⋈ bowtie ⋀ bigwedge ⋁ bigvee ⋂ bigcap ⋃ bigcup ⨁ bigoplus ⨂ bigotimes
  ⋯ cdots ⋮ vdots ⋱ ddots ♭ flat ♮ natural ♯ sharp ♠ spadesuit ♡ heartsuit ♢ diamondsuit ♣ clubsuit
  △ triangle ▽ bigtriangledown ◇ diamond ⋄ diamond ∆ Delta
  α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho
  σ sigma ς varsigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega ϵ epsilon ϑ vartheta ϕ phi ϖ varpi ϱ varrho
  Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
`);
