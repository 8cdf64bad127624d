"""Files of the repositories that data are taken from: MIRROR, the first argument of each script, holds their snapshots as OWNER+NAME/repo."""
import subprocess, sys
from pathlib import Path


def git(repository, *words):
    folder = Path(f"{sys.argv[1]}/{repository}/repo")
    return subprocess.run(["git", f"--git-dir={folder / '.git' if (folder / '.git').exists() else folder}", *words], capture_output=True, check=True).stdout.decode()


def show(repository, path):
    return git(repository, "show", f"HEAD:{path}")
