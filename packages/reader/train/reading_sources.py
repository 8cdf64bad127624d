"""The sources of questions: ARTICLES, by source a list of articles, each a list of [passage, [(question, spans, kind)]]; see reading_data.py."""
import csv, io, json, random, re, sys
from collections import defaultdict
from held import is_hashed as held
from snapshots import git, show
from yes_no import questions

evaluation = sys.argv[2]
random_ = random.Random(7)


def squad(articles):
    for article in articles:
        passages = []
        for p in article["paragraphs"]:
            if held(p["context"]):
                continue
            asked = []
            for q in p["qas"]:
                spans = sorted({(a["answer_start"], a["answer_start"] + len(a["text"])) for a in q["answers"] if a["text"]})
                asked.append((q["question"].strip(), spans, 1 if spans and not q.get("is_impossible") else 0))
            passages.append((p["context"], asked))
        yield passages


def digests(name):
    for line in open(f"{evaluation}/data/{name}.jsonl"):
        article, asked = json.loads(line), defaultdict(list)
        for q in article["questions"]:
            for p in {a["p"] for a in q.get("answers", [])}:
                asked[p].append((q["q"], [(a["s"], a["e"]) for a in q["answers"] if a["p"] == p], 1))
        yield [(p["text"], asked[i]) for i, p in enumerate(article["paragraphs"])]


def selqa():
    by_article = defaultdict(lambda: defaultdict(list))
    for part in ("dev", "test"):
        for x in json.loads(show("emorynlp+selqa", f"ass/selqa-ass-{part}.json")):
            text, spans = "", []
            for sentence in x["candidates"]:
                text += " " if text else ""
                spans.append((len(text), len(text) + len(sentence)))
                text += sentence
            if not held(text):
                by_article[x["article"]][text].append((x["question"], [spans[i] for i in x["answers"]], 2))
    return [list(sections.items()) for sections in by_article.values()]


def qed():
    out = []
    for line in show("google-research-datasets+QED", "qed-dev.jsonlines").splitlines():
        x = json.loads(line)
        spans = sorted({(a["start"], a["end"]) for group in x["original_nq_answers"] for a in group})
        if spans and not held(x["paragraph_text"]):
            out.append((x["paragraph_text"], [(x["question_text"] + "?", spans, 1)]))
    return out


def qamr():
    sentence = dict(line.split("\t") for line in show("uwnlp+qamr", "data/wiki-sentences.tsv").splitlines() if line.strip())
    asked = defaultdict(list)
    for line in show("uwnlp+qamr", "data/filtered/dev.tsv").splitlines():
        c = line.split("\t")
        if "wikinews" in c[0] or c[0] not in sentence or len(c[5].split()) < 5:
            continue
        answer, checks = set(c[6].split()), [x.split(":")[1] if ":" in x else "" for x in (c[7], c[8])]
        if all(re.match(r"\d", x) and answer & set(x.split()) for x in checks):
            asked[c[0]].append((c[5].strip(), [int(i) for i in c[6].split()]))
    keys, out = list(asked), []
    random_.shuffle(keys)
    for i in range(0, len(keys), 3):
        text, questions = "", []
        for key in keys[i : i + 3]:
            at = []
            for token in sentence[key].split(" "):
                text += " " if text else ""
                at.append((len(text), len(text) + len(token)))
                text += token
            for q, ix in random_.sample(asked[key], min(3, len(asked[key]))):
                questions.append((q, [(at[min(ix)][0], at[max(ix)][1])], 1))
        out.append((text, questions))
    return out


def pooled(passages):
    """Unrelated passages twelve at a time, to find wrong ones among."""
    random_.shuffle(passages)
    return [passages[i : i + 12] for i in range(0, len(passages), 12)]


def shifts(name, share):
    passages = [p for a in json.loads(show("modestyachts+squadshifts-website", f"datasets/{name}_v1.0.json"))["data"] for p in a["paragraphs"]]
    return [x for group in pooled(passages[: int(len(passages) * share)]) for x in squad([{"paragraphs": group}])]


def sentence_pairs():
    """Questions of SQuAD 1.1's training half, each with the one sentence that it was asked of; neighbours in the file make a passage."""
    lines = lambda name: show("xinyadu+nqg", f"data/processed/{name}-test.txt").splitlines()
    asked = defaultdict(list)
    for text, question in zip(lines("src"), lines("tgt")):
        asked[untokenized(text)].append(untokenized(question))
    texts, out = list(asked), []
    for i in range(0, len(texts), 4):
        passage, questions = "", []
        for text in random_.sample(texts[i : i + 4], len(texts[i : i + 4])):
            passage += " " if passage else ""
            begin, passage = len(passage), passage + text
            questions += [(q, [(begin, len(passage))], 2) for q in asked[text]]
        out.append((passage, questions))
    return [out[i : i + 12] for i in range(0, len(out), 12)]


