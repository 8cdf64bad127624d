"""Questions that a passage almost answers.   python counterfactual.py MODEL reading.jsonl > almost.jsonl

MODEL is ../model; its tags say where a phrase begins and ends. Of a passage that answers, the answer's own phrase is left out, or a vaguer one
put there ("11 people" -> "several people"); of a question, another thing is asked than the passage tells (when -> why). Lines as in
reading.jsonl, kind 0, and for each changed passage the line it was made from, so that both are read.
"""
import json, random, re, sys
from collections import Counter
import numpy as np, onnxruntime as ort
from tokenizers import Tokenizer
from sentences import sentences

folder, file = sys.argv[1:3]
random_ = random.Random(11)
labels = json.load(open(f"{folder}/labels.json"))
RELATIONS = labels["relation"]
options = ort.SessionOptions()
options.intra_op_num_threads = 1
session = ort.InferenceSession(f"{folder}/reader.onnx", options)
tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
tokenizer.no_truncation(), tokenizer.no_padding()
LOOSE = {"nmod", "obl", "obl:unmarked", "obl:agent", "nmod:unmarked", "advmod", "amod", "nummod", "appos", "advcl", "acl", "acl:relcl", "advcl:relcl", "nmod:poss", "nmod:desc", "compound", "parataxis"}
VAGUE = {
    "number": ["several", "many", "some", "a number of", "a few", "dozens of"],
    "money": ["an undisclosed sum", "an amount that was not given", "a large sum", "money"],
    "date": ["recently", "later", "earlier", "at some point", "at the time"],
    "person": ["someone", "a man", "a woman", "others", "somebody else", "an official"],
    "place": ["there", "elsewhere", "a nearby town", "another place", "the area"],
    "thing": ["something", "something else", "another one", "it", "that", "others"],
}
MONTH = r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
DATED = re.compile(MONTH + r"|\b(?:1\d|20)\d\d\b|\b(?:ago|yesterday|today|tomorrow|century|year|month|week|day|night|morning|since|after|before|during|while|when|until|later|early|late|age)s?\b", re.I)
CAUSED = re.compile(r"\b(?:because|since|due|as|so|reason|caus\w+|result\w*|led|leads?|for|to|after|thanks|owing|in order|prompt\w*|therefore|thus|why)\b", re.I)
COUNTED = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|third|quarter|twice|once|couple|pair|single|both|no|none|percent)\b", re.I)


def tags(sentence):
    """Of each token: [begin, end), head (-1 for the root), relation, part of speech; undefined if too long."""
    p = tokenizer.encode(sentence, add_special_tokens=False)
    if not 3 <= len(p.ids) <= 100:
        return None
    ids = np.array([[101, *p.ids, 102]])
    head, relation, upos = session.run(["head", "relation", "upos"], {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)})
    best, part = relation[0].argmax(-1), upos[0].argmax(-1)
    return [(b, e, int(head[0][i + 1]) - 1, RELATIONS[best[i + 1]], labels["upos"][part[i + 1]]) for i, (b, e) in enumerate(p.offsets)]


def below(tokens, top):
    inside = {top}
    for _ in range(len(tokens)):
        more = {i for i, t in enumerate(tokens) if t[2] in inside} - inside
        if not more:
            return inside
        inside |= more
    return inside


def sort_of(question, answer):
    q = question.lower()
    if re.search(r"\bhow (?:many|old|long|far|tall|big|large|high)\b|\bwhat (?:number|percentage|percent|age)\b", q):
        return "number"
    if re.search(r"\bhow much\b|\bprice\b|\bcosts?\b", q):
        return "money" if re.search(r"[$€£]|dollar|million|billion|euro|pound", answer) else "number"
    if re.search(r"\bwhen\b|\bwhat (?:year|date|day|month|century|decade|time)\b|\bwhich (?:year|day|month|century)\b", q):
        return "date"
    if re.search(r"\bwho(?:m|se)?\b", q):
        return "person"
    if re.search(r"\bwhere\b|\b(?:what|which) (?:city|country|state|town|place|continent|river|region)\b", q):
        return "place"
    return "thing"


