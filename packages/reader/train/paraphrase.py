"""Other words for a question's, from WordNet.   Words(DICT, random)(question, passage): the question without one to three words of the passage

DICT is the folder `dict` of WordNet 3.1 (Princeton University; the WordNet licence). A word is replaced only where one sense has most of its
uses in SemCor, by a synonym that SemCor has in that sense, or by the noun above it.
"""
import re
from collections import Counter, defaultdict

PARTS = {"1": "noun", "2": "verb", "3": "adj", "5": "adj"}
FORMS = {"noun": (("s", "s"), ("", "")), "verb": (("ed", "ed"), ("d", "ed"), ("ing", "ing"), ("s", "s"), ("", "")), "adj": (("", ""),)}


class Words:
    def __init__(self, folder, random_):
        self.random, self.of = random_, {}
        used, synonyms = defaultdict(Counter), defaultdict(list)
        for line in open(f"{folder}/index.sense"):
            key, synset, _, count = line.split()
            word, kind = key.split("%")[0], key.split("%")[1][0]
            if kind in PARTS and int(count) and re.fullmatch(r"[a-z]{3,}", word):
                used[word][PARTS[kind], synset] += int(count)
                synonyms[PARTS[kind], synset].append(word)
        above = {}
        for line in open(f"{folder}/data.noun"):
            c = line.split()
            if c and re.fullmatch(r"\d{8}", c[0]):
                above["noun", c[0]] = [("noun", c[i + 1]) for i in range(4, len(c) - 1) if c[i] == "@"][:1]
        for word, senses in used.items():
            (sense, count), total = senses.most_common(1)[0], sum(senses.values())
            near = [w for w in synonyms[sense] if w != word and used[w].most_common(1)[0][0] == sense] or [w for s in above.get(sense, []) for w in synonyms[s]]
            if len(word) > 3 and count / total > 0.6 and near:
                self.of[sense[0], word] = near

    def other(self, word):
        """Another word in the same form, or None."""
        for part, forms in FORMS.items():
            for ending, same in forms:
                stem = word.removesuffix(ending)
                for base in (stem, stem + "e") if word.endswith(ending) else ():
                    if base in (stem, word) and (part, base) in self.of or ending and (part, base) in self.of:
                        new = self.random.choice(self.of[part, base])
                        if same in ("ed", "ing"):
                            new = new.removesuffix("e")
                        return re.sub(r"([^aeiou])ys$", r"\1ies", re.sub(r"(ch|sh|[sxz])s$", r"\1es", new + same))
        return None

    def __call__(self, question, passage):
        there = {w[:6] for w in re.findall(r"[a-z]+", passage.lower())}
        places = [m for m in re.finditer(r"\b[a-z]{4,}\b", question) if m[0][:6] in there and self.other(m[0])]
        for m in sorted(self.random.sample(places, min(len(places), self.random.randint(1, 3))), key=lambda m: -m.start()):
            question = question[: m.start()] + self.other(m[0]) + question[m.end() :]
        return question