def untokenized(text):
    for mark, plainer in (("-lrb-", "("), ("-rrb-", ")"), ("``", '"'), ("''", '"')):
        text = text.replace(mark, plainer)
    return re.sub(r" (?=[,.;:?!)]|'s\b)", "", text).strip()


def onestop():
    """News in two degrees of difficulty, with the span that answers each question."""
    names = git("berzak+onestop-qa", "ls-tree", "-r", "--name-only", "HEAD", "annotations/annotated_articles").splitlines()
    for name in names:
        passages = {"Adv": [], "Ele": []}
        for block in git("berzak+onestop-qa", "show", f"HEAD:{name}").split("# Paragraph")[1:]:
            questions = re.findall(r"^Q[12]?: *(.+)$", block, re.M)
            for level, out in passages.items():
                marked = re.search(rf"^{level}: *(.+)$", block, re.M)
                if not marked or len(questions) != 3:
                    continue
                text, spans, open_ = "", defaultdict(list), {}
                for part in re.split(r"(</?[AD]\d>)", marked[1]):
                    tag = re.fullmatch(r"<(/?)A(\d)>", part)
                    if tag and not tag[1]:
                        open_[tag[2]] = len(text)
                    elif tag and tag[2] in open_:
                        spans[int(tag[2])].append((open_.pop(tag[2]), len(text)))
                    elif not re.fullmatch(r"</?[AD]\d>", part):
                        text += part
                out.append((text, [(q.strip(), spans[i], 2) for i, q in enumerate(questions, 1) if spans[i]]))
        yield from passages.values()


def fairytale():
    """Stories whose questions have their answer's words in the text."""
    names = git("uci-soe+FairytaleQAData", "ls-tree", "-r", "--name-only", "HEAD", "data-by-origin/questions").splitlines()
    for name in names:
        sections = {r["section"]: r["text"] for r in csv.DictReader(io.StringIO(git("uci-soe+FairytaleQAData", "show", "HEAD:" + name.replace("/questions/", "/section-stories/").replace("-questions.", "-story."))))}
        asked = defaultdict(list)
        for r in csv.DictReader(io.StringIO(git("uci-soe+FairytaleQAData", "show", f"HEAD:{name}"))):
            section = r["cor_section"].strip()
            answers = {r[k].strip(" .").lower() for k in ("answer1", "answer2", "answer3", "answer4", "answer5", "answer6") if r.get(k)}
            at = [(b, b + len(a)) for a in answers if len(a) > 2 and section in sections for b in [sections[section].lower().find(a)] if b >= 0]
            if at and r["ex-or-im1"] == "explicit":
                asked[section].append((r["question"], at, 1))
        yield [(re.sub(r"\s", " ", text), asked[section]) for section, text in sections.items()]


def abstracts():
    """Questions of yes or no, put to the end of an abstract; its conclusion decides them."""
    out = []
    for x in json.loads(show("pubmedqa+pubmedqa", "data/ori_pqal.json")).values():
        text, answer = x["CONTEXTS"][-1], x["LONG_ANSWER"]
        out.append((f"{text} {answer}", [(x["QUESTION"], [(len(text) + 1, len(text) + 1 + len(answer))], 2)]))
    return pooled(out)


def policies():
    for part in ("dev", "test"):
        yield from squad(json.loads(show("wasiahmad+PolicyQA", f"data/{part}.json"))["data"])



def yes_no():
    """Questions of yes or no, turned out of sentences by their trees."""
    gum, ewt = "UniversalDependencies+UD_English-GUM", "UniversalDependencies+UD_English-EWT"
    for repository in (gum, ewt):
        names = git(repository, "ls-tree", "-r", "--name-only", "HEAD", "not-to-release/sources").splitlines()
        tested = set(re.findall(r"# newdoc id = (\S+)", show(gum, "en_gum-ud-test.conllu")))
        for name in names:
            if name.endswith(".conllu") and "_reddit_" not in name and name.split("/")[-1].removesuffix(".conllu") not in tested:
                yield from questions(show(repository, name), random_)


ARTICLES = {
    "squad2": list(squad(json.loads(show("chrischute+squad", "data/dev-v2.0.json"))["data"])),
    "squad2-train": list(squad(json.loads(show("PhongNTDo+guide_train_MRC_transformers", "train-v2.0.json"))["data"])),
    "squad1-train": sentence_pairs(),
    "onestop": list(onestop()),
    "fairytale": list(fairytale()),
    "abstracts": abstracts(),
    "policies": list(policies()),
    "yes-no": list(yes_no()),
    "newwiki": list(squad(json.loads(show("modestyachts+squadshifts-website", "datasets/new_wiki_v1.0.json"))["data"])),
    "reddit": shifts("reddit", 0.8),
    "amazon": shifts("amazon_reviews", 0.5),
    "qa-news-dev": list(digests("qa-news-dev")),
    "qa-long-dev": list(digests("qa-long-dev")),
    "selqa": selqa(),
    "qed": pooled(qed()),
    "qamr": pooled(qamr()),
}
