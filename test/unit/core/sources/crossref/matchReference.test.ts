import { strict as assert } from 'node:assert';
import { matchReference } from '../../../../../src/core/sources/crossref/matchReference.ts';
import { scoreReference } from '../../../../../src/core/sources/crossref/scoreReference.ts';
import { crossref } from '../../../../../src/core/sources/crossref/crossref.ts';
import { createContext, createFakeHttp } from '../../../../support/fakeHttp.ts';
import { useSandboxLookup } from '../../../../support/useSandboxLookup.ts';

/** References as styles write them, and the DOI of the work each means. */
const references: readonly (readonly [style: string, reference: string, doi: string])[] = [
  ['APA', 'Watson, J. D., & Crick, F. H. C. (1953). Molecular structure of nucleic acids: A structure for deoxyribose nucleic acid. Nature, 171(4356), 737–738. https://doi.org/10.1038/171737a0', '10.1038/171737a0'],
  ['Vancouver', '1. Watson JD, Crick FH. Molecular structure of nucleic acids; a structure for deoxyribose nucleic acid. Nature. 1953 Apr 25;171(4356):737-8.', '10.1038/171737a0'],
  ['a title without its subtitle', 'J. D. Watson and F. H. C. Crick, “Molecular Structure of Nucleic Acids,” Nature 171 (1953): 737.', '10.1038/171737a0'],
  ['IEEE', '[3] K. He, X. Zhang, S. Ren and J. Sun, "Deep Residual Learning for Image Recognition," 2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR), Las Vegas, NV, USA, 2016, pp. 770-778, doi: 10.1109/CVPR.2016.90.', '10.1109/cvpr.2016.90'],
  ['Harvard with a short container', 'He, K. et al., 2016. Deep residual learning for image recognition. In: CVPR. pp. 770–778.', '10.1109/cvpr.2016.90'],
  ['MLA', 'Turing, Alan M. "Computing machinery and intelligence." Mind 59.236 (1950): 433-460.', '10.1093/mind/lix.236.433'],
  ['Chicago', 'Turing, A. M. 1937. “On Computable Numbers, with an Application to the Entscheidungsproblem.” Proceedings of the London Mathematical Society s2-42 (1): 230–65.', '10.1112/plms/s2-42.1.230'],
  ['an abbreviated journal', 'A. M. Turing. On computable numbers, with an application to the Entscheidungsproblem. Proc. Lond. Math. Soc., s2-42:230–265, 1937.', '10.1112/plms/s2-42.1.230'],
  ['German', 'Einstein, A.: Zur Elektrodynamik bewegter Körper. In: Annalen der Physik 322 (1905), Nr. 10, S. 891–921', '10.1002/andp.19053221004'],
  ['without accents', 'Einstein A. Zur Elektrodynamik bewegter Korper. Ann. Phys. 1905;322:891', '10.1002/andp.19053221004'],
  ['one of two works of one title and year, told by its pages', 'C. E. Shannon, "A Mathematical Theory of Communication," Bell System Technical Journal, vol. 27, pp. 379-423, 1948.', '10.1002/j.1538-7305.1948.tb01338.x'],
  ['the other one', 'Shannon, C.E. (1948) A mathematical theory of communication. Bell Syst. Tech. J. 27(4), 623–656', '10.1002/j.1538-7305.1948.tb00917.x'],
  ['ACS, without a title', 'Frank, H. S. Science 1970, 169, 635–641.', '10.1126/science.169.3946.635'],
  ['a physicist’s, without a title', 'H. S. Frank, Science 169, 635 (1970)', '10.1126/science.169.3946.635'],
  ['a chapter', 'Ronneberger O, Fischer P, Brox T (2015) U-Net: convolutional networks for biomedical image segmentation. In: Medical Image Computing and Computer-Assisted Intervention – MICCAI 2015. Springer, Cham, pp 234–241', '10.1007/978-3-319-24574-4_28'],
  ['a book', 'Hastie, T., Tibshirani, R., Friedman, J.: The Elements of Statistical Learning. Springer, New York (2009)', '10.1007/978-0-387-84858-7'],
  ['BibTeX', '@article{lorenz, author = {Edward N. Lorenz}, title = {Deterministic Nonperiodic Flow}, journal = {J. Atmos. Sci.}, volume = 20, pages = {130--141}, year = 1963}', '10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2'],
  ['a year off', 'Morin A, Urban J, Adams PD, et al. Shining light into black boxes. Science. 2011;336(6078):159–60.', '10.1126/science.1218263'],
  ['a retracted paper, whose title was changed', 'Mehra MR, Desai SS, Ruschitzka F, Patel AN. Hydroxychloroquine or chloroquine with or without a macrolide for treatment of COVID-19: a multinational registry analysis. Lancet 2020.', '10.1016/s0140-6736(20)31180-6'],
  ['copied from a page, with divided words', 'Watson, J.D., Crick, F.H.C., 1953. Molec-\nular structure of nucleic acids; a structure for deoxy- \n  ribose nucleic acid. Nature 171, 737–738.', '10.1038/171737a0'],
  ['capitals', 'WATSON J.D. AND CRICK F.H.C. (1953) MOLECULAR STRUCTURE OF NUCLEIC ACIDS, NATURE 171:737-738.', '10.1038/171737a0'],
  ['letters of a mathematical alphabet', '𝕎𝕒𝕥𝕤𝕠𝕟 𝕁𝔻, ℂ𝕣𝕚𝕔𝕜 𝔽ℍ. Molecular structure of nucleic acids. Nature 1953;171:737', '10.1038/171737a0'],
  ['the notice, and not the paper that it retracts', 'Mehra MR, Ruschitzka F, Patel AN. Retraction—Hydroxychloroquine or chloroquine with or without a macrolide for treatment of COVID-19: a multinational registry analysis. Lancet 2020.', '10.1016/s0140-6736(20)31324-6'],
  ['the journal version of a preprint', 'Fenner, M., Crosas, M., Grethe, J. et al. A data citation roadmap for scholarly data repositories. Sci Data 6, 28 (2019).', '10.1038/s41597-019-0031-8'],
]; // prettier-ignore

