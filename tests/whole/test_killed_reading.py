"""A run that the system ends while it reads: the next goes on where it stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from held import bytes_of

from generator import pipeline, reading
from generator.model import Article, Registry
from generator.reading import Understood

ARTICLES = {
    "blackout": "A power cut hit Lima on Monday, 1 April 2024. Hospitals used generators.",
    "launch": "A rocket lifted off from Kourou on 2 April 2024 with four satellites.",
    "recall": "A carmaker in Nagoya recalled 900 vans on 3 April 2024.",
    "verdict": "A court in Accra acquitted banker Ned Hale of fraud on 4 April 2024.",
}
KILLED = """
import os, signal, sys
from pathlib import Path
from generator import pipeline, reading

real = reading.understand

def understand(article, registry, **rest):
    if article.id == "recall":
        os.kill(os.getpid(), signal.SIGKILL)
    return real(article, registry, **rest)

reading.understand = understand
pipeline.generate(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_run_killed_while_it_reads_is_gone_on_with_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds, content = tmp_path / "seeds", tmp_path / "content"
    seeds.mkdir()
    for name, text in ARTICLES.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
        (seeds / f"{name}.yml").write_text("published: 2024-04-05\n", encoding="utf-8")
    pipeline.generate(seeds, tmp_path / "whole")
    command = [sys.executable, "-c", KILLED, str(seeds), str(content)]
    ended = subprocess.run(command, env=dict(os.environ), check=False)
    assert ended.returncode == -signal.SIGKILL
    assert not (content / "entries").exists()
    read: list[str] = []
    real = reading.understand

    def understand(article: Article, registry: Registry, **rest: object) -> Understood:
        read.append(article.id)
        return real(article, registry, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "understand", understand)
    outcome = pipeline.generate(seeds, content)

    assert read == ["recall", "verdict"]
    assert outcome.again == 2
    assert bytes_of(content) == bytes_of(tmp_path / "whole")