def without(sentence, begin, end, sort):
    """The sentence without what it says there, or None."""
    tokens = tags(sentence)
    inside = tokens and [i for i, t in enumerate(tokens) if t[0] < end and t[1] > begin]
    if not inside:
        return None
    top = next((i for i in inside if tokens[i][2] not in inside), None)
    if top is None:
        return None
    if tokens[top][3] == "_":
        return None
    whole = sorted(below(tokens, top))
    solid = whole == list(range(whole[0], whole[-1] + 1))
    b, e = tokens[whole[0]][0], tokens[whole[-1]][1]
    if solid and tokens[top][3] in LOOSE and e - b < 0.6 * len(sentence) and b <= begin and e >= end and (sort != "number" or random_.random() < 0.6):
        left, right = sentence[:b].rstrip(), sentence[e:].lstrip()
        if left.endswith(",") and re.match(r"[,.;:)]", right):
            left = left[:-1]
        if not left:
            right = re.sub(r"^[,;:]\s*", "", right)
            right = right[:1].upper() + right[1:]
        gap = "" if re.match(r"[,.;:?!)’'”]", right) or not left else " "
        return left + gap + right
    if end - begin > 0.5 * len(sentence) or tokens[top][4] not in ("NOUN", "PROPN", "NUM", "PRON") or tokens[top][3] in ("flat", "compound", "fixed", "nmod:desc"):
        return None
    new = random_.choice(VAGUE[sort])
    if begin == 0 or not sentence[:begin].strip(" “\""):
        new = new[0].upper() + new[1:]
    if sort in ("place", "date"):
        cut = re.search(r"\b(?:in|on|at|by|during|since|from|of|to|near|the)\s+(?:the\s+)?$", sentence[:begin], re.I)
        if cut and (sort == "date" or new in ("there", "elsewhere")):
            begin = cut.start()
    else:
        cut = re.search(r"\b(?:a|an|the)\s+$", sentence[:begin], re.I)
        if cut:
            begin = cut.start()
    return sentence[:begin] + new + sentence[end:]


plain = lambda t: " " + re.sub(r"\W+", " ", t.lower()).strip() + " "


def almost(question, passage, spans):
    """The passage with every mention of an answer made vague or left out, or None."""
    answers = {plain(passage[b:e]) for b, e in spans}
    if any(len(a.strip()) < 1 for a in answers):
        return None
    begin, end = max(spans, key=lambda s: s[1] - s[0])
    pieces, at = [], 0
    for b, e in sentences(passage):
        text = passage[b:e]
        if b <= begin and end <= e:
            text = without(text, begin - b, end - b, sort_of(question, passage[begin:end]))
            if not text or len(text) < 12:
                return None
        elif any(b < y and x < e for x, y in spans):
            return None
        pieces.append(passage[at:b] + text)
        at = e
    new = "".join(pieces) + passage[at:]
    p = plain(new)
    return None if any(a in p for a in answers if len(a) > 3) else new


ASKED = re.compile(r"^(When|Where|Why|How|Who) (did|was|were|is|are|does|do|has|have|had|will|would|can) ")


def otherwise(question, passage, spans):
    """Another question about the same, which nothing in the passage can answer, or None."""
    m, near = ASKED.match(question), " ".join(passage[b:e] for b, e in sentences(passage) if any(b < y and x < e for x, y in spans))
    outside = near
    for b, e in spans:
        outside = outside.replace(passage[b:e], " ")
    if m and m[1] in ("When", "Where", "Why", "How"):
        rest, kinds = question[len(m[1]) :], []
        if m[1] != "Why" and not re.search(r"\b(?:feel|look|smell|sound|seem|taste)\b", rest) and not CAUSED.search(near):
            kinds += ["Why"]
        if m[1] != "When" and not DATED.search(passage):
            kinds += ["When", "In what year"]
        if kinds:
            return random_.choice(kinds) + rest
    m = re.match(r"^(?:Who|What|Which \w+) (\w+ed|was|were|is|won|made|wrote|began|led|took|gave|built|became) (.{8,})\?$", question)
    if m and not DATED.search(passage) and m[1].endswith("ed"):
        return random_.choice(["When was it that someone ", "In what year had anyone "]) + m[1] + " " + m[2] + "?"
    m = re.match(r"^(?:Who|What) (was|were|is) (\w.{8,})\?$", question)
    if m and not COUNTED.search(passage) and random_.random() < 0.3:
        return f"How many times {m[1]} {m[2]}?"
    return None


rows, made = [json.loads(line) for line in open(file)], Counter()
for row in rows:
    source, question, passage, spans, kind = row
    if kind == 1 and random_.random() < 0.75:
        new = almost(question, passage, spans)
        if new and new != passage:
            made[source, "almost"] += 1
            print(json.dumps((source, question, new, [], 0)))
    if kind and random_.random() < 0.6:
        new = otherwise(question, passage, spans)
        if new:
            made[source, "otherwise"] += 1
            print(json.dumps((source, new, passage, [], 0)))
print(made, sum(made.values()), file=sys.stderr)
