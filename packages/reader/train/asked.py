"""Rows of reading.jsonl from the questions written for this.   python asked.py MIRROR EVAL > asked-rows.jsonl

asked.jsonl has an article a line: `of` (its id below), `borders` (where its sentences end), `questions`: [question, sentences, answer], and, by
another sentence each, `also`. Offsets count the text's characters that are not blank; of what the text does not answer, `answer` is null and the
sentences are those one would take for it. Articles marked `judged` are left out: figures are taken of them.
"""
import json, random, re, sys
from pathlib import Path
from snapshots import git, show

MOST = 140 * 4.6  # characters of a window, about 140 tokens
STOP = set("the a an of in to and is was were are be by for on at with as that this which who whom what when where why how did do does it its from or has have had not been their his her he she they many much any there".split())
LEANS = re.compile(r"(?:He|She|It|They|This|That|These|Those|But|And|However|His|Her|Their|Its)\b|[\"“](?:He|She|It|They|We|I|This|That)\b")
GUM, POSTS = "UniversalDependencies+UD_English-GUM", "18F+18f.gsa.gov"
FRONT = re.compile(r"---\n(.*?)\n---\n(.*)", re.S)


def text_of(article, evaluation):
    """The title and the text of an article: of the public data, of GUM, or a post of 18F (public domain)."""
    source, rest = article.split(":", 1)
    if source == "18f":
        head, body = FRONT.match(show(POSTS, rest)).groups()
        title = re.search(r"^title: *[\"']?(.*?)[\"']?$", head, re.M)[1]
        body = re.sub(r"\{[%{].*?[%}]\}|<[^>]+>|\[\^?\d+\]:?|!\[[^\]]*\]\([^)]*\)", "", body)
        return title, re.sub(r"[*_`>#]+", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body))
    if source == "gum-ud":
        path = next(f for f in git(GUM, "ls-tree", "-r", "--name-only", "HEAD").split("\n") if f.endswith(f"sources/{rest}.conllu"))
        said = re.findall(r"^# text = (.*)$|^# (newpar)", show(GUM, path), re.M)
        first = " ".join(re.split("\0", " ".join(t or "\0" for t, _ in said).strip("\0 "))[0].split())
        return first if len(first.split()) < 15 else "", " ".join(t for t, _ in said if t)
    for part in ("sum-train", "sum-dev"):
        for line in open(f"{evaluation}/data/{part}.jsonl"):
            row = json.loads(line)
            if row["id"] == article:
                head = row["text"].split("\n\n")[0] if source == "bbc" else re.sub(r"\s*\.$", "", row["refs"][0].split("\n")[0]).strip()
                return head if source != "bbc" or len(head.split()) < 15 else "", row["text"]
    raise KeyError(article)


def words(text):
    return {w[:6] for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in STOP}


class Article:
    def __init__(self, line, evaluation):
        self.line, (self.title, self.text) = line, text_of(line["of"], evaluation)
        self.places = [i for i, c in enumerate(self.text) if not c.isspace()]
        edges = [0, *line["borders"]]
        self.sentences = [self.slice(b, e) for b, e in zip(edges, edges[1:])]
        self.starts = edges[:-1]
        self.windows, size = [[]], 0
        for i, sentence in enumerate(self.sentences):
            if self.windows[-1] and size + len(sentence) > MOST:
                self.windows.append([])
                size = 0
            self.windows[-1].append(i)
            size += len(sentence)

    def slice(self, begin, end):
        return re.sub(r"\s", " ", self.text[self.places[begin] : self.places[end - 1] + 1])

    def window(self, indices, answer=None):
        """The text of some sentences, with the span of the answer in it."""
        text, span = "", []
        for i in indices:
            text += " " if text else ""
            if answer and self.starts[i] <= answer[0] < self.starts[i] + sum(not c.isspace() for c in self.sentences[i]):
                at = self.sentences[i].find(self.slice(*answer))
                span = [[len(text) + at, len(text) + at + len(self.slice(*answer))]] if at >= 0 else []
            text += self.sentences[i]
        return text, span

    def alone(self, i, answer=None):
        """A sentence below the title, with the one before if it leans on that: as the likeliest are read again."""
        text, span = self.window([i - 1, i] if i and LEANS.match(self.sentences[i]) else [i], answer)
        shift = len(self.title) + 1 if self.title else 0
        return f"{self.title} {text}" if self.title else text, [[b + shift, e + shift] for b, e in span]


def rows(article, random_):
    for asked, indices, answer, *also in article.line["questions"]:
        own, right = words(asked), set(indices) | set(*also) if answer else set()
        near = lambda text: -len(own & words(text)) - 0.8 * random_.random()
        others = sorted((w for w in article.windows if not right & set(w)), key=lambda w: near(article.window(w)[0]))
        rest = sorted((i for i in range(len(article.sentences)) if i not in right), key=lambda i: near(article.sentences[i]))
        if answer:
            for w in article.windows:
                if indices[0] in w:
                    yield "asked", asked, *article.window(w, answer), 1
            yield "asked-alone", asked, *article.alone(indices[0], answer), 1
            if others:
                yield "asked-elsewhere", asked, article.window(others[0])[0], [], 0
            if len(others) > 1 and random_.random() < 0.4:
                yield "asked-elsewhere", asked, article.window(random_.choice(others[1:]))[0], [], 0
            if rest and random_.random() < 0.6:
                yield "asked-elsewhere", asked, article.alone(random_.choice(rest[:2]))[0], [], 0
        else:
            tempting = [w for w in article.windows if set(indices) & set(w)]
            yield "asked-in-vain", asked, article.window(tempting[0])[0], [], 0
            yield "asked-in-vain", asked, article.alone(indices[0])[0], [], 0
            further = [w for w in others if w not in tempting]
            if further and random_.random() < 0.4:
                yield "asked-in-vain", asked, article.window(further[0])[0], [], 0


def lines():
    return [json.loads(line) for line in open(Path(__file__).parent / "asked.jsonl")]


if __name__ == "__main__":
    random_ = random.Random(5)
    for line in lines():
        if not line.get("judged"):
            for row in rows(Article(line, sys.argv[2]), random_):
                if row[4] == 0 or row[3]:
                    print(json.dumps(row, ensure_ascii=False))
