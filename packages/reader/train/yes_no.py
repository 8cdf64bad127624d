"""Questions of yes or no, turned out of sentences by their trees.   questions(conllu) -> [[passage, [(question, spans, 2)]]]"""
import re

AUXILIARIES = set("is are was were has have had will would can could may might should must does do did".split())


def blocks(text):
    """The sentences of each document: text and words, each word [form, lemma, upos, tag, head, relation, space after]."""
    document = []
    for block in text.split("\n\n"):
        if "# newdoc" in block and document:
            yield document
            document = []
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        said = re.search(r"# text = (.+)", block)
        if said and rows and all(r[0].isdigit() for r in rows):
            document.append((said[1], [(r[1], r[2], r[3], r[4], int(r[6]), r[7], "SpaceAfter=No" not in r[9]) for r in rows]))
        elif said:
            document.append((said[1], []))
    yield document


def question(words, random_):
    root = next((i for i, w in enumerate(words, 1) if w[4] == 0), None)
    if root is None or len(words) < 6:
        return None
    below = lambda i: [k for k, w in enumerate(words, 1) if w[4] == i]

    def all_below(i):
        return sorted([i] + [x for k in below(i) for x in all_below(k)])

    subject = [k for k in below(root) if words[k - 1][5].startswith("nsubj") and words[k - 1][2] in ("NOUN", "PROPN")]
    if len(subject) != 1 or any(words[k - 1][1] in ("who", "which", "that") for k in all_below(subject[0])):
        return None
    helpers = [k for k in below(root) if words[k - 1][5] in ("aux", "aux:pass", "cop")]
    subject_words = [k for k in all_below(subject[0]) if words[k - 1][5] not in ("punct",)]
    if len(subject_words) > 8 or subject[0] > root:
        return None
    left_out = set(subject_words)
    for k in below(root):
        relation = words[k - 1][5]
        if relation in ("advcl", "parataxis", "conj", "cc", "punct", "discourse", "mark", "list", "acl", "appos") or words[k - 1][1] in ("not", "never") or (relation in ("obl", "obl:unmarked", "advmod") and (k < root or random_.random() < 0.4)):
            left_out |= set(all_below(k))
    verb = {}
    if helpers and words[helpers[0] - 1][0].lower() in AUXILIARIES:
        opener = words[helpers[0] - 1][0]
        left_out.add(helpers[0])
    elif words[root - 1][2] == "VERB" and words[root - 1][3] in ("VBD", "VBZ", "VBP") and not helpers:
        opener, verb = {"VBD": "did", "VBZ": "does", "VBP": "do"}[words[root - 1][3]], {root: words[root - 1][1]}
    else:
        return None
    inner = lambda ks: "".join(verb.get(k, words[k - 1][0]) + (" " if words[k - 1][6] or k + 1 not in ks else "") for k in ks).strip()
    rest = [k for k in all_below(root) if k not in left_out and k > subject[0]]
    if not 1 <= len(rest) <= 14:
        return None
    said = f"{opener.capitalize()} {inner(subject_words)} {inner(rest)}".rstrip(" ,;:.") + "?"
    return re.sub(r"\s+", " ", said)


def questions(conllu, random_):
    for document in blocks(conllu):
        out = []
        for i in range(0, len(document), 5):
            text, spans, asked = "", [], []
            for said, words in document[i : i + 5]:
                text += " " if text else ""
                spans.append((len(text), len(text) + len(said)))
                text += said
            for (_, words), span in zip(document[i : i + 5], spans):
                q = question(words, random_) if words else None
                if q:
                    asked.append((q, [span], 2))
            out.append((text, random_.sample(asked, min(2, len(asked)))))
        yield out