/** Works that nobody wrote, or that the service does not have, and texts that are no reference to one work. */
const unknown: readonly (readonly [what: string, text: string])[] = [
  ['another title of the author in the same place', 'Turing, A. M. (1950). Computing machinery and consciousness in animals. Mind, 59(236), 433–460.'],
  ['the title by somebody else in another year', 'Smith, J. (2004). Deep Residual Learning for Image Recognition. Journal of Imaging 3(2), 12–19.'],
  ['a work that cites a known one in its title', 'Jones, P. (1999). Forty years after "Molecular structure of nucleic acids". Trends in Genetics 15, 1–3.'],
  ['one of two works of one title, without what tells them apart', 'C. E. Shannon. A Mathematical Theory of Communication. Bell System Technical Journal 27, 1948.'],
  ['a longer title with the same words', 'Morin, B. (2019). Shining Light. Springer.'],
  ['a made up title at the right place', 'Frank, H. S. Dreams of Ice. Science 1970, 169, 635–641.'],
  ['a neighbour in the journal', 'Wilkins MHF, Stokes AR, Wilson HR. Molecular structure of nucleic acids: Molecular structure of deoxypentose nucleic acids. Nature 1953;171:738-740'],
  ['the authors’ other paper of the year in the journal', 'Watson JD, Crick FHC. Genetical implications of the structure of deoxyribonucleic acid. Nature 1953;171:964-967'],
  ['the authors’ next paper on the subject', 'He K, Zhang X, Ren S, Sun J. Identity mappings in deep residual networks. ECCV 2016'],
  ['the author’s other paper in the journal', 'Einstein A. Ist die Trägheit eines Körpers von seinem Energieinhalt abhängig? Ann. Phys. 1905;323:639'],
  ['the same title, revisited', 'Lorenz, E. N. (1973). Deterministic nonperiodic flow revisited. Journal of the Atmospheric Sciences, 30(2), 130-141.'],
  ['an earlier edition', 'Hastie T, Tibshirani R, Friedman J. The Elements of Statistical Learning. 1st ed. New York: Springer; 2001.'],
  ['two references', 'Watson JD, Crick FH. Molecular structure of nucleic acids; a structure for deoxyribose nucleic acid. Nature 1953;171:737. Turing AM. Computing machinery and intelligence. Mind 1950;59:433.'],
  ['a review of a known work', 'Review of: Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59(236), 433–460. By Smith, B. (2010), Journal of Reviews 3, 1'],
  ['a reply to a known work', 'Jones P. Reply to Mehra et al. Hydroxychloroquine or chloroquine with or without a macrolide for treatment of COVID-19: a multinational registry analysis. Lancet 2020.'],
  ['a correction of a known work', 'Correction: Deep residual learning for image recognition. He K, Zhang X, Ren S, Sun J. CVPR 2016, 770-778'],
  ['a name and a year', 'Lorenz 1963'],
  ['signs of an address', '\0<script>alert(1)</script> {"filter":"x"} &rows=1000&filter=type:book'],
  ['brackets', '('.repeat(400)],
  ['words without end', `${'a '.repeat(400)}Watson Crick 1953 Nature`],
  ['a journal', 'Nature 171, 1953'],
  ['a title alone', 'Editorial Board'],
  ['words', 'the and of'],
  ['nothing', '   '],
  ['an address', 'https://doi.org/10.5555/unknown'],
  ['a paper made up', 'Harrington, L. & Okafor, D. (2021). Recursive attention collapse in sparse transformer ensembles. Journal of Machine Cognition, 14(2), 201–219.'],
]; // prettier-ignore

describe('a pasted reference', () => {
  const stage = useSandboxLookup();

  for (const [style, reference, doi] of references) {
    it(`finds its work: ${style}`, async () => {
      const match = await matchReference(reference, stage.over.context(crossref, {}));
      assert.equal(match?.record.csl.DOI, doi);
      assert.ok(match.score >= 0.85 && match.score <= 1, String(match.score));
    });
  }

  for (const [what, text] of unknown) {
    it(`finds nothing for ${what}`, async () => {
      assert.equal(await matchReference(text, stage.over.context(crossref, {})), undefined);
    });
  }

  it('is asked once, in the words of the reference, five candidates at most', async () => {
    const http = createFakeHttp(() => ({ body: { message: { items: [] } } }));
    await matchReference(`Smith. A & B? ${'x'.repeat(5000)} doi:10.1000/a`, createContext(crossref, http));
    assert.equal(http.urls.length, 1);
    const [url] = http.urls;
    assert.equal(url?.searchParams.get('rows'), '5');
    assert.equal(url.searchParams.get('query.bibliographic')?.length, 1000);
    assert.ok(url.searchParams.get('query.bibliographic')?.startsWith('Smith. A & B? xxx'));
  });

  it('may end in a page of blank lines', async () => {
    const http = createFakeHttp(() => ({ body: { message: { items: [] } } }));
    const text = `Watson, Molec-${'\n'.repeat(300_000)}.`;
    assert.equal(await matchReference(text, createContext(crossref, http)), undefined);
  });

  it('takes time in proportion to its length', () => {
    const csl = { id: 'x', type: 'article', title: 'a '.repeat(50_000) } as const;
    for (const text of ['a, ', 'review ', 'a-\n\n'])
      assert.equal(scoreReference(csl, text.repeat(50_000)), 0);
  });
});
