/** Characters that nobody sees: soft hyphens, joiners, marks of direction, variation selectors, tatweels. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;

/** Letters that differ from others in their drawing only: ligatures, presentation and width forms, styled alphabets. */
const DRAWN_LETTER =
  /^(?:[ſ\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFB4F\uFB50-\uFDFB\uFE70-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFF9D\u{1D400}-\u{1D7CB}])/u;
const DRAWN_PUNCTUATION = /^[\uFF01\uFF03-\uFF06\uFF08-\uFF0C\uFF0E\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF5E]$/u;

const MEMO_MAX = 4_096;
const memo = new Map<string, string>();

/** Folds a character with the marks on it. */
export function foldCluster(cluster: string): string {
  const known = memo.get(cluster);
  if (known !== undefined) return known;
  const folded = foldedCluster(cluster);
  if (memo.size >= MEMO_MAX) memo.clear();
  memo.set(cluster, folded);
  return folded;
}

function foldedCluster(cluster: string): string {
  const bare = cluster.replace(INVISIBLE, '');
  if (bare === '') return '';
  if (bare === '…') return '...';
  const drawn = DRAWN_LETTER.test(bare) || DRAWN_PUNCTUATION.test(bare);
  return bare
    .normalize(drawn ? 'NFKC' : 'NFC')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}
