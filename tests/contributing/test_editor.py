"""What an editor, VS Code, shows of the findings."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator import check

ROOT = Path(__file__).parents[2]


def test_the_task_places_each_finding_at_its_line(invented: Path) -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    findings = check.check(invented)
    assert findings
    for finding in findings:
        shown = re.match(pattern["regexp"], str(finding))
        assert shown, str(finding)
        assert int(shown[pattern["line"]]) == finding.line
        assert shown[pattern["code"]] == finding.code
